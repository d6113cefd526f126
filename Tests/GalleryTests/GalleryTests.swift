import AllianceGraphs
import AllianceKit
import Documents
import Foundation
import GraphExport
import Testing

/// The articles in `graphs` still yield the graphs, pictures and differences that lie beside them.
///
/// These files are what the program says, not what is right: where it has learnt to read better, look at what changed
/// and write them anew.
@Suite struct GalleryTests {
  private static let advice =
    "if the change is meant: swift build -c release --product alliance && graphs/regenerate.sh"

  /// The articles as `articles.tsv` lists them, in its order.
  private static let articles: Result<[Article], any Error> = Result {
    try lines(of: Repository.text("graphs/articles.tsv")).dropFirst().filter { !$0.isEmpty }.map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return Article(
        id: fields[0].replacing(".txt", with: ""), plainText: try Repository.text("graphs/\(fields[0])"),
        date: fields[1], publisher: fields[2])
    }
  }

  /// Each article's graph, read once for all tests.
  private static let graphs: Result<[String: AllianceGraph], any Error> = Result {
    let readings = try ArticleReader().readings(of: try articles.get(), jobs: 2)
    return Dictionary(
      uniqueKeysWithValues: readings.map { ($0.article.id, AllianceGraph(readings: [$0])) })
  }

  private func graph(_ name: String) throws -> AllianceGraph {
    try #require(try Self.graphs.get()[name], "graphs/articles.tsv does not list \(name).txt")
  }

  private func compare(_ text: String, with file: String) throws {
    let golden = try Repository.text("graphs/\(file)")
    if text != golden {
      Issue.record("graphs/\(file) is out of date, \(firstDifference(text, golden))\n\(Self.advice)")
    }
  }

  @Test func everyArticleIsListed() throws {
    let folder = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "graphs").path)
    let listed = try Self.articles.get().map { "\($0.id).txt" }
    #expect(listed.count >= 3)
    #expect(folder.filter { $0.hasSuffix(".txt") }.sorted() == listed.sorted())
    for article in try Self.articles.get() { #expect(!article.title.isEmpty) }
  }

  @Test(arguments: ["marovia", "sudan-2023-04", "sudan-2023-05"])
  func articlesYieldTheirGraph(name: String) throws {
    let graph = try graph(name)
    #expect(graph.relations.count >= 5)
    try compare(String(decoding: graph.json(), as: UTF8.self), with: "\(name).json")
    try compare(graph.dot(), with: "\(name).dot")
  }

  @Test func everyQuoteStandsInItsArticle() throws {
    for article in try Self.articles.get() {
      for mention in try graph(article.id).mentions {
        let evidence = mention.evidence
        #expect(article.text[utf8: evidence.range] == evidence.text)
        #expect(evidence.range.contains(evidence.trigger.lowerBound))
      }
    }
  }

  @Test func theMonthsDifferAsTold() throws {
    let (april, may) = (try graph("sudan-2023-04"), try graph("sudan-2023-05"))
    let diff = GraphDiff(from: april, to: may)
    try compare(diff.text(from: april, to: may), with: "sudan.diff")
    try compare(
      diff.dot(from: april, to: may, title: "Sudan, April to May 2023"), with: "sudan-diff.dot")
  }

  /// The pictures depend on the version of Graphviz and its fonts: only what they are made of is compared.
  @Test(arguments: ["marovia", "sudan-2023-04", "sudan-2023-05"])
  func picturesShowEveryActorOfARelation(name: String) throws {
    let picture = try Repository.text("graphs/\(name).svg")
    #expect(picture.hasPrefix("<?xml") && picture.hasSuffix("</svg>\n"))
    let golden = try AllianceGraph(
      json: Array(Repository.text("graphs/\(name).json").utf8), file: "graphs/\(name).json")
    for edge in golden.relations {
      for end in [edge.source, edge.target] {
        let title = "<title>\(end.replacing("-", with: "&#45;"))</title>"
        #expect(picture.contains(title), "\(name).svg lacks \(end); \(Self.advice)")
      }
    }
  }
}
