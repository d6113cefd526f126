import AllianceCommands
import AllianceGraphs
import Foundation
import GraphExport
import Testing

/// The commands that ask a graph, and their filters.
@Suite struct QueryCommandTests {
  let folder: TemporaryFolder
  let april: String
  let graph: String

  init() throws {
    folder = try TemporaryFolder()
    april = try folder.write(
      "april.txt",
      "April\n\nArland backs Borland.\nCor fighting Borland.\nDelta part_of Cor.\nCor part_of Delta.\n")
    graph = folder / "graph.json"
    let may = try folder.write("may.txt", "May\n\nArland backs Borland.\nEstria backs Arland.\n")
    let articles = folder / "april.json"
    #expect(
      alliance("extract", april, "--date", "2020-04-10", "--publisher", "Wire", "-o", articles).status == 0)
    #expect(
      alliance("extract", articles, may, "--date", "2020-05", "--publisher", "Post", "-o", graph).status == 0)
  }

  private func names(_ run: Run) -> [String] {
    run.output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix(" ") && !$0.isEmpty }
  }

  @Test func questionsOfAllKindsAreAnswered() {
    #expect(names(alliance("backed-by", "Estria", graph)) == ["Estria backs Arland (asserted)"])
    #expect(names(alliance("members", "Cor", graph)) == ["Delta is part of Cor (asserted)"])
    #expect(alliance("members", "Cor", graph, "--through").status == 0)
    #expect(names(alliance("relations", "Borland", graph)).count == 2)
    #expect(names(alliance("relations", "Borland", "Cor", graph)) == ["Borland is fighting Cor (asserted)"])
    #expect(
      alliance("relations", "Borland", graph, "--with", "Cor").output
        == alliance("relations", "Borland", "Cor", graph).output)
    let path = alliance("path", "Estria", "Cor", graph)
    #expect(
      path.status == 0 && path.output.hasPrefix("Hostility, 3 steps: Estria – Arland – Borland – Cor\n"))
    #expect(alliance("path", "Estria", "Cor", graph, "--chain", "support").status == 1)
    #expect(alliance("neighbours", "Estria", graph, "--hops", "2").output.contains("2 steps away:"))
    #expect(names(alliance("actors", graph))[0] == "Cor (cor, state): 3 relations")
  }

  @Test func programsGetJSON() throws {
    for arguments in [
      ["backers", "Borland"], ["backed-by", "Estria"], ["allies", "Arland"], ["enemies", "Cor"],
      ["members", "Cor"],
      ["relations", "Cor"], ["path", "Estria", "Cor"], ["neighbours", "Cor"], ["actors"],
    ] {
      let run = alliance(arguments + [graph, "--json"])
      let object = try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any]
      #expect(object?["format"] as? String == "alliance-answer" && run.status == 0, "\(arguments)")
    }
    let none = alliance("backers", "Estria", graph, "--json")
    #expect(none.status == 1 && !none.bytes.isEmpty)
  }

  @Test func filtersAreTheSameEverywhere() {
    func backers(_ options: String...) -> Int32 { alliance(["backers", "Arland", graph] + options).status }
    #expect(backers() == 0 && backers("--type", "backs") == 0 && backers("--type", "fighting") == 1)
    #expect(backers("--status", "asserted") == 0 && backers("--status", "denied") == 1)
    #expect(backers("--since", "2020-05") == 0 && backers("--until", "2020-04") == 1)
    #expect(backers("--as-of", "2020-04-30") == 1 && backers("--as-of", "2020-06") == 0)
    #expect(backers("--publisher", "post") == 0 && backers("--publisher", "Wire") == 1)
    #expect(backers("--kind", "state") == 0 && backers("--kind", "armed_group") == 1)
    #expect(backers("--min-sources", "2") == 1)
    #expect(alliance("backers", "Borland", graph, "--min-sources", "2").status == 0)
    #expect(alliance("diagram", graph, "--format", "dot", "--type", "fighting").output.contains("cor"))
    #expect(!alliance("diagram", graph, "--format", "dot", "--type", "backs").output.contains("cor"))
    #expect(alliance("diff", graph, folder / "april.json", "--until", "2020-04").status == 0)
    #expect(alliance("explain", graph, "--type", "part_of").output.contains("part of"))
    let query = alliance(
      "query", "MATCH ()-[r]->() RETURN count(DISTINCT r)", graph, "--type", "backs", "--format", "csv")
    #expect(query.output == "count(DISTINCT r)\n2\n")
    let nobody = alliance("backers", "Arland", graph, "--publisher", "Gazette")
    #expect(nobody.status == 1 && nobody.complaints == ["no article by 'Gazette'; publishers are Post, Wire"])
    #expect(nobody.output == "no evidence of backers of Arland in 0 articles\n")
  }

  @Test func wrongFiltersAreWrongUsage() {
    for options in [
      ["--since", "2020-05", "--until", "2020-04"], ["--since", "May"], ["--as-of", "2020-13"],
      ["--type", "loves"],
      ["--status", "sure"], ["--kind", "stat"], ["--min-sources", "0"],
    ] {
      let run = alliance(["enemies", "Cor", graph] + options)
      #expect(run.status == 64 && run.bytes.isEmpty, "\(options)")
    }
    let dates = alliance("enemies", "Cor", graph, "--since", "2020-05", "--until", "2020-04")
    #expect(
      dates.complaints.first?.contains("--since 2020-05 lies after --until 2020-04; exchange the two") == true
    )
    #expect(alliance("path", "Cor", "Arland", graph, "--hops", "0").status == 64)
  }

  @Test func tablesHaveThreeForms() throws {
    let query = "MATCH (a)-[r:BACKS]->(b) RETURN a, r.sources AS sources, r ORDER BY sources DESC"
    #expect(
      alliance("query", query, graph).output == """
        a      | sources | r
        -------+---------+---------------------
        Arland |       2 | Arland backs Borland
        Estria |       1 | Estria backs Arland
        (2 rows)

        """)
    #expect(
      alliance("query", query, graph, "--format", "csv").output
        == "a,sources,r\narland,2,Arland backs Borland\nestria,1,Estria backs Arland\n")
    let file = folder / "table.json"
    #expect(alliance("query", query, graph, "--format", "json", "-o", file).bytes.isEmpty)
    let object =
      try JSONSerialization.jsonObject(with: Data(folder.bytes("table.json"))) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[Any]])
    #expect(object?["columns"] as? [String] == ["a", "sources", "r"] && rows.count == 2)
    #expect((rows[0][0] as? [String: String])?["id"] == "arland" && rows[0][1] as? Int == 2)
    let odd = #"RETURN 'a,"b"' AS x, null AS y, ['p', 1.5, true] AS z"#
    #expect(
      alliance("query", odd, graph, "--format", "csv").output
        == "x,y,z\n\"a,\"\"b\"\"\",,\"['p', 1.5, true]\"\n")
    #expect(
      alliance("query", "MATCH p = ({name: 'Estria'})-[*2]->() RETURN p", graph, "--format", "csv").output
        == "p\nEstria -BACKS-> Arland -BACKS-> Borland\n")
  }

  @Test func wrongQueriesSayWhereAndWriteNothing() {
    let run = alliance("query", "MATCH (a)-[:BACKS>(b) RETURN a", graph, "-o", folder / "out.csv")
    #expect(run.status == 2 && run.bytes.isEmpty && !folder.names.contains("out.csv"))
    #expect(run.complaints == ["query:1:18: expected '|', '*', '{' or ']', found '>'"])
    let empty = alliance("query", "MATCH (a {name: 'Nobody'}) RETURN a", graph)
    #expect(empty.status == 1 && empty.output == "a\n-\n(0 rows)\n")
    #expect(empty.complaints == ["unknown actor 'Nobody'"])
  }

  @Test func graphsThatAreEmptyOrBrokenAreToldApart() throws {
    let quiet = try folder.write("quiet.txt", "Quiet\n\nThe day was calm.\n")
    #expect(alliance("query", "MATCH (a) RETURN a", quiet).status == 1)
    #expect(alliance("actors", quiet).complaints == ["no actors found"])
    #expect(alliance("backers", "Cor", quiet).complaints == ["unknown actor 'Cor'"])
    let bytes = try folder.bytes("graph.json")
    let half = try folder.write("half.json", bytes: Array(bytes.prefix(bytes.count / 2)))
    for arguments in [
      ["actors"], ["backers", "Cor"], ["query", "MATCH (a) RETURN a"], ["path", "Cor", "Arland"],
    ] {
      let run = alliance(arguments + [half])
      #expect(run.status == 2 && run.bytes.isEmpty && run.complaints.count == 1, "\(arguments)")
      #expect(run.complaints[0].contains("half.json:"))
    }
  }

  @Test func aNameOfTwoAsksWhich() throws {
    let text = """
      {"format": "alliance-graph", "version": 1, "articles": [],
       "actors": [{"id": "lf-a", "name": "Liberation Front", "kind": "armed_group", "aliases": []},
                  {"id": "lf-b", "name": "Liberation Front", "kind": "armed_group", "aliases": []}], "relations": []}
      """
    let file = try folder.write("two.json", text)
    let complaint =
      "'Liberation Front' may be Liberation Front (lf-a) or Liberation Front (lf-b); ask by the id in brackets"
    for arguments in [
      ["backers", "Liberation Front"], ["path", "Liberation Front", "lf-b"],
      ["neighbours", "Liberation Front"],
    ] {
      let run = alliance(arguments + [file])
      #expect(run.status == 2 && run.complaints == [complaint] && run.bytes.isEmpty)
    }
    #expect(alliance("backers", "lf-a", file).status == 1)
    let query = alliance("query", "MATCH (a {name: 'Liberation Front'}) RETURN a.id", file)
    #expect(query.status == 0 && query.output.contains("(2 rows)"))
    #expect(
      query.complaints == [
        "'Liberation Front' is a name of Liberation Front (lf-a) and Liberation Front (lf-b); all of them match"
      ])
  }
}
