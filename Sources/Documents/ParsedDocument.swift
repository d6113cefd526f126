/// A word with its analysis in the manner of Universal Dependencies v2.
public struct Token: Hashable, Sendable {
  /// The UTF-8 range in the article's text.
  public var range: Range<Int>
  public var form: String
  public var lemma: String
  public var partOfSpeech: PartOfSpeech
  /// The Penn Treebank tag.
  public var tag: String
  /// The morphological features, as in CoNLL-U (`Number=Sing|…`), empty where there are none.
  public var features: String
  /// The index of the head in the sentence; nil for the root.
  public var head: Int?
  /// The dependency relation to the head, with its subtype (`nsubj:pass`).
  public var relation: String

  public init(
    range: Range<Int>, form: String, lemma: String, partOfSpeech: PartOfSpeech, tag: String,
    features: String = "", head: Int?, relation: String
  ) {
    self.range = range
    self.form = form
    self.lemma = lemma
    self.partOfSpeech = partOfSpeech
    self.tag = tag
    self.features = features
    self.head = head
    self.relation = relation
  }
}

/// The kinds of name that the name finder tells apart.
public enum NameKind: String, CaseIterable, Hashable, Sendable {
  case person = "PER"
  case organization = "ORG"
  case location = "LOC"
  case other = "MISC"
}

/// A name in a sentence.
public struct Name: Hashable, Sendable {
  /// Indices of the tokens of the sentence.
  public var tokens: Range<Int>
  public var kind: NameKind

  public init(tokens: Range<Int>, kind: NameKind) {
    self.tokens = tokens
    self.kind = kind
  }
}

/// A sentence with its dependency tree and names.
public struct ParsedSentence: Hashable, Sendable {
  /// The UTF-8 range in the article's text.
  public var range: Range<Int>
  public var tokens: [Token]
  /// The names in order, not overlapping.
  public var names: [Name]
  public var role: SentenceRole
  public var paragraph: Int

  public init(range: Range<Int>, tokens: [Token], names: [Name], role: SentenceRole, paragraph: Int) {
    self.range = range
    self.tokens = tokens
    self.names = names
    self.role = role
    self.paragraph = paragraph
  }
}

/// An article with the dependency trees and names of its sentences: what extraction reads.
public struct ParsedDocument: Hashable, Sendable {
  public var article: Article
  public var sentences: [ParsedSentence]

  public init(article: Article, sentences: [ParsedSentence]) {
    self.article = article
    self.sentences = sentences
  }
}
