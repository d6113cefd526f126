/// Which articles are one source: those that repeat one another, directly or through others.
struct Sources {
  /// The least id of each source of several articles, by the ids of all of them.
  private var leaders: [String: String] = [:]

  var isEmpty: Bool { leaders.isEmpty }

  /// O(n log n), and O(n) where no article is a copy.
  init(_ articles: [ArticleRecord]) {
    for article in articles {
      guard let original = article.copyOf else { continue }
      let (a, b) = (leader(of: article.id), leader(of: original))
      let (first, second) = Ordering(a, b) == .before ? (a, b) : (b, a)
      leaders[second] = first
      leaders[first] = first
    }
  }

  /// The id that all articles of a source share; its own where an article is a source by itself.
  func source(of article: String) -> String { leaders.isEmpty ? article : leader(of: article) }

  private func leader(of article: String) -> String {
    var current = article
    while let next = leaders[current], next != current { current = next }
    return current
  }
}
