import AllianceGraphs
import ArgumentParser
import ArticleFormats
import GraphExport

struct RelationsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract:
      "Tells all that joins an actor with others, or with one other, with every quote and who says it.",
    discussion: """
      A second name may stand before the inputs. It counts as one where there is no file or folder of that name, and it \
      looks like none; --with leaves no doubt.

      EXAMPLES
        alliance relations Turkey reports/
        alliance relations Turkey "Islamic State" reports/
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  @Option(name: .customLong("with"), help: "Only what joins it with this actor, under any of its names.")
  var other: String?

  func run(in session: Session) throws -> ExitStatus {
    var source = source
    var other = other
    if other == nil, source.inputs.count > 1, Self.isName(source.inputs[0]) {
      other = source.inputs.removeFirst()
    }
    return try source.ask([actor] + (other.map { [$0] } ?? []), in: session) { graph, actors in
      let answer =
        actors.count == 1
        ? graph.answer(.relations, about: actors[0]) : graph.relations(of: actors[0], with: actors[1])
      if source.json {
        try session.terminal.write(answer.json(in: graph))
      } else {
        var style = session.textStyle
        style.quotesPerRelation = .max
        style.quoteLength = .max
        try session.terminal.write(answer.text(in: graph, style: style))
      }
      return answer.isEmpty && answer.denied.isEmpty ? .nothing : .done
    }
  }

  private static func isName(_ text: String) -> Bool {
    if text == "-" || text.contains("/") || (try? Files.kind(of: text)) != nil { return false }
    return !ArticleFormat.endings.contains { text.lowercased().hasSuffix("." + $0) }
  }
}

struct PathCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Tells how two actors are joined: the shortest chains of support, and of hostility.",
    discussion: """
      A chain of support goes from friend to friend: backers, those backed, allies, parts and wholes. A chain of \
      hostility does so, too, but for one link between two who fight or oppose each other. What is denied or over makes \
      no link. Every link comes with its quotes.

      EXAMPLES
        alliance path Iran "Islamic State" reports/
        alliance path Iran Hezbollah graph.json --chain support --directed
      """)

  @Argument(help: "Any name of the first actor, or its id.")
  var first: String

  @Argument(help: "Any name of the second actor, or its id.")
  var second: String

  @OptionGroup var source: GraphArguments

  @Option(name: .customLong("chain"), help: "Only chains of this kind.")
  var kind: Chain.Kind?

  @Flag(
    help:
      "Only chains in which support flows from the first on: to whom it backs, and from a whole to its parts."
  )
  var directed = false

  @Option(help: "The greatest number of links.")
  var hops = 6

  @Option(help: "The greatest number of chains of a kind.")
  var limit = 3

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be at least 1") }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func run(in session: Session) throws -> ExitStatus {
    try source.ask([first, second], in: session) { graph, actors in
      let name = { singleLine(graph.actor($0)?.name ?? $0) }
      if actors[0] == actors[1] {
        session.terminal.say("'\(first)' and '\(second)' are the same actor, \(name(actors[0]))")
        return .nothing
      }
      let chains = (kind.map { [$0] } ?? Chain.Kind.allCases).flatMap { kind in
        graph.chains(
          kind, from: actors[0], to: actors[1], limit: limit, hops: hops, isDirected: directed)
      }
      if source.json {
        try session.terminal.write(graph.json(of: chains))
      } else if chains.isEmpty {
        try session.terminal.write(
          "no chain of at most \(hops) steps joins \(name(actors[0])) and \(name(actors[1]))\n")
      } else {
        try session.terminal.write(graph.text(of: chains, style: session.textStyle))
      }
      return chains.isEmpty ? .nothing : .done
    }
  }
}

extension Chain.Kind: ExpressibleByArgument {}

struct NeighboursCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbours",
    abstract: "Tells who is joined with an actor by relations of any type, or by some in a row.",
    discussion: """
      EXAMPLE
        alliance neighbours Hezbollah reports/ --hops 2 --min-confidence 0.8
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  @Option(help: "How many relations in a row.")
  var hops = 1

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops must be at least 1") }
  }

  func run(in session: Session) throws -> ExitStatus {
    try source.ask([actor], in: session) { graph, actors in
      let neighbours = graph.neighbours(of: actors[0], hops: hops)
      if source.json {
        try session.terminal.write(graph.json(of: neighbours))
      } else if neighbours.isEmpty {
        try session.terminal.write(
          "nobody is joined with \(singleLine(graph.actor(actors[0])?.name ?? actor))\n")
      } else {
        var style = session.textStyle
        style.quotesPerRelation = 1
        try session.terminal.write(graph.text(of: neighbours, style: style))
      }
      return neighbours.isEmpty ? .nothing : .done
    }
  }
}

struct ActorsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Lists the actors, those with most relations first, with their ids and other names.",
    discussion: """
      --kind lists the actors of that kind, whomever their relations join them with.

      EXAMPLE
        alliance actors reports/ --kind armed_group
      """)

  @OptionGroup var source: GraphArguments

  func run(in session: Session) throws -> ExitStatus {
    guard let graph = try session.graph(source.inputs, source.options) else { return .failed }
    var filter = source.filter.filter
    let kinds = filter.kinds
    filter.kinds = nil
    let shown = session.filtered(graph, by: filter)
    let text = source.json ? shown.actorsJSON(of: kinds) : Array(shown.actorsText(of: kinds).utf8)
    let isEmpty = !shown.actors.contains { kinds?.contains($0.kind) ?? true }
    if isEmpty, !source.json { session.terminal.say("no actors found") }
    try session.terminal.write(text)
    return isEmpty ? .nothing : .done
  }
}
