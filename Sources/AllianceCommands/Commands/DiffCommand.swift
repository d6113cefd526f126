import AllianceGraphs
import ArgumentParser
import GraphExport

struct DiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells which relations are new, gone and changed between two articles, folders or graphs.",
    discussion: """
      Prints the relations with their quotes; with -o or --format draws them: what is new in green, what is gone in \
      red and dashed, what changed in amber. Exits with 0 where nothing differs, and with 1 where something does.

      EXAMPLES
        alliance diff april.txt may.txt
        alliance diff january.json reports/february -o changes.svg
      """)

  @Argument(help: "An article, a folder or a graph: what was.")
  var old: String

  @Argument(help: "An article, a folder or a graph: what is.")
  var new: String

  @OptionGroup var options: ArticleOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var picture: PictureOptions

  @Option(help: "What stands above the picture.")
  var title: String?

  func validate() throws {
    if picture.isWanted { _ = try picture.format() }
  }

  func run(in session: Session) throws -> ExitStatus {
    let before = try session.graph([old], options, filter)
    let after = try session.graph([new], options, filter)
    guard let before, let after else { return .failed }
    let diff = GraphDiff(from: before, to: after)
    if !picture.isWanted {
      try session.terminal.write(diff.text(from: before, to: after, style: session.textStyle))
    } else if before.relations.isEmpty && after.relations.isEmpty {
      session.terminal.say("no relations found; nothing to draw")
    } else {
      let dot = diff.dot(from: before, to: after, title: title)
      try picture.deliver(dot, as: picture.format(), in: session)
    }
    return diff.isEmpty ? .done : .nothing
  }
}
