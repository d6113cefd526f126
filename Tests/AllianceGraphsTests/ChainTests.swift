import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct ChainTests {
  private func graph(_ mentions: [RelationMention]) -> AllianceGraph {
    AllianceGraph(readings: [.of("r", date: "2020", mentions)])
  }

  @Test func supportGoesFromFriendToFriend() {
    let graph = graph([
      .of("a", .backs, "b"), .of("b", .alliedWith, "c"), .of("c", .partOf, "d"), .of("e", .backs, "d"),
      .of("a", .fighting, "e"), .of("a", .backs, "d", .denied),
    ])
    let chains = graph.chains(.support, from: "a", to: "e")
    #expect(chains.map(\.actors) == [["a", "b", "c", "d", "e"]])
    #expect(chains[0].links.map { $0.map(\.type) } == [[.backs], [.alliedWith], [.partOf], [.backs]])
    // Support flows down from a to b and c, but not from a part to its whole.
    #expect(graph.chains(.support, from: "a", to: "c", isDirected: true).map(\.actors) == [["a", "b", "c"]])
    #expect(graph.chains(.support, from: "a", to: "d", isDirected: true).isEmpty)
    #expect(graph.chains(.support, from: "e", to: "c", isDirected: true).map(\.actors) == [["e", "d", "c"]])
    #expect(graph.chains(.support, from: "a", to: "e", hops: 3).isEmpty)
  }

  @Test func hostilityHasOneHostileLink() {
    let graph = graph([
      .of("a", .backs, "b"), .of("b", .fighting, "c"), .of("c", .backs, "d"), .of("b", .opposes, "c", at: 5),
      .of("d", .fighting, "e"),
    ])
    let chains = graph.chains(.hostility, from: "a", to: "d")
    #expect(chains.map(\.actors) == [["a", "b", "c", "d"]])
    #expect(chains[0].links[1].map(\.type) == [.fighting, .opposes])
    #expect(graph.chains(.hostility, from: "a", to: "e").isEmpty)
    #expect(graph.chains(.hostility, from: "a", to: "b").isEmpty)
    #expect(graph.chains(.hostility, from: "a", to: "a").isEmpty)
  }

  /// Against a search through all ways without a repeated actor.
  @Test func chainsAreTheShortest() {
    for seed: UInt64 in 0..<60 {
      var generator = SeededGenerator(seed: seed)
      let ids = ["a", "b", "c", "d", "e", "f"]
      let graph = graph(
        (0..<9).map { number in
          let (source, target) = (ids.pick(&generator), ids.pick(&generator))
          return .of(source, RelationType.allCases.pick(&generator), target, at: number)
        })
      for kind in Chain.Kind.allCases {
        let chains = graph.chains(kind, from: "a", to: "b", limit: 50)
        let expected = Self.shortest(graph, kind)
        #expect(Set(chains.map(\.actors)) == expected, "seed \(seed) \(kind)")
        #expect(chains.count == expected.count)
        for chain in chains {
          #expect(chain.links.count == chain.actors.count - 1 && chain.links.allSatisfy { !$0.isEmpty })
          let hostile = chain.links.count { $0[0].type.sign == .conflictual }
          #expect(hostile == (kind == .hostility ? 1 : 0))
        }
        #expect(graph.chains(kind, from: "a", to: "b", limit: 1).count == min(1, expected.count))
      }
    }
  }

  private static func shortest(_ graph: AllianceGraph, _ kind: Chain.Kind) -> Set<[ActorID]> {
    var found: Set<[ActorID]> = []
    func extend(_ way: [ActorID], _ hostile: Int) {
      if way.last == "b" {
        if hostile == (kind == .hostility ? 1 : 0) { found.insert(way) }
        return
      }
      for edge in graph.relations where edge.relation.joins(way.last!) && edge.type.sign != .neutral {
        let next = edge.relation.other(than: way.last!)
        let nowHostile = hostile + (edge.type.sign == .conflictual ? 1 : 0)
        if !way.contains(next), nowHostile <= (kind == .hostility ? 1 : 0) {
          extend(way + [next], nowHostile)
        }
      }
    }
    extend(["a"], 0)
    let least = found.map(\.count).min()
    return found.filter { $0.count == least }
  }

  @Test func neighboursByDistance() {
    let story = AllianceGraph.story
    let near = story.neighbours(of: "kurds", hops: 2)
    #expect(near.filter { $0.distance == 1 }.map(\.actor) == ["cor-front"])
    #expect(Set(near.filter { $0.distance == 2 }.map(\.actor)) == ["arland", "delta-union", "fen"])
    #expect(story.neighbours(of: "kurds", hops: 99).count == story.actors.count - 1)
    #expect(near.allSatisfy { !$0.edges.isEmpty })
  }

  @Test func membersOfMembersAndCirclesOfThem() {
    let graph = graph([
      .of("b", .partOf, "a"), .of("c", .partOf, "b"), .of("a", .partOf, "c"), .of("d", .partOf, "c", .ended),
    ])
    let members = graph.members(of: "a", through: true)
    #expect(members.connections.map(\.actor) == ["b", "c"])
    #expect(members.connections[1].through == ["b"])
    #expect(
      members.connections[1].edges.map(\.relation) == [
        Relation("c", .partOf, "b"), Relation("b", .partOf, "a"),
      ])
    #expect(graph.backers(of: "a", through: true).isEmpty)
    #expect(graph.chains(.support, from: "a", to: "c").map(\.actors) == [["a", "c"]])
  }

  @Test func allThatJoinsTwo() {
    let story = AllianceGraph.story
    let two = story.relations(of: "arland", with: "borland")
    #expect(two.connections.flatMap(\.edges).map(\.relation).count == 2 && two.denied.isEmpty)
    #expect(story.relations(of: "estria", with: "cor-front").denied.count == 1)
    #expect(story.answer(.relations, about: "fen").connections.map(\.actor) == ["arland", "cor-front"])
  }
}
