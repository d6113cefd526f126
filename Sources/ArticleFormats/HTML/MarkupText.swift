/// Pieces of HTML, as feeds and records hold them.
enum MarkupText {
  /// Whether a text is a piece of HTML rather than plain text.
  static func isMarkup(_ text: String) -> Bool {
    text.contains(
      /<\/?(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|blockquote|img|figure)(?:\s[^<>]*)?\/?>/)
  }

  /// The paragraphs of a text: of HTML those that are no furniture, else what blank lines part, as it is broken.
  static func paragraphs(_ text: String) -> [String] {
    guard isMarkup(text) else {
      var paragraphs: [[String]] = [[]]
      for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        let line = collapsed(decoded(String(line)))
        if !line.isEmpty {
          paragraphs[paragraphs.count - 1].append(line)
        } else if paragraphs.last?.isEmpty == false {
          paragraphs.append([])
        }
      }
      return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }
    return blocks(text).filter { block in
      !Furniture.isFurniture(
        block.text, words: block.words, linkDensity: block.words > 8 ? block.linkDensity : 0)
    }.map(\.text)
  }

  /// A text in one line: of HTML what is read, else with characters such as `&amp;` decoded.
  static func plain(_ text: String) -> String {
    isMarkup(text) ? blocks(text).map(\.text).joined(separator: " ") : collapsed(decoded(text))
  }

  /// A text without markup in which characters may be written `&amp;`.
  private static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return blocks(text.replacing("<", with: "&lt;")).map(\.text).joined(separator: " ")
  }

  private static func blocks(_ text: String) -> [TextBlock] {
    let source = PageSource(Array("<html><body>\(text)</body></html>".utf8))
    guard let document = MarkupDocument(page: source.markup) else { return [] }
    return document.withRoot { PageOutline($0).blocks } ?? []
  }
}
