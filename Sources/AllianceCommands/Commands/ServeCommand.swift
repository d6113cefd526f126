import AllianceGraphs
import ArgumentParser
import LoopbackServer
import PageRendering

struct ServeCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract:
      "Shows the page of 'alliance report' live, to this machine alone: one can add articles, ask and correct.",
    discussion: """
      The page lies at the address that is printed. Dropped or pasted articles are read, and what they add is shown as a \
      difference before it is kept; with --save the graph is written after each. Corrections go to 'corrections.yaml' beside \
      the first input, or to the file that --corrections names. Programs use the same interface, described in \
      graphs/openapi.json and at /api/v1/openapi.json. Ends with Control-C.

      EXAMPLES
        alliance serve graph.json
        alliance serve reports/ --port 8123 --save graph.json
      """)

  @OptionGroup var input: InputArguments

  @Option(help: "The port on 127.0.0.1; 0 takes one that is free.")
  var port: Int = 8040

  @Option(
    help: ArgumentHelp(
      "The file that the graph is written to, uncorrected, when articles are kept.", valueName: "file"))
  var save: String?

  @Option(help: "What stands above the page.")
  var title: String?

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be between 0 and 65535") }
  }

  func run(in session: Session) throws -> ExitStatus {
    guard let reading = try session.reading(input.inputs, input.options, FilterOptions.none) else {
      return .failed
    }
    let options = input.options
    let path =
      options.corrections.noCorrections
      ? nil
      : options.corrections.corrections.last ?? input.inputs.first.flatMap(CorrectionStore.path(beside:))
    // All files of corrections count; what is corrected here goes to one of them.
    let files = options.corrections.files(beside: input.inputs)
    let service = GraphService(
      original: reading.original, texts: reading.texts, title: title, store: path.map(CorrectionStore.init),
      otherFiles: files.filter { file in path.map { Files.realPath($0) != Files.realPath(file) } ?? true },
      save: save, pipeline: try session.pipeline(options.dictionaries))
    try service.renew()
    let server = try LoopbackServer(port: port, answer: PageAPI(service: service).answer)
    session.terminal.say("http://127.0.0.1:\(server.port)/ — Control-C ends it")
    try server.wait()
    return .done
  }
}
