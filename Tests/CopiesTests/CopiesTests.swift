import AllianceGraphs
import Documents
import GraphSamples
import Relations
import Testing

@testable import AllianceKit

private let report = """
  Marovian rebels seize port town

  Rebels of the Marovian Patriotic Front captured the port of Selene on Tuesday after a week of fighting, residents said.

  Government troops withdrew to the hills north of the town in the night and left their heavy guns behind. "We had no shells
  left and nobody answered our calls," an officer told reporters by telephone.

  Tarsia, which backs the front, welcomed the capture. Its foreign minister said that his country would send doctors and
  flour, but no soldiers. Velia, the main ally of the government, called it an act of war and threatened to close the strait
  to Tarsian ships.

  The front has been fighting the government of President Osric Tamm since the spring of last year. More than nine thousand
  people have been killed and half a million have fled to the neighbouring countries, according to the relief agencies.
  """

/// Another headline, a cut sentence, a word here and there.
private let edited = report.replacing(
  "Marovian rebels seize port town", with: "Port Selene falls to the rebels"
)
.replacing("residents said", with: "witnesses said").replacing(" in the night", with: "")
.replacing("More than nine thousand", with: "Over 9,000")

/// The first paragraphs, as a paper with little room prints them.
private let shortened = String(report.prefix(upTo: report.firstRange(of: "Velia")!.lowerBound))

/// Of the same event by other hands, with the same quote and the same background.
private let another = """
  Port Selene in rebel hands, Tamm vows to take it back

  President Osric Tamm vowed on Wednesday to retake Port Selene, a day after fighters of the Marovian Patriotic Front drove his
  army out of the country's only oil terminal.

  In the streets of the town the flags of the front hung from the balconies, and bakers gave away bread. "We had no shells left
  and nobody answered our calls," a captured officer said.

  The front, whose weapons come from Tarsia, said that it would open the terminal to all buyers. Traders doubt it.

  The front has been fighting the government of President Osric Tamm since the spring of last year. The war has cost thousands
  of lives.
  """

private func article(_ id: String, _ text: String, _ date: String? = nil) -> Article {
  Article(id: id, plainText: text, date: date)
}

@Suite struct CopiesTests {
  private let articles = [
    article("wire", report, "2024-09-03"), article("paper", edited, "2024-09-04"),
    article("sheet", shortened, "2024-09-04"), article("other", another, "2024-09-04"),
  ]

  @Test func editedAndShortenedCopiesAreKnownAndOtherReportsAreNot() {
    #expect(articles.markingCopies().map(\.copyOf) == [nil, "wire", "wire", nil])
  }

  @Test func theOrderDoesNotShow() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<10 {
      let shuffled = articles.shuffled(using: &generator)
      let marked = shuffled.markingCopies().sorted { $0.id < $1.id }
      #expect(marked.map(\.copyOf) == [nil, "wire", "wire", nil])
    }
  }

  @Test func theOriginalIsTheEarliestThenTheLongest() {
    let undated = [article("a", shortened), article("b", report), article("c", edited)]
    #expect(undated.markingCopies().map(\.copyOf) == ["b", nil, "b"])
    let dated = [
      article("a", shortened, "2024-09-02"), article("b", report), article("c", edited, "2024-09-03"),
    ]
    #expect(dated.markingCopies().map(\.copyOf) == [nil, "a", "a"])
  }

  @Test func shortTextsAreCopiesOnlyWhereTheyAreEqual() {
    let headlines = [
      "Rebels of the front seize the port of Selene after a week of fighting",
      "Rebels of the Front seize the port of Selene, after a week of fighting!",
      "Rebels of the front seize the port of Selene after two weeks of fighting", "Rebels seize port",
      "Rebels seize port",
    ]
    let articles = headlines.enumerated().map { article("\($0.offset)", $0.element) }
    // The second is the longer by its marks.
    #expect(articles.markingCopies().map(\.copyOf) == ["1", nil, nil, nil, nil])
  }

  @Test func manyCopiesAreOneSource() {
    let many = (0..<60).map { article("copy-\($0)", report + "\n\nEdition number \($0) of this paper.\n") }
    let marked = (many + [articles[3]]).markingCopies()
    #expect(Set(marked.dropLast().compactMap(\.copyOf)).count == 1 && marked.count { $0.copyOf == nil } == 2)
  }
}

@Suite struct SourcesTests {
  private func reading(_ id: String, _ quote: String, copyOf: String? = nil, confidence: Double = 0.5)
    -> ArticleReading
  {
    var article = Article(id: id, plainText: quote)
    article.copyOf = copyOf
    let mention = RelationMention(
      source: "tarsia", type: .backs, target: "front", confidence: confidence,
      evidence: Evidence(article: id, range: 0..<quote.utf8.count, text: quote, trigger: 0..<1, rule: "r"))
    return ArticleReading(article: article, actors: [], mentions: [mention])
  }

  @Test func copiesCountAsOneSourceAndTheirEvidenceStays() throws {
    let apart = AllianceGraph(readings: [
      reading("a", "Tarsia backs it."), reading("b", "Tarsia is its backer."),
    ])
    let edge = try #require(apart.relations.first)
    #expect(edge.sources == 2 && edge.confidence == 0.75)
    let copied = AllianceGraph(readings: [
      reading("a", "Tarsia backs it."), reading("b", "Tarsia is its backer.", copyOf: "a", confidence: 0.6),
      reading("c", "Tarsia is a backer of it.", copyOf: "b"),
    ])
    let same = try #require(copied.relations.first)
    #expect(same.sources == 1 && same.confidence == 0.6 && same.mentions.count == 3)
    #expect(copied.articles.map(\.copyOf) == [nil, "a", "b"])
    let more = copied.merging(AllianceGraph(readings: [reading("d", "Tarsia helps.")]))
    #expect(more.relations.first?.sources == 2 && more.relations.first?.confidence == 0.8)
  }
}
