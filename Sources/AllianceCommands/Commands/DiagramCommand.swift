import ArgumentParser
import GraphExport
import GraphvizRendering

struct DiagramCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draws who stands with whom and against whom.",
    discussion: """
      The ending of the file chooses the format: svg, png, pdf or dot (the picture's source for Graphviz). Exits \
      with 1 and writes nothing where the inputs hold no relation.

      EXAMPLES
        alliance diagram article.txt -o picture.svg
        alliance diagram reports/ --title "The war in the north" -o war.pdf
        alliance diagram graph.json --format dot
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions
  @OptionGroup var picture: PictureOptions

  @Option(help: "What stands above the picture. (default: the headline of a single article)")
  var title: String?

  func validate() throws { _ = try picture.format() }

  func run(in session: Session) throws -> ExitStatus {
    let format = try picture.format()
    guard let graph = try session.graph(input.inputs, input.options, filter) else { return .failed }
    if graph.relations.isEmpty {
      session.terminal.say("no relations found; nothing to draw")
      return .nothing
    }
    try picture.deliver(graph.dot(title: title), as: format, in: session)
    return .done
  }
}
