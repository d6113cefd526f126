import AllianceGraphs
import ArgumentParser
import GraphExport
import Relations

/// Where a command that asks about actors looks, at which part of it, and how it answers.
///
/// Groups of options are nested as little as can be: ArgumentParser's time grows by a factor with each level.
struct GraphArguments: ParsableArguments {
  @Argument(help: InputArguments.help)
  var inputs: [String]

  @OptionGroup var options: ArticleOptions
  @OptionGroup var filter: FilterOptions

  @Flag(help: "JSON for programs.")
  var json = false

  /// Answers a question about one actor.
  func answer(_ question: Question, about actor: String, in session: Session) throws -> ExitStatus {
    try ask([actor], in: session) { graph, actors in
      let answer = graph.answer(question, about: actors[0])
      if json {
        try session.terminal.write(answer.json(in: graph))
      } else {
        try session.terminal.write(answer.text(in: graph, style: session.textStyle))
      }
      return answer.isEmpty ? .nothing : .done
    }
  }

  /// Finds the actors before the filter leaves anything out, and then asks what is left.
  ///
  /// Says so where a name is that of nobody or of several: the first is nothing found, the second a failure.
  func ask(
    _ names: [String], in session: Session, _ answer: (AllianceGraph, [ActorID]) throws -> ExitStatus
  ) throws -> ExitStatus {
    guard let graph = try session.graph(inputs, options) else { return .failed }
    var actors: [ActorID] = []
    for name in names {
      let search = graph.findActor(named: name)
      guard case .found(let actor) = search else {
        if let complaint = search.complaint(about: name) { session.terminal.say(complaint) }
        if case .ambiguous = search { return .failed }
        return .nothing
      }
      actors.append(actor.id)
    }
    var filter = filter.filter
    filter.focus = Set(actors)
    return try answer(session.filtered(graph, by: filter), actors)
  }
}
