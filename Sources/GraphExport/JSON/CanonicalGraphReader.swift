import AllianceGraphs
import Relations

/// Reads a graph from the very form that `json()` writes, in one pass without a tree of values between: several times as
/// fast as the general reader, which reads everything else and says what is wrong.
struct CanonicalGraphReader {
  private var articles: [ArticleRecord] = []
  private var actors: [(actor: Actor, entries: [ActorAccount]?)] = []
  private var mentions: [RelationMention] = []
  private var articleNumbers = StringTable()
  private var actorNumbers = StringTable()
  /// For each end of each piece of evidence the actor, and the article.
  private var ends: [Int32] = []
  private var places: [Int32] = []

  /// The graph; nil where the bytes are not in that form, whether or not they are a graph.
  static func read(_ bytes: [UInt8]) -> AllianceGraph? {
    bytes.withUnsafeBufferPointer { bytes in
      var text = CanonicalJSON(bytes)
      var reader = CanonicalGraphReader()
      do throws(CanonicalJSON.Deviation) {
        try reader.readGraph(&text)
        return AllianceGraph(
          articles: reader.articles, accounts: try reader.accounts(), mentions: reader.mentions)
      } catch {
        return nil
      }
    }
  }

  private mutating func readGraph(_ text: inout CanonicalJSON) throws(CanonicalJSON.Deviation) {
    try text.first("format")
    guard try text.string() == "alliance-graph" else { throw .init() }
    try text.next("version")
    guard try text.count() == AllianceGraph.jsonVersion else { throw .init() }
    try text.next("articles")
    try text.expect("[")
    if !text.skips("]") {
      repeat { try readArticle(&text) } while text.skips(",")
      try text.expect("]")
    }
    try text.next("actors")
    try text.expect("[")
    if !text.skips("]") {
      repeat { try readActor(&text) } while text.skips(",")
      try text.expect("]")
    }
    try text.next("relations")
    try text.expect("[")
    if !text.skips("]") {
      var last: Relation?
      repeat { try readRelation(&text, &last) } while text.skips(",")
      try text.expect("]")
    }
    try text.expect("}")
    try text.expectEnd()
  }

  private func identifier(_ text: inout CanonicalJSON) throws(CanonicalJSON.Deviation) -> String {
    let id = try text.string()
    if id.isEmpty { throw .init() }
    return id
  }

  private mutating func readArticle(_ text: inout CanonicalJSON) throws(CanonicalJSON.Deviation) {
    try text.first("id")
    let id = try identifier(&text)
    if let last = articles.last, Ordering(last.id, id) != .before { throw .init() }
    _ = articleNumbers.number(id)
    try text.next("title")
    var article = ArticleRecord(id: id, title: try text.string())
    if text.skipsNext("date") { article.date = try text.string() }
    if text.skipsNext("publisher") { article.publisher = try text.string() }
    if text.skipsNext("url") { article.url = try text.string() }
    if text.skipsNext("copyOf") { article.copyOf = try text.string() }
    try text.expect("}")
    articles.append(article)
  }

  private mutating func readActor(_ text: inout CanonicalJSON) throws(CanonicalJSON.Deviation) {
    try text.first("id")
    let id = try identifier(&text)
    if let last = actors.last, Ordering(last.actor.id, id) != .before { throw .init() }
    _ = actorNumbers.number(id)
    try text.next("name")
    let name = try text.string()
    try text.next("kind")
    let kind = try text.word(ActorKind.self)
    try text.next("aliases")
    let actor = Actor(id: id, name: name, kind: kind, aliases: try strings(&text))
    var entries: [ActorAccount]?
    if text.skipsNext("articles") {
      var list: [ActorAccount] = []
      try text.expect("[")
      repeat { list.append(try entry(&text, of: actor)) } while text.skips(",")
      try text.expect("]")
      entries = list
    }
    try text.expect("}")
    actors.append((actor, entries))
  }

  /// How an article presents an actor, where articles differ.
  private mutating func entry(
    _ text: inout CanonicalJSON, of actor: Actor
  ) throws(CanonicalJSON.Deviation) -> ActorAccount {
    // An entry without an article may be empty or begin with another key: rare enough for the general reader.
    try text.first("article")
    let article = try text.string()
    guard articleNumbers.existing(article) != nil else { throw .init() }
    var presented = actor
    if text.skipsNext("name") { presented.name = try text.string() }
    if text.skipsNext("kind") { presented.kind = try text.word(ActorKind.self) }
    if text.skipsNext("aliases") { presented.aliases = try strings(&text) }
    try text.expect("}")
    return ActorAccount(article: article, actor: presented)
  }

  private func strings(_ text: inout CanonicalJSON) throws(CanonicalJSON.Deviation) -> [String] {
    var result: [String] = []
    try text.expect("[")
    if text.skips("]") { return [] }
    repeat { result.append(try text.string()) } while text.skips(",")
    try text.expect("]")
    return result
  }

  private mutating func readRelation(
    _ text: inout CanonicalJSON, _ last: inout Relation?
  ) throws(CanonicalJSON.Deviation) {
    try text.first("source")
    let source = try text.string()
    try text.next("type")
    let type = try text.word(RelationType.self)
    try text.next("target")
    let target = try text.string()
    guard let sourceNumber = actorNumbers.existing(source), let targetNumber = actorNumbers.existing(target),
      sourceNumber != targetNumber, source != target
    else { throw .init() }
    let relation = Relation(source, type, target)
    if let last, Relation.order(last, relation) != .before { throw .init() }
    last = relation
    // What the relation says of itself follows from its evidence, all of which says what it says.
    _ = try reading(&text, of: relation)
    try text.next("evidence")
    try text.expect("[")
    repeat {
      try text.first("article")
      let article = try identifier(&text)
      guard let place = articleNumbers.existing(article) else { throw .init() }
      try text.next("start")
      let start = try text.count()
      try text.next("end")
      let end = try text.count()
      try text.next("text")
      let quote = try text.string()
      try text.next("trigger")
      try text.first("start")
      let triggerStart = try text.count()
      try text.next("end")
      let triggerEnd = try text.count()
      try text.expect("}")
      guard start <= end, triggerStart <= triggerEnd else { throw .init() }
      try text.next("rule")
      let rule = try text.string()
      let own = try reading(&text, of: relation)
      let attribution = text.skipsNext("attribution") ? try text.string() : nil
      try text.expect("}")
      ends.append(sourceNumber)
      ends.append(targetNumber)
      places.append(place)
      places.append(place)
      mentions.append(
        RelationMention(
          source: source, type: type, target: target, support: own.support, status: own.status,
          disputed: own.disputed, initiator: own.initiator, confidence: own.confidence,
          evidence: Evidence(
            article: article, range: start..<end, text: quote, trigger: triggerStart..<triggerEnd, rule: rule,
            attribution: attribution)))
    } while text.skips(",")
    try text.expect("]")
    try text.expect("}")
  }

  private func reading(
    _ text: inout CanonicalJSON, of relation: Relation
  ) throws(CanonicalJSON.Deviation) -> (
    support: SupportKind?, status: Status, disputed: Bool, initiator: ActorID?, confidence: Double
  ) {
    let support = text.skipsNext("support") ? try text.word(SupportKind.self) : nil
    try text.next("status")
    let status = try text.word(Status.self)
    let disputed = text.skipsNext("disputed")
    if disputed { try text.expectTrue() }
    let initiator = text.skipsNext("initiator") ? try text.string() : nil
    if let initiator, !relation.joins(initiator) { throw .init() }
    try text.next("confidence")
    return (support, status, disputed, initiator, try text.share())
  }

  private func accounts() throws(CanonicalJSON.Deviation) -> [ActorAccount] {
    let evidence = EvidenceArticles(
      actors: ends, articles: places, actorCount: actors.count, articleCount: articles.count)
    var result: [ActorAccount] = []
    result.reserveCapacity(ends.count)
    for (number, entry) in actors.enumerated() {
      if let entries = entry.entries {
        result += entries
      } else if evidence[number].isEmpty {
        result.append(ActorAccount(article: nil, actor: entry.actor))
      } else {
        for article in evidence[number] {
          result.append(ActorAccount(article: articles[Int(article)].id, actor: entry.actor))
        }
      }
    }
    return result
  }
}
