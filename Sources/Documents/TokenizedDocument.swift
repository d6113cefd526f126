/// A syntactic word before it is analysed: what it looks like and where it stands.
public struct Word: Hashable, Sendable {
  /// The UTF-8 range in the article's text.
  public var range: Range<Int>
  public var form: String

  public init(range: Range<Int>, form: String) {
    self.range = range
    self.form = form
  }
}

/// What part of the article a sentence belongs to.
public enum SentenceRole: String, CaseIterable, Hashable, Sendable {
  /// The headline, or a heading between paragraphs.
  case headline
  /// Where, when and by which agency a report was filed ("AMMAN, Feb 3 (Reuters) -").
  case dateline
  case body
  /// A line that credits reporters, editors or agencies; it says nothing about the conflict.
  case credit
}

/// A sentence cut into words.
public struct TokenizedSentence: Hashable, Sendable {
  public var range: Range<Int>
  public var words: [Word]
  public var role: SentenceRole
  /// Counts the paragraphs from 0; a headline is a paragraph of its own.
  public var paragraph: Int

  public init(range: Range<Int>, words: [Word], role: SentenceRole, paragraph: Int) {
    self.range = range
    self.words = words
    self.role = role
    self.paragraph = paragraph
  }
}

/// An article cut into sentences and words.
public struct TokenizedDocument: Hashable, Sendable {
  public var article: Article
  public var sentences: [TokenizedSentence]

  public init(article: Article, sentences: [TokenizedSentence]) {
    self.article = article
    self.sentences = sentences
  }
}
