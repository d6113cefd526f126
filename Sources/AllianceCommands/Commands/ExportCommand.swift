import AllianceGraphs
import ArgumentParser
import GraphExport
import GraphvizRendering

struct ExportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the graph in a format of other programs.",
    discussion: """
      FORMATS
        json       the graph as 'alliance extract' writes it, with all quotes
        graphml    NetworkX, igraph, Gephi, yEd
        gexf       Gephi with its timeline, NetworkX; edges have spells, the days on which articles speak of them
        csv        a folder of nodes.csv, edges.csv and evidence.csv: spreadsheets, R, Gephi
        neo4j      a folder of actors.csv and relations.csv, for neo4j-admin database import
        cytoscape  Cytoscape, Cytoscape.js
        mermaid    a flowchart for Markdown
        ucdp-esd   external support by supporter, recipient and year, in the categories of UCDP's codebook
        dot, svg, png, pdf   the diagram
      What each says, and what of the graph it leaves out, is described in graphs/FORMATS.md.

      EXAMPLES
        alliance export --format graphml graph.json -o graph.graphml
        alliance export --format csv reports/ -o tables
        alliance export --format ucdp-esd reports/ | head
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, dot, svg, png, pdf, graphml, gexf, csv, neo4j, mermaid, cytoscape
    case externalSupport = "ucdp-esd"

    /// What the ending of a file tells where `--format` is not given.
    init?(ending: String) {
      switch ending {
      case "mmd": self = .mermaid
      case "cyjs": self = .cytoscape
      case "csv": return nil
      default:
        guard let format = Format(rawValue: ending) else { return nil }
        self = format
      }
    }
  }

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  @Option(help: "The format. (default: the ending of the file tells)")
  var format: Format?

  @Option(
    name: [.short, .long],
    help: "The file, or the folder for csv and neo4j; made where missing. (default: standard output)")
  var output: String?

  func validate() throws { _ = try chosenFormat() }

  private func chosenFormat() throws -> Format {
    if let format {
      if ExportFormat(rawValue: format.rawValue)?.isFolder == true, output == nil || output == "-" {
        throw ValidationError("\(format.rawValue) is several files; give their folder with -o FOLDER")
      }
      return format
    }
    let formats = Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard let output, output != "-" else { throw ValidationError("give --format, one of \(formats)") }
    let name = Files.name(of: output)
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = Format(ending: ending) else {
      throw ValidationError(
        "the ending of '\(output)' does not tell the format; give --format, one of \(formats)")
    }
    return format
  }

  func run(in session: Session) throws -> ExitStatus {
    let format = try chosenFormat()
    guard let graph = try session.graph(input.inputs, input.options, filter) else { return .failed }
    if let plain = ExportFormat(rawValue: format.rawValue) {
      let files = graph.exported(as: plain)
      if plain.isFolder, let output {
        try OutputFile.write(files.map { ($0.name, $0.bytes) }, into: output)
      } else {
        try session.deliver(files[0].bytes, to: output)
      }
      return .done
    }
    guard let picture = PictureFormat(rawValue: format.rawValue) else { return .failed }
    if graph.relations.isEmpty {
      session.terminal.say("no relations found; nothing to draw")
      return .nothing
    }
    try session.deliver(try session.picture(of: graph.dot(), as: picture), to: output)
    return .done
  }
}
