import Documents

/// Reads RSS (0.9x, 1.0, 2.0) and Atom: each entry is an article.
///
/// An entry that cannot be used is named; where the feed is not well-formed, that is said once, and what can be made out
/// is read.
enum Feed {
  /// - Throws: `ArticleFault` where the file is no feed.
  static func articles(_ bytes: [UInt8], id: String) throws(ArticleFault) -> ([Article], [ArticleFault]) {
    let decoded = TextDecoding.fromUTF16(bytes)
    let xml = decoded ?? Array(bytes.drop(while: isBlank))
    // Expanding entities can take memory without end.
    if contains(xml, "<!entity") {
      throw ArticleFault(.file, "declares entities, which are not read; remove its DOCTYPE")
    }
    guard let document = MarkupDocument(xml: FeedSource.mended(xml), isUTF8: decoded != nil) else {
      throw ArticleFault(.file, "not XML; expected an RSS or Atom feed")
    }
    var faults: [ArticleFault] = []
    if let error = document.error {
      faults.append(ArticleFault(.line(error.line), "\(error.message); what can be made out is read"))
    }
    let entries = document.withRoot { FeedReader($0).entries } ?? nil
    guard let entries else {
      throw faults.first
        ?? ArticleFault(.file, "neither an RSS or Atom feed nor a page; expected <rss>, <feed> or <html>")
    }
    var articles: [Article] = []
    for (index, entry) in entries.enumerated() {
      guard !entry.title.isEmpty || !entry.paragraphs.isEmpty else {
        faults.append(ArticleFault(.entry(index + 1), "neither title nor text; left out"))
        continue
      }
      let suffix = SafeID.slug(entry.title) ?? "\(index + 1)"
      articles.append(entry.article(id: "\(id)-\(suffix)"))
    }
    return (articles, faults)
  }

  /// Whether the text has a word that is given in lower case, in any case.
  private static func contains(_ text: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard text.count >= count else { return false }
    return text.withUnsafeBufferPointer { text in
      (0...(text.count - count)).contains { start in
        text[start] == word.utf8Start[0]
          && (1..<count).allSatisfy { text[start + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
      }
    }
  }
}

/// Takes the entries out of a parsed feed.
private struct FeedReader {
  /// Nil where the document is no feed.
  private(set) var entries: [ArticleDraft]?
  private var publisher: String?

  init(_ root: MarkupNode) {
    let name = Self.local(root.name)
    guard name == "rss" || name == "feed" || name == "rdf" else { return }
    let channel = name == "feed" ? root : root.children.first { Self.local($0.name) == "channel" } ?? root
    publisher = given(Self.child(channel, "title").map { MarkupText.plain($0.text) })
    var entries: [ArticleDraft] = []
    root.walk(enter: { node in
      guard node.isElement else { return false }
      // Where a closing tag is missing, the next entries come to lie inside: they are entries all the same.
      if ["item", "entry"].contains(Self.local(node.name)) { entries.append(draft(node)) }
      return !["title", "description", "content", "summary", "encoded"].contains(Self.local(node.name))
    })
    self.entries = entries
  }

  private func draft(_ entry: MarkupNode) -> ArticleDraft {
    var draft = ArticleDraft()
    var texts: [String] = []
    var dates: [String: String] = [:]
    for field in entry.children where field.isElement {
      switch field.name {
      case "title", "atom:title", "dc:title":
        if draft.title.isEmpty { draft.title = MarkupText.plain(field.text) }
      case "content:encoded", "description", "summary", "content", "atom:content", "atom:summary":
        texts.append(Self.markup(of: field))
      case "pubdate", "dc:date", "published", "updated", "date", "atom:published", "atom:updated", "issued",
        "dcterms:issued":
        if dates[field.name] == nil { dates[field.name] = PublicationDate.day(field.text) }
      case "link", "atom:link":
        let relation = field.attribute("rel") ?? "alternate"
        if draft.url == nil, relation == "alternate" {
          draft.url = webAddress(field.attribute("href") ?? field.text)
        }
      case "guid", "id": if draft.url == nil { draft.url = webAddress(field.text) }
      case "source", "atom:source":
        draft.publisher = given(Self.child(field, "title").map { MarkupText.plain($0.text) } ?? field.text)
      default: break
      }
    }
    let order = [
      "pubdate", "published", "atom:published", "issued", "dcterms:issued", "dc:date", "date", "updated",
      "atom:updated",
    ]
    draft.date = order.lazy.compactMap { dates[$0] }.first
    draft.publisher = draft.publisher ?? publisher
    let candidates = texts.map(MarkupText.paragraphs)
    // The whole text where there is one, else the summary.
    draft.paragraphs = candidates.max { Self.length($0) < Self.length($1) } ?? []
    return draft
  }

  /// The text of a field, in which HTML is written either as text or, in Atom, as elements.
  private static func markup(of field: MarkupNode) -> String {
    if field.children.contains(where: \.isElement) {
      return PageOutline(field).blocks.map {
        "<p>\($0.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</p>"
      }
      .joined()
    }
    return field.text
  }

  private static func length(_ paragraphs: [String]) -> Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }

  private static func child(_ node: MarkupNode, _ name: String) -> MarkupNode? {
    node.children.first { local($0.name) == name }
  }

  private static func local(_ name: String) -> String { String(name.split(separator: ":").last ?? "") }
}
