import Documents

/// Cuts an article into sentences and words.
///
/// The first line is the headline, unless it is as long as a paragraph. Lines are paragraphs, or blocks of lines where the text is broken at a fixed
/// width. Short lines without a full stop between paragraphs are headings and count as headlines; a dateline is
/// a sentence of its own, and lines that name reporters, editors or agencies are credits.
public struct Segmenter: Sendable {
  private let boundaries: BoundaryModel?

  /// A segmenter that goes by rules alone.
  public init() { boundaries = nil }

  /// A segmenter that has learnt where sentences end.
  package init(boundaries: BoundaryModel?) { self.boundaries = boundaries }

  /// - Complexity: linear in the length of the text.
  public func segment(_ article: Article) -> TokenizedDocument {
    let text = Scalars(article.text)
    var sentences: [TokenizedSentence] = []
    var bodyParagraphs = 0
    for (number, paragraph) in Paragraphs.find(in: text).enumerated() {
      var scanner = WordScanner(text, range: paragraph.range)
      scanner.scan()
      let pieces = scanner.pieces
      guard !pieces.isEmpty else { continue }
      func append(_ range: Range<Int>, _ role: SentenceRole) {
        let words = pieces[range].map { Word(range: $0.range, form: text.string($0.range)) }
        sentences.append(
          TokenizedSentence(
            range: pieces[range.lowerBound].lower..<pieces[range.upperBound - 1].upper, words: words,
            role: role,
            paragraph: number))
      }
      var start = 0
      if paragraph.kind == .body {
        bodyParagraphs += 1
        // The dateline may follow a summary or a byline.
        if bodyParagraphs <= 3 { start = Datelines.length(of: pieces, in: text) }
        if start > 0 { append(0..<start, .dateline) }
      }
      var role: SentenceRole
      switch paragraph.kind {
      case .headline, .heading: role = .headline
      case .body: role = .body
      case .credit: role = .credit
      }
      for sentence in SentenceSplitter(text, pieces: pieces, model: boundaries, isHeadline: role == .headline)
        .sentences(from: start)
      {
        let range = pieces[sentence.lowerBound].lower..<pieces[sentence.upperBound - 1].upper
        if role == .body, CreditLines.opensCredit(range, in: text) { role = .credit }
        append(sentence, CreditLines.isCode(range, in: text) ? .credit : role)
      }
    }
    return TokenizedDocument(article: article, sentences: sentences)
  }
}
