import AllianceGraphs
import Corrections
import Foundation
import GraphExport
import Testing

@Suite struct CorrectionCommandTests {
  private let article = "Arland backs Borland.\nCor fighting Arland.\n"

  @Test func everyCommandGoesByTheFileBesideItsInput() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write("news/a.txt", article)
    let rejected = alliance("correct", "reject", "Arland backs Borland", news, "--note", "a typing error")
    #expect(rejected.status == 0 && rejected.output.contains("reject arland backs borland"))
    #expect(folder.names.contains("news/corrections.yaml"))

    #expect(alliance("backers", "Borland", news).status == 1)
    #expect(alliance("backers", "Borland", folder / "news").status == 1)
    #expect(alliance("backers", "Borland", news, "--no-corrections").status == 0)
    #expect(!alliance("extract", news).output.contains("\"backs\""))
    #expect(alliance("diagram", news, "--format", "dot").output.contains("arland"))
    #expect(!alliance("diagram", news, "--format", "dot").output.contains("borland"))
    #expect(alliance("diff", news, news).status == 0)
    #expect(!alliance("report", news, "-o", "-").output.contains("\"type\": \"backs\""))
    let page = alliance("report", news, "-o", "-").output
    #expect(page.contains("reject arland backs borland") && page.contains("a typing error"))
    #expect(alliance("correct", "effect", news).output.contains("- Arland backs Borland"))
    #expect(alliance("correct", "list", news).output == "1. reject arland backs borland\n   a typing error\n")

    // A new run, and new articles, do not lose it.
    try folder.write("news/b.txt", "Arland backs Borland.\nCor backs Borland.\n")
    #expect(alliance("backers", "Borland", folder / "news").output.contains("Cor backs Borland"))
    #expect(!alliance("backers", "Borland", folder / "news").output.contains("Arland backs"))

    #expect(alliance("correct", "undo", news).output.contains("taken back: reject arland backs borland"))
    #expect(alliance("backers", "Borland", news).status == 0)
    #expect(alliance("correct", "undo", news).status == 1)
  }

  @Test func aFileMayLieElsewhere() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write("news/a.txt", article)
    let file = folder / "elsewhere.yaml"
    #expect(alliance("correct", "kind", "Cor", "armed_group", news, "--corrections", file).status == 0)
    #expect(alliance("extract", news, "--corrections", file).output.contains("armed_group"))
    #expect(!alliance("extract", news).output.contains("armed_group"))
    #expect(alliance("extract", news, "--corrections", folder / "none.yaml").status == 2)
    #expect(alliance("extract", news, "--corrections", file, "--no-corrections").status == 64)
  }

  @Test func aFaultyFileStopsEverything() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write("a.txt", article)
    try folder.write("corrections.yaml", "corrections:\n  - reject: arland\n")
    let run = alliance("extract", news, "-o", folder / "g.json")
    #expect(run.status == 2)
    #expect(run.complaints.first?.contains("corrections.yaml:2: 'arland' is no relation") == true)
    #expect(!folder.names.contains("g.json"))
  }

  @Test func whatMeetsNothingIsRefused() throws {
    let folder = try TemporaryFolder()
    let news = try folder.write("a.txt", article)
    #expect(alliance("correct", "reject", "Borland backs Arland", news).status == 1)
    #expect(alliance("correct", "reject", "Arland bakes Borland", news).status == 2)
    #expect(
      alliance("correct", "merge", "Nobody", "--into", "Cor", news).complaints == ["unknown actor 'Nobody'"])
    #expect(folder.names == ["a.txt"])
  }

  /// Whenever the program is killed while it corrects, the file is sound and has all that was acknowledged.
  @Test func nothingAcknowledgedIsLostToAKill() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", bytes: Array(alliance("extract", "-", input: article).bytes))
    let program = Bundle.main.executableURL!.deletingLastPathComponent().appending(path: "alliance")
    var acknowledged = 0
    var killed = 0
    for number in 0..<40 {
      let process = Process()
      process.executableURL = program
      process.arguments = ["correct", "rename", "cor", "Name \(number)", folder / "a.json"]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(number) * 1_500)
      if number % 4 != 3 { kill(process.processIdentifier, SIGKILL) }
      let said = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let text =
        folder.names.contains("corrections.yaml")
        ? String(decoding: try folder.bytes("corrections.yaml"), as: UTF8.self) : ""
      let count = try CorrectionFile(text, name: "corrections.yaml").corrections.count
      if !said.isEmpty { acknowledged += 1 }
      #expect(count >= acknowledged, "an acknowledged correction is lost")
      #expect(count <= number + 1)
      acknowledged = count
    }
    #expect(killed > 0 && acknowledged >= 10)
    // What a killed run leaves is hidden and in nobody's way.
    #expect(alliance("correct", "list", folder / "a.json").status == 0)
  }

  /// A graph is there whole or not at all.
  @Test func noGraphIsHalfWritten() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<400).map { "Land\($0) backs Land\($0 + 1)." }.joined(separator: "\n")
    let graph = alliance("extract", "-", input: lines).bytes
    try folder.write("in.json", bytes: graph)
    let program = Bundle.main.executableURL!.deletingLastPathComponent().appending(path: "alliance")
    var written = 0
    for number in 0..<24 {
      let process = Process()
      process.executableURL = program
      process.arguments = ["extract", folder / "in.json", "-o", folder / "out.json"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(number) * 4_000)
      if number < 22 { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      guard folder.names.contains("out.json") else { continue }
      #expect(try folder.bytes("out.json") == graph)
      written += 1
    }
    #expect(written > 0)
  }
}
