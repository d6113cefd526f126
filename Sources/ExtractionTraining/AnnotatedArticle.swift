import Documents
import Evaluation

/// A parsed article with what careful readers took from it.
public struct AnnotatedArticle: Sendable {
  public var document: ParsedDocument
  public var gold: ScoredGraph
  /// The conflict it is about: articles of one conflict are held out together.
  public var conflict: String

  public init(document: ParsedDocument, gold: ScoredGraph, conflict: String) {
    self.document = document
    self.gold = gold
    self.conflict = conflict
  }
}
