import Documents

/// What a graph keeps of an article: enough to say where a quote comes from, without the text.
public struct ArticleRecord: Hashable, Sendable, Identifiable {
  /// Names the article in evidence.
  public var id: String
  /// The headline.
  public var title: String
  /// The day it was published, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var date: String?
  public var publisher: String?
  public var url: String?
  /// The `id` of the article that this one repeats; nil where it is a text of its own.
  public var copyOf: String?

  public init(
    id: String, title: String, date: String? = nil, publisher: String? = nil, url: String? = nil,
    copyOf: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.publisher = publisher
    self.url = url
    self.copyOf = copyOf
  }

  public init(_ article: Article) {
    self.init(
      id: article.id, title: article.title, date: article.date, publisher: article.publisher,
      url: article.url, copyOf: article.copyOf)
  }
}

extension ArticleRecord: CanonicallyOrdered {
  package static func order(_ a: Self, _ b: Self) -> Ordering {
    Ordering(a.id, b.id)
      .then(Ordering(a.title, b.title))
      .then(Ordering(a.date, b.date))
      .then(Ordering(a.publisher, b.publisher))
      .then(Ordering(a.url, b.url))
      .then(Ordering(a.copyOf, b.copyOf))
  }
}

extension ArticleRecord {
  /// One record for each article: where records of one id differ, each field takes its least value that is given,
  /// so that the outcome depends neither on order nor on grouping.
  static func joined(_ records: [ArticleRecord]) -> [ArticleRecord] {
    var result: [ArticleRecord] = []
    for record in records.canonical() {
      guard let last = result.last, last.id == record.id else {
        result.append(record)
        continue
      }
      result[result.count - 1] = ArticleRecord(
        id: last.id,
        title: least(last.title.isEmpty ? nil : last.title, record.title.isEmpty ? nil : record.title) ?? "",
        date: least(last.date, record.date),
        publisher: least(last.publisher, record.publisher),
        url: least(last.url, record.url),
        copyOf: least(last.copyOf, record.copyOf))
    }
    return result
  }

  private static func least(_ a: String?, _ b: String?) -> String? {
    guard let a else { return b }
    guard let b else { return a }
    return Ordering(b, a) == .before ? b : a
  }
}
