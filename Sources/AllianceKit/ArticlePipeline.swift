import AllianceGraphs
import Documents
import Relations

/// The stages from an article's text to the relations it states.
public protocol ArticlePipeline: Sendable {
  /// Analyses the sentences of an article.
  func parse(_ article: Article) -> ParsedDocument
  /// Analyses an article that is cut into words.
  func parse(_ document: TokenizedDocument) -> ParsedDocument
  /// Who acts in the article, and what it says about them.
  func read(_ article: Article) -> ArticleReading
}

extension ArticlePipeline {
  /// The graph of what many articles say; the same whatever their order and the number of jobs.
  ///
  /// - Parameter jobs: how many articles are read at a time.
  public func graph(of articles: [Article], jobs: Int = 1) -> AllianceGraph {
    AllianceGraph(readings: readings(of: articles, jobs: jobs))
  }

  /// What each article says, in the order of the articles.
  public func readings(of articles: [Article], jobs: Int = 1) -> [ArticleReading] {
    articles.concurrentMap(jobs: jobs, read)
  }
}
