import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct FilterTests {
  private let story = AllianceGraph.story

  private func relations(_ filter: GraphFilter) -> [Relation] {
    story.filtered(by: filter).relations.map(\.relation)
  }

  @Test func nothingToFilterChangesNothing() {
    #expect(story.filtered(by: GraphFilter()) == story)
  }

  @Test func byTypeStatusConfidenceAndKind() {
    #expect(
      relations(GraphFilter(types: [.partOf, .negotiatesWith])).map(\.type) == [.negotiatesWith, .partOf])
    #expect(relations(GraphFilter(statuses: [.ended])).count == 2)
    #expect(
      relations(GraphFilter(minimumConfidence: 0.9)) == [
        Relation("arland", .backs, "cor-front"), Relation("cor-front", .fighting, "fen"),
      ])
    #expect(
      relations(GraphFilter(kinds: [.state])) == [
        Relation("arland", .backs, "borland"), Relation("borland", .backs, "arland"),
      ])
    #expect(story.filtered(by: GraphFilter(kinds: [.state])).actors.map(\.id) == ["arland", "borland"])
  }

  @Test func leavingOutArticlesFoldsAnew() {
    let fight = Relation("fen", .fighting, "cor-front")
    #expect(story.edge(fight)?.status == .ended)
    let march = story.filtered(by: GraphFilter(until: CalendarDate("2019-03")))
    #expect(march.edge(fight)?.status == .asserted)
    #expect(march.articles.map(\.id) == ["march"])
    let april = story.filtered(by: GraphFilter(since: CalendarDate("2019-03-06")))
    #expect(april.edge(Relation("arland", .backs, "cor-front"))?.support == .unspecified)
    #expect(
      april
        == AllianceGraph(readings: [AllianceGraph.storyInApril]).filtered(
          by: GraphFilter(types: Set(RelationType.allCases))))
  }

  @Test func byPublisherWithoutCaseAndAccents() {
    #expect(story.filtered(by: GraphFilter(publishers: ["agencia norte"])).articles.map(\.id) == ["april"])
    #expect(story.filtered(by: GraphFilter(publishers: ["Gazette"])).articles.map(\.id) == ["march"])
    #expect(relations(GraphFilter(publishers: ["nobody"])).isEmpty)
  }

  @Test func statusIsThatOfTheWholeEdge() {
    #expect(!relations(GraphFilter(statuses: [.asserted])).contains(Relation("fen", .fighting, "cor-front")))
  }

  @Test func filteringTwiceIsFilteringOnce() {
    for seed: UInt64 in 0..<50 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      let filter = GraphFilter(
        types: Set(RelationType.allCases.filter { _ in Bool.random(using: &generator) }),
        statuses: [nil, [.asserted, .ended]].pick(&generator),
        since: [nil, CalendarDate("2019-03")].pick(&generator))
      let once = graph.filtered(by: filter)
      // The kinds of actors may differ when fewer articles are left, so that filter is not among these.
      #expect(once.filtered(by: filter) == once, "seed \(seed)")
    }
  }

  @Test func dates() {
    #expect(["2019", "2019-03", "2020-02-29"].allSatisfy { CalendarDate($0)?.description == $0 })
    #expect(
      ["", "19", "2019-13", "2019-02-29", "2019-3-1", "2019-03-05T", "2019-03-05-01", "abcd", "2019-00"]
        .allSatisfy { CalendarDate($0) == nil })
    func inOrder(_ since: String, _ until: String) -> Bool {
      GraphFilter(since: CalendarDate(since), until: CalendarDate(until)).hasDatesInOrder
    }
    #expect(inOrder("2019-03", "2019"))
    #expect(!inOrder("2019-03-02", "2019-03-01"))
  }
}
