import AllianceGraphs
import GraphSamples
import Relations
import Testing

@testable import GraphExport

@Suite struct TextTests {
  private let story = AllianceGraph.story

  @Test func backersWithTheirChains() {
    #expect(
      story.backers(of: "cor-front", through: true).text(in: story) == """
        Arland backs Cor Liberation Front (asserted; funding)
            “Arland, which pays the Cor Front” — march, The Gazette, 2019-03-05
            “the Arland-backed Front” — april, Agéncia Norte, 2019-04

        Borland, through Arland:
          Borland backs Arland (asserted)
              “Borland-backed Arland” — march, The Gazette, 2019-03-05
          Arland backs Cor Liberation Front (asserted; funding)
              “Arland, which pays the Cor Front” — march, The Gazette, 2019-03-05
              “the Arland-backed Front” — april, Agéncia Norte, 2019-04

        Éstria, through Delta Union:
          Éstria backs Delta Union (alleged)
              “Fen said Estria armed the Union” — march, The Gazette, 2019-03-05, according to Fen
          Cor Liberation Front is part of Delta Union (asserted)
              “Delta Union factions such as the Cor Front” — march, The Gazette, 2019-03-05

        Denied:
          Éstria backs Cor Liberation Front (denied)
              “Estria denied arming the Front” — march, The Gazette, 2019-03-05, according to Estria

        """)
  }

  @Test func theOtherLeadsAndPluralsAgree() {
    #expect(
      story.allies(of: "cor-front").text(in: story).contains(
        "\nKurds are allied with Cor Liberation Front (asserted)\n"))
    #expect(
      story.enemies(of: "cor-front").text(in: story).hasPrefix(
        "Fen is fighting Cor Liberation Front (ended; Fen attacked)\n"))
    #expect(!Actor.of("x", "Hamas", .armedGroup).isPlural)
    #expect(!Actor.of("x", "United States", .state).isPlural)
    #expect(Actor.of("x", "Northern rebels", .armedGroup).isPlural)
  }

  @Test func noEvidenceIsSaid() {
    #expect(story.backers(of: "kurds").text(in: story) == "no evidence of backers of Kurds in 2 articles\n")
  }

  @Test func unknownAndAmbiguousNames() {
    #expect(story.findActor(named: "Arland").complaint(about: "Arland") == nil)
    #expect(
      story.findActor(named: "Arlnad").complaint(about: "Arlnad")
        == "unknown actor 'Arlnad'; did you mean Arland?")
    #expect(story.findActor(named: "Qxz").complaint(about: "Qxz") == "unknown actor 'Qxz'")
    #expect(
      story.findActor(named: "the Republic").complaint(about: "the Republic")
        == "'the Republic' may be Arland (arland) or Éstria (estria); ask by the id in brackets")
  }

  @Test func theDifferenceOfTwoReports() {
    let march = AllianceGraph(readings: [AllianceGraph.storyInMarch])
    let text = GraphDiff(from: march, to: story).text(from: march, to: story)
    #expect(
      text == """
        2 relations new, 0 gone, 1 changed (1 ended), 1 with other evidence; 0 actors new, 0 gone

        New
          + Arland negotiates with Fen (asserted)
                “Fen and Arland met” — april, Agéncia Norte, 2019-04
          + Cor Liberation Front is allied with Kurds (asserted)
                “the Kurds and their ally, the Cor Front” — april, Agéncia Norte, 2019-04

        Ended
          ~ Fen is fighting Cor Liberation Front: asserted → ended
                was: “Fen shelled the Cor Front” — march, The Gazette, 2019-03-05
                now: “Fen and the Cor Front ended their war” — april, Agéncia Norte, 2019-04

        Still reported, from other evidence
          = Arland backs Cor Liberation Front (asserted; funding)
                + “the Arland-backed Front” — april, Agéncia Norte, 2019-04

        Articles
          + april: Headline of april, Agéncia Norte, 2019-04

        """)
    #expect(GraphDiff(from: story, to: story).text(from: story, to: story) == "no difference\n")
  }

  @Test func coloursOnlyWhenAsked() {
    let diff = GraphDiff(from: AllianceGraph(), to: story)
    #expect(!diff.text(from: AllianceGraph(), to: story).contains("\u{1B}"))
    #expect(
      diff.text(from: AllianceGraph(), to: story, style: TextStyle(colors: true)).contains(
        "\u{1B}[32m+\u{1B}[0m"))
  }

  @Test func longQuotesAreCutAroundTheTrigger() {
    let words = (0..<100).map { "word\($0)" }
    let quote = words.joined(separator: " ")
    var mention = RelationMention.of("a", .backs, "b", quote: quote)
    let start = quote.utf8.count / 2
    mention.evidence.trigger = start..<(start + 6)
    let graph = AllianceGraph(readings: [.of("r", [mention])])
    let text = graph.backers(of: "b").text(in: graph, style: TextStyle(quoteLength: 60))
    #expect(text.contains("“… ") && text.contains(" …”"))
    #expect(text.contains("word51"))
    let shown = text.split(separator: "“")[1].split(separator: "”")[0]
    #expect((50...64).contains(shown.count))
  }

  @Test func quotesCannotSteerTheTerminal() {
    #expect(singleLine(" a\u{1B}[31m\n\tb\u{202E}c\u{9B} ") == "a [31m b c")
  }

  @Test func manyQuotesAreCounted() {
    let mentions = (0..<5).map { RelationMention.of("a", .backs, "b", at: $0) }
    let graph = AllianceGraph(readings: [.of("r", mentions)])
    #expect(graph.backers(of: "b").text(in: graph).hasSuffix("\n    and 2 more quotes\n"))
  }
}
