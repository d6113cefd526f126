import Foundation
import Testing

@Suite struct OutputTests {
  let folder: TemporaryFolder
  let article: String

  init() throws {
    folder = try TemporaryFolder()
    article = try folder.write("a.txt", "Title\n\nArland backs Borland.\n")
  }

  @Test func anOutputThatCannotBeWrittenIsNamed() throws {
    try folder.write("taken/file", "")
    let cases = [
      (folder / "missing/graph.json", "no such file or directory"), (folder / "taken", "is a directory"),
      (folder / "a.txt/graph.json", "not a directory"), ("/dev/full", "no space left on device"),
    ]
    for (path, message) in cases {
      let run = alliance("extract", article, "-o", path)
      #expect(run.status == 2)
      #expect(run.complaints == ["\(path): \(message)"])
    }
    #expect(folder.names == ["a.txt", "taken", "taken/file"])
  }

  @Test func aLinkStaysALinkAndAFileKeepsItsMode() throws {
    let target = try folder.write("real/graph.json", "old")
    chmod(target, 0o640)
    let link = folder / "link.json"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(alliance("extract", article, "-o", link).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try folder.bytes("real/graph.json").starts(with: Array("{".utf8)))
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(folder.names == ["a.txt", "link.json", "real", "real/graph.json"])
  }
}

/// The built program, run as a shell would.
@Suite struct ProcessTests {
  let folder: TemporaryFolder
  let graph: String

  init() throws {
    folder = try TemporaryFolder()
    let lines = (0..<400).map { "Arland\($0) backs Borland\($0)." }.joined(separator: "\n")
    let article = try folder.write("big.txt", "Title\n\n\(lines)\n")
    graph = folder / "big.json"
    #expect(alliance("extract", article, "-o", graph).status == 0)
    // A pipe holds 64 KiB: more than that must be written for its end to be noticed.
    #expect(try folder.bytes("big.json").count > 100_000)
  }

  /// Runs a line of shell in which `$alliance` is the program and `$graph` a graph.
  private func shell(_ line: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    let program = Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("alliance")
    process.environment = [
      "alliance": program.path, "graph": graph, "folder": folder.path, "PATH": "/usr/bin:/bin",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let (output, errors) = (folder / "stdout", folder / "stderr")
    for name in ["stdout", "stderr"] { try folder.write(name, "") }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    let complaints = String(decoding: try folder.bytes("stderr"), as: UTF8.self)
    return Run(
      status: process.terminationStatus, bytes: try folder.bytes("stdout"),
      complaints: complaints.split(separator: "\n").map(String.init))
  }

  @Test func dataGoesToStandardOutputAndTheExitStatusToTheShell() throws {
    let run = try shell("$alliance extract - < $graph")
    #expect(run.status == 0 && run.complaints.isEmpty)
    #expect(try run.bytes == folder.bytes("big.json"))
    #expect(try shell("$alliance backers Nobody $graph").status == 1)
    #expect(try shell("$alliance extract missing.json").status == 2)
    #expect(try shell("$alliance extract").status == 64)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let run = try shell("$alliance extract $graph | head -c 1; echo \" ${PIPESTATUS[0]}\"")
    #expect(run.output == "{ 0\n")
    #expect(run.complaints.isEmpty)
  }

  @Test func aFullDiskIsAnErrorAlsoOnStandardOutput() throws {
    let run = try shell("$alliance extract $graph > /dev/full")
    #expect(run.status == 2 && run.complaints == ["standard output: no space left on device"])
  }

  @Test func theOldFileStaysWhereTheNewOneDoesNotFit() throws {
    try folder.write("kept.json", "old")
    // A limit on the size of files fails in the middle of writing, as a full disk does.
    let run = try shell("trap '' XFSZ; ulimit -f 8; $alliance extract $graph -o kept.json")
    #expect(run.status == 2 && run.complaints == ["kept.json: file too large"])
    #expect(try folder.bytes("kept.json") == Array("old".utf8))
    #expect(!folder.names.contains { $0.hasPrefix(".alliance") })
  }
}
