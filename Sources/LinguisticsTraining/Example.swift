import Documents

/// A sentence to learn from: its words and those of its annotations that are known.
public struct Example: Sendable {
  public var forms: [String]
  /// The analysis of each word; empty where the sentence has none.
  public var tokens: [Token]
  /// The names; nil where they are not annotated.
  public var names: [Name]?

  public init(forms: [String], tokens: [Token] = [], names: [Name]? = nil) {
    self.forms = forms
    self.tokens = tokens
    self.names = names
  }
}
