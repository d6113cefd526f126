import AllianceGraphs
import AllianceKit
import Documents
import Extraction
import Relations
import Testing

#if DEBUG
  private let isOptimized = false
#else
  private let isOptimized = true
#endif

/// Reads each sentence of `StatusSentences` with the embedded model and all that strong rules find. Unoptimised the model
/// takes minutes for that: `swift test -c release -Xswiftc -enable-testing --filter StatusTests`.
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

  @Test(.enabled(if: isOptimized, "needs a release build"), arguments: cases) func judges(_ sentence: Case)
    throws
  {
    let reader = try Self.reader.get()
    let article = Article(id: "a", title: "", text: "What the day brought\n\n\(sentence.text)\n")
    let reading = reader.extractor.withoutScorer().extract(reader.parse(article))
    let edge = AllianceGraph(readings: [reading])
      .edge(Relation(sentence.source, sentence.type, sentence.target))
    let found = edge.map { $0.status.rawValue + ($0.disputed ? " disputed" : "") } ?? "none"
    #expect(found == sentence.expected)
  }

  @Test func coversEveryStatusBothWays() {
    let expected = Set(Self.cases.map(\.expected))
    #expect(expected.isSuperset(of: Status.allCases.map(\.rawValue) + ["none", "alleged disputed"]))
    #expect(Self.cases.count >= 100)
  }
}
