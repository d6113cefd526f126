import Foundation

/// Programs of others that read what is exported. Tests that need one are skipped, and say so, where it is missing; in
/// CI none is.
enum PublicReader {
  /// A Python that has NetworkX: the one that `ALLIANCE_PYTHON` names, or `python3`.
  static let python: String? = {
    let named = ProcessInfo.processInfo.environment["ALLIANCE_PYTHON"]
    // Where one is named, it must work: a test then fails rather than being skipped.
    if let named { return named }
    guard let found = path(of: "python3"), (try? run(found, "-c", "import networkx"))?.status == 0 else {
      return nil
    }
    return found
  }()

  static let xmllint = path(of: "xmllint")
  static let dot = path(of: "dot")

  private static func path(of program: String) -> String? {
    ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin"].map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program; what it prints on either stream is the output.
  static func run(_ program: String, _ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}

/// A folder for one test, gone with it.
final class ExportFolder {
  let path = FileManager.default.temporaryDirectory.appending(path: "exports-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
