import Documents
import Relations

/// Turns the candidates of an article into relation mentions with their evidence, and its actors into what the graph holds.
struct ReadingAssembler {
  let document: ResolvedDocument
  let candidates: [RelationCandidate]

  func assemble() -> ArticleReading {
    var mentions: [RelationMention] = []
    var live: Set<Int> = []
    for candidate in candidates where !candidate.isNegated && !candidate.isWeak {
      live.insert(candidate.source.actor)
      live.insert(candidate.target.actor)
      mentions.append(mention(candidate))
    }
    let actors = Self.actors(of: document, among: Array(live))
    return ArticleReading(article: document.article, actors: actors, mentions: mentions)
  }

  /// The actors as the graph holds them, by id.
  static func actors(of document: ResolvedDocument, among indices: [Int]) -> [Actor] {
    indices.map { index in
      let actor = document.register[index]
      let aliases = actor.forms.isEmpty ? [actor.name] : actor.forms.keys.sorted()
      return Actor(id: actor.id, name: actor.name, kind: actor.kind, aliases: aliases)
    }.sorted { $0.id < $1.id }
  }

  private func mention(_ candidate: RelationCandidate) -> RelationMention {
    let tree = document.trees[candidate.sentence]
    let range = tree.sentence.range
    let trigger = tree.token(candidate.predicate).range
    let attribution = candidate.attribution.map { tree.text(tree.core($0), in: document.article) }
    return RelationMention(
      source: document.register[candidate.source.actor].id, type: candidate.type,
      target: document.register[candidate.target.actor].id,
      support: candidate.type == .backs ? candidate.support ?? .unspecified : nil, status: candidate.status,
      initiator: candidate.hasInitiator ? document.register[candidate.source.actor].id : nil, confidence: 0.8,
      evidence: Evidence(
        article: document.article.id, range: range, text: document.article.text[utf8: range], trigger: trigger,
        rule: candidate.rule, attribution: attribution))
  }
}
