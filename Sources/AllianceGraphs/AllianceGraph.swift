import Documents
import Relations

/// Who stands in which relation to whom, and which texts say so: a value folded from relation mentions.
///
/// Articles, accounts of actors and relation mentions are the ground truth; `actors` and `relations` are folds over
/// them. Merging, filtering and taking differences work on the ground truth and fold again, so merging is commutative,
/// associative and idempotent, and the order of the input never shows in the output.
public struct AllianceGraph: Hashable, Sendable {
  /// The articles read, by id, also those that yielded no relation.
  public let articles: [ArticleRecord]
  /// How each article presents the actors, by actor and article.
  public let accounts: [ActorAccount]
  /// All mentions by relation, article and place, each once; symmetric relations have their ends in order.
  public let mentions: [RelationMention]

  /// The actors by id.
  public let actors: [Actor]
  /// The edges by source, type and target.
  public let relations: [Edge]

  /// The empty graph, which leaves every other as it is when merged.
  public init() {
    self.init(articles: [], accounts: [], mentions: [])
  }

  /// Folds what was read in articles. O(n log n) in the number of mentions.
  ///
  /// A mention that joins an actor with itself is left out. An end of a mention that the reading does not describe
  /// becomes an actor of kind `other` named by its id.
  public init(readings: [ArticleReading]) {
    var accounts: [ActorAccount] = []
    accounts.reserveCapacity(readings.reduce(0) { $0 + $1.actors.count })
    var mentions: [RelationMention] = []
    mentions.reserveCapacity(readings.reduce(0) { $0 + $1.mentions.count })
    var ids = StringTable()
    // For each actor the last reading that describes it, from 1.
    var describedIn: [Int] = []
    for (index, reading) in readings.enumerated() {
      func isNew(_ id: ActorID) -> Bool {
        let number = Int(ids.number(id))
        if number == describedIn.count { describedIn.append(0) }
        if describedIn[number] == index + 1 { return false }
        describedIn[number] = index + 1
        return true
      }
      for actor in reading.actors {
        _ = isNew(actor.id)
        accounts.append(ActorAccount(article: reading.article.id, actor: actor))
      }
      for mention in reading.mentions where mention.source != mention.target {
        mentions.append(mention)
        mentions[mentions.count - 1].evidence.article = reading.article.id
        if isNew(mention.source) { accounts.append(.undescribed(mention.source, in: reading.article.id)) }
        if isNew(mention.target) { accounts.append(.undescribed(mention.target, in: reading.article.id)) }
      }
    }
    self.init(
      articles: readings.map { ArticleRecord($0.article) }, accounts: accounts, mentions: mentions)
  }

  /// Folds ground truth. Every end of a mention needs an account, every article that is referred to a record.
  package init(articles: [ArticleRecord], accounts: [ActorAccount], mentions: [RelationMention]) {
    self.articles = ArticleRecord.joined(articles)
    self.accounts = accounts.canonicalAccounts()
    self.mentions = mentions.canonicalMentions()

    actors = self.accounts.runs { $0.actor.id == $1.actor.id }.map { Actor(folding: $0) }
    let dates = Dictionary(self.articles.map { ($0.id, $0.date ?? "") }, uniquingKeysWith: { a, _ in a })
    let sources = Sources(self.articles)
    relations = Self.folded(self.mentions, sources: sources) { dates[$0] ?? "" }
  }

  private static func folded(
    _ mentions: [RelationMention], sources: Sources, date: @escaping (String) -> String
  ) -> [Edge] {
    var edges: [Edge] = []
    // Most relations of a large graph have one mention.
    edges.reserveCapacity(mentions.count)
    var start = 0
    while start < mentions.count {
      var end = start + 1
      while end < mentions.count, mentions[start].hasSameRelation(as: mentions[end]) { end += 1 }
      if end == start + 1 {
        edges.append(Edge(single: mentions[start]))
      } else {
        edges.append(Edge(folding: mentions[start..<end], sources: sources, date: date))
      }
      start = end
    }
    return edges
  }

  /// The graph of everything that either knows.
  public func merging(_ other: AllianceGraph) -> AllianceGraph {
    AllianceGraph(merging: [self, other])
  }

  /// The graph of everything that any of the graphs knows; faster than merging one after the other.
  public init(merging graphs: [AllianceGraph]) {
    if graphs.count == 1 {
      self = graphs[0]
    } else {
      self.init(
        articles: graphs.flatMap(\.articles), accounts: graphs.flatMap(\.accounts),
        mentions: graphs.flatMap(\.mentions))
    }
  }

  /// Graphs are equal when their ground truth is; the rest follows from it.
  public static func == (a: AllianceGraph, b: AllianceGraph) -> Bool {
    a.articles == b.articles && a.accounts == b.accounts && a.mentions == b.mentions
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(articles)
    hasher.combine(accounts)
    hasher.combine(mentions)
  }
}

extension AllianceGraph {
  /// The actor of that id. O(log n).
  public func actor(_ id: ActorID) -> Actor? {
    actors.first(ordered: { Ordering($0.id, id) })
  }

  /// The article of that id. O(log n).
  public func article(_ id: String) -> ArticleRecord? {
    articles.first(ordered: { Ordering($0.id, id) })
  }

  /// The edge that carries the relation. O(log n).
  public func edge(_ relation: Relation) -> Edge? {
    relations.first(ordered: { Relation.order($0.relation, relation) })
  }
}

extension Array {
  /// The longest stretches whose neighbours belong together, in order.
  func runs(_ belongTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var result: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belongTogether(self[index - 1], self[index]) {
      result.append(self[start..<index])
      start = index
    }
    if start < endIndex { result.append(self[start...]) }
    return result
  }

  /// The element for which `order` says `.same`, in an array sorted by it.
  fileprivate func first(ordered order: (Element) -> Ordering) -> Element? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      switch order(self[middle]) {
      case .same: return self[middle]
      case .before: low = middle + 1
      case .after: high = middle
      }
    }
    return nil
  }
}
