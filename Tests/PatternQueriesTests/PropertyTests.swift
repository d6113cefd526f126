import AllianceGraphs
import Documents
import GraphSamples
import PatternQueries
import Relations
import Testing

/// What queries can ask of actors and relations.
@Suite struct PropertyTests {
  private let story = AllianceGraph.story

  @Test func ofActors() throws {
    #expect(
      try ask("MATCH (x {id: 'cor-front'}) RETURN x.name, x.kind, x.aliases", story)
        == [["'Cor Liberation Front'", "'armed_group'", "['Cor Front', 'the Front']"]])
  }

  @Test func ofRelations() throws {
    #expect(
      try ask(
        """
        MATCH (:Actor {id: 'arland'})-[r:BACKS]->({id: 'cor-front'})
        RETURN r.status, r.confidence, r.support, r.disputed, r.sign, r.date, r.firstDate, r.publisher, r.publishers,
          r.sources, r.articles, r.quotes
        """, story) == [
          [
            "'asserted'", "0.96", "'funding'", "false", "'cooperative'", "'2019-04'", "'2019-03-05'",
            "'Agéncia Norte'",
            "['Agéncia Norte', 'The Gazette']", "2", "['april', 'march']",
            "['the Arland-backed Front', 'Arland, which pays the Cor Front']",
          ]
        ])
    #expect(
      try ask("MATCH (x {id: 'fen'})-[r:FIGHTING]-() RETURN r.initiator, r.support, r.heldFrom", story)
        == [["'Fen'", "null", "null"]])
  }

  @Test func whenItHeld() throws {
    var mention = RelationMention.of("a", .backs, "b")
    mention.evidence.held = HeldInterval(from: "2015", until: "2018-03")
    var other = RelationMention.of("a", .backs, "b", at: 5)
    other.evidence.held = HeldInterval(from: "2014")
    let graph = AllianceGraph(readings: [.of("r", date: "2020", [mention, other])])
    #expect(try ask("MATCH ()-[r]->() RETURN r.heldFrom, r.heldUntil", graph) == [["'2014'", "'2018-03'"]])
  }

  @Test func bracesTakeAnyName() throws {
    for name in ["Cor Front", "the front", "CLF", "cor-front", "Cor Liberation Front"] {
      #expect(
        try ask("MATCH (x {name: \"\(name)\"}) RETURN x.name", story) == [["'Cor Liberation Front'"]],
        "\(name)")
    }
    #expect(try ask("MATCH (x) WHERE x.name = 'Cor Front' RETURN x", story).isEmpty)
    #expect(try ask("MATCH (x) WHERE 'Cor Front' IN x.aliases RETURN x", story) == [["cor-front"]])
    #expect(try ask("MATCH (x), (y {name: x.name}) RETURN count(*)", story) == [["7"]])
  }

  @Test func bracesTakeAnyReport() throws {
    let arming = "MATCH (x)-[r:BACKS {publisher: 'the gazette'}]->({id: 'cor-front'}) RETURN x ORDER BY x.id"
    #expect(try ask(arming, story) == [["arland"], ["estria"]])
    #expect(try ask("MATCH ()-[r {date: '2019-04'}]->() RETURN count(DISTINCT r)", story) == [["4"]])
    #expect(try ask("MATCH ()-[r {date: '2019'}]->() RETURN count(DISTINCT r)", story) == [["10"]])
    #expect(
      try ask("MATCH (x)-[:BACKS*2 {status: 'asserted'}]->(y) RETURN x, y", story) == [
        ["borland", "cor-front"]
      ])
  }

  @Test func namesThatAreNobodysOrSeveralsAreTold() throws {
    let both = try PatternQuery("MATCH (x {name: 'the Republic'}) RETURN x.id ORDER BY x.id").run(on: story)
    #expect(both.rows.map { $0.map(short) } == [["'arland'"], ["'estria'"]])
    #expect(both.unsureNames.map(\.name) == ["the Republic"])
    guard case .ambiguous(let actors) = both.unsureNames[0].search else {
      Issue.record("not ambiguous")
      return
    }
    #expect(actors.map(\.id) == ["arland", "estria"])
    let nobody = try PatternQuery("MATCH (x) WHERE NOT (x)--({name: 'Arlnd'}) RETURN x").run(on: story)
    #expect(nobody.unsureNames.map(\.name) == ["Arlnd"])
    let mistaken = try PatternQuery("MATCH (x) WHERE x.name = 'Cor Front' RETURN x").run(on: story)
    #expect(mistaken.mistakenNames.map(\.actor.id) == ["cor-front"])
  }
}
