import AllianceGraphs
import GraphSamples
import Relations
import Testing

@testable import GraphAnalysis

@Suite struct StructureTests {
  @Test func dyadsHaveTheSignOfTheirRelations() {
    let graph = AllianceGraph(readings: [
      .of(
        "r",
        [
          .of("a", .backs, "b"), .of("a", .negotiatesWith, "b"), .of("c", .partOf, "a"),
          .of("a", .opposes, "d"), .of("d", .backs, "a"), .of("b", .fighting, "d", .alleged),
          .of("c", .fighting, "d", .denied), .of("b", .alliedWith, "c", .ended),
          .of("c", .backs, "d", .possible),
          .of("e", .negotiatesWith, "a"),
        ])
    ])
    let network = SignedNetwork(graph)
    #expect(
      network.dyads.map { "\($0.first)\($0.second) \($0.stance)" } == [
        "ab friendly", "ac friendly", "ad ambivalent", "ae neutral", "bd hostile",
      ])
    #expect(network.dyad("b", "a")?.edges.count == 2 && network.dyad("b", "a")?.deciding.count == 1)
    #expect(network.dyad("b", "c") == nil && network.dyad("x", "a") == nil)
    let all = SignedNetwork(graph, counting: Set(Status.allCases))
    #expect(all.dyad("c", "d")?.stance == .ambivalent && all.dyad("b", "c")?.stance == .friendly)
    #expect(SignedNetwork(graph, counting: [.asserted]).dyad("b", "d") == nil)
  }

  @Test func triadsAreCountedByKind() {
    let balance = Balance(.drawn("a+b a+c b+c c+d a+d b-d d-e a-e e-f a-f"))
    // abc and acd are friends, abd and bcd frustrated, ade has a foe in common, aef are foes.
    #expect(balance.counts == [.friends: 2, .friendOfFoes: 2, .commonFoe: 1, .foes: 1])
    #expect(balance.triads == 6 && balance.frustratedCount == 3 && balance.degree == 0.5)
    #expect(balance.frustrated().map(\.actors) == [["a", "b", "d"], ["a", "e", "f"], ["b", "c", "d"]])
    #expect(balance.frustrated(limit: 1).map(\.kind) == [.friendOfFoes])
    let first = balance.strains[0]
    #expect(
      [first.dyad.first, first.dyad.second] == ["b", "d"] && first.frustrated == 2 && first.balanced == 0)
    #expect(Balance(.drawn("a+b b+c")).degree == nil)
  }

  /// Against looking at every three actors.
  @Test func noTriadIsMissed() {
    for seed: UInt64 in 0..<30 {
      var generator = SeededGenerator(seed: seed)
      let network = SignedNetwork(.random(actors: 12, density: 0.5, hostile: 0.4, using: &generator))
      let actors = network.actors
      var counts: [Triad.Kind: Int] = [.friends: 0, .friendOfFoes: 0, .commonFoe: 0, .foes: 0]
      for a in actors {
        for b in actors where a < b {
          for c in actors where b < c {
            guard let ab = network.dyad(a, b), let ac = network.dyad(a, c), let bc = network.dyad(b, c) else {
              continue
            }
            let hostile = [ab, ac, bc].count { $0.stance == .hostile }
            counts[[.friends, .friendOfFoes, .commonFoe, .foes][hostile]]! += 1
          }
        }
      }
      #expect(Balance(network).counts == counts, "seed \(seed)")
    }
  }

  /// A network is balanced where no triad of a complete one is frustrated (Cartwright and Harary 1956): its two camps are
  /// then without a line against them, and the other way round.
  @Test func completeNetworksAreBalancedWhereTheirTriadsAre() {
    for seed: UInt64 in 0..<40 {
      var generator = SeededGenerator(seed: seed)
      let network = SignedNetwork(
        .random(actors: 4, density: 1.1, hostile: [0.3, 0.6].pick(&generator), using: &generator))
      let isBalanced = Blocs(network, number: .two).frustration == 0
      #expect((Balance(network).frustratedCount == 0) == isBalanced, "seed \(seed)")
    }
  }

  @Test func bridgesAndCutActors() {
    // Two triangles, joined by c-d; g hangs on d, and h and i stand apart.
    let network = SignedNetwork.drawn("a+b b+c a+c c-d d+e e+f d+f g~d h+i")
    let cohesion = Cohesion(network)
    #expect(cohesion.components.map(\.count) == [7, 2])
    #expect(cohesion.bridges.map { [$0.dyad.first, $0.dyad.second] } == [["c", "d"]])
    #expect(cohesion.bridges[0].cutOff == ["a", "b", "c"] && cohesion.pendants == 2)
    #expect(cohesion.cutActors.map(\.actor) == ["d", "c"])
    #expect(cohesion.cutActors[0].cutOff == [["e", "f"], ["g"]] && cohesion.cutActors[0].remaining == 3)
    #expect(cohesion.cutActors[1].cutOff == [["a", "b"]] && cohesion.cutActors[1].remaining == 4)
  }

  /// A line is a bridge, and an actor cuts, where without it there are more components.
  @Test func whatPartsTheNetworkIsFound() {
    for seed: UInt64 in 0..<40 {
      var generator = SeededGenerator(seed: seed)
      let network = SignedNetwork(.random(actors: 9, density: 0.25, hostile: 0.5, using: &generator))
      let lines = network.ends.map { [$0.first, $0.second] }
      func components(_ lines: [[Int]], without point: Int = -1) -> Int {
        var leader = Array(0..<network.actors.count)
        for _ in leader {
          for line in lines where !line.contains(point) {
            let least = min(leader[line[0]], leader[line[1]])
            (leader[line[0]], leader[line[1]]) = (least, least)
          }
        }
        return Set(leader.indices.filter { $0 != point }.map { leader[$0] }).count
      }
      let whole = components(lines)
      let structure = Components(network.neighbours.map { $0.map { ($0.actor, $0.dyad) } })
      let bridges = lines.indices.filter { line in
        components(lines.enumerated().filter { $0.offset != line }.map(\.element)) > whole
      }
      #expect(structure.bridges == bridges && structure.count == whole, "seed \(seed)")
      let cuts = network.actors.indices.filter { components(lines, without: $0) > whole }
      #expect(structure.cutPoints == cuts, "seed \(seed)")
      #expect(structure.blocks.flatMap(\.self).sorted() == Array(lines.indices), "seed \(seed)")
      let cutOff = Cohesion(network).cutActors
      for cut in cutOff {
        let point = network.actors.firstIndex(of: cut.actor)!
        #expect(components(lines, without: point) == whole + cut.cutOff.count, "seed \(seed)")
      }
    }
  }

  /// On a way of five each is between those on either side; in a star all ways lead through the middle.
  @Test func betweennessOfWaysAndStars() {
    func shares(_ lines: String) -> [String: Double] {
      let standings = Centrality(.drawn(lines)).standings
      return Dictionary(uniqueKeysWithValues: standings.map { ($0.actor, $0.betweenness) })
    }
    #expect(shares("a+b b+c c+d d+e") == ["a": 0, "b": 0.5, "c": 0.6667, "d": 0.5, "e": 0])
    #expect(shares("m+a m-b m~c m+d") == ["m": 1, "a": 0, "b": 0, "c": 0, "d": 0])
    // Of the two shortest ways between a and d, half goes through each.
    #expect(shares("a+b a+c b+d c+d") == ["a": 0.1667, "b": 0.1667, "c": 0.1667, "d": 0.1667])
  }

  @Test func standingsCountFriendsAndFoes() {
    let standing = Centrality(.drawn("a+b a-c a+d d-a a~e")).standings[0]
    #expect(standing.actor == "a" && standing.friends == 1 && standing.foes == 1)
    #expect(standing.ambivalent == 1 && standing.talks == 1 && standing.degree == 4)
    var generator = SeededGenerator(seed: 3)
    let network = SignedNetwork(.random(actors: 40, density: 0.2, hostile: 0.4, using: &generator))
    let exact = Centrality(network)
    let sampled = Centrality(network, limit: network.dyads.count * 2 * 20)
    #expect(!exact.isEstimated && sampled.isEstimated)
    let most = Set(exact.standings.prefix(8).map(\.actor))
    #expect(sampled.standings.prefix(8).count { most.contains($0.actor) } >= 5)
  }
}
