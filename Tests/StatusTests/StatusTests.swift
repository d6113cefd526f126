import AllianceGraphs
import AllianceKit
import Documents
import Extraction
import Relations
import Testing

/// Reads each sentence of `StatusSentences` with the embedded model and all that strong rules find.
@Suite struct StatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var phenomenon: String
    var text: String
    var source: ActorID
    var type: RelationType
    var target: ActorID
    /// A status, "STATUS disputed", or "none".
    var expected: String

    var testDescription: String { "\(phenomenon): \(text)" }
  }

  static let cases: [Case] = {
    var phenomenon = ""
    return StatusSentences.text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("== ") {
        phenomenon = String(line.dropFirst(3))
        return nil
      }
      let parts = line.split(separator: ">")
      precondition(parts.count == 2, "no expectation: \(line)")
      let words = parts[1].split(separator: " ").map(String.init)
      precondition(words.count >= 4 && RelationType(rawValue: words[1]) != nil, "no relation: \(line)")
      return Case(
        phenomenon: phenomenon, text: String(parts[0].dropLast()), source: words[0],
        type: RelationType(rawValue: words[1])!, target: words[2],
        expected: words.dropFirst(3).joined(separator: " "))
    }
  }()

  static let reader = Result { try ArticleReader() }

  /// With each model some sentences are misread and their relation is not found at all; but what is found must have the
  /// right status, and nothing may be found where nothing is said.
  @Test func judgesWhatIsFound() throws {
    let reader = try Self.reader.get()
    var missed: [String] = []
    var wrong: [String] = []
    for sentence in Self.cases {
      let article = Article(id: "a", title: "", text: "What the day brought\n\n\(sentence.text)\n")
      let reading = reader.extractor.withoutScorer().extract(reader.parse(article))
      let edge = AllianceGraph(readings: [reading])
        .edge(Relation(sentence.source, sentence.type, sentence.target))
      let found = edge.map { $0.status.rawValue + ($0.disputed ? " disputed" : "") } ?? "none"
      if found == sentence.expected { continue }
      let line = "\(sentence.phenomenon): \(sentence.text) is \(found), expected \(sentence.expected)"
      if found == "none" { missed.append(line) } else { wrong.append(line) }
    }
    #expect(missed.count * 10 <= Self.cases.count, Comment(rawValue: missed.joined(separator: "\n")))
    #expect(wrong.count * 50 <= Self.cases.count, Comment(rawValue: wrong.joined(separator: "\n")))
  }

  @Test func coversEveryStatusBothWays() {
    let expected = Set(Self.cases.map(\.expected))
    #expect(expected.isSuperset(of: Status.allCases.map(\.rawValue) + ["none", "alleged disputed"]))
    #expect(Self.cases.count >= 100)
  }
}
