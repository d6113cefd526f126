import AllianceGraphs
import ArgumentParser

/// Which part of a graph a command looks at.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out relations less sure than this, from 0 to 1. The README says how often relations of a given "
        + "confidence are right.", valueName: "confidence"))
  var minConfidence: Double?

  func validate() throws {
    guard let minConfidence, !(0...1).contains(minConfidence) else { return }
    throw ValidationError("--min-confidence must be between 0 and 1")
  }

  var filter: GraphFilter { GraphFilter(minimumConfidence: minConfidence) }
}
