import AllianceGraphs
import ArgumentParser
import GraphExport

struct BackersCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "backers",
    abstract: "Tells who backs an actor, with the quotes that say so.",
    discussion: """
      The actor is found under any of the names that the articles use. Exits with 1 where there is no evidence.

      EXAMPLES
        alliance backers "Free Syrian Army" article.txt
        alliance backers FSA --through graph.json
      """)

  @OptionGroup var question: QuestionArguments

  @Flag(help: "Also who backs its backers, and the wholes that it or they are part of.")
  var through = false

  func run(in session: Session) throws -> ExitStatus {
    try question.answer(through ? .backersThrough : .backers, in: session)
  }
}

struct AlliesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "allies",
    abstract: "Tells who is allied with an actor, backs it or is backed by it, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance allies Damascus article.txt
      """)

  @OptionGroup var question: QuestionArguments

  func run(in session: Session) throws -> ExitStatus { try question.answer(.allies, in: session) }
}

struct EnemiesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "enemies",
    abstract: "Tells who fights an actor, opposes it or is opposed by it, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance enemies "Islamic State" reports/
      """)

  @OptionGroup var question: QuestionArguments

  func run(in session: Session) throws -> ExitStatus { try question.answer(.enemies, in: session) }
}

/// Whom a question is about, and where to look.
struct QuestionArguments: ParsableArguments {
  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  func answer(_ question: Question, in session: Session) throws -> ExitStatus {
    guard let graph = try session.graph(input.inputs, input.options, filter) else { return .failed }
    let search = graph.findActor(named: actor)
    guard case .found(let subject) = search else {
      if let complaint = search.complaint(about: actor) { session.terminal.say(complaint) }
      if case .ambiguous = search { return .failed }
      return .nothing
    }
    let answer = graph.answer(question, about: subject.id)
    try session.terminal.write(answer.text(in: graph, style: session.textStyle))
    return answer.isEmpty ? .nothing : .done
  }
}
