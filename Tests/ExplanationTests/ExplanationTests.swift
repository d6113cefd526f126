import AllianceKit
import Documents
import GraphExport
import Relations
import Testing

/// What is read is what is explained, and the reasons are those of the text.
@Suite struct ExplanationTests {
  private static let article = Article(
    id: "pass", title: "Fighting at the pass", date: "2015-06-01",
    text: """
      Fighting at the pass

      Russia sent tanks to the Syrian army on Monday. Syrian troops attacked the Free Syrian Army. The group said its \
      fighters had been driven back.

      Iran denied arming Hezbollah.
      """)

  private struct Readings {
    var reading: ArticleReading
    var explanation: ReadingExplanation
  }

  /// Read once for all tests.
  private static let readings = Result {
    let reader = try ArticleReader()
    return Readings(reading: reader.read(article), explanation: reader.explain(article))
  }

  private let reading: ArticleReading
  private let explanation: ReadingExplanation

  init() throws {
    let readings = try Self.readings.get()
    reading = readings.reading
    explanation = readings.explanation
  }

  @Test func whatIsExplainedIsWhatIsRead() {
    #expect(explanation.reading == reading)
    #expect(reading.mentions.count >= 2)
    #expect(explanation.relations.count == reading.mentions.count)
    #expect(explanation.actors.map(\.actor) == reading.actors.map(\.id))
  }

  @Test func endsAreTheExpressionsOfTheText() throws {
    let index = try #require(
      reading.mentions.firstIndex { $0.source == "russia" && $0.type == .backs && $0.target == "syria" })
    let why = explanation.relations[index]
    #expect(why.trigger == "sent" && why.definition?.hasPrefix("frames.txt:") == true)
    #expect(why.source.expression == "Russia" && why.source.resolution.rule == "name.name")
    #expect(why.target.expression == "Syrian army" && why.target.resolution.rule == "name.organ")
    #expect(why.leastConfidence == nil)
    #expect(!why.reasonsFor.isEmpty && why.reasonsFor.allSatisfy { $0.weight > 0 })
    #expect(why.reasonsAgainst.allSatisfy { $0.weight < 0 })
    // The strongest first.
    #expect(why.reasonsFor.map(\.weight) == why.reasonsFor.map(\.weight).sorted(by: >))
  }

  @Test func denialsNameTheirWord() {
    for (mention, why) in zip(reading.mentions, explanation.relations) where mention.status == .denied {
      #expect(mention.source == "iran" && why.statusCue == "denied")
    }
    #expect(reading.mentions.contains { $0.status == .denied })
  }

  @Test func joinedNamesHaveTheirRules() throws {
    let syria = try #require(explanation.actors.first { $0.actor == "syria" })
    func expressions(_ rule: String) -> [String]? {
      syria.joinings.first { $0.resolution.rule == rule }?.expressions.map(\.text)
    }
    #expect(expressions("name.adjective") == ["Syrian"])
    #expect(expressions("body.of-owner") == ["Syrian troops"])
    // Each rule says what it does in words.
    for joining in explanation.actors.flatMap(\.joinings) {
      #expect(!joining.resolution.meaning.isEmpty && !joining.resolution.meaning.contains("."))
    }
  }

  @Test func theGraphOfTheExplanationsIsThatOfTheReadings() {
    let graph = GraphExplanation([explanation])
    let text = graph.text()
    for edge in graph.graph.relations { #expect(text.contains(edge.mentions[0].evidence.rule)) }
    #expect(text.contains("Russia, from “Russia”: a name of it (name.name)"))
    // No feature shows in the words of the program.
    #expect(!text.contains("pair ") && !text.contains("bias"))
  }
}
