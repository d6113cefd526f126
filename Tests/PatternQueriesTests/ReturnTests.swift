import AllianceGraphs
import GraphSamples
import PatternQueries
import Relations
import Testing

/// What is made of the rows. The meaning of the cases is that of the scenarios in openCypher's compatibility kit (clauses:
/// return, return-orderby, return-skip-limit; expressions: aggregation), written anew.
@Suite struct ReturnTests {
  private let graph = AllianceGraph.of(
    """
    a backs b
    a backs c
    b opposes c
    d opposes c denied
    """, kinds: ["a": .state, "b": .armedGroup, "c": .armedGroup, "d": .state])

  @Test func columnsAreCalledAsWritten() throws {
    let table = try PatternQuery("MATCH (x) RETURN x.name, x.kind  AS `what it is`, count( * )").run(
      on: graph)
    #expect(table.columns == ["x.name", "what it is", "count( * )"])
    let star = try PatternQuery("MATCH (y)-[r:OPPOSES]->(x) RETURN *, 1 AS one").run(on: graph)
    #expect(star.columns == ["r", "x", "y", "one"])
  }

  @Test func distinctTakesNullsForEqual() throws {
    #expect(
      try ask("MATCH ()-[r]->() RETURN DISTINCT r.support", graph).count == 2)
    #expect(
      try ask("MATCH (x)-->() RETURN DISTINCT x.kind ORDER BY x.kind", graph) == [
        ["'armed_group'"], ["'state'"],
      ])
  }

  @Test func orderHasAPlaceForEverything() throws {
    // Null comes last, and first when descending.
    let up = try ask("MATCH (x) OPTIONAL MATCH (x)-[:BACKS]->(y) RETURN y.name AS n ORDER BY n", graph)
    #expect(up == [["'B'"], ["'C'"], ["null"], ["null"], ["null"]])
    let down = try ask("MATCH (x) OPTIONAL MATCH (x)-[:BACKS]->(y) RETURN y.name AS n ORDER BY n DESC", graph)
    #expect(down == [["null"], ["null"], ["null"], ["'C'"], ["'B'"]])
    #expect(
      try ask("MATCH (x) RETURN x.id ORDER BY x.kind DESC, x.id DESCENDING", graph)
        == [["'d'"], ["'a'"], ["'c'"], ["'b'"]])
  }

  @Test func orderMaySpeakOfVariablesAndColumns() throws {
    #expect(try ask("MATCH (x) RETURN x.kind ORDER BY x.id DESC LIMIT 1", graph) == [["'state'"]])
    // The name of a column counts more than that of a variable.
    #expect(
      try ask("MATCH (x)-[:BACKS]->(y) RETURN y.id AS x ORDER BY x DESC", graph) == [["'c'"], ["'b'"]])
    #expect(
      complaint("MATCH (x) RETURN DISTINCT x.kind ORDER BY x.id", graph)
        == "query:1:43: 'x' is not among the columns; with DISTINCT only those can be ordered by")
  }

  @Test func skipAndLimit() throws {
    func ids(_ tail: String) throws -> [String] {
      try ask("MATCH (x) RETURN x.id AS id ORDER BY id \(tail)", graph).map { $0[0] }
    }
    #expect(try ids("LIMIT 2") == ["'a'", "'b'"])
    #expect(try ids("SKIP 1 LIMIT 2") == ["'b'", "'c'"])
    #expect(try ids("SKIP 3") == ["'d'"])
    #expect(try ids("SKIP 9").isEmpty && ids("LIMIT 0").isEmpty)
    #expect(try ask("MATCH (x) RETURN x LIMIT 9223372036854775807", graph).count == 4)
    #expect(try ask("MATCH (x) RETURN x SKIP 3 LIMIT 5", graph).count == 1)
    #expect(complaint("MATCH (x) RETURN x LIMIT -1") == "query:1:26: LIMIT takes a whole number from 0")
    #expect(complaint("MATCH (x) RETURN x SKIP 1.5") == "query:1:25: SKIP takes a whole number from 0")
  }

  @Test func aggregatesGroupByWhatStandsBesideThem() throws {
    #expect(
      try ask("MATCH (x)-[r]->(y) RETURN y.id, count(*) AS n ORDER BY n DESC, y.id", graph)
        == [["'c'", "3"], ["'b'", "1"]])
    #expect(
      try ask("MATCH (x)-[:BACKS]->(y) RETURN x, collect(y.name), count(y)", graph) == [
        ["a", "['B', 'C']", "2"]
      ])
    #expect(
      try ask("MATCH (x)-->() RETURN count(x), count(DISTINCT x), collect(DISTINCT x.kind)", graph)
        == [["4", "3", "['state', 'armed_group']"]])
    #expect(
      try ask("MATCH (x)-->(y) RETURN x.kind + '!' AS k, count(*) + 1 ORDER BY count(*) DESC, k", graph)
        == [["'state!'", "4"], ["'armed_group!'", "2"]])
  }

  @Test func aggregatesPassOverNull() throws {
    #expect(
      try ask("MATCH ()-[r]->() RETURN count(*), count(r.support), collect(r.support)", graph)
        == [["4", "2", "['unspecified', 'unspecified']"]])
    #expect(
      try ask("MATCH ()-[r]->() RETURN r.support, count(*) ORDER BY count(*), r.support", graph)
        == [["'unspecified'", "2"], ["null", "2"]])
  }

  @Test func aggregatesOfNothing() throws {
    #expect(
      try ask("MATCH (x {id: 'nobody'}) RETURN count(*), collect(x), min(x.id), sum(1), avg(1)", graph)
        == [["0", "[]", "null", "0", "null"]])
    #expect(try ask("MATCH (x {id: 'nobody'}) RETURN x.kind, count(*)", graph).isEmpty)
    #expect(try ask("MATCH (x) RETURN count(*)", AllianceGraph()) == [["0"]])
  }

  @Test func leastGreatestSumAndMean() throws {
    #expect(
      try ask("MATCH ()-[r]->(y) RETURN min(y.id), max(y.id), sum(size(y.id)), avg(size(y.id))", graph)
        == [["'b'", "'c'", "4", "1.0"]])
    #expect(
      complaint("MATCH (x) RETURN sum(x.id)", graph) == "query:1:18: sum() takes numbers, found a string")
  }

  @Test func whatBelongsToNoGroupIsAnError() {
    #expect(
      complaint("MATCH (x)-->(y) RETURN x.id, y.id + count(*)")
        == "query:1:30: 'y' stands beside an aggregate, but no column says which; add a column that has it alone"
    )
    #expect(complaint("MATCH (x) WHERE count(*) > 1 RETURN x") == "query:1:17: count() can't stand in WHERE")
    #expect(
      complaint("MATCH (x) RETURN count(count(*))") == "query:1:24: count() can't stand in another aggregate")
    #expect(
      complaint("MATCH (x) RETURN x.id ORDER BY max(x.kind)")
        == "query:1:32: max() can't stand in ORDER BY where RETURN has no aggregate")
    #expect(
      complaint("MATCH (x)-->(y) RETURN x.kind, count(*) ORDER BY y.id")
        == "query:1:50: 'y' is not among the columns; with an aggregate only those can be ordered by")
    #expect(
      complaint("MATCH (x) RETURN x.id, x.id")
        == "query:1:24: two columns are called 'x.id'; rename one with AS")
    #expect(complaint("MATCH () RETURN *") == "query:1:10: RETURN * without a variable; name something")
  }
}
