import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct DiffTests {
  @Test func aGraphDoesNotDifferFromItself() {
    for seed: UInt64 in 0..<80 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      let diff = GraphDiff(from: graph, to: graph)
      #expect(diff.isEmpty, "seed \(seed)")
      #expect(diff == GraphDiff(from: AllianceGraph(), to: AllianceGraph()))
    }
  }

  @Test func applyingTheDifferenceGivesTheOther() {
    for seed: UInt64 in 0..<100 {
      var generator = SeededGenerator(seed: seed)
      let a = AllianceGraph.random(using: &generator)
      let b = [.random(using: &generator), a.merging(.random(using: &generator))].pick(&generator)
      let diff = GraphDiff(from: a, to: b)
      let result = a.applying(diff)
      #expect(result == b, "seed \(seed)")
      #expect(result.relations == b.relations && result.actors == b.actors, "seed \(seed)")
      #expect(
        result.mentions.isSame(as: b.mentions) && result.accounts.isSame(as: b.accounts), "seed \(seed)")
      #expect(diff.isEmpty == (a == b), "seed \(seed)")
    }
  }

  /// Every relation of either graph is new, gone, changed, reworded or the same, and only one of these.
  @Test func everyRelationIsAccountedForOnce() {
    for seed: UInt64 in 0..<80 {
      var generator = SeededGenerator(seed: seed)
      let earlier = AllianceGraph.random(using: &generator)
      let b = AllianceGraph.random(using: &generator)
      let diff = GraphDiff(from: earlier, to: b)
      // Actors that are the same under other ids have the later ones.
      let a = diff.identities.aligned(earlier, with: b)
      let changes = diff.changed + diff.reworded
      let same = a.relations.filter { b.edge($0.relation)?.mentions.isSame(as: $0.mentions) == true }
      let before = (diff.gone + changes.map(\.before) + same).map(\.relation)
      let after = (diff.added + changes.map(\.after) + same).map(\.relation)
      #expect(
        before.sorted { Relation.order($0, $1) == .before } == a.relations.map(\.relation), "seed \(seed)")
      #expect(
        after.sorted { Relation.order($0, $1) == .before } == b.relations.map(\.relation), "seed \(seed)")
      #expect(diff.changed.allSatisfy { !$0.aspects.isEmpty })
      #expect(diff.reworded.allSatisfy { $0.aspects.isEmpty && !($0.gained.isEmpty && $0.lost.isEmpty) })
    }
  }

  private func diff(_ old: [RelationMention], _ new: [RelationMention]) -> GraphDiff {
    GraphDiff(
      from: AllianceGraph(readings: [.of("r", old)]), to: AllianceGraph(readings: [.of("r", new)]))
  }

  @Test func aRelationThatIsOverHasChanged() {
    let diff = diff([.of("a", .fighting, "b")], [.of("a", .fighting, "b", .ended)])
    #expect(diff.changed.map(\.aspects) == [[.status(from: .asserted, to: .ended)]])
    #expect(diff.added.isEmpty && diff.gone.isEmpty)
  }

  @Test func supportAndInitiatorAndDispute() {
    let diff = diff(
      [.of("a", .backs, "b", .alleged), .of("a", .fighting, "c", initiator: "a")],
      [
        .of("a", .backs, "b", .alleged, support: .training), .of("a", .backs, "b", .denied, at: 9),
        .of("a", .fighting, "c", initiator: "c"),
      ])
    #expect(
      diff.changed.map(\.aspects) == [
        [.disputed(true), .support(from: .unspecified, to: .training)], [.initiator(from: "a", to: "c")],
      ])
  }

  @Test func notToSayWhoAttackedIsNoChange() {
    let diff = diff([.of("a", .fighting, "c", initiator: "a")], [.of("a", .fighting, "c")])
    #expect(diff.changed.isEmpty)
    #expect(diff.reworded.count == 1)
  }

  @Test func aDirectedRelationTurnsRound() {
    let diff = diff([.of("a", .backs, "b")], [.of("b", .backs, "a")])
    #expect(diff.changed.map(\.aspects) == [[.turned]])
    #expect(diff.added.isEmpty && diff.gone.isEmpty)
  }

  @Test func oneTypeTakesTheOnlyPlaceOfAnother() {
    let peace = diff([.of("a", .fighting, "b")], [.of("b", .alliedWith, "a")])
    #expect(peace.changed.map(\.aspects) == [[.type(from: .fighting, to: .alliedWith)]])
    let unclear = diff(
      [.of("a", .fighting, "b")], [.of("b", .alliedWith, "a"), .of("b", .negotiatesWith, "a")])
    #expect(unclear.changed.isEmpty)
    #expect(unclear.gone.map(\.type) == [.fighting])
    #expect(unclear.added.map(\.type) == [.alliedWith, .negotiatesWith])
  }

  @Test func evidenceGainedAndLost() {
    let diff = diff(
      [.of("a", .backs, "b", at: 1)], [.of("a", .backs, "b", at: 2), .of("a", .backs, "b", at: 3)])
    #expect(diff.changed.isEmpty)
    #expect(diff.reworded.map { [$0.gained.count, $0.lost.count] } == [[2, 1]])
  }

  @Test func actorsNewGoneAndRenamed() {
    let diff = GraphDiff(
      from: AllianceGraph(readings: [.of("r", actors: [.of("a", "A"), .of("b", "B")], [])]),
      to: AllianceGraph(readings: [.of("r", actors: [.of("a", "Ah"), .of("c", "C")], [])]))
    #expect(diff.identities.isEmpty)
    #expect(diff.newActors.map(\.id) == ["c"])
    #expect(diff.goneActors.map(\.id) == ["b"])
    #expect(diff.changedActors.map { [$0.before.name, $0.after.name] } == [["A", "Ah"]])
  }
}
