import AllianceGraphs
import Foundation
import GraphSamples
import Relations
import Testing

@testable import GraphExport

@Suite struct DifferenceTests {
  private let march = AllianceGraph(readings: [AllianceGraph.storyInMarch])
  private let story = AllianceGraph.story

  private func summary(_ old: [ArticleReading], _ new: [ArticleReading]) -> String {
    let (before, after) = (AllianceGraph(readings: old), AllianceGraph(readings: new))
    return GraphDiff(from: before, to: after).summary(from: before, to: after)
  }

  @Test func theStoryReads() {
    #expect(
      GraphDiff(from: march, to: story).summary(from: march, to: story) == """
        From 5 March 2019 (one article) to April 2019 (two articles), two relations are new and one has ended. A new \
        alliance is reported between the Cor Liberation Front and the Kurds. New talks are reported between Arland and \
        Fen. Now over: the fighting between the Cor Liberation Front and Fen.

        """)
    #expect(GraphDiff(from: story, to: story).summary(from: story, to: story) == "Nothing has changed.\n")
  }

  @Test func everyKindOfChangeIsTold() {
    let cast = [
      Actor.of("front", "Cor Front", .armedGroup), .of("kurds", "Kurds", .community),
      .of("usa", "United States"),
      .of("iran", "Iran"),
    ]
    let text = summary(
      [
        .of(
          "a", date: "2020", actors: cast,
          [
            .of("front", .fighting, "kurds"), .of("usa", .backs, "front", .alleged),
            .of("usa", .opposes, "iran"),
            .of("iran", .backs, "kurds"), .of("iran", .fighting, "front"),
          ])
      ],
      [
        .of(
          "b", date: "2021-02", actors: cast + [.of("league", "Gulf League", .coalition)],
          [
            .of("kurds", .alliedWith, "front"), .of("usa", .backs, "front", support: .military),
            .of("iran", .opposes, "usa"), .of("iran", .backs, "kurds", .denied),
            .of("usa", .backs, "kurds", .alleged, support: .funding),
            .of("front", .partOf, "league"), .of("kurds", .partOf, "league"),
          ])
      ])
    #expect(
      text == """
        From 2020 (one article) to February 2021 (one article), three relations are new, four have changed and one is no \
        longer reported. The Cor Front, which was fighting the Kurds before, now is allied with them. Iran opposes the \
        United States, where the United States opposed Iran before. The United States is newly reported to back the Kurds \
        (funding support, alleged). The Cor Front and the Kurds are newly said to be part of the Gulf League. Iran's \
        backing of the Kurds is now denied. The United States' backing of the Cor Front is now stated as a fact and is now \
        described as military. Not mentioned any more: the fighting between the Cor Front and Iran. Newly named: the Gulf \
        League.

        """)
  }

  @Test func whoGoesByAnotherNameIsTold() {
    let renamed = summary(
      [.of("a", actors: [.of("mpf", "MPF", .armedGroup)], [.of("mpf", .fighting, "x")])],
      [
        .of(
          "b", actors: [.of("front", "Marovian Patriotic Front", .armedGroup)], [.of("front", .fighting, "x")]
        )
      ])
    #expect(
      renamed == """
        No relation has changed (one article before, one after). MPF now goes by the name Marovian Patriotic Front.

        """)
    let guards = [Actor.of("red", "Red Guard", .armedGroup), .of("blue", "Blue Guard", .armedGroup)]
    let union = [Actor.of("union", "Coast Union", .coalition, aliases: ["Red Guard", "Blue Guard"])]
    let (whole, parts) = (
      ArticleReading.of("a", actors: union, [.of("union", .fighting, "x")]),
      ArticleReading.of("b", actors: guards, [.of("red", .fighting, "x"), .of("blue", .fighting, "x")])
    )
    #expect(
      summary([whole], [parts]).contains(
        "The Coast Union is now told apart as the Blue Guard and the Red Guard."))
    #expect(
      summary([parts], [whole]).contains("The Blue Guard and the Red Guard are now one, the Coast Union."))
    let (before, after) = (AllianceGraph(readings: [whole]), AllianceGraph(readings: [parts]))
    let text = GraphDiff(from: before, to: after).text(from: before, to: after)
    #expect(
      text.contains(
        "~ Coast Union (coalition), now told apart as Blue Guard (armed group) and Red Guard (armed group)"))
  }

  /// Whatever differs, the summary is a line of sentences, and the picture draws every relation that came or went.
  @Test func anyDifferenceIsTold() throws {
    for seed: UInt64 in 0..<60 {
      var generator = SeededGenerator(seed: seed)
      let (a, b) = (AllianceGraph.random(using: &generator), AllianceGraph.random(using: &generator))
      let diff = GraphDiff(from: a, to: b)
      let summary = diff.summary(from: a, to: b)
      #expect(summary.hasSuffix(".\n") && summary.split(separator: "\n").count == 1, "seed \(seed)")
      #expect(!summary.contains("  ") && !summary.contains(" ."), "seed \(seed)")
      let json = try JSONSerialization.jsonObject(with: Data(diff.json())) as? [String: Any]
      let relations = try #require(json?["relations"] as? [String: [[String: Any]]])
      #expect(relations["added"]?.count == diff.added.count && relations["gone"]?.count == diff.gone.count)
      #expect(relations["changed"]?.count == diff.changed.count, "seed \(seed)")
      for (change, written) in zip(diff.changed, relations["changed"] ?? []) {
        #expect((written["aspects"] as? [Any])?.count == change.aspects.count, "seed \(seed)")
        #expect((written["gained"] as? [Any])?.count == change.gained.count, "seed \(seed)")
      }
      #expect(json?["isEmpty"] as? Bool == diff.isEmpty)
    }
  }

  @Test(arguments: [
    ("United Arab Emirates", ActorKind.state, "the United Arab Emirates"), ("Egypt", .state, "Egypt"),
    ("Rapid Support Forces", .armedGroup, "the Rapid Support Forces"), ("Hamas", .armedGroup, "Hamas"),
    ("rebels in Darfur", .armedGroup, "rebels in Darfur"),
    ("Masalit community", .community, "the Masalit community"),
    ("Kurds", .community, "the Kurds"), ("The Hague Group", .coalition, "the Hague Group"),
    ("Union of Gulf Republics", .state, "the Union of Gulf Republics"),
    ("Arab militias", .armedGroup, "Arab militias"),
  ])
  func namesStandInSentences(name: String, kind: ActorKind, phrase: String) {
    #expect(Prose.name(.of("x", name, kind)) == phrase)
  }
}
