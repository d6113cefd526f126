import AllianceGraphs
import ArgumentParser
import Corrections
import GraphExport
import Relations

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Sets right what was read, in a file that every command goes by from then on.",
    discussion: """
      Corrections stand in 'corrections.yaml' beside the first input, or in the file that --corrections names, and can be \
      edited there. They are made in every graph that is read from beside the file, in the order of the file, and never \
      change the inputs. Actors may be given by any name.

      EXAMPLES
        alliance correct reject "RSF is fighting Egypt" reports/ --note "captured soldiers, not a war"
        alliance correct merge Hemedti --into RSF graph.json
        alliance correct undo graph.json
      """,
    subcommands: [
      AcceptCommand.self, RejectCommand.self, MergeActorsCommand.self, SplitActorCommand.self,
      RenameActorCommand.self, SetKindCommand.self, ListCorrectionsCommand.self, UndoCorrectionCommand.self,
      CorrectionEffectCommand.self,
    ])
}

/// Where corrections go, and the graph in which names are looked up.
struct CorrectionArguments: ParsableArguments {
  @OptionGroup var input: InputArguments

  @Option(help: "Why, for those who read the file.")
  var note: String?

  func store() throws -> CorrectionStore {
    if let path = input.options.corrections.corrections.last { return CorrectionStore(path: path) }
    guard let path = input.inputs.first.flatMap(CorrectionStore.path(beside:)) else {
      throw ValidationError("standard input has no place beside it; give --corrections FILE")
    }
    return CorrectionStore(path: path)
  }

  /// The graph as it is corrected so far.
  func reading(in session: Session) throws -> GraphReading? {
    var options = input.options
    // The file may still have to be made.
    if !options.corrections.corrections.isEmpty {
      options.corrections.corrections.removeAll { (try? Files.kind(of: $0)) == nil }
    }
    return try session.reading(input.inputs, options, FilterOptions.none)
  }

  /// Looks the names up, and adds what comes of it to the file.
  func correct(
    in session: Session, _ change: (NameSearch) throws -> Correction.Change?
  ) throws -> ExitStatus {
    let store = try store()
    guard let reading = try reading(in: session) else { return .failed }
    let names = NameSearch(graph: reading.graph, terminal: session.terminal)
    guard let change = try change(names) else { return .failed }
    let correction = Correction(change, note: note.flatMap(names.plain))
    if reading.original.corrected(by: reading.corrections + [correction]).hadEffect.last == false {
      session.terminal.say("nothing in these inputs is meant by '\(correction)'; nothing was changed")
      return .nothing
    }
    try store.add(correction)
    try session.terminal.write("\(store.path): \(correction)\n")
    return .done
  }
}

extension FilterOptions {
  /// Lets everything pass.
  static var none: FilterOptions { try! FilterOptions.parse([]) }
}

/// Looks actors and relations up by their names, and says why where it cannot.
struct NameSearch {
  let graph: AllianceGraph
  let terminal: Terminal

  func actor(_ name: String) -> ActorID? {
    let search = graph.findActor(named: name)
    if case .found(let actor) = search { return actor.id }
    if let complaint = search.complaint(about: name) { terminal.say(complaint) }
    return nil
  }

  func relation(_ words: String) -> Relation? {
    switch graph.findRelation(words) {
    case .found(let relation): return relation
    case .unknownEnd(let name, let search):
      if let complaint = search.complaint(about: name) { terminal.say(complaint) }
    case .withoutType:
      let types = RelationType.allCases.map(\.rawValue).joined(separator: ", ")
      terminal.say("'\(words)' has no type of relation between two names; use one of \(types)")
    }
    return nil
  }

  /// A new actor's id from its name: lower-case words joined by hyphens.
  func newID(_ name: String) -> ActorID { searchKey(name).replacing(" ", with: "-") }

  /// The text with single spaces; nil where it is empty.
  func plain(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
