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
  /// The same, with the reasons.
  func explain(_ article: Article) -> ReadingExplanation
  /// Tries the rules of one's own on the examples that come with them.
  func checkExamples() -> ExampleReport
}

/// How the rules of an analyst's own do on their examples.
public struct ExampleReport: Hashable, Sendable {
  public var examples: Int
  /// What is not as it says, by file and line.
  public var failures: [LocatedError]

  public init(examples: Int, failures: [LocatedError]) {
    self.examples = examples
    self.failures = failures
  }
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
