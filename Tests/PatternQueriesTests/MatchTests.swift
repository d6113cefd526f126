import AllianceGraphs
import GraphSamples
import Relations
import Testing

@testable import PatternQueries

/// How patterns lie on a graph. The meaning of the cases is that of the scenarios in openCypher's compatibility kit (clauses:
/// match, match-where), written anew.
@Suite struct MatchTests {
  private let line = AllianceGraph.of(
    """
    a backs b
    b backs c
    c backs d
    """)

  @Test func directions() throws {
    let graph = AllianceGraph.of("a backs b")
    #expect(try ask("MATCH (x)-->(y) RETURN x, y", graph) == [["a", "b"]])
    #expect(try ask("MATCH (x)<--(y) RETURN x, y", graph) == [["b", "a"]])
    #expect(try askUnordered("MATCH (x)--(y) RETURN x, y", graph) == [["a", "b"], ["b", "a"]])
    #expect(try askUnordered("MATCH (x)<-->(y) RETURN x, y", graph) == [["a", "b"], ["b", "a"]])
  }

  @Test func symmetricTypesMatchBothWays() throws {
    let graph = AllianceGraph.of("a fighting b\nb opposes a")
    for arrow in ["-[:FIGHTING]->", "<-[:FIGHTING]-", "-[:FIGHTING]-"] {
      #expect(try askUnordered("MATCH (x)\(arrow)(y) RETURN x, y", graph) == [["a", "b"], ["b", "a"]])
    }
    #expect(try ask("MATCH (x)-[:OPPOSES]->(y) RETURN x, y", graph) == [["b", "a"]])
    #expect(try ask("MATCH (x)-[r]->(y {name: 'b'}) RETURN x, r", graph) == [["a", "a fighting b"]])
  }

  @Test func typesAndTheirAlternatives() throws {
    let graph = AllianceGraph.of("a backs b\na opposes c\na part_of d")
    #expect(
      try ask("MATCH ()-[r:BACKS|OPPOSES]->(y) RETURN type(r), y ORDER BY type(r)", graph) == [
        ["'BACKS'", "b"], ["'OPPOSES'", "c"],
      ])
    #expect(
      try ask("MATCH ()-[:BACKS|:PART_OF]->(y) RETURN y.id ORDER BY y.id", graph) == [["'b'"], ["'d'"]])
    #expect(try ask("match ()-[:part_of]->(y) return y", graph) == [["d"]])
  }

  @Test func noRelationIsUsedTwice() throws {
    // Out and back again over the same relation is no match, over another one it is.
    let two = AllianceGraph.of("a backs b\nc backs b")
    #expect(try askUnordered("MATCH (x)-->(y)<--(z) RETURN x, z", two) == [["a", "c"], ["c", "a"]])
    #expect(try ask("MATCH (x)-->(y), (z)-->(y) RETURN x, z", two).count == 2)
    #expect(try ask("MATCH (x)-->(y) MATCH (z)-->(y) RETURN x, z", two).count == 4)
    let fight = AllianceGraph.of("a fighting b")
    #expect(try ask("MATCH (x)-[:FIGHTING]->(y)-[:FIGHTING]->(z) RETURN x", fight).isEmpty)
  }

  @Test func actorsMayBeMetAgain() throws {
    let graph = AllianceGraph.of("a backs b\nb backs a")
    #expect(
      try askUnordered("MATCH (x)-->(y)-->(z) RETURN x, y, z", graph) == [["a", "b", "a"], ["b", "a", "b"]])
    #expect(try askUnordered("MATCH (x)-->(y)-->(x) RETURN x, y", graph) == [["a", "b"], ["b", "a"]])
    #expect(try ask("MATCH (x)-->(x) RETURN x", graph).isEmpty)
  }

  @Test(arguments: [
    ("*", [["a", "b"], ["a", "c"], ["a", "d"]]), ("*1", [["a", "b"]]), ("*2", [["a", "c"]]),
    ("*1..2", [["a", "b"], ["a", "c"]]), ("*2..", [["a", "c"], ["a", "d"]]),
    ("*..2", [["a", "b"], ["a", "c"]]),
    ("*0..1", [["a", "a"], ["a", "b"]]), ("*0", [["a", "a"]]), ("*3..2", []), ("*4", []),
    (":BACKS*2", [["a", "c"]]), (":OPPOSES*", []),
  ])
  func lengths(range: String, expected: [[String]]) throws {
    #expect(try askUnordered("MATCH (x {id: 'a'})-[\(range)]->(y) RETURN x, y", line) == expected)
    // The same looked for from the other end.
    #expect(try askUnordered("MATCH (y)<-[\(range)]-(x {id: 'a'}) RETURN x, y", line) == expected)
  }

  @Test func pathsAndTheirPartsKeepTheOrderOfThePattern() throws {
    #expect(
      try ask("MATCH p = (x)-[r*3]->({id: 'd'}) RETURN p, r, length(p), nodes(p)", line) == [
        ["a-b-c-d (3)", "[a backs b, b backs c, c backs d]", "3", "[a, b, c, d]"]
      ])
    #expect(
      try ask("MATCH p = ({id: 'd'})<-[*2]-() RETURN p, relationships(p)", line) == [
        ["d-c-b (2)", "[c backs d, b backs c]"]
      ])
    #expect(try ask("MATCH p = (x {id: 'a'}) RETURN length(p), p", line) == [["0", "a (0)"]])
    #expect(
      try ask("MATCH (x)-[r*2]->() WHERE all(s IN r WHERE startNode(s).id < 'c') RETURN x", line) == [["a"]])
  }

  @Test func circlesEnd() throws {
    let circle = AllianceGraph.of("a part_of b\nb part_of c\nc part_of a")
    #expect(
      try askUnordered("MATCH ({id: 'a'})-[:PART_OF*]->(y) RETURN y", circle) == [["a"], ["b"], ["c"]])
  }

  @Test func whatIsTooMuchWorkIsAnErrorAndNoHang() throws {
    var statements: [String] = []
    for a in 0..<12 { for b in 0..<12 where a < b { statements.append("n\(a) fighting n\(b)") } }
    let dense = AllianceGraph.of(statements.joined(separator: "\n"))
    let query = try PatternQuery("MATCH p = (a)-[*]-(b) RETURN count(*)")
    #expect(throws: QueryError.self) { try query.run(on: dense, budget: 100_000) }
    // Where the first rows are enough, the rest is not looked for.
    let few = try PatternQuery("MATCH p = (a)-[*]-(b) RETURN p LIMIT 3")
    #expect(try few.run(on: dense, budget: 1_000).rows.count == 3)
  }

  @Test func commaJoinsOnVariablesOrMultiplies() throws {
    let graph = AllianceGraph.of("a backs b\na opposes c")
    #expect(
      try ask("MATCH (x)-[:BACKS]->(y), (x)-[:OPPOSES]->(z) RETURN x, y, z", graph) == [["a", "b", "c"]])
    #expect(try ask("MATCH (x), (y) RETURN count(*)", graph) == [["9"]])
    #expect(try ask("MATCH (x), (x)-->(y) RETURN count(*)", graph) == [["2"]])
  }

  @Test func variablesKeepTheirRelation() throws {
    let graph = AllianceGraph.of("a backs b\nb backs c")
    #expect(
      try ask("MATCH (x)-[r]->(y {id: 'c'}) MATCH (v)-[r]->(w) RETURN v, w", graph) == [["b", "c"]])
    #expect(
      try ask("MATCH ()-[r]->({id: 'c'}) MATCH (v)-[r]-(w) RETURN v ORDER BY v.id", graph) == [["b"], ["c"]])
    #expect(
      complaint("MATCH (a)-[r]->()-[r]->(b) RETURN a")
        == "query:1:18: 'r' stands for two relations of one MATCH, which never uses a relation twice")
  }

  @Test func optionalMatchLeavesNulls() throws {
    #expect(
      try ask("MATCH (x) OPTIONAL MATCH (x)-->(y) RETURN x, y ORDER BY x.id", line) == [
        ["a", "b"], ["b", "c"], ["c", "d"], ["d", "null"],
      ])
    #expect(
      try ask(
        "MATCH (x {id: 'd'}) OPTIONAL MATCH (x)-[r]->(y) OPTIONAL MATCH (y)-->(z) RETURN r, y.name, z, type(r)",
        line)
        == [["null", "null", "null", "null"]])
    #expect(
      try ask("MATCH (x {id: 'a'}) OPTIONAL MATCH (x)-->(y) WHERE y.id = 'z' RETURN x, y", line) == [
        ["a", "null"]
      ])
  }

  @Test func whereKeepsOnlyWhatIsTrue() throws {
    let graph = AllianceGraph.of("a backs b\nb opposes c")
    // Support is null of what backs nobody, and null is not true, nor is its negation.
    #expect(try ask("MATCH ()-[r]->() WHERE r.support = 'unspecified' RETURN r", graph) == [["a backs b"]])
    #expect(try ask("MATCH ()-[r]->() WHERE NOT r.support = 'unspecified' RETURN r", graph).isEmpty)
    #expect(try ask("MATCH ()-[r]->() WHERE r.support IS NULL RETURN r", graph) == [["b opposes c"]])
    #expect(try ask("MATCH ()-[r]->() WHERE exists(r.support) RETURN r", graph) == [["a backs b"]])
    #expect(try ask("MATCH ()-[r]->() WHERE null RETURN r", graph).isEmpty)
  }

  @Test func patternsAreConditions() throws {
    let graph = AllianceGraph.of("a backs b\nb fighting c\na fighting d\nc backs d")
    let proxies = "MATCH (x)-[:BACKS]->(y)-[:FIGHTING]->(z) WHERE NOT (x)-[:FIGHTING]-(z) RETURN x, y, z"
    #expect(try askUnordered(proxies, graph) == [["a", "b", "c"], ["c", "d", "a"]])
    #expect(try ask("MATCH (x) WHERE (x)-[:BACKS]->() RETURN x ORDER BY x.id", graph) == [["a"], ["c"]])
    #expect(
      try ask("MATCH (x) WHERE exists((x)<-[:BACKS]-()) RETURN x ORDER BY x.id", graph) == [["b"], ["d"]])
    #expect(
      try ask(
        "MATCH (x) WHERE exists { (x)-[:BACKS]->(y)-[:FIGHTING]->(z) WHERE z.id = 'c' } RETURN x", graph)
        == [["a"]])
    #expect(
      try ask("MATCH (x)-[:BACKS]->(y) RETURN x, (y)-[:FIGHTING]-() AS fights ORDER BY x.id", graph).count
        == 2)
    #expect(
      complaint("MATCH (x) WHERE (x)-->(y) RETURN x")
        == "query:1:23: unknown variable 'y'; known are x; to introduce one, write exists { … } around the pattern"
    )
  }

  @Test func kindsAreLabels() throws {
    let graph = AllianceGraph.of(
      "a backs b\nc backs b", kinds: ["a": .state, "b": .armedGroup, "c": .community])
    #expect(try ask("MATCH (x:State)-->(y:ArmedGroup) RETURN x, y", graph) == [["a", "b"]])
    #expect(try ask("MATCH (x:State|community) RETURN x ORDER BY x.id", graph) == [["a"], ["c"]])
    #expect(try ask("MATCH (x:Actor:armed_group) RETURN x, labels(x)", graph) == [["b", "['ArmedGroup']"]])
    #expect(try ask("MATCH (x) WHERE NOT x:State RETURN x ORDER BY x.id", graph) == [["b"], ["c"]])
    #expect(try ask("MATCH (x {kind: 'state'}) RETURN x", graph) == [["a"]])
  }

  /// Against a search that tries every sequence of relations.
  @Test func trailsAreThoseOfBruteForce() throws {
    for seed: UInt64 in 0..<12 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      for (pattern, isDirected) in [("-[*1..3]->", true), ("-[*1..3]-", false)] {
        let found = try askUnordered("MATCH p = (x)\(pattern)(y) RETURN x, y, relationships(p)", graph)
        #expect(found == Self.trails(graph, most: 3, isDirected: isDirected), "seed \(seed) \(pattern)")
        // With the search beginning at the other end, and then in the middle.
        let named = "MATCH p = (x)\(pattern)(y {id: 'cor-front'}) RETURN x, y, relationships(p)"
        #expect(try askUnordered(named, graph) == found.filter { $0[1] == "cor-front" })
        let split =
          "MATCH (x)\(pattern.replacing("1..3", with: "1"))(m)\(pattern.replacing("1..3", with: "1"))(y)"
        #expect(
          try ask("\(split) WHERE m.id = 'arland' RETURN count(*)", graph)
            == [["\(Self.trails(graph, most: 2, isDirected: isDirected, middle: "arland").count)"]])
      }
    }
  }

  private static func trails(
    _ graph: AllianceGraph, most: Int, isDirected: Bool, middle: String? = nil
  ) -> [[String]] {
    var result: [[String]] = []
    func extend(_ start: String, _ at: String, _ trail: [Relation], _ second: String?) {
      if !trail.isEmpty, middle == nil || (trail.count == 2 && second == middle) {
        let list = trail.map { "\($0.source) \($0.type.rawValue) \($0.target)" }
        result.append([start, at, "[\(list.joined(separator: ", "))]"])
      }
      if trail.count == most { return }
      for relation in graph.relations.map(\.relation) where relation.joins(at) && !trail.contains(relation) {
        if isDirected, !relation.type.isSymmetric, relation.source != at { continue }
        let next = relation.other(than: at)
        extend(start, next, trail + [relation], trail.isEmpty ? next : second)
      }
    }
    for actor in graph.actors { extend(actor.id, actor.id, [], nil) }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
