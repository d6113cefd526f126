import CResources
import Documents
import Extraction
import Linguistics
import Relations

/// Reads articles with the model, the gazetteer and the lexicons that are embedded in the binary.
public struct ArticleReader: ArticlePipeline {
  private let reader: Reader
  package let extractor: Extractor

  /// Throws where the embedded data are damaged, which tests rule out.
  public init() throws {
    reader = Reader(model: try LanguageModel(bytes: Resources.bytes(alliance_language_model)))
    extractor = try Extractor(
      gazetteer: Gazetteer(parsing: [
        ("states.txt", Resources.text(alliance_states)), ("groups.txt", Resources.text(alliance_groups)),
      ]),
      words: Resources.text(alliance_words), frames: Resources.text(alliance_frames),
      scorer: RelationScorer(bytes: Resources.bytes(alliance_relation_scorer)))
  }

  /// Analyses the sentences of an article.
  public func parse(_ article: Article) -> ParsedDocument { reader.read(article) }

  /// Analyses an article that is cut into words.
  public func parse(_ document: TokenizedDocument) -> ParsedDocument { reader.parse(document) }

  /// Who acts in an article, and what it says about them.
  public func read(_ article: Article) -> ArticleReading { extractor.extract(reader.read(article)) }
}
