import AllianceGraphs
import Documents
import Relations

extension ArticleReading {
  /// A reading of a made-up article, with the trouble that real ones give: ids that articles describe differently,
  /// symmetric relations either way round, evidence given twice, odd characters, missing dates.
  package static func random(using generator: inout SeededGenerator) -> ArticleReading {
    let number = Int.random(in: 0..<6, using: &generator)
    let dates = [nil, "2019", "2019-03", "2019-03-05", "2020-01-31"]
    let article = Article(
      id: "report-\(number)",
      title: ["Truce \"holds\"", "", "Cafe\u{301} \\ talks", "Café \\ talks"].pick(&generator),
      date: dates.pick(&generator), publisher: [nil, "The Gazette", "Агентство"].pick(&generator), text: "")
    let ids = ["arland", "borland", "cor-front", "delta-union"]
    let actors = ids.filter { _ in Bool.random(using: &generator) }.map { id in
      Actor(
        id: id, name: ["The " + id, id, "Фронт", "Caf\u{E9}", "Cafe\u{301}"].pick(&generator),
        kind: ActorKind.allCases.pick(&generator),
        aliases: ["b", "a", "\u{1}\n\t\"", "😀", "Café", "Cafe\u{301}", id].filter { _ in
          Bool.random(using: &generator)
        })
    }
    let mentions = (0..<Int.random(in: 0..<25, using: &generator)).map { _ in
      RelationMention.random(ids: ids, article: article.id, using: &generator)
    }
    return ArticleReading(article: article, actors: actors, mentions: mentions + mentions.prefix(1))
  }
}

extension RelationMention {
  package static func random(
    ids: [ActorID], article: String, using generator: inout SeededGenerator
  ) -> RelationMention {
    let start = Int.random(in: 0..<50, using: &generator)
    let source = ids.pick(&generator)
    let target = ids.pick(&generator)
    return RelationMention(
      source: source, type: RelationType.allCases.pick(&generator), target: target,
      support: ([nil] + SupportKind.allCases).pick(&generator), status: Status.allCases.pick(&generator),
      disputed: Int.random(in: 0..<5, using: &generator) == 0,
      initiator: [nil, source, target].pick(&generator),
      confidence: [0, 0.1, 1.0 / 3, 0.5, 0.9, 1].pick(&generator),
      evidence: Evidence(
        article: article, range: start..<(start + 20),
        text: ["one quote", "another “quote”"].pick(&generator),
        trigger: (start + 2)..<(start + 5), rule: ["r1", "r2"].pick(&generator),
        attribution: [nil, "a spokesman"].pick(&generator),
        held: [
          nil, nil, HeldInterval(from: "2015"), HeldInterval(until: "2019-02"),
          HeldInterval(from: "2018-03-04", until: "2019"),
        ].pick(&generator)))
  }
}

extension AllianceGraph {
  package static func random(using generator: inout SeededGenerator) -> AllianceGraph {
    AllianceGraph(
      readings: (0..<Int.random(in: 0..<5, using: &generator)).map { _ in .random(using: &generator) })
  }
}

extension Array {
  package func pick(_ generator: inout SeededGenerator) -> Element { randomElement(using: &generator)! }
}
