import AllianceGraphs
import GraphSamples
import Relations
import Testing

@testable import GraphAnalysis

@Suite struct BlocsTests {
  /// Against the trial of every division, in two camps and in any number.
  @Test func blocsAreTheBestThereAre() {
    for seed: UInt64 in 0..<60 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(
        actors: Int.random(in: 2...8, using: &generator), density: [0.3, 0.6, 1].pick(&generator),
        hostile: [0.2, 0.5, 0.8].pick(&generator), using: &generator)
      let network = SignedNetwork(graph)
      for number in Blocs.Number.allCases {
        let blocs = Blocs(network, number: number)
        #expect(blocs.isExact && blocs.frustration == network.leastFrustration(number), "seed \(seed)")
        check(blocs, of: network, "seed \(seed), \(number)")
      }
    }
  }

  /// Without the exact search, what is found is still a division, and the bound holds.
  @Test func boundsHoldWhereTheSearchIsLeftOut() {
    var proved = 0
    for seed: UInt64 in 100..<140 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(actors: 8, density: 0.5, hostile: 0.5, using: &generator)
      let network = SignedNetwork(graph)
      for number in Blocs.Number.allCases {
        let quick = Blocs(network, number: number, effort: 0)
        let least = network.leastFrustration(number)
        #expect(quick.lowerBound <= least && least <= quick.frustration, "seed \(seed)")
        check(quick, of: network, "seed \(seed), \(number)")
        if quick.isExact { proved += 1 }
      }
    }
    #expect(proved > 20)
  }

  /// Every actor with a signed line is in one bloc, every signed line is a bond, on a front or against the division.
  private func check(_ blocs: Blocs, of network: SignedNetwork, _ comment: Comment) {
    #expect((blocs.blocs.flatMap(\.self) + blocs.unaligned).sorted() == network.actors, comment)
    let lines = blocs.bonds.flatMap(\.self) + blocs.fronts.flatMap(\.dyads) + blocs.frustrated
    let signed = network.signedDyads.map { network.dyads[$0] }
    #expect(
      lines.sorted { [$0.first, $0.second].lexicographicallyPrecedes([$1.first, $1.second]) } == signed,
      comment)
    func bloc(_ actor: ActorID) -> Int { blocs.blocs.firstIndex { $0.contains(actor) }! }
    for dyad in blocs.frustrated {
      #expect((dyad.stance == .hostile) == (bloc(dyad.first) == bloc(dyad.second)), comment)
    }
  }

  @Test func inTheTheory() {
    // A friend's friend who is a foe: one line has to go, whatever one does.
    let triad = SignedNetwork.drawn("a+b a+c b-c")
    for number in Blocs.Number.allCases { #expect(Blocs(triad, number: number).frustration == 1) }
    // Three foes are three blocs (Davis 1967), but not two camps.
    let foes = SignedNetwork.drawn("a-b a-c b-c")
    #expect(Blocs(foes).blocs == [["a"], ["b"], ["c"]] && Blocs(foes).frustration == 0)
    #expect(Blocs(foes, number: .two).frustration == 1)
    // An enemy's enemy is in the same camp (Cartwright and Harary 1956), though nobody says they are friends.
    let enemies = SignedNetwork.drawn("a-b b-c")
    #expect(Blocs(enemies, number: .two).blocs == [["a", "c"], ["b"]])
    #expect(Blocs(enemies).blocs == [["a"], ["b"], ["c"]])
  }

  /// The frustration index of graphs whose lines are all hostile is the number of lines less the greatest cut:
  /// n(n-1)/2 - n²/4 for complete graphs, 1 for odd circles, 15 - 12 for the graph of Petersen (Zaslavsky 2012).
  @Test(arguments: [(3, 1), (4, 2), (5, 4), (6, 6), (7, 9), (9, 16)])
  func allAgainstAll(actors: Int, index: Int) {
    var generator = SeededGenerator(seed: 1)
    let graph = AllianceGraph.random(actors: actors, density: 1.1, hostile: 1.1, using: &generator)
    let camps = Blocs(SignedNetwork(graph), number: .two)
    #expect(camps.frustration == index && camps.isExact)
    #expect(Blocs(SignedNetwork(graph)).frustration == 0)
  }

  @Test func petersen() {
    let outer = (0..<5).map { "o\($0)-o\(($0 + 1) % 5)" }
    let inner = (0..<5).map { "i\($0)-i\(($0 + 2) % 5)" }
    let spokes = (0..<5).map { "o\($0)-i\($0)" }
    let petersen = SignedNetwork.drawn((outer + inner + spokes).joined(separator: " "))
    let camps = Blocs(petersen, number: .two)
    #expect(camps.frustration == 3 && camps.isExact)
    #expect(Blocs(.drawn(outer.joined(separator: " ")), number: .two).frustration == 1)
  }

  /// Europe in 1907 as Antal, Krapivsky and Redner (2006) draw it: two alliances, and nobody between them.
  @Test func europeBeforeTheWar() {
    let alliances = "austria+germany austria+italy germany+italy britain+france britain+russia france+russia"
    let sides = [["austria", "germany", "italy"], ["britain", "france", "russia"]]
    let enmities = sides[0].flatMap { a in sides[1].map { "\(a)-\($0)" } }.joined(separator: " ")
    let europe = SignedNetwork.drawn("\(alliances) \(enmities)")
    for number in Blocs.Number.allCases {
      let blocs = Blocs(europe, number: number)
      #expect(blocs.blocs == sides && blocs.frustration == 0 && blocs.undecided.isEmpty)
    }
    #expect(Balance(europe).degree == 1)
  }

  @Test func whoCouldAsWellStandElsewhereIsTold() {
    let torn = SignedNetwork.drawn("a+b a+c b+c d+e d+f e+f a-d b-e c-f m+a m+d")
    let blocs = Blocs(torn)
    #expect(blocs.blocs.map { $0.filter { $0 != "m" } } == [["a", "b", "c"], ["d", "e", "f"]])
    #expect(blocs.frustrated.map(\.first) == [blocs.blocs[0].contains("m") ? "d" : "a"])
    #expect(blocs.undecided.map(\.actor) == ["m"] && blocs.undecided[0].alternatives.count == 1)
    #expect(!blocs.undecided[0].canStandAlone)
  }

  @Test func thoseWithoutASignAreLeftOut() {
    let graph = AllianceGraph.drawn("a+b b-a c~a d-a")
    let blocs = Blocs(SignedNetwork(graph))
    #expect(blocs.blocs == [["a"], ["d"]] && blocs.unaligned == ["b", "c"])
    #expect(Blocs(SignedNetwork(AllianceGraph())).blocs.isEmpty)
  }

  /// A network with a planted division, larger than is searched exactly: it is found again, and the work ends.
  @Test func largeNetworksAreDividedWell() {
    var generator = SeededGenerator(seed: 7)
    var lines: [SignedLines.Line] = []
    for a in 0..<600 {
      var neighbours: Set<Int> = []
      for _ in 0..<12 {
        let b = Int.random(in: 0..<600, using: &generator)
        if b <= a || !neighbours.insert(b).inserted { continue }
        let isAgainst = Int.random(in: 0..<20, using: &generator) == 0
        lines.append(SignedLines.Line(a: a, b: b, isFriendly: (a % 3 == b % 3) != isAgainst))
      }
    }
    let network = SignedLines(count: 600, lines: lines)
    let planted = network.frustration((0..<600).map { $0 % 3 })
    var divider = Divider(network, .anyNumber)
    let solution = divider.solve()
    #expect(solution.frustration <= planted)
    #expect(solution.lowerBound > planted / 4 && solution.lowerBound <= solution.frustration)
  }
}
