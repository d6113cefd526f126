/// A news article as it was given: its text and what is known about where it comes from.
public struct Article: Hashable, Sendable {
  /// Names the article in evidence; stable across runs (a file's name without its ending, or a given one).
  public var id: String
  /// The headline.
  public var title: String
  /// The day it was published, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
  public var date: String?
  public var publisher: String?
  public var url: String?
  /// The `id` of the article that this one repeats, in other words at most here and there; nil where it is a text of
  /// its own. Copies and their original count as one source.
  public var copyOf: String?
  /// The whole text, headline included. All ranges in this package are UTF-8 offsets into it.
  public var text: String

  public init(
    id: String, title: String, date: String? = nil, publisher: String? = nil, url: String? = nil,
    copyOf: String? = nil, text: String
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.publisher = publisher
    self.url = url
    self.copyOf = copyOf
    self.text = text
  }
}

extension String {
  /// The part of the text between two UTF-8 offsets; both must lie on character boundaries.
  /// Constant time to find, linear in the length of the part to copy.
  public subscript(utf8 range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(self[start..<end])
  }
}
