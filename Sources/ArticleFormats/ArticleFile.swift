import Documents

/// The articles that a file holds, and what was wrong with parts of it.
///
/// What a part lacks does not keep the others from being read. Articles made from markup hold the text that a reader
/// of the page sees: the headline, then paragraphs parted by blank lines. Evidence counts in that text.
public struct ArticleFile: Sendable {
  public private(set) var articles: [Article] = []
  public private(set) var faults: [ArticleFault] = []

  /// Reads a file. Linear in its length; nothing is fetched, and no entity of a file is expanded.
  ///
  /// - Parameters:
  ///   - id: names the article. Where a file may hold several, each takes the id that it brings along, or this one
  ///     with something that is its own.
  /// - Throws: `ArticleFault` where nothing in the file can be read.
  public init(_ bytes: [UInt8], format: ArticleFormat, id: String) throws(ArticleFault) {
    guard bytes.count <= Self.largest else {
      throw ArticleFault(.file, "larger than \(Self.largest >> 20) MB; cut it into parts")
    }
    // Pages and feeds may declare their encoding themselves.
    let text = TextDecoding.fromUTF16(bytes) ?? bytes
    switch format {
    case .plainText:
      articles = [Article(id: id, plainText: String(decoding: text, as: UTF8.self))]
    case .markdown:
      articles = [try Markdown.article(String(decoding: text, as: UTF8.self), id: id)]
    case .page:
      let (article, faults) = try WebPage.article(bytes, id: id)
      articles = [article]
      self.faults = faults
    case .feed:
      (articles, faults) = try Feed.articles(bytes, id: id)
    case .jsonLines:
      (articles, faults) = JSONArticles.lines(text, id: id)
    case .json:
      (articles, faults) = try JSONArticles.value(text, id: id)
    }
    if articles.isEmpty, faults.isEmpty { throw ArticleFault(.file, "no articles in it") }
  }

  /// The number of bytes that libxml2 counts in 32 bits, with room to spare.
  private static let largest = 1 << 30
}
