import Relations

/// Which part of a graph to look at. A property left nil lets everything pass.
///
/// Dates and publishers choose articles; the edges are then folded anew from what is left, so that "since March"
/// answers what the articles since March support. `asOf` goes by the other clock: it chooses what held on a day, and
/// what is over by now is not over on a day on which it held. Types, statuses, confidence, publishers needed and kinds
/// choose among those edges whole: an edge that has ended doesn't become asserted by leaving out who says so.
public struct GraphFilter: Hashable, Sendable {
  public var types: Set<RelationType>?
  public var statuses: Set<Status>?
  /// The least confidence of an edge.
  public var minimumConfidence: Double?
  /// Articles published on that day or later; those dated by month or year where they may have been.
  /// An article without a date doesn't pass.
  public var since: CalendarDate?
  /// Articles published on that day or earlier, likewise.
  public var until: CalendarDate?
  /// Articles of these publishers, compared without case and accents.
  public var publishers: Set<String>?
  /// Edges whose two ends are both of these kinds.
  public var kinds: Set<ActorKind>?
  /// What held on that day: as the text says, or else as the reports up to that day have it.
  public var asOf: CalendarDate?
  /// The least number of publishers that speak of an edge independently, copies of a text counting once.
  public var minimumPublishers: Int?
  /// Who is asked about: these pass whatever their kind, and stay where none of their edges passes.
  public var focus: Set<ActorID> = []

  public init(
    types: Set<RelationType>? = nil, statuses: Set<Status>? = nil, minimumConfidence: Double? = nil,
    since: CalendarDate? = nil, until: CalendarDate? = nil, publishers: Set<String>? = nil,
    kinds: Set<ActorKind>? = nil, asOf: CalendarDate? = nil, minimumPublishers: Int? = nil
  ) {
    self.types = types
    self.statuses = statuses
    self.minimumConfidence = minimumConfidence
    self.since = since
    self.until = until
    self.publishers = publishers
    self.kinds = kinds
    self.asOf = asOf
    self.minimumPublishers = minimumPublishers
  }

  /// Whether it lets everything pass.
  public var isEmpty: Bool {
    var other = self
    other.focus = []
    return other == GraphFilter()
  }

  /// False where `until` lies before `since`, so that no article can pass.
  public var hasDatesInOrder: Bool {
    guard let since, let until else { return true }
    return since.days.lowerBound <= until.days.upperBound
  }

  func passes(_ article: ArticleRecord) -> Bool {
    if since != nil || until != nil {
      guard let date = article.date.flatMap(CalendarDate.init) else { return false }
      if let since, date.days.upperBound < since.days.lowerBound { return false }
      if let until, date.days.lowerBound > until.days.upperBound { return false }
    }
    guard let publishers else { return true }
    guard let publisher = article.publisher.map(searchKey) else { return false }
    return publishers.contains { searchKey($0) == publisher }
  }

  func passes(_ edge: Edge, in graph: AllianceGraph) -> Bool {
    if let types, !types.contains(edge.type) { return false }
    if let statuses, !statuses.contains(edge.status) { return false }
    if let minimumConfidence, edge.confidence < minimumConfidence { return false }
    if let kinds {
      return [edge.source, edge.target].allSatisfy { end in
        focus.contains(end) || graph.actor(end).map { kinds.contains($0.kind) } ?? false
      }
    }
    return true
  }
}

extension AllianceGraph {
  /// Whether an article is by that publisher, compared as the filter does.
  package func hasArticle(by publisher: String) -> Bool {
    articles.contains(where: GraphFilter(publishers: [publisher]).passes)
  }

  /// The graph that the filter leaves: articles that pass, edges that pass, and the actors that stand in one.
  /// Filtering again changes nothing.
  public func filtered(by filter: GraphFilter) -> AllianceGraph {
    if filter.isEmpty { return self }
    let reported = reported(to: filter)
    let publishers = filter.minimumPublishers.map { (least: $0, count: PublisherCount(articles)) }
    let edges = reported.relations.filter { edge in
      filter.passes(edge, in: reported)
        && publishers.map { $0.count.count(edge.mentions) >= $0.least } ?? true
    }
    var shown = filter.focus
    for edge in edges { shown.formUnion([edge.source, edge.target]) }
    return AllianceGraph(
      articles: reported.articles,
      accounts: reported.accounts.filter { shown.contains($0.actor.id) }
        + accounts.filter { filter.focus.contains($0.actor.id) && reported.actor($0.actor.id) == nil }
        .map { ActorAccount(article: nil, actor: $0.actor) },
      mentions: edges.flatMap(\.mentions))
  }

  /// The part that rests on the articles and the day that the filter chooses.
  private func reported(to filter: GraphFilter) -> AllianceGraph {
    var articles = articles.filter(filter.passes)
    var kept = Set(articles.map(\.id))
    var mentions = mentions.filter { kept.contains($0.evidence.article) }
    if let day = filter.asOf {
      let dates = Dictionary(
        articles.map { ($0.id, $0.date.flatMap(CalendarDate.init)) }, uniquingKeysWith: { a, _ in a })
      mentions = mentions.compactMap { $0.asOf(day, reported: dates[$0.evidence.article] ?? nil) }
      let telling = Set(mentions.map(\.evidence.article))
      articles = articles.filter { article in
        telling.contains(article.id) || dates[article.id]??.isBeforeEnd(of: day) == true
      }
      kept = Set(articles.map(\.id))
    }
    return AllianceGraph(
      articles: articles,
      accounts: accounts.filter { $0.article.map(kept.contains) ?? true },
      mentions: mentions)
  }
}
