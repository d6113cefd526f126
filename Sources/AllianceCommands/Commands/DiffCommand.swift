import AllianceGraphs
import ArgumentParser
import GraphExport

struct DiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Tells which relations are new, ended, gone and changed between two articles, folders, graphs or days.",
    discussion: """
      Compares two inputs, or, with --from and --to, what was known on two days. Prints the relations with their quotes; \
      --summary a paragraph to be read, --json everything for programs. With -o or --format it draws them: what is new \
      in green, what is gone in red and dashed, what changed in amber. Actors count as the same where their ids or their \
      names say so. Exits with 0 where nothing differs, and with 1 where something does.

      EXAMPLES
        alliance diff april.txt may.txt
        alliance diff january.json reports/february -o changes.svg
        alliance diff reports/ --from 2023-04-30 --to 2023-05-31 --summary
      """)

  @Argument(
    help: ArgumentHelp(
      "Two articles, folders or graphs: what was, and what is. With --from, any number, which are merged.",
      valueName: "input"))
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Compare what was known on this day, YYYY-MM-DD, YYYY-MM or YYYY, …", valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp("… with what was known on this one. (default: with all there is)", valueName: "date"))
  var to: String?

  @Flag(help: "Write a paragraph to be read.")
  var summary = false

  @Flag(help: "Write JSON, for programs.")
  var json = false

  @OptionGroup var options: ArticleOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var picture: PictureOptions

  @Option(help: "What stands above the picture.")
  var title: String?

  func validate() throws {
    if summary && json { throw ValidationError("--summary and --json exclude one another") }
    if picture.isWanted && !summary && !json { _ = try picture.format() }
    if (summary || json) && picture.chosenFormat != nil {
      throw ValidationError("--format is for pictures; leave it out, or \(summary ? "--summary" : "--json")")
    }
    if to != nil && from == nil { throw ValidationError("--to needs --from: the day to compare with") }
    if from == nil {
      if inputs.count != 2 {
        throw ValidationError("give two inputs to compare, or --from DATE to compare days of what is given")
      }
    } else {
      _ = try days()
    }
  }

  /// The days compared.
  private func days() throws -> (from: CalendarDate, to: CalendarDate?)? {
    guard let from else { return nil }
    func date(_ text: String) throws -> CalendarDate {
      guard let date = CalendarDate(text) else {
        throw ValidationError("'\(text)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
      }
      return date
    }
    let (first, last) = (try date(from), try to.map(date))
    if let last, last.isBefore(first) {
      throw ValidationError("--from \(first) lies after --to \(last); exchange the two")
    }
    return (first, last)
  }

  func run(in session: Session) throws -> ExitStatus {
    guard let (before, after) = try graphs(in: session) else { return .failed }
    let diff = GraphDiff(from: before, to: after)
    if summary {
      let text = diff.summary(from: before, to: after, dates: (from, to))
      try session.deliver(Array(text.utf8), to: picture.output)
    } else if json {
      try session.deliver(diff.json(), to: picture.output)
    } else if !picture.isWanted {
      try session.terminal.write(diff.text(from: before, to: after, style: session.textStyle))
    } else if before.relations.isEmpty && after.relations.isEmpty {
      session.terminal.say("no relations found; nothing to draw")
    } else {
      let dot = diff.dot(from: before, to: after, title: title)
      try picture.deliver(dot, as: picture.format(), in: session)
    }
    return diff.isEmpty ? .done : .nothing
  }

  private func graphs(in session: Session) throws -> (before: AllianceGraph, after: AllianceGraph)? {
    guard let days = try days() else {
      let before = try session.graph([inputs[0]], options, filter)
      let after = try session.graph([inputs[1]], options, filter)
      guard let before, let after else { return nil }
      return (before, after)
    }
    guard let graph = try session.graph(inputs, options, filter) else { return nil }
    let undated = graph.articles.count { $0.date == nil }
    if undated > 0 {
      let articles =
        undated == 1 ? "1 article has no date and is" : "\(undated) articles have no date and are"
      session.terminal.say("\(articles) left out; --date gives one")
    }
    func known(on day: CalendarDate) -> AllianceGraph { graph.filtered(by: GraphFilter(until: day)) }
    let before = known(on: days.from)
    if before.articles.isEmpty {
      session.terminal.say("no article is of \(days.from) or earlier; all there is counts as new")
    }
    return (before, known(on: days.to ?? Self.endOfTime))
  }

  private static let endOfTime = CalendarDate("9999")!
}
