import Relations

/// Counts how many publishers speak of something independently of one another.
///
/// Articles that are copies of one text are one source, credited to the publisher of the text they all repeat; sources
/// of the same publisher count once. Who published what doesn't say so can't be told apart: all such count as one.
package struct PublisherCount {
  private let sources: Sources
  /// The key of the publisher of each source, by the id that its articles share.
  private var publishers: [String: String] = [:]

  /// O(n log n) in the number of articles.
  package init(_ articles: [ArticleRecord]) {
    sources = Sources(articles)
    // The original counts; where it is not among the articles, or has no publisher, the first of its copies that has one.
    for isOriginal in [true, false] {
      for article in articles where (article.copyOf == nil) == isOriginal {
        guard let publisher = article.publisher.map(searchKey) else { continue }
        let source = sources.source(of: article.id)
        if publishers[source] == nil { publishers[source] = publisher }
      }
    }
  }

  /// Linear in the number of mentions.
  package func count(_ mentions: some Sequence<RelationMention>) -> Int {
    var found: Set<String> = []
    var last: String?
    for mention in mentions where mention.evidence.article != last {
      last = mention.evidence.article
      found.insert(publishers[sources.source(of: mention.evidence.article)] ?? "")
    }
    return found.count
  }
}
