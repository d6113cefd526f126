import AllianceGraphs
import ArgumentParser
import GraphExport
import Relations

/// Where a command that asks about actors looks, at which part of it, and how it answers.
struct GraphArguments: ParsableArguments {
  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  @Flag(help: "JSON for programs.")
  var json = false

  /// Finds the actors before the filter leaves anything out, and then asks what is left.
  ///
  /// Says so where a name is that of nobody or of several: the first is nothing found, the second a failure.
  func ask(
    _ names: [String], in session: Session, _ answer: (AllianceGraph, [ActorID]) throws -> ExitStatus
  ) throws -> ExitStatus {
    guard let graph = try session.graph(input.inputs, input.options) else { return .failed }
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
