import AllianceGraphs
import Foundation
import GraphAnalysis
import GraphSamples
import Relations
import Testing

@testable import GraphExport

@Suite struct AnalysisTextTests {
  private let story = AllianceGraph.story

  @Test func blocsOfTheStory() {
    #expect(
      Analysis(of: story, [.blocs]).text() == """
        Blocs: 1 bloc, 1 on their own; nothing goes against the division
          Bloc 1: Arland, Borland, Cor Liberation Front, Delta Union, Éstria and Kurds
            Borland backs Arland (asserted)
                “Borland-backed Arland” — march, The Gazette, 2019-03-05
            Arland backs Cor Liberation Front (asserted; funding)
                “Arland, which pays the Cor Front” — march, The Gazette, 2019-03-05
                and 1 more quote
            Cor Liberation Front is part of Delta Union (asserted)
                “Delta Union factions such as the Cor Front” — march, The Gazette, 2019-03-05
            Cor Liberation Front is allied with Kurds (asserted)
                “the Kurds and their ally, the Cor Front” — april, Agéncia Norte, 2019-04
            Éstria backs Delta Union (alleged)
                “Fen said Estria armed the Union” — march, The Gazette, 2019-03-05, according to Fen
          On their own: Fen
          Bloc 1 against Fen:
            Fen opposes Arland (asserted)
                “Fen condemned Arland” — march, The Gazette, 2019-03-05
          In two camps: nothing goes against the division
            Arland, Borland, Cor Liberation Front, Delta Union, Éstria and Kurds
            Fen

        """)
  }

  @Test func everySectionNamesItsQuotes() {
    let march = AllianceGraph(readings: [AllianceGraph.storyInMarch])
    let text = Analysis(of: march).text()
    #expect(text.contains("Arland against Fen, through Cor Liberation Front\n"))
    #expect(text.contains("Fen is fighting Cor Liberation Front (asserted; Fen attacked)\n"))
    #expect(text.contains("    and directly:\n      Fen opposes Arland"))
    for heading in ["Blocs:", "Balance:", "Proxies:", "Contradictions:", "Bridges:", "Central actors"] {
      #expect(text.contains("\n\(heading)") || text.hasPrefix(heading))
    }
  }

  @Test func whoClaimsAndWhoDenies() {
    let graph = AllianceGraph(readings: [
      .of(
        "may", publisher: "The Gazette",
        [
          .of("a", .backs, "b", .alleged, quote: "Cor accused A", by: "Cor"),
          .of("a", .backs, "b", .denied, at: 90, quote: "A denied it", by: "A"),
        ]), .of("june", [.of("a", .fighting, "b", quote: "war")]),
    ])
    let text = Analysis(of: graph, [.contradictions]).text()
    #expect(
      text == """
        Contradictions: 1 pair of friends and foes at once, 1 claimed and denied
          a and b, friends and foes:
            a backs b (alleged, disputed)
                “Cor accused A” — may, The Gazette, according to Cor
                and 1 more quote
            a is fighting b (asserted)
                “war” — june
          a backs b (alleged, disputed), claimed by Cor, denied by A
              claimed: “Cor accused A” — may, The Gazette, according to Cor
              denied: “A denied it” (denied) — may, The Gazette, according to A

        """)
  }

  @Test func emptySectionsSayThatTheyAre() {
    let quiet = AllianceGraph(readings: [.of("r", [.of("a", .negotiatesWith, "b")])])
    let analysis = Analysis(of: quiet, [.blocs, .balance, .proxies, .contradictions])
    #expect(analysis.isEmpty)
    #expect(analysis.text().split(separator: "\n").count == 4)
    #expect(Analysis(of: AllianceGraph()).isEmpty)
    #expect(Analysis(of: AllianceGraph()).text().hasSuffix("\n"))
  }

  @Test func theLimitCountsTheRest() {
    let mentions = (0..<9).map { RelationMention.of("hub", .backs, "s\($0)", at: $0 * 50) }
    let graph = AllianceGraph(readings: [.of("r", mentions)])
    let text = Analysis(of: graph, [.blocs, .central]).text(limit: 3)
    #expect(text.contains("    and 6 more relations\n") && text.contains("  and 7 more actors\n"))
  }

  /// What the JSON says is what the analysis found, and all that it refers to is there.
  @Test func jsonHoldsEverythingItRefersTo() throws {
    for seed: UInt64 in 0..<40 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator).merging(.story)
      let analysis = Analysis(of: graph, counting: Set(Status.allCases))
      let object = try JSONSerialization.jsonObject(with: Data(analysis.json())) as? [String: Any]
      let json = try #require(object)
      let known = Set((json["relations"] as? [[String: Any]] ?? []).map(Self.key))
      let actors = Set((json["actors"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      let articles = Set((json["articles"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      var references = 0
      func visit(_ value: Any) {
        if let array = value as? [Any] { array.forEach(visit) }
        guard let object = value as? [String: Any] else { return }
        if object["source"] != nil, object["type"] != nil {
          references += 1
          #expect(known.contains(Self.key(object)), "seed \(seed)")
          for end in ["source", "target"] {
            #expect(actors.contains(object[end] as? String ?? ""), "seed \(seed)")
          }
        }
        if let article = object["article"] as? String { #expect(articles.contains(article), "seed \(seed)") }
        for member in object.values { visit(member) }
      }
      visit(json)
      #expect(references > graph.relations.count)
      #expect((json["proxies"] as? [Any])?.count == analysis.proxies?.count)
      #expect((json["blocs"] as? [String: Any])?["frustration"] as? Int == analysis.blocs?.frustration)
    }
  }

  private static func key(_ object: [String: Any]) -> String {
    ["source", "type", "target"].map { object[$0] as? String ?? "?" }.joined(separator: " ")
  }
}
