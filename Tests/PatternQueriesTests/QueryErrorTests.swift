import AllianceGraphs
import GraphSamples
import PatternQueries
import Testing

/// Errors point at the place and say what was expected there.
@Suite struct QueryErrorTests {
  @Test(arguments: [
    ("", "1:1: expected MATCH or RETURN, found the end of the query"),
    ("FIND (a)", "1:1: expected MATCH or RETURN, found 'FIND'"),
    ("MACTH (a) RETURN a", "1:1: expected MATCH or RETURN, found 'MACTH'; did you mean MATCH?"),
    ("MATCH", "1:6: expected a node such as '(a)', found the end of the query"),
    ("MATCH (a", "1:9: expected ':', '{' or ')', found the end of the query"),
    ("MATCH (1) RETURN 1", "1:8: expected a variable, ':', '{' or ')', found 1"),
    ("MATCH (a)-[r:BACKS]>(b) RETURN a", "1:20: expected '-' of an arrow such as '-->', found '>'"),
    ("MATCH (a)-[r:BACKS->(b) RETURN a", "1:19: expected '|', '*', '{' or ']', found '-'"),
    ("MATCH (a)-[*1..x]->(b) RETURN a", "1:16: expected '..', '{' or ']', found 'x'"),
    ("MATCH (a)-->", "1:13: expected a node such as '(a)', found the end of the query"),
    ("MATCH (a {name 'x'}) RETURN a", "1:16: expected ':', found a string"),
    ("MATCH (a {name: 'x') RETURN a", "1:20: expected ',' or '}', found ')'"),
    ("MATCH (a) WHERE RETURN a", "1:17: expected a value, a variable or '(', found 'RETURN'"),
    ("MATCH (a) WHERE a.name STARTS 'x' RETURN a", "1:31: expected WITH, found a string"),
    ("MATCH (a) WHERE a.name IS 1 RETURN a", "1:27: expected NULL or NOT NULL, found 1"),
    ("MATCH (a) WHERE (a.name = 'x' RETURN a", "1:31: expected ')', found 'RETURN'"),
    ("MATCH (a) WHERE NOT (a)-[:FIGHTING->() RETURN a", "1:35: expected '|', '*', '{' or ']', found '-'"),
    ("MATCH (a) RETURN", "1:17: expected a value, a variable or '(', found the end of the query"),
    (
      "MATCH (a) RETURN a ODER BY a",
      "1:20: expected ',', AS, ORDER BY, SKIP, LIMIT or the end of the query, found 'ODER'; did you mean ORDER?"
    ),
    ("MATCH (a) RETURN a LIMIT 1 SKIP 1", "1:28: expected the end of the query, found 'SKIP'"),
    ("MATCH (a)\nWHERE a.name == 'x'\nRETURN a", "2:15: expected a value, a variable or '(', found '='"),
    ("MATCH (a) WHERE a.name != 'x' RETURN a", "1:24: unexpected character '!'; unequal is written '<>'"),
    (
      "MATCH (a) WHERE a.name =~ 'x' RETURN a",
      "1:24: '=~' is not supported; use CONTAINS, STARTS WITH or ENDS WITH"
    ),
    (
      "MATCH (a) WHERE a.name = $x RETURN a",
      "1:26: parameters are not supported; write the value into the query"
    ),
    ("MATCH (a) DELETE a", "1:11: DELETE is not supported: queries only read"),
    ("MATCH (a) WITH a RETURN a", "1:11: WITH is not supported: a query is MATCH … RETURN …"),
    ("MATCH (a) RETURN 'x", "1:18: a string without its closing '"),
    ("MATCH (a) RETURN 'x\\q'", "1:20: unknown escape '\\q'; a backslash itself is written '\\\\'"),
    ("MATCH (a) RETURN 1 /* x", "1:20: a comment without its end '*/'"),
    ("MATCH (a) RETURN `x", "1:18: a name without its closing backtick"),
    ("MATCH (a) RETURN 1x", "1:18: '1x…' is neither a number nor a name; names begin with a letter"),
    (
      "MATCH (a) RETURN 99999999999999999999",
      "1:18: '99999999999999999999' is not a whole number up to 9223372036854775807"
    ),
    ("RETURN CASE 1 WHEN 1 THEN 2 END", "1:8: CASE is not supported"),
  ])
  func syntax(query: String, expected: String) { #expect(complaint(query) == "query:\(expected)") }

  @Test(arguments: [
    ("MATCH (a)-[:BAKCS]->(b) RETURN a", "1:13: unknown relation type 'BAKCS'; did you mean 'BACKS'?"),
    (
      "MATCH (a)-[:LOVES]->(b) RETURN a",
      "1:13: unknown relation type 'LOVES'; known are BACKS, ALLIED_WITH, FIGHTING, OPPOSES, NEGOTIATES_WITH, PART_OF"
    ),
    ("MATCH (a:Stat) RETURN a", "1:10: unknown kind of actor 'Stat'; did you mean 'State'?"),
    ("MATCH (a) RETURN b", "1:18: unknown variable 'b'; known are a"),
    ("MATCH (a {nmae: 'x'}) RETURN a", "1:11: unknown property 'nmae' of an actor; did you mean 'name'?"),
    (
      "MATCH (a)-[r]->() RETURN r.name",
      "1:28: unknown property 'name' of a relation; known are status, confidence, support, disputed, initiator, sign, date, firstDate, heldFrom, heldUntil, publisher, publishers, sources, articles, quotes"
    ),
    (
      "MATCH (a)-[r]->() RETURN r.Status",
      "1:28: unknown property 'Status' of a relation; did you mean 'status'?"
    ),
    ("MATCH (a) WHERE a.kind = 'stat' RETURN a", "1:26: no kind is 'stat'; did you mean 'state'?"),
    (
      "MATCH ()-[r]->() WHERE r.status IN ['asserted', 'denyed'] RETURN r",
      "1:49: no status is 'denyed'; did you mean 'denied'?"
    ),
    ("MATCH ()-[r]->() WHERE type(r) = 'backs' RETURN r", "1:34: no type is 'backs'; did you mean 'BACKS'?"),
    (
      "MATCH (a)-[r]->(b {kind: 'armed group'}) RETURN a",
      "1:26: no kind is 'armed group'; did you mean 'armed_group'?"
    ),
    ("MATCH (a)-[a]->(b) RETURN a", "1:10: 'a' stands for an actor, and here for a relation"),
    ("MATCH a = (b)-->(a) RETURN a", "1:11: 'a' already stands for something else"),
    ("MATCH (a) RETURN lenght(a)", "1:18: unknown function 'lenght'; did you mean 'length'?"),
    ("MATCH (a) RETURN type(a)", "1:23: type() takes a relation, and this is an actor"),
    ("MATCH (a) RETURN size()", "1:18: size() takes 1 argument, found none"),
    (
      "MATCH (a)-[r*]->() RETURN r.status",
      "1:29: a pattern with '*' yields a list of relations; use all(r IN list WHERE r.status …)"
    ),
    (
      "MATCH p = (a)-->() RETURN p.name",
      "1:29: a path has no properties; use length(p), nodes(p) or relationships(p)"
    ),
    ("MATCH (a)-[r]->() WHERE r:State RETURN a", "1:25: only actors have kinds, and this is a relation"),
    ("MATCH (a) RETURN exists(a)", "1:25: exists() takes a property such as 'r.date', or a pattern"),
  ])
  func names(query: String, expected: String) { #expect(complaint(query) == "query:\(expected)") }

  @Test func nestingHasAnEnd() {
    let deep = "RETURN " + String(repeating: "(", count: 5_000) + "1"
    #expect(complaint(deep).contains("nested deeper than"))
    #expect(
      complaint("RETURN " + String(repeating: "NOT ", count: 5_000) + "true").contains("nested deeper than"))
    #expect(complaint("RETURN " + String(repeating: "-", count: 5_000) + "1").contains("nested deeper than"))
    #expect(complaint("RETURN " + String(repeating: "[", count: 5_000)).contains("nested deeper than"))
    for chain in ["1 + ", "true AND ", "1 = ", "1 ^ "] {
      let long = "RETURN " + String(repeating: chain, count: 10_000) + "1"
      #expect(complaint(long).contains("more than 500 operators"))
    }
    #expect(
      complaint("RETURN x" + String(repeating: ".y", count: 10_000)).contains("more than 500 operators"))
  }

  /// Whatever is made of a query by mangling it is answered or complained about.
  @Test func mangledQueriesAreAnsweredOrComplainedAbout() {
    let queries = [
      "MATCH p = (a:State {name: 'x'})-[r:BACKS|FIGHTING*1..3 {status: 'asserted'}]->(b)<--(c) WHERE a.kind = 'state' AND NOT (a)-->(c) OR r IS NULL RETURN DISTINCT a.name AS n, count(*), collect(DISTINCT b.name) ORDER BY n DESC SKIP 1 LIMIT 2",
      "OPTIONAL MATCH (a), (b) WHERE any(x IN [1, 2.5, 'ü'] WHERE x > 1) AND exists { (a)--(b) WHERE a.id <> b.id } RETURN *, -1 ^ 2 % 3",
    ]
    let pieces = [
      "(", ")", "[", "]", "{", "}", "*", "..", ",", "'", "-", ">", "<", "=", ".", ":", "|", "1", "a", " ",
      "NOT", "é",
    ]
    for seed: UInt64 in 0..<1_000 {
      var generator = SeededGenerator(seed: seed)
      var characters = queries.pick(&generator).map(String.init)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<characters.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: characters.remove(at: place)
        case 1: characters.insert(pieces.pick(&generator), at: place)
        default: characters[place] = pieces.pick(&generator)
        }
      }
      do throws(QueryError) {
        _ = try PatternQuery(characters.joined()).run(on: .story, budget: 5_000)
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
      }
    }
  }
}
