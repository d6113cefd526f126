import AllianceGraphs
import Relations

/// For each actor, by number, the articles that have evidence of a relation of theirs, by number.
struct EvidenceArticles {
  private let starts: [Int]
  private let articles: [Int32]

  /// - Parameters:
  ///   - actors: an end of a relation, for each end and each piece of evidence.
  ///   - articles: the article of that evidence.
  /// - Complexity: linear in the numbers of pairs, actors and articles.
  init(actors: [Int32], articles: [Int32], actorCount: Int, articleCount: Int) {
    var order = CountingOrder(count: actors.count)
    order.sort(by: articles, bound: articleCount)
    order.sort(by: actors, bound: actorCount)
    var starts = [Int](repeating: 0, count: actorCount + 1)
    var kept: [Int32] = []
    var last: (actor: Int32, article: Int32) = (-1, -1)
    for index in order.indices {
      let pair = (actor: actors[Int(index)], article: articles[Int(index)])
      if pair == last { continue }
      last = pair
      kept.append(pair.article)
      starts[Int(pair.actor) + 1] = kept.count
    }
    // Actors without evidence end where the one before them does.
    for actor in 0..<actorCount { starts[actor + 1] = max(starts[actor], starts[actor + 1]) }
    self.starts = starts
    self.articles = kept
  }

  /// In increasing order, each once.
  subscript(_ actor: Int) -> ArraySlice<Int32> { articles[starts[actor]..<starts[actor + 1]] }
}

extension EvidenceArticles {
  /// Actors and articles have the numbers of their places in the graph.
  init(_ graph: AllianceGraph) {
    var actorNumbers = StringTable(minimumCapacity: graph.actors.count)
    for actor in graph.actors { _ = actorNumbers.number(actor.id) }
    var articleNumbers = StringTable(minimumCapacity: graph.articles.count)
    for article in graph.articles { _ = articleNumbers.number(article.id) }
    var actors: [Int32] = []
    var articles: [Int32] = []
    actors.reserveCapacity(2 * graph.mentions.count)
    articles.reserveCapacity(2 * graph.mentions.count)
    for mention in graph.mentions {
      let article = articleNumbers.number(mention.evidence.article)
      actors.append(actorNumbers.number(mention.source))
      actors.append(actorNumbers.number(mention.target))
      articles.append(article)
      articles.append(article)
    }
    self.init(
      actors: actors, articles: articles, actorCount: actorNumbers.count, articleCount: articleNumbers.count)
  }
}
