import Documents
import Relations

/// Turns what was decided about an article into relation mentions with their evidence, and its actors into what the
/// graph holds.
struct ReadingAssembler {
  let document: ResolvedDocument
  private(set) var mentions: [RelationMention] = []
  private var live: Set<Int> = []

  init(document: ResolvedDocument) {
    self.document = document
  }

  mutating func add(_ candidate: RelationCandidate, confidence: Double) {
    live.insert(candidate.source.actor)
    live.insert(candidate.target.actor)
    let tree = document.trees[candidate.sentence]
    let range = tree.sentence.range
    let attribution = candidate.attribution.map { tree.text(tree.core($0), in: document.article) }
    mentions.append(
      RelationMention(
        source: document.register[candidate.source.actor].id, type: candidate.type,
        target: document.register[candidate.target.actor].id,
        support: candidate.type == .backs ? candidate.support ?? .unspecified : nil, status: candidate.status,
        disputed: candidate.disputed,
        initiator: candidate.hasInitiator ? document.register[candidate.source.actor].id : nil,
        confidence: (confidence * 1000).rounded() / 1000,
        evidence: Evidence(
          article: document.article.id, range: range, text: document.article.text[utf8: range],
          trigger: tree.token(candidate.predicate).range, rule: candidate.rule, attribution: attribution)))
  }

  func reading() -> ArticleReading {
    ArticleReading(
      article: document.article, actors: Self.actors(of: document, among: Array(live)), mentions: mentions)
  }

  /// The actors as the graph holds them, by id.
  static func actors(of document: ResolvedDocument, among indices: [Int]) -> [Actor] {
    indices.map { index in
      let actor = document.register[index]
      let aliases = actor.forms.isEmpty ? [actor.name] : actor.forms.keys.sorted()
      return Actor(id: actor.id, name: usualName(of: actor), kind: actor.kind, aliases: aliases)
    }.sorted { $0.id < $1.id }
  }

  /// The gazetteer's name for an actor where the article uses it or no other full name, else the fullest that it uses.
  private static func usualName(of actor: ArticleActor) -> String {
    guard let entry = actor.entry else { return actor.name }
    let used = Set(actor.forms.keys.map(NameFinder.key))
    // "Lebanon's Hezbollah" is Hezbollah.
    let own = NameFinder.key(entry.name)
    if used.contains(where: { $0.hasSuffix(own) || $0.hasPrefix(own) }) { return entry.name }
    let names = entry.forms.filter {
      $0.role == .name && used.contains(NameFinder.key($0.text))
    }
    let fullest = names.map(\.text).filter { $0.contains(" ") || entry.kind == .state }.max {
      ($0.count, $1) < ($1.count, $0)
    }
    return fullest ?? entry.name
  }
}
