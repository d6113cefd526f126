import AllianceGraphs
import Documents
import GraphSamples
import Relations
import Testing

@testable import GraphExport

@Suite struct JSONTests {
  @Test func readingGivesBackWhatWasWritten() throws {
    for seed: UInt64 in 0..<50 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      let bytes = graph.json()
      let back = try AllianceGraph(json: bytes, file: "seed-\(seed).json")
      #expect(back == graph, "seed \(seed)")
      #expect(back.json() == bytes, "seed \(seed)")
    }
  }

  @Test func graphsMergeFromFilesWithoutLoss() throws {
    for seed: UInt64 in 0..<50 {
      var generator = SeededGenerator(seed: seed)
      let a = AllianceGraph.random(using: &generator)
      let b = AllianceGraph.random(using: &generator)
      let read = try AllianceGraph(merging: [
        AllianceGraph(json: b.json(), file: "b.json"), AllianceGraph(json: a.json(), file: "a.json"),
      ])
      #expect(read.json() == a.merging(b).json(), "seed \(seed)")
    }
  }

  @Test func theFormat() {
    let mention = RelationMention.of(
      "arland", .backs, "cor-front", .alleged, support: .funding, at: 7, quote: "Arland \"pays\" the Front",
      by: "Borland")
    let graph = AllianceGraph(readings: [
      .of(
        "report", date: "2019-03-05", publisher: "The Gazette",
        actors: [
          .of("arland", "Arland", aliases: ["Arland"]),
          .of("cor-front", "Cor Front", .armedGroup, aliases: ["the Front", "Cor Front"]),
        ], [mention])
    ])
    #expect(
      String(decoding: graph.json(), as: UTF8.self) == #"""
        {
          "format": "alliance-graph",
          "version": 1,
          "articles": [
            {
              "id": "report",
              "title": "Headline of report",
              "date": "2019-03-05",
              "publisher": "The Gazette"
            }
          ],
          "actors": [
            {
              "id": "arland",
              "name": "Arland",
              "kind": "state",
              "aliases": ["Arland"]
            },
            {
              "id": "cor-front",
              "name": "Cor Front",
              "kind": "armed_group",
              "aliases": ["Cor Front", "the Front"]
            }
          ],
          "relations": [
            {
              "source": "arland",
              "type": "backs",
              "target": "cor-front",
              "support": "funding",
              "status": "alleged",
              "confidence": 0.8,
              "evidence": [
                {
                  "article": "report",
                  "start": 7,
                  "end": 30,
                  "text": "Arland \"pays\" the Front",
                  "trigger": {"start": 7, "end": 8},
                  "rule": "test",
                  "support": "funding",
                  "status": "alleged",
                  "confidence": 0.8,
                  "attribution": "Borland"
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func theEmptyGraph() throws {
    let bytes = AllianceGraph().json()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "format": "alliance-graph",
          "version": 1,
          "articles": [],
          "actors": [],
          "relations": []
        }

        """)
    #expect(try AllianceGraph(json: bytes, file: "empty.json") == AllianceGraph())
  }

  @Test func articlesAreListedWhereTheyPresentAnActorDifferently() throws {
    let graph = AllianceGraph(readings: [
      .of("r1", actors: [.of("arland", "Arland", aliases: ["Arland"])], [.of("arland", .backs, "b")]),
      .of("r2", actors: [.of("arland", "Arland", aliases: ["Arl"])], [.of("arland", .backs, "b")]),
    ])
    let text = String(decoding: graph.json(), as: UTF8.self)
    #expect(text.contains(#"{"article": "r1", "aliases": ["Arland"]}"#))
    #expect(text.contains(#"{"article": "r2", "aliases": ["Arl"]}"#))
  }

  @Test func handWrittenEvidenceTakesTheReadingOfItsRelation() throws {
    let graph = try AllianceGraph(
      json: Array(
        #"""
        {"format": "alliance-graph", "version": 1, "note": "passed over",
         "articles": [{"id": "r"}],
         "actors": [{"id": "a", "name": "A\u00e9\ud83d\ude00"}, {"id": "b", "name": "B", "kind": "community"}],
         "relations": [{"source": "b", "type": "fighting", "target": "a", "status": "possible", "initiator": "b",
           "disputed": true, "confidence": 5e-1,
           "evidence": [{"article": "r", "start": 0, "end": 3, "text": "b a", "rule": "", "trigger":
             {"start": 1, "end": 2}}]}]}
        """#.utf8), file: "hand.json")
    #expect(graph.actors.map(\.name) == ["Aé😀", "B"])
    #expect(graph.actors.map(\.kind) == [.other, .community])
    let mention = try #require(graph.mentions.first)
    #expect(mention.relation == Relation("a", .fighting, "b"))
    #expect(mention.status == .possible)
    #expect(mention.disputed)
    #expect(mention.initiator == "b")
    #expect(mention.confidence == 0.5)
  }
}
