import AllianceGraphs
import Documents
import Relations

extension RelationMention {
  /// A mention for tests that set only what they are about. The quote defaults to the statement in words.
  package static func of(
    _ source: ActorID, _ type: RelationType, _ target: ActorID, _ status: Status = .asserted,
    support: SupportKind? = nil, initiator: ActorID? = nil, confidence: Double = 0.8, at start: Int = 0,
    quote: String? = nil, by attribution: String? = nil
  ) -> RelationMention {
    let quote = quote ?? "\(source) \(type.rawValue) \(target) (\(start))"
    return RelationMention(
      source: source, type: type, target: target, support: support, status: status, initiator: initiator,
      confidence: confidence,
      evidence: Evidence(
        article: "", range: start..<(start + quote.utf8.count), text: quote, trigger: start..<(start + 1),
        rule: "test", attribution: attribution))
  }
}

extension ArticleReading {
  package static func of(
    _ article: String, date: String? = nil, publisher: String? = nil, actors: [Actor] = [],
    _ mentions: [RelationMention]
  ) -> ArticleReading {
    ArticleReading(
      article: Article(
        id: article, title: "Headline of \(article)", date: date, publisher: publisher, text: ""),
      actors: actors, mentions: mentions)
  }
}

extension Actor {
  package static func of(
    _ id: ActorID, _ name: String, _ kind: ActorKind = .state, aliases: [String] = []
  ) -> Actor {
    Actor(id: id, name: name, kind: kind, aliases: aliases)
  }
}
