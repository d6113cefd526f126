import Documents

/// Reads an article in Markdown (CommonMark's usual parts): front matter says what is known of it, the first heading is
/// its headline; code, images and tables are left out.
struct Markdown {
  private var draft = ArticleDraft()
  /// The lines of the paragraph that is being read.
  private var open: [String] = []
  private var fence: String?

  /// Linear in the length of the text.
  /// - Throws: `ArticleFault` where nothing is left of it.
  static func article(_ text: String, id: String) throws(ArticleFault) -> Article {
    var markdown = Markdown()
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    if lines.first?.hasPrefix("\u{FEFF}") == true { lines[lines.startIndex].removeFirst() }
    markdown.readFrontMatter(&lines)
    for line in lines { markdown.read(line) }
    markdown.close()
    if markdown.draft.title.isEmpty, markdown.draft.paragraphs.isEmpty {
      throw ArticleFault(.file, "no text in it")
    }
    if markdown.draft.title.isEmpty {
      // As in plain text, the first line is the headline.
      let article = Article(id: id, plainText: markdown.draft.paragraphs.joined(separator: "\n\n") + "\n")
      markdown.draft.title = ""
      return Article(
        id: id, title: article.title, date: markdown.draft.date, publisher: markdown.draft.publisher,
        url: markdown.draft.url, text: article.text)
    }
    return markdown.draft.article(id: id)
  }

  /// `key: value` between two lines of `---`; lists and nested values are passed over.
  private mutating func readFrontMatter(_ lines: inout ArraySlice<Substring>) {
    guard lines.first?.trimmedEnd() == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.trimmedEnd() == "---" || $0.trimmedEnd() == "..." })
    else { return }
    for line in lines[..<end].dropFirst() {
      guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
      let key = line[..<colon].lowercased()
      guard let value = Self.scalar(line[line.index(after: colon)...]) else { continue }
      switch key {
      case "title", "headline": draft.title = value
      case "date", "published", "publishdate", "pubdate": draft.date = PublicationDate.day(value)
      case "publisher", "source", "site", "outlet": draft.publisher = value
      case "url", "link", "canonical", "source_url": draft.url = webAddress(value)
      default: break
      }
    }
    lines = lines[(end + 1)...]
  }

  /// A value without its quotes; nil where it is empty.
  private static func scalar(_ text: Substring) -> String? {
    guard var value = given(String(text)) else { return nil }
    if let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote {
      value = String(value.dropFirst().dropLast())
    }
    return given(value)
  }

  private mutating func read(_ line: Substring) {
    var content = line.drop { $0 == " " || $0 == "\t" }
    let indent = line.utf8.count - content.utf8.count
    if let fence {
      if content.hasPrefix(fence) { self.fence = nil }
      return
    }
    if content.hasPrefix("```") || content.hasPrefix("~~~") {
      close()
      fence = String(content.prefix(3))
      return
    }
    // Code that is set off by indentation; within a paragraph it is its next line.
    if indent >= 4, open.isEmpty, !Self.isItem(content) { return }
    while content.hasPrefix(">") { content = content.dropFirst().drop { $0 == " " } }
    if content.allSatisfy(\.isWhitespace) { return close() }
    if let heading = Self.heading(content) { return take(heading: heading.text, level: heading.level) }
    if Self.isRule(content) {
      let level = content.first == "=" ? 1 : content.first == "-" ? 2 : 0
      if level > 0, open.count == 1 {
        let text = open[0]
        open = []
        take(heading: text, level: level)
      } else {
        close()
      }
      return
    }
    // Rows of tables, definitions of links and footnotes.
    if content.hasPrefix("|") || content.prefixMatch(of: /\[[^\]]+\]:\s/) != nil { return close() }
    if Self.isItem(content) {
      close()
      content = content.drop { $0.isNumber || "-*+.)".contains($0) }.drop { $0 == " " }
    }
    open.append(String(content))
  }

  private mutating func take(heading: String, level: Int) {
    close()
    let text = MarkdownSpans.plain(heading)
    if text.isEmpty { return }
    if draft.title.isEmpty, draft.paragraphs.isEmpty {
      draft.title = text
    } else {
      draft.paragraphs.append(text)
    }
  }

  private mutating func close() {
    let text = MarkdownSpans.plain(open.joined(separator: " "))
    open = []
    if !text.isEmpty { draft.paragraphs.append(text) }
  }

  private static func heading(_ line: Substring) -> (level: Int, text: String)? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.isEmpty || rest.first == " " else { return nil }
    var text = rest.trimmedEnd()
    while text.last == "#" { text.removeLast() }
    return (level, text)
  }

  /// A rule or the line below a heading: three or more of one mark, or of `=`.
  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    guard let first = marks.first, "-*_=".contains(first) else { return false }
    return (marks.count >= 3 || first == "=") && marks.allSatisfy { $0 == first }
  }

  private static func isItem(_ line: Substring) -> Bool {
    line.prefixMatch(of: /(?:[-*+]|[0-9]{1,3}[.)])\s/) != nil
  }
}

extension Substring {
  fileprivate func trimmedEnd() -> String {
    var result = self
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return String(result)
  }
}
