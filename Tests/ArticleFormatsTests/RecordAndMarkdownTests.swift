import ArticleFormats
import Documents
import Testing

@Suite struct JSONArticleTests {
  private func lines(_ text: String) throws -> ArticleFile {
    try ArticleFile(Array(text.utf8), format: .jsonLines, id: "articles")
  }

  @Test func everyLineIsAnArticle() throws {
    let file = try lines(
      #"""
      {"id": "a/../1", "title": "Dam taken", "text": "Dam taken\n\nFighters took the dam.\nOstrava backs the army.", "date": "2031-05-14", "publisher": "Courier", "url": "https://c.example/1"}

      {"Headline": "Pact", "articleBody": "<p>Corland &amp; the islands signed.</p><p>It holds.</p>", "published_at": 1709164800, "source": {"id": null, "name": "Wire"}}
      {"body": ["One.", "Two."], "date": 2031, "link": "ftp://x"}
      """#)
    #expect(file.faults.isEmpty && file.articles.map(\.id) == ["a-..-1", "articles-3", "articles-4"])
    #expect(
      file.articles.map(\.text) == [
        "Dam taken\n\nFighters took the dam.\nOstrava backs the army.\n",
        "Pact\n\nCorland & the islands signed.\n\nIt holds.\n", "One.\n\nTwo.\n",
      ])
    #expect(file.articles.map(\.date) == ["2031-05-14", "2024-02-29", "2031"])
    #expect(file.articles.map(\.publisher) == ["Courier", "Wire", nil])
    #expect(file.articles.map(\.url) == ["https://c.example/1", nil, nil])
  }

  @Test func badLinesAreNamedAndTheRestIsRead() throws {
    let file = try lines(
      """
      {"text": "One."}
      {"text": "Two.
      []
      {"txt": "Three."}
      {"text": "Four.", "date": "last week"}
      \u{FEFF}
      """)
    #expect(file.articles.map(\.text) == ["One.\n", "Four.\n"])
    #expect(file.faults.map(\.place) == [.line(2), .line(3), .line(4), .line(5), .line(6)])
    #expect(file.faults[1].message == "expected an article as an object, found an array")
    #expect(file.faults[2].message == #"no text; expected "text" and "title""#)
    #expect(file.faults[3].message == "'last week' is not a date and left out; write it as YYYY-MM-DD")
    let damaged = Array("{\"text\": \"One".utf8) + [0xFF] + Array("\"}\n{\"text\": \"Two.\"}".utf8)
    let rest = try ArticleFile(damaged, format: .jsonLines, id: "x")
    #expect(rest.articles.map(\.text) == ["Two.\n"] && rest.faults.map(\.place) == [.line(1)])
  }

  @Test func oneValueMayHoldAllArticles() throws {
    let text = #"[{"title": "A", "text": "One."}, 7, {"title": "B", "text": "Two."}]"#
    let file = try ArticleFile(Array(text.utf8), format: .json, id: "x")
    #expect(file.articles.map(\.id) == ["x-1", "x-3"] && file.faults.map(\.place) == [.entry(2)])
    let single = try ArticleFile(
      Array("{\n\"title\": \"A\", \"text\": \"One.\"}".utf8), format: .json, id: "x")
    #expect(single.articles.map(\.id) == ["x"])
    let fault = #expect(throws: ArticleFault.self) {
      try ArticleFile(Array("[\n{]".utf8), format: .json, id: "x")
    }
    #expect(fault?.place == .line(2))
  }
}

@Suite struct MarkdownTests {
  @Test func marksGoAndTextStays() throws {
    let text = """
      ---
      title: "Dam: taken"
      date: 2031-05-14
      tags:
        - title: nested
      source: Valley Courier
      url: https://courier.example/dam
      ---
      # Dam: taken

      Fighters of the **Northern Front** took the [Harun _dam_](https://x.example/a_(b) "Dam"), its
      spokesman said.[^1] ![A dam](dam.jpg)
      > “We hold it,” he told
      > reporters.

      ## A *long* siege ##

      * The army is backed by [Ostrava][o].
      * It has 3 * 4 guns of type snake_case_gun and \\*stars\\*.
      1. One `code` word & an &amp; <b>bold</b><br>one.

      ```
      let secret = "Galia backs Sarn."
      ```

          indented code

      | Dam | Power |
      |-----|-------|
      | Harun | 880 |

      Talks
      -----
      None [so far].

      [o]: https://ostrava.example
      [^1]: Not read.
      """
    let article = try #require(try ArticleFile(Array(text.utf8), format: .markdown, id: "m").articles.first)
    #expect(
      article.title == "Dam: taken" && article.date == "2031-05-14" && article.publisher == "Valley Courier")
    #expect(article.url == "https://courier.example/dam")
    #expect(
      article.text.split(separator: "\n\n").map(String.init) == [
        "Dam: taken",
        "Fighters of the Northern Front took the Harun dam, its spokesman said. “We hold it,” he told reporters.",
        "A long siege", "The army is backed by Ostrava.",
        "It has 3 * 4 guns of type snake_case_gun and *stars*.", "One code word & an & bold one.", "Talks",
        "None [so far].\n",
      ])
  }

  @Test func withoutHeadingTheFirstLineIsTheHeadline() throws {
    let article = try #require(
      try ArticleFile(Array("Dam taken\n\nFighters took *it*.".utf8), format: .markdown, id: "m").articles
        .first)
    #expect(article.title == "Dam taken" && article.text == "Dam taken\n\nFighters took it.\n")
    #expect(throws: ArticleFault.self) {
      try ArticleFile(Array("---\n```\nx".utf8), format: .markdown, id: "m")
    }
  }
}

@Suite struct FormatTests {
  @Test(arguments: [
    ("a.txt", "Two states\n\nText", ArticleFormat.plainText), ("a", "<p>quoted</p> text", .plainText),
    ("a.txt", "\u{FEFF}\n<!DOCTYPE HTML PUBLIC \"x\"><html>", .page),
    ("standard input", "<html lang=en>", .page),
    ("a.HTM", "<div>", .page), ("a.html", "<?xml version='1.0'?><!-- x > y --><rss version='2.0'>", .feed),
    ("a.xml", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", .page), ("a.xml", "<sitemap>", .feed),
    ("a.xml", "<feed xmlns='x'>", .feed), ("-", "<rdf:RDF>", .feed), ("a.jsonl", "x", .jsonLines),
    ("a.txt", "{\"title\": \"x\", \"text\": \"y\"}\n{", .jsonLines), ("a.json", "[{\"text\": \"y\"}]", .json),
    ("a.json", "{\"text\":\n \"y\"}", .json), ("a.txt", "[Update] Rebels", .plainText),
    ("a.md", "# x", .markdown),
  ])
  func contentAndEndingTellTheFormat(_ name: String, _ text: String, _ format: ArticleFormat) {
    #expect(ArticleFormat(of: Array(text.utf8), named: name) == format)
  }

  @Test(arguments: [
    "{\"format\": \"alliance-graph\", \"title\": 1}", "{}", "{\n\"format\": \"alliance-graph\"", "{ broken",
  ])
  func graphsAreNoArticles(_ text: String) {
    #expect(ArticleFormat(of: Array(text.utf8), named: "a.json") == nil)
  }
}
