import AllianceGraphs
import ArgumentParser
import Relations

/// Which part of a graph a command looks at: the same options for every command that reads graphs.
///
/// Each leaves something out and has the rest weighed anew.
struct FilterOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only relations of this type. May be given several times, like the next one.", valueName: "type"))
  var type: [RelationType] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only relations of this status.", valueName: "status"))
  var status: [Status] = []

  @Option(
    help: ArgumentHelp(
      "Leave out relations less sure than this, from 0 to 1. The README says how often relations of a given "
        + "confidence are right.", valueName: "confidence"))
  var minConfidence: Double?

  @Option(
    help: ArgumentHelp(
      "Only relations of which at least so many publishers speak independently: copies of a text count once, and all "
        + "articles whose publisher is not known as one publisher.", valueName: "number"))
  var minSources: Int?

  @Option(
    name: .customLong("publisher"), parsing: .singleValue,
    help: ArgumentHelp("Only what this publisher reports. May be given several times.", valueName: "name"))
  var publishers: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only relations between actors of this kind, and between them and the actor asked about. May be given several "
        + "times.", valueName: "kind"))
  var kind: [ActorKind] = []

  @Option(
    help: ArgumentHelp(
      "Only what was reported on that day or later: YYYY-MM-DD, YYYY-MM or YYYY.", valueName: "date"),
    transform: Self.date)
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp("Only what was reported on that day or earlier.", valueName: "date"),
    transform: Self.date)
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Only what held on that day: as the text says, and where it doesn't say when, as the reports up to that day "
        + "have it.", valueName: "date"), transform: Self.date)
  var asOf: CalendarDate?

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must be between 0 and 1")
    }
    if let minSources, minSources < 1 { throw ValidationError("--min-sources must be at least 1") }
    if let since, let until, !filter.hasDatesInOrder {
      throw ValidationError("--since \(since) lies after --until \(until); exchange the two")
    }
  }

  var filter: GraphFilter {
    func chosen<Value: Hashable>(_ values: [Value]) -> Set<Value>? { values.isEmpty ? nil : Set(values) }
    return GraphFilter(
      types: chosen(type), statuses: chosen(status), minimumConfidence: minConfidence, since: since,
      until: until, publishers: chosen(publishers), kinds: chosen(kind), asOf: asOf,
      minimumPublishers: minSources)
  }

  private static let date: @Sendable (String) throws -> CalendarDate = { text in
    guard let date = CalendarDate(text) else {
      throw ValidationError("'\(text)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    }
    return date
  }
}

extension RelationType: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}
extension ActorKind: ExpressibleByArgument {}
