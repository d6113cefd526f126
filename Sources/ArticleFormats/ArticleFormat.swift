/// How a file that holds articles is written.
public enum ArticleFormat: Hashable, Sendable {
  /// Text whose first line is the headline.
  case plainText
  /// A page in HTML or XHTML.
  case page
  /// RSS or Atom.
  case feed
  /// A JSON object a line, each an article.
  case jsonLines
  /// One JSON value: an article, or an array of them.
  case json
  case markdown

  /// The endings of files that articles come in, without the dot.
  public static let endings: [String] = [
    "txt", "text", "html", "htm", "xhtml", "xml", "rss", "atom", "jsonl", "ndjson", "json", "md", "markdown",
  ]

  /// The format that the ending of a file's name announces and its content does not deny, or that the content alone
  /// shows; nil where it is JSON that is no article. Looks at no more than the beginning, but for JSON.
  ///
  /// - Parameter text: UTF-8, or at least a superset of ASCII.
  public init?(of text: [UInt8], named name: String) {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    let start = text.firstIndex { !isBlank($0) && !Self.byteOrderMark.contains($0) } ?? text.endIndex
    let head = String(decoding: text[start...].prefix(4096), as: UTF8.self).lowercased()
    switch ending {
    case "jsonl", "ndjson": self = .jsonLines
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = Self.markup(head) ?? .page
    case "xml", "rss", "atom": self = Self.markup(head) ?? (head.hasPrefix("<") ? .feed : .plainText)
    default:
      if head.hasPrefix("{") || head.hasPrefix("[") && ending == "json" {
        guard let format = JSONArticles.format(of: text[start...]) else { return nil }
        self = format
      } else {
        self = Self.markup(head) ?? .plainText
      }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Tells pages from feeds by the first element, whatever declarations and comments stand before it.
  private static func markup(_ head: String) -> ArticleFormat? {
    var rest = head[...]
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      if rest.hasPrefix("<!doctype html") { return .page }
      let ending = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let end = rest.firstRange(of: ending) else { return nil }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    let name = rest.dropFirst().prefix { $0.isLetter || $0 == ":" }
    switch name {
    case _ where !rest.hasPrefix("<"): return nil
    case "rss", "feed", "rdf:rdf", "atom:feed": return .feed
    case "html", "head", "body": return .page
    default: return nil
    }
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
