import AllianceKit
import Dictionaries
import Documents
import Relations
import Testing

/// Dictionaries at work, through all stages.
@Suite struct OwnDictionariesTests {
  private static let actors = DictionaryFile(
    name: "actors.yaml",
    text: """
      actors:
        - id: lantern-brigades
          name: Lantern Brigades
          kind: armed_group
          leaders: [{name: Ilva Renn, known_by_surname: true}]
      """)
  private static let rules = DictionaryFile(
    name: "rules.yaml",
    text: """
      rules:
        - id: backs.taps
          type: backs
          support: funding
          idioms:
            - {verb: open, noun: tap, source: subject, target: for}
          examples:
            - {sentence: Turkey opened the taps for the Somali government., finds: Turkey > Somalia}
            - {sentence: Turkey is north of the Somali government., finds: Turkey > Somalia}
          counterexamples:
            - The plumber opened the taps for his neighbour.
            - Turkey opened the taps for the Somali government in May.
      """)
  private static let article = Article(
    id: "a", title: "Taps",
    text:
      "Taps\n\nTurkey opened the taps for the Lantern Brigades. Syrian troops attacked fighters of Renn on Monday."
  )

  /// Read once with dictionaries for all tests.
  private static let own = Result { try ArticleReader(actors: [actors], rules: [rules]) }

  private func relations(_ reading: ArticleReading) -> Set<String> {
    Set(reading.mentions.map { "\($0.source) \($0.type.rawValue) \($0.target)" })
  }

  @Test func ownActorsAndRulesAreRead() throws {
    let reading = try Self.own.get().read(Self.article)
    #expect(relations(reading).contains("turkey backs lantern-brigades"))
    let mention = try #require(reading.mentions.first { $0.type == .backs })
    #expect(mention.evidence.rule == "backs.taps" && mention.support == .funding && mention.confidence >= 0.7)
    #expect(reading.actors.first { $0.id == "lantern-brigades" }?.kind == .armedGroup)
    let without = try ArticleReader().read(Self.article)
    #expect(!without.mentions.contains { $0.evidence.rule == "backs.taps" })
  }

  @Test func examplesAreTried() throws {
    let report = try Self.own.get().checkExamples()
    #expect(report.examples == 4)
    #expect(
      report.failures.map(\.description) == [
        "rules.yaml:9: 'backs.taps' does not find Turkey > Somalia in “Turkey is north of the Somali government.”",
        "rules.yaml:12: 'backs.taps' finds Turkey > Somalia in “Turkey opened the taps for the Somali government in May.”",
      ])
    #expect(try ArticleReader().checkExamples() == ExampleReport(examples: 0, failures: []))
  }

  @Test func faultsOfBothDictionariesAreTold() {
    let error = #expect(throws: DictionaryErrors.self) {
      try ArticleReader(
        actors: [DictionaryFile(name: "a", text: "")], rules: [DictionaryFile(name: "r", text: "x")])
    }
    #expect(error?.errors.map(\.file) == ["a", "r"])
  }
}
