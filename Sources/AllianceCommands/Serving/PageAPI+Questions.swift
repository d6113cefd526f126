import GraphExport
import GraphvizRendering
import LoopbackServer
import Synchronization

extension PageAPI {
  /// A command whose answer the page may ask for: its arguments by name, and those of its options that only say what to
  /// answer. None of them names a file.
  struct Question: Sendable {
    /// In order; one that ends in `?` may be left out.
    var arguments: [String]
    var options: [String] = []
    var flags: [String] = []
  }

  private static let filters = ["min-confidence"]

  static let questions: [String: Question] = [
    "backers": Question(arguments: ["actor"], options: filters, flags: ["through"]),
    "allies": Question(arguments: ["actor"], options: filters),
    "enemies": Question(arguments: ["actor"], options: filters),
  ]

  /// Runs a question of the command line on the graph as it is, in this process.
  ///
  /// The graph comes to the command as its standard input; whatever the client sends stands behind `--` or behind the
  /// name of an option that is known here.
  func ask(_ request: ServerRequest) throws -> ServerResponse {
    let command = request.path[3]
    guard let question = Self.questions[command] else {
      throw Problem(
        404, "Not Found",
        "no question '\(command)'; there are \(Self.questions.keys.sorted().joined(separator: ", "))")
    }
    let known = question.arguments.map { $0.replacing("?", with: "") } + question.options + question.flags
    if let other = request.query.keys.filter({ !known.contains($0) }).sorted().first {
      throw Problem(
        400, "Bad Request", "'\(command)' has no '\(other)'; it has \(known.joined(separator: ", "))")
    }
    var line = [command]
    for flag in question.flags where request.query[flag] == "true" { line.append("--\(flag)") }
    for option in question.options {
      if let value = request.query[option], !value.isEmpty { line.append("--\(option)=\(value)") }
    }
    line.append("--")
    for argument in question.arguments {
      let name = argument.replacing("?", with: "")
      if let value = request.query[name], !value.isEmpty {
        line.append(value)
      } else if !argument.hasSuffix("?") {
        throw Problem(400, "Bad Request", "'\(command)' needs '\(name)'")
      }
    }
    line.append("-")
    let run = Self.run(line, input: service.current.graph.json())
    if run.status == .usage { throw Problem(400, "Bad Request", run.complaints.first ?? "not understood") }
    var text = JSONText()
    text.object { text in
      text.member("command", command)
      text.member("status", Int(run.status.rawValue))
      text.member("text", run.output)
      text.key("messages")
      text.array(run.complaints) { $0.string($1) }
    }
    text.newline()
    return ServerResponse(contentType: "application/json", body: text.bytes)
  }

  private static func run(
    _ line: [String], input: [UInt8]
  ) -> (status: ExitStatus, output: String, complaints: [String]) {
    var output: [UInt8] = []
    var complaints: [String] = []
    let terminal = Terminal(
      write: { output += $0 }, say: { complaints.append($0) }, readInput: { input })
    let session = Session(terminal: terminal) { _, _ in throw Problem(400, "Bad Request", "no articles here")
    }
    let status = AllianceCommand.run(line, in: session)
    return (status, String(decoding: output, as: UTF8.self), complaints)
  }

  /// The graph in a format of a file.
  func download(_ request: ServerRequest) throws -> ServerResponse {
    let graph = service.current.graph
    let formats: [(name: String, type: String, bytes: () throws -> [UInt8])] = [
      ("json", "application/json", { graph.json() }),
      ("dot", "text/vnd.graphviz; charset=utf-8", { Array(graph.dot().utf8) }),
      ("svg", "image/svg+xml", { try render(dot: graph.dot(), format: .svg) }),
      ("png", "image/png", { try render(dot: graph.dot(), format: .png) }),
      ("pdf", "application/pdf", { try render(dot: graph.dot(), format: .pdf) }),
    ]
    guard let format = formats.first(where: { $0.name == request.path[3] }) else {
      let names = formats.map(\.name).joined(separator: ", ")
      throw Problem(404, "Not Found", "no format '\(request.path[3])'; there are \(names)")
    }
    return ServerResponse(
      contentType: format.type,
      headers: [("Content-Disposition", "attachment; filename=\"alliance.\(format.name)\"")],
      body: try format.bytes())
  }
}
