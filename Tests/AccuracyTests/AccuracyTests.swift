import Foundation
import Testing

/// Floors under what the program finds in annotated texts that are not part of the project. They run where
/// `ALLIANCE_SHARED` names the folder with the texts and `ALLIANCE_PROGRAM` the program, built for release.
private let shared = ProcessInfo.processInfo.environment["ALLIANCE_SHARED"]
private let program = ProcessInfo.processInfo.environment["ALLIANCE_PROGRAM"]

@Suite(.enabled(if: shared != nil && program != nil, "needs annotated texts and the program"), .serialized)
struct AccuracyTests {
  let folder = shared ?? ""

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(program))
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number that stands in a row of a table, in the column after its name.
  private func figure(_ table: String, _ row: String, column: Int) throws -> Double {
    let line = try #require(table.split(separator: "\n").first { $0.hasPrefix(row + " ") })
    let columns = line.dropFirst(row.count).split(separator: " ")
    try #require(column < columns.count)
    return try #require(Double(columns[column]))
  }

  @Test func treesOfTheWebTreebank() throws {
    let table = try run("evaluate", "parse", "\(folder)/data/treebanks/EWT/en_ewt-ud-test.conllu")
    #expect(try figure(table, "UPOS", column: 0) >= 94.5)
    #expect(try figure(table, "UAS", column: 0) >= 85.5)
    #expect(try figure(table, "LAS", column: 0) >= 82.5)
  }

  @Test func relationsOfAnnotatedArticles() throws {
    let dev = "\(folder)/evaluation/dev"
    let table = try run("evaluate", "relations", "\(dev)/gold", "\(dev)/articles")
    #expect(try figure(table, "relations", column: 2) >= 0.49)
    #expect(try figure(table, "core", column: 2) >= 0.48)
  }

  @Test func anArticleBecomesAPictureInNoTime() throws {
    let picture = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).svg")
      .path
    defer { try? FileManager.default.removeItem(atPath: picture) }
    let seconds = try (0..<5).map { _ in
      let before = processorTimeOfChildren()
      try run("diagram", "\(folder)/evaluation/dev/articles/idlib-01.txt", "-o", picture)
      return processorTimeOfChildren() - before
    }
    // Processors differ by a factor of three: this only catches what makes it slow everywhere.
    #expect(seconds.min()! < 0.6)
  }

  private func processorTimeOfChildren() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
