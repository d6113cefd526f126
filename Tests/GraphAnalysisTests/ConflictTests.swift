import AllianceGraphs
import GraphSamples
import Relations
import Testing

@testable import GraphAnalysis

@Suite struct ConflictTests {
  private func proxies(_ mentions: [RelationMention]) -> [String] {
    let graph = AllianceGraph(readings: [.of("r", mentions)])
    return SignedNetwork(graph).proxies(in: graph).map { "\($0.sponsor) \($0.opponent) \($0.agent)" }
  }

  @Test func whoActsThroughWhom() {
    let war = RelationMention.of("b", .fighting, "c")
    #expect(proxies([.of("a", .backs, "b"), war]) == ["a c b"])
    #expect(proxies([.of("a", .backs, "b", .alleged), war]) == ["a c b"])
    // Both sides of a war may be proxies.
    #expect(proxies([.of("a", .backs, "b"), .of("d", .backs, "c"), war]) == ["d b c", "a c b"])
  }

  @Test func whoFightsItselfNeedsNoProxy() {
    let war = RelationMention.of("b", .fighting, "c")
    #expect(proxies([.of("a", .backs, "b"), war, .of("a", .fighting, "c")]).isEmpty)
    #expect(proxies([.of("a", .backs, "b"), war, .of("a", .fighting, "c", .denied)]) == ["a c b"])
    #expect(proxies([.of("a", .backs, "b", .denied), war]).isEmpty)
    #expect(proxies([.of("b", .backs, "a"), war]).isEmpty)
    #expect(proxies([.of("a", .backs, "b"), .of("b", .opposes, "c")]).isEmpty)
    #expect(proxies([.of("a", .alliedWith, "b"), war]).isEmpty)
    #expect(proxies([.of("c", .backs, "b"), war]).isEmpty)
  }

  @Test func whatJoinsThemOtherwiseIsTold() throws {
    let graph = AllianceGraph(readings: [
      .of(
        "r",
        [
          .of("a", .backs, "b"), .of("b", .fighting, "c"), .of("a", .backs, "c"),
          .of("c", .negotiatesWith, "a"),
          .of("a", .fighting, "c", .denied),
        ])
    ])
    let proxies = SignedNetwork(graph).proxies(in: graph)
    #expect(proxies.map(\.opponent) == ["b", "c"] && proxies.allSatisfy(\.backsBothSides))
    #expect(proxies[1].direct.map(\.type) == [.backs, .fighting, .negotiatesWith])
    #expect(proxies[1].support.relation == Relation("a", .backs, "b"))
    #expect(proxies[1].fight.relation == Relation("b", .fighting, "c"))
  }

  @Test func contradictionsNameWhoSaysWhat() throws {
    var flagged = RelationMention.of("x", .backs, "y", .alleged, quote: "accused and denied")
    flagged.disputed = true
    let graph = AllianceGraph(readings: [
      .of(
        "may", publisher: "The Gazette",
        [
          .of("a", .backs, "b", .alleged, quote: "Cor accused A", by: "Cor"),
          .of("a", .backs, "b", .denied, at: 90, quote: "A denied it", by: "A"),
          .of("a", .fighting, "b", at: 200), flagged, .of("p", .backs, "q", .denied, at: 300),
        ]),
      .of("june", [.of("a", .backs, "b", quote: "A backs B")]),
    ])
    let contradictions = Contradictions(SignedNetwork(graph), in: graph)
    #expect(contradictions.ambivalent.map { [$0.first, $0.second] } == [["a", "b"]])
    #expect(
      contradictions.disputes.map(\.edge.relation) == [
        Relation("a", .backs, "b"), Relation("x", .backs, "y"),
      ])
    let dispute = contradictions.disputes[0]
    #expect(dispute.claims.map { $0.speaker ?? $0.article.id } == ["june", "Cor"])
    #expect(dispute.denials.map(\.speaker) == ["A"] && dispute.reports.isEmpty)
    #expect(dispute.denials[0].article.publisher == "The Gazette")
    #expect(contradictions.disputes[1].reports.flatMap(\.mentions) == [flagged.normalizedIn("may")])
    #expect(Contradictions(SignedNetwork(AllianceGraph()), in: AllianceGraph()).isEmpty)
  }
}

extension RelationMention {
  fileprivate func normalizedIn(_ article: String) -> RelationMention {
    var result = normalized
    result.evidence.article = article
    return result
  }
}
