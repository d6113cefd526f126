import Documents

/// Turns a web page into the article on it.
enum WebPage {
  /// Below this number of words there is no article to speak of.
  private static let fewestWords = 12

  static func article(_ bytes: [UInt8], id: String) throws(ArticleFault) -> (Article, [ArticleFault]) {
    let source = PageSource(TextDecoding.page(bytes))
    guard let document = MarkupDocument(page: source.markup),
      let outline = document.withRoot({ PageOutline($0) })
    else { throw ArticleFault(.file, "no text in this page") }
    let metadata = PageMetadata(outline, LinkedData(source.linkedData))
    var paragraphs = MainText.paragraphs(of: outline, title: metadata.title)
    if let body = metadata.body.map(MarkupText.paragraphs), words(body) > 2 * words(paragraphs) {
      // The page shows a part only, or makes its text by a script.
      paragraphs = body
    }
    guard words(paragraphs) >= fewestWords else {
      throw ArticleFault(.file, "no article found in this page; save its text as plain text")
    }
    let draft = ArticleDraft(
      title: metadata.title, paragraphs: paragraphs, date: metadata.date, publisher: metadata.publisher,
      url: metadata.url)
    let fault = ArticleFault(
      .file, "nested deeper than \(MarkupDocument.deepest) elements; what follows is left out")
    return (draft.article(id: id), document.isCut ? [fault] : [])
  }

  private static func words(_ paragraphs: [String]) -> Int {
    paragraphs.reduce(0) { $0 + $1.utf8.count { $0 == 0x20 } + 1 }
  }
}
