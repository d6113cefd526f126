import AllianceGraphs
import GraphSamples
import Relations
import Testing

@Suite struct RelationIndexTests {
  private func graph(_ seed: UInt64) -> AllianceGraph {
    var generator = SeededGenerator(seed: seed)
    let ids = (0..<12).map { "actor-\($0)" }
    let mentions = (0..<60).map { _ in
      RelationMention.random(ids: ids, article: "report", using: &generator)
    }
    return AllianceGraph(readings: [.of("report", mentions)])
  }

  /// The sign of a pair: which kind of its edges is more.
  private func sign(_ graph: AllianceGraph, _ a: ActorID, _ b: ActorID) -> Int {
    graph.relations.filter { $0.relation.joins(a) && $0.relation.joins(b) }.reduce(0) { sum, edge in
      switch edge.type.sign {
      case .cooperative: sum + 1
      case .neutral: sum
      case .conflictual: sum - 1
      }
    }.signum()
  }

  @Test(arguments: 0..<20)
  func trianglesAreThoseThatAreCountedOneByOne(_ seed: UInt64) {
    let graph = graph(seed)
    let ids = graph.actors.map(\.id)
    var expected = [0, 0, 0, 0]
    for (i, a) in ids.enumerated() {
      for (j, b) in ids.enumerated() where j > i {
        for (k, c) in ids.enumerated() where k > j {
          let signs = [sign(graph, a, b), sign(graph, b, c), sign(graph, a, c)]
          if !signs.contains(0) { expected[signs.count { $0 < 0 }] += 1 }
        }
      }
    }
    let found = RelationIndex(graph).signedTriangles()
    #expect([found.none, found.one, found.two, found.three] == expected)
  }

  @Test(arguments: 0..<20)
  func backersWithinAllHopsAreThoseOfAnyChain(_ seed: UInt64) {
    let graph = graph(seed)
    let index = RelationIndex(graph)
    for (number, actor) in graph.actors.enumerated() {
      var reached: Set<ActorID> = [actor.id]
      for hops in 1...4 {
        for edge in graph.relations where edge.type == .backs {
          // A hop at a time: only who was reached before this hop counts as reached.
          if reached.contains(edge.target) { reached.insert("+" + edge.source) }
        }
        reached = Set(reached.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 })
        let found = index.backers(of: number, hops: hops).map { index.actors[$0] }
        #expect(Set(found) == reached.subtracting([actor.id]))
        #expect(Set(found).count == found.count)
      }
    }
  }

  @Test func componentsAreJoinedByAnyTypeEitherWay() {
    let graph = AllianceGraph(readings: [
      .of(
        "report",
        [.of("a", .backs, "b"), .of("c", .fighting, "b"), .of("d", .opposes, "e"), .of("f", .partOf, "e")])
    ])
    #expect(RelationIndex(graph).components() == [0, 0, 0, 3, 3, 3])
    #expect(RelationIndex(AllianceGraph()).components().isEmpty)
  }
}

@Suite struct StringTableTests {
  @Test func stringsAreToldApartByTheirBytes() {
    var table = StringTable()
    let strings = [
      "Caf\u{E9}", "Cafe\u{301}", "", "a", "abcdefgh", "abcdefghi", "a long name of a group of rebels",
    ]
    for (number, string) in strings.enumerated() { #expect(table.number(string) == number) }
    for (number, string) in strings.enumerated() {
      #expect(table.number(string) == number && table.existing(string).map(Int.init) == number)
    }
    for number in 0..<1000 { #expect(table.number("n\(number)") == strings.count + number) }
    #expect(table.existing("n1000") == nil)
    let ranks = table.ranks()
    let sorted = table.strings.indices.sorted { ranks[$0] < ranks[$1] }.map { table.strings[$0] }
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { Ordering($0, $1) == .before })
  }
}
