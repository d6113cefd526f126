import Relations

/// Which part of a graph to look at. A property left nil lets everything pass.
///
/// Dates and publishers choose articles; the edges are then folded anew from what is left, so that "since March"
/// answers what the articles since March support. Types, statuses, confidence and kinds choose among those edges whole:
/// an edge that has ended doesn't become asserted by leaving out who says so.
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

  public init(
    types: Set<RelationType>? = nil, statuses: Set<Status>? = nil, minimumConfidence: Double? = nil,
    since: CalendarDate? = nil, until: CalendarDate? = nil, publishers: Set<String>? = nil,
    kinds: Set<ActorKind>? = nil
  ) {
    self.types = types
    self.statuses = statuses
    self.minimumConfidence = minimumConfidence
    self.since = since
    self.until = until
    self.publishers = publishers
    self.kinds = kinds
  }

  /// Whether it lets everything pass.
  public var isEmpty: Bool { self == GraphFilter() }

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
        graph.actor(end).map { kinds.contains($0.kind) } ?? false
      }
    }
    return true
  }
}

extension AllianceGraph {
  /// The graph that the filter leaves: articles that pass, edges that pass, and the actors that stand in one.
  /// Filtering again changes nothing.
  public func filtered(by filter: GraphFilter) -> AllianceGraph {
    if filter.isEmpty { return self }
    let articles = articles.filter(filter.passes)
    let kept = Set(articles.map(\.id))
    let reported = AllianceGraph(
      articles: articles,
      accounts: accounts.filter { $0.article.map(kept.contains) ?? true },
      mentions: mentions.filter { kept.contains($0.evidence.article) })
    let edges = reported.relations.filter { filter.passes($0, in: reported) }
    let ends = Set(edges.flatMap { [$0.source, $0.target] })
    return AllianceGraph(
      articles: articles, accounts: reported.accounts.filter { ends.contains($0.actor.id) },
      mentions: edges.flatMap(\.mentions))
  }
}
