import Foundation
import Testing

/// What the README and the documents in `graphs` show is what the program does: their commands run in a copy of `graphs`,
/// with the program that `ALLIANCE_PROGRAM` names or else the one built with the tests. Each document starts afresh.
///
/// With `ALLIANCE_UPDATE_README=1` in the environment the transcripts are written anew instead of compared.
@Suite struct ReadmeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let advice =
    "write the transcripts anew with: ALLIANCE_UPDATE_README=1 swift test --filter ReadmeTests"

  private let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)")

  /// Lays out what a command in the README expects around it.
  private func furnish() throws {
    let files = FileManager.default
    let program =
      Self.environment["ALLIANCE_PROGRAM"].map { URL(fileURLWithPath: $0).absoluteURL }
      ?? Bundle.main.executableURL!.deletingLastPathComponent().appending(path: "alliance")
    try #require(files.isExecutableFile(atPath: program.path), "\(program.path) is not built")
    let release = folder.appending(path: ".build/release")
    try files.createDirectory(at: release, withIntermediateDirectories: true)
    try files.createSymbolicLink(at: release.appending(path: "alliance"), withDestinationURL: program)
    try files.copyItem(at: Repository.root.appending(path: "graphs"), to: folder.appending(path: "graphs"))
  }

  /// Runs a line of shell; standard error comes with standard output, as on a screen.
  private func run(_ command: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1; \(command)"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "\(folder.path)/.build/release:/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// The README, and what in `graphs` shows commands with their output.
  private static let documents: [String] = {
    let folder = Repository.root.appending(path: "graphs").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let shown = names.filter { $0.hasSuffix(".md") }.map { "graphs/\($0)" }.filter { path in
      ((try? Repository.text(path)) ?? "").contains("\n```console\n")
    }
    return ["README.md"] + shown
  }()

  @Test func readmeSetsUpAndShows() throws {
    let steps = Transcript(of: try Repository.text("README.md")).steps
    #expect(steps.contains { $0.output == nil }, "the README sets up and draws nothing")
    #expect(steps.count { $0.output != nil } >= 6, "the README has lost its transcripts")
  }

  @Test(arguments: documents) func transcriptsAreTrue(document: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try furnish()
    let markdown = try Repository.text(document)
    let steps = Transcript(of: markdown, named: document).steps

    var outputs: [Int: [String]] = [:]
    for step in steps {
      let (status, text) = try run(step.command)
      // 1 is the answer that something differs or was not found.
      #expect([0, 1].contains(status), "\(step.place) fails with \(status):\n\(text)")
      guard let shown = step.output else { continue }
      var printed = lines(of: text)
      while printed.last?.isEmpty == true { printed.removeLast() }
      outputs[step.line] = printed
      if printed != shown && Self.environment["ALLIANCE_UPDATE_README"] == nil {
        let difference = firstDifference(
          printed.joined(separator: "\n"), shown.joined(separator: "\n"))
        Issue.record("\(step.place) prints something else, \(difference)\n\(Self.advice)")
      }
    }
    guard Self.environment["ALLIANCE_UPDATE_README"] != nil else { return }
    let renewed = Transcript.rewriting(markdown, outputs: outputs)
    if renewed != markdown {
      try renewed.write(to: Repository.root.appending(path: document), atomically: true, encoding: .utf8)
    }
  }

  @Test(arguments: documents) func linksLeadToFiles(document: String) throws {
    let targets = try Repository.text(document).matches(of: /\]\(([^)#\s]+)\)/).map { String($0.1) }
      .filter { !$0.hasPrefix("https://") }
    if document == "README.md" { #expect(!targets.isEmpty) }
    let base = Repository.root.appending(path: document).deletingLastPathComponent()
    for target in targets {
      let isThere = FileManager.default.fileExists(atPath: base.appending(path: target).path)
      #expect(isThere, "\(document) links to \(target), which is not there")
    }
  }

  @Test func commandsAreToldFromTheirOutput() {
    let markdown = """
      ```sh
      sudo make && .build/release/alliance diagram a.txt -o a.svg
      ```
      ```console
      $ alliance backers A a.txt
      B backs A

          “quote”

      $ alliance diff a.txt b.txt
      old
      ```
      """
    let steps = Transcript(of: markdown).steps
    #expect(steps.map(\.line) == [2, 5, 10])
    #expect(steps.map(\.command)[0] == ".build/release/alliance diagram a.txt -o a.svg")
    #expect(steps.map(\.output) == [nil, ["B backs A", "", "    “quote”"], ["old"]])
    let outputs = [5: ["B backs A", "", "    “quote”"], 10: ["new"]]
    #expect(
      Transcript.rewriting(markdown, outputs: outputs) == markdown.replacing("old", with: "new"))
  }
}
