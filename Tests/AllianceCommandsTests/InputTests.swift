import AllianceGraphs
import Foundation
import GraphExport
import Testing

private let article = "Two states\n\nArland backs Borland.\n"

@Suite struct InputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ run: Run) throws -> AllianceGraph {
    try AllianceGraph(json: run.bytes, file: "output")
  }

  @Test func theContentTellsArticlesFromGraphs() throws {
    let text = try folder.write("report.json", article)
    let written = alliance("extract", text)
    #expect(written.status == 0)
    let file = try folder.write("graph.txt", bytes: Array("\n  ".utf8) + written.bytes)
    #expect(alliance("extract", file).bytes == written.bytes)
    let graph = try graph(written)
    #expect(graph.articles.map(\.id) == ["report"] && graph.articles[0].title == "Two states")
    #expect(graph.relations.map(\.source) == ["arland"])
  }

  @Test func aFolderIsReadThroughWithoutWhatIsHiddenOrOtherwiseNamed() throws {
    try folder.write("b.txt", article)
    try folder.write("deep/er/a.TXT", "One\n\nBorland backs Cor.\n")
    try folder.write(".hidden.txt", article)
    try folder.write("notes.md", article)
    let run = alliance("extract", folder.path)
    #expect(run.status == 0 && run.complaints.isEmpty)
    #expect(try graph(run).articles.map(\.id) == ["a", "b"])
  }

  @Test func aLinkThatLeadsRoundInCirclesEnds() throws {
    try folder.write("sub/a.txt", article)
    try FileManager.default.createSymbolicLink(atPath: folder / "sub/up", withDestinationPath: folder.path)
    #expect(try graph(alliance("extract", folder.path)).articles.map(\.id) == ["a"])
  }

  @Test func standardInputIsAnInput() throws {
    let run = alliance("extract", "-", "--date", "2020-02-29", "--publisher", "The Gazette", input: article)
    let record = try #require(try graph(run).articles.first)
    #expect(record.date == "2020-02-29" && record.publisher == "The Gazette")
  }

  @Test func theOrderOfInputsAndTheNumberOfJobsDoNotShow() throws {
    let names = (0..<12).map { "article-\($0)" }
    let files = try names.enumerated().map { index, name in
      try folder.write(
        "\(name).txt", "Day \(index)\n\nArland backs Borland.\nCor\(index % 3) fighting Borland.\n")
    }
    func extract(_ files: [String], _ jobs: String) throws -> [UInt8] {
      let output = folder / "out.json"
      let run = alliance(["extract"] + files + ["--jobs", jobs, "-o", output])
      #expect(run.status == 0)
      return try folder.bytes("out.json")
    }
    let once = try extract(files, "1")
    #expect(try extract(files.reversed(), "3") == once)
    let whole = alliance("extract", folder.path, "--jobs", "1")
    #expect(alliance("extract", folder.path, "--jobs", "5").bytes == whole.bytes)
  }

  @Test func theSameArticleTwiceCountsOnceAndAnotherOfThatNameIsNumbered() throws {
    let first = try folder.write("x/report.txt", article)
    let same = try folder.write("y/report.txt", article)
    let other = try folder.write("z/report.txt", "Zwei\n\nBorland backs Cor.\n")
    let forth = alliance("extract", first, same, other)
    let back = alliance("extract", other, same, first, same)
    #expect(forth.bytes == back.bytes && forth.status == 0)
    #expect(try graph(forth).articles.map(\.id) == ["report", "report-2"])
    #expect(
      forth.complaints == ["\(other): another article is called 'report'; this one is taken as 'report-2'"])
  }
}

/// What is wrong with an input, and what must be said of it after its path.
private let broken: [(name: String, bytes: [UInt8], message: String)] = [
  ("empty.txt", [], ": empty; expected an article or a graph"),
  ("blank.txt", Array(" \n\t\n".utf8), ": empty; expected an article or a graph"),
  (
    "picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2],
    ": binary data; expected an article in plain text, or a graph"
  ),
  ("latin.txt", Array("Line\nCaf".utf8) + [0xE9, 0x0A], ":2: invalid UTF-8; convert the text to UTF-8"),
  ("cut.txt", Array("Caf".utf8) + [0xC3], ":1: invalid UTF-8; convert the text to UTF-8"),
  ("wide.txt", [0xFF, 0xFE, 0x41, 0x00], ": UTF-16 text; convert it to UTF-8"),
  (
    "future.json", Array("{\"format\": \"alliance-graph\",\n \"version\": 3}".utf8),
    ":2: unknown version 3; this program reads version 1"
  ),
]

@Suite struct BadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: broken.indices)
  func brokenInputIsOneClearLine(_ index: Int) throws {
    let (name, bytes, message) = broken[index]
    let file = try folder.write(name, bytes: bytes)
    for command in [
      ["extract", file], ["diagram", file, "-o", folder / "out.svg"], ["allies", "Arland", file],
    ] {
      let run = alliance(command)
      #expect(run.status == 2)
      #expect(run.complaints == [file + message])
      #expect(run.bytes.isEmpty)
    }
    #expect(folder.names == [name])
  }

  @Test func aMissingFileIsNamed() {
    let run = alliance("extract", folder / "missing.txt")
    #expect(run.status == 2)
    #expect(run.complaints == ["\(folder.path)/missing.txt: no such file or directory"])
  }

  @Test func aFolderWithoutArticlesIsAnError() throws {
    try folder.write("notes.md", article)
    let run = alliance("extract", folder.path)
    #expect(run.status == 2)
    #expect(run.complaints == ["\(folder.path): no .txt or .json files in this folder"])
  }

  @Test func goodFilesBesideBrokenOnesAreProcessed() throws {
    try folder.write("good.txt", article)
    for (name, bytes, _) in broken { try folder.write(name, bytes: bytes) }
    let run = alliance("extract", folder.path, folder / "missing.txt")
    #expect(run.status == 2)
    #expect(run.complaints.count == broken.count + 1)
    let graph = try AllianceGraph(json: run.bytes, file: "output")
    #expect(graph.articles.map(\.id) == ["good"] && graph.relations.count == 1)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func anUnreadableFolderIsNamed() throws {
    try folder.write("closed/a.txt", article)
    try folder.write("b.txt", article)
    chmod(folder / "closed", 0)
    defer { chmod(folder / "closed", 0o755) }
    let run = alliance("extract", folder.path)
    #expect(run.status == 2 && run.complaints == ["\(folder.path)/closed: permission denied"])
  }
}
