import AllianceGraphs
import ArgumentParser
import PageRendering

struct ReportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a page to look at: the diagram with the evidence behind each line, in one HTML file.",
    discussion: """
      The file needs neither network nor server. In it one can zoom, search by any name, filter, move through the dates \
      of the articles, and press a line or an actor to see every quote. Quotes stand in their paragraphs where the \
      articles are among the inputs, also beside a graph of them, and alone where only a graph is. Exits with 1 and \
      writes nothing where the inputs hold no relation.

      EXAMPLES
        alliance report article.txt -o report.html
        alliance report graph.json reports/ --title "The war in the north" -o war.html
        alliance report --diff january/ february/ -o changes.html
      """)

  @Argument(
    help: ArgumentHelp(
      "Articles, folders of them, graphs written earlier, or - for standard input; with --diff two, what was and what is.",
      valueName: "input"))
  var inputs: [String]

  @Flag(help: "Show what changed from the first input to the second.")
  var diff = false

  @OptionGroup var options: ArticleOptions
  @OptionGroup var filter: FilterOptions

  @Option(name: [.short, .long], help: "The file for the page, or - for standard output.")
  var output: String

  @Option(help: "What stands above the page. (default: the headline of a single article)")
  var title: String?

  func validate() throws {
    if diff && inputs.count != 2 { throw ValidationError("--diff takes two inputs: what was and what is") }
  }

  func run(in session: Session) throws -> ExitStatus {
    var page: Page
    if diff {
      let before = try session.reading([inputs[0]], options, filter)
      let after = try session.reading([inputs[1]], options, filter)
      guard let before, let after else { return .failed }
      if before.graph.relations.isEmpty && after.graph.relations.isEmpty { return nothing(in: session) }
      page = Page(
        from: before.graph, to: after.graph, texts: before.texts.merging(after.texts) { _, new in new },
        title: title)
      page.accepted = after.accepted
      page.corrections = after.notes
    } else {
      guard let reading = try session.reading(inputs, options, filter) else { return .failed }
      if reading.graph.relations.isEmpty { return nothing(in: session) }
      page = Page(reading.graph, texts: reading.texts, title: title)
      page.accepted = reading.accepted
      page.corrections = reading.notes
    }
    try session.deliver(page.html(), to: output)
    return .done
  }

  private func nothing(in session: Session) -> ExitStatus {
    session.terminal.say("no relations found; nothing to show")
    return .nothing
  }
}

extension GraphReading {
  /// What a page says of the corrections.
  var notes: [Page.CorrectionNote] {
    zip(corrections, hadEffect).map { correction, hadEffect in
      Page.CorrectionNote(
        text: correction.description + (hadEffect ? "" : " — met nothing here"), note: correction.note)
    }
  }
}
