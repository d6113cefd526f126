import ArgumentParser
import GraphvizRendering

/// What the program runs itself with, so that a layout that takes too long can be ended: DOT on standard input becomes
/// a picture on standard output.
struct LayoutCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", abstract: "Draws DOT from standard input.", shouldDisplay: false)

  enum Format: String, CaseIterable, ExpressibleByArgument { case svg, png, pdf }
  enum Engine: String, CaseIterable, ExpressibleByArgument { case dot, sfdp }

  @Option var format: Format
  @Option var engine: Engine?
  @Flag var simplified = false

  func run(in session: Session) throws -> ExitStatus {
    let dot = String(decoding: try session.terminal.readInput(), as: UTF8.self)
    guard let format = PictureFormat(rawValue: format.rawValue) else { return .usage }
    let engine = engine.flatMap { LayoutEngine(rawValue: $0.rawValue) }
    try session.terminal.write(render(dot: dot, format: format, engine: engine, isSimplified: simplified))
    return .done
  }
}
