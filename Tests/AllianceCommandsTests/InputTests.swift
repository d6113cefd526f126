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
    try folder.write("notes.doc", article)
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

@Suite struct FormatInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let page = """
    <html><head><title>Pact signed | The Wire</title><meta property="og:site_name" content="The Wire">
    <meta name="date" content="2030-01-02"></head><body><h1>Pact signed</h1><p>Ministers met in the old harbour to sign the
    pact on Tuesday, after weeks of talks.</p><p>Arland backs Borland.</p></body></html>
    """

  @Test func articlesOfEveryFormatAreRead() throws {
    try folder.write("page.html", page)
    try folder.write(
      "feed.xml",
      "<rss><channel><title>Hill Radio</title><item><title>War</title><description>Cor fighting Borland.</description></item></channel></rss>"
    )
    try folder.write("lines.jsonl", #"{"id": "one", "text": "Delta backs Cor.", "title": "Aid"}"# + "\n")
    try folder.write("notes.md", "# Notes\n\nDelta *fighting* Arland.\n")
    try folder.write(
      "wide.txt",
      bytes: [0xFF, 0xFE] + "Wide\n\nCor backs Edria.\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let run = alliance("extract", folder.path)
    #expect(run.status == 0 && run.complaints.isEmpty)
    let graph = try AllianceGraph(json: run.bytes, file: "output")
    #expect(graph.articles.map(\.id) == ["feed-war", "notes", "one", "page", "wide"])
    #expect(graph.relations.count == 5)
    let record = try #require(graph.article("page"))
    #expect(record.title == "Pact signed" && record.date == "2030-01-02" && record.publisher == "The Wire")
    let told = try AllianceGraph(
      json: alliance("extract", folder / "page.html", "--date", "2031", "--publisher", "Us").bytes,
      file: "output")
    #expect(told.articles.map(\.date) == ["2031"] && told.articles.map(\.publisher) == ["Us"])
    #expect(alliance("extract", "-", input: page).output.contains("\"title\": \"Pact signed\""))
  }

  @Test func whatIsWrongWithAPartIsNamedAndTheRestIsRead() throws {
    let feed = try folder.write(
      "feed.xml",
      "<rss><channel><item><title>A</title></item><item/><item><title>War</title><description>Cor fighting Borland.</description></item></channel></rss>"
    )
    let lines = try folder.write("articles.jsonl", "{\"text\": \"Arland backs Borland.\"}\n{]\n")
    let run = alliance("extract", feed, lines)
    #expect(run.status == 2)
    #expect(
      run.complaints == [
        "\(feed): entry 2: neither title nor text; left out",
        "\(lines):2: expected a key in quotes, found ']'",
      ])
    let graph = try AllianceGraph(json: run.bytes, file: "output")
    #expect(graph.articles.map(\.id) == ["articles-1", "feed-a", "feed-war"] && graph.relations.count == 2)
  }

  @Test func anIdOfAFileCannotLeaveTheFolder() throws {
    let lines = try folder.write("in/a.jsonl", #"{"id": "../../evil", "text": "Arland backs Borland."}"#)
    let run = alliance("extract", lines, "--output-directory", folder / "out")
    #expect(run.status == 0 && folder.names.contains("out/evil.json"))
  }
}

/// What is wrong with an input, and what must be said of it after its path.
private let broken: [(name: String, bytes: [UInt8], message: String)] = [
  ("empty.txt", [], ": empty; expected an article or a graph"),
  ("blank.txt", Array(" \n\t\n".utf8), ": empty; expected an article or a graph"),
  (
    "picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2],
    ": binary data; expected an article or a graph"
  ),
  ("latin.txt", Array("Line\nCaf".utf8) + [0xE9, 0x0A], ":2: invalid UTF-8; convert the text to UTF-8"),
  ("cut.txt", Array("Caf".utf8) + [0xC3], ":1: invalid UTF-8; convert the text to UTF-8"),
  (
    "hollow.html", Array("<html><body><p>Hello.</p></body></html>".utf8),
    ": no article found in this page; save its text as plain text"
  ),
  (
    "sitemap.xml", Array("<urlset/>".utf8),
    ": neither an RSS or Atom feed nor a page; expected <rss>, <feed> or <html>"
  ),
  ("lines.jsonl", Array("{\"headline\": null}".utf8), ":1: no text; expected \"text\" and \"title\""),
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
    try folder.write("notes.doc", article)
    let run = alliance("extract", folder.path)
    #expect(run.status == 2 && run.complaints.count == 1)
    #expect(
      run.complaints[0].hasPrefix(
        "\(folder.path): no files in this folder that end in one of .txt, .text, .html,"))
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
