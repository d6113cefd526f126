import Documents
import Evaluation

/// A parsed article with what careful readers took from it.
public struct AnnotatedArticle: Sendable {
  public var document: ParsedDocument
  public var gold: ScoredGraph
  /// The conflict it is about: articles of one conflict are held out together.
  public var conflict: String
  /// How much it counts in training; articles written for training count less than real ones.
  public var weight: Double

  public init(document: ParsedDocument, gold: ScoredGraph, conflict: String, weight: Double = 1) {
    self.document = document
    self.gold = gold
    self.conflict = conflict
    self.weight = weight
  }
}
