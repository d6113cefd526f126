import Documents
import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

/// The laws that make parallel work safe, on graphs from a seeded generator.
@Suite struct MergingTests {
  private static let seeds: Range<UInt64> = 0..<100

  /// Equal, and equal in every byte that output could show.
  private func expectSame(_ a: AllianceGraph, _ b: AllianceGraph, _ seed: UInt64) {
    #expect(a == b, "seed \(seed)")
    #expect(a.actors == b.actors && a.relations == b.relations, "seed \(seed)")
    let same =
      a.articles.isSame(as: b.articles) && a.accounts.isSame(as: b.accounts)
      && a.mentions.isSame(as: b.mentions)
    #expect(same, "seed \(seed)")
    #expect(a.actors.map { Array($0.name.utf8) } == b.actors.map { Array($0.name.utf8) }, "seed \(seed)")
  }

  @Test func mergingIsCommutative() {
    for seed in Self.seeds {
      var generator = SeededGenerator(seed: seed)
      let a = AllianceGraph.random(using: &generator)
      let b = AllianceGraph.random(using: &generator)
      expectSame(a.merging(b), b.merging(a), seed)
    }
  }

  @Test func mergingIsAssociative() {
    for seed in Self.seeds {
      var generator = SeededGenerator(seed: seed)
      let a = AllianceGraph.random(using: &generator)
      let b = AllianceGraph.random(using: &generator)
      let c = AllianceGraph.random(using: &generator)
      expectSame(a.merging(b).merging(c), a.merging(b.merging(c)), seed)
      expectSame(a.merging(b).merging(c), AllianceGraph(merging: [c, a, b]), seed)
    }
  }

  @Test func mergingIsIdempotentAndTheEmptyGraphIsNeutral() {
    for seed in Self.seeds {
      var generator = SeededGenerator(seed: seed)
      let a = AllianceGraph.random(using: &generator)
      expectSame(a.merging(a), a, seed)
      expectSame(a.merging(AllianceGraph()), a, seed)
    }
  }

  @Test func readingTogetherIsMergingReadings() {
    for seed in Self.seeds {
      var generator = SeededGenerator(seed: seed)
      let readings = (0..<5).map { _ in ArticleReading.random(using: &generator) }
      let apart = readings.reversed().reduce(AllianceGraph()) { $0.merging(AllianceGraph(readings: [$1])) }
      expectSame(AllianceGraph(readings: readings), apart, seed)
    }
  }

  @Test func generatedGraphsAreNotTrivial() {
    let graphs = Self.seeds.map { seed in
      var generator = SeededGenerator(seed: seed)
      return AllianceGraph.random(using: &generator)
    }
    #expect(graphs.contains { $0.relations.contains { $0.mentions.count > 3 } })
    for type in RelationType.allCases {
      #expect(graphs.contains { $0.relations.contains { $0.type == type } })
    }
    for status in Status.allCases {
      #expect(graphs.contains { $0.relations.contains { $0.status == status } })
    }
  }
}
