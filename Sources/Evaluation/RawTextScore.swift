import Documents

/// Scores documents read from raw text against gold, after the CoNLL 2018 shared task
/// (<https://universaldependencies.org/conll18/evaluation.html>): sentences and words are those that span the
/// same characters, white space aside; tags, lemmas and attachments are scored on the words so aligned, and all
/// as F1. Words of a multiword token count one by one, and tokens are not scored apart from words.
public struct RawTextScore: Hashable, Sendable {
  public private(set) var sentences = Agreement()
  public private(set) var words = Agreement()
  public private(set) var partsOfSpeech = Agreement()
  public private(set) var tags = Agreement()
  public private(set) var lemmas = Agreement()
  public private(set) var unlabeledAttachment = Agreement()
  public private(set) var labeledAttachment = Agreement()

  public init() {}

  /// Counts a document whose words are not analysed: only sentences and words are scored.
  /// - Throws: `EvaluationError` when the texts differ in more than white space.
  public mutating func add(gold: ParsedDocument, segmented: TokenizedDocument) throws(EvaluationError) {
    let (goldPlaces, places) = try Self.places(gold.article, segmented.article)
    Self.score(
      gold.sentences.map { goldPlaces[$0.range] }, segmented.sentences.map { places[$0.range] }, &sentences)
    Self.score(
      gold.sentences.flatMap(\.tokens).map { goldPlaces[$0.range] },
      segmented.sentences.flatMap(\.words).map { places[$0.range] }, &words)
  }

  /// Counts a document.
  /// - Throws: `EvaluationError` when the texts differ in more than white space.
  public mutating func add(gold: ParsedDocument, predicted: ParsedDocument) throws(EvaluationError) {
    let (goldPlaces, places) = try Self.places(gold.article, predicted.article)
    Self.score(
      gold.sentences.map { goldPlaces[$0.range] }, predicted.sentences.map { places[$0.range] }, &sentences)
    let goldWords = Self.words(of: gold, goldPlaces)
    let predictedWords = Self.words(of: predicted, places)
    let pairs = Self.score(goldWords.map(\.place), predictedWords.map(\.place), &words)
    var partner = [Int?](repeating: nil, count: goldWords.count)
    for (gold, predicted) in pairs { partner[gold] = predicted }
    func count(_ agreement: inout Agreement, _ isRight: (PlacedWord, PlacedWord) -> Bool) {
      agreement += Agreement(
        correct: pairs.count { isRight(goldWords[$0.gold], predictedWords[$0.predicted]) },
        predicted: predictedWords.count, gold: goldWords.count)
    }
    func sharesHead(_ gold: PlacedWord, _ predicted: PlacedWord) -> Bool {
      guard let head = gold.head else { return predicted.head == nil }
      return predicted.head != nil && partner[head] == predicted.head
    }
    count(&partsOfSpeech) { $0.token.partOfSpeech == $1.token.partOfSpeech }
    count(&tags) { $0.token.tag == $1.token.tag }
    count(&lemmas) { $0.token.lemma == $1.token.lemma }
    count(&unlabeledAttachment) { sharesHead($0, $1) }
    count(&labeledAttachment) {
      sharesHead($0, $1) && $0.token.universalRelation == $1.token.universalRelation
    }
  }

  /// The scores as a table.
  public var table: String {
    var table = TextTable(["", "gold", "predicted", "precision", "recall", "F1"])
    for (name, agreement) in [
      ("sentences", sentences), ("words", words), ("UPOS", partsOfSpeech), ("XPOS", tags), ("lemmas", lemmas),
      ("UAS", unlabeledAttachment), ("LAS", labeledAttachment),
    ] where agreement.gold > 0 {
      table.add([
        name, "\(agreement.gold)", "\(agreement.predicted)", TextTable.percentage(agreement.precision),
        TextTable.percentage(agreement.recall), TextTable.percentage(agreement.f1),
      ])
    }
    return table.text
  }

  private struct PlacedWord {
    var place: Range<Int>
    var token: Token
    /// Counted through the document.
    var head: Int?
  }

  private static func words(of document: ParsedDocument, _ places: Places) -> [PlacedWord] {
    var words: [PlacedWord] = []
    for sentence in document.sentences {
      let first = words.count
      words += sentence.tokens.map { token in
        PlacedWord(place: places[token.range], token: token, head: token.head.map { first + $0 })
      }
    }
    return words
  }

  /// Counts the spans that both have, both in order, and pairs them.
  @discardableResult
  private static func score(
    _ gold: [Range<Int>], _ predicted: [Range<Int>], _ agreement: inout Agreement
  ) -> [(gold: Int, predicted: Int)] {
    var pairs: [(gold: Int, predicted: Int)] = []
    var next = 0
    for (index, place) in gold.enumerated() {
      func precedes(_ other: Range<Int>) -> Bool {
        (other.lowerBound, other.upperBound) < (place.lowerBound, place.upperBound)
      }
      while next < predicted.count, precedes(predicted[next]) { next += 1 }
      if next < predicted.count, predicted[next] == place {
        pairs.append((index, next))
        next += 1
      }
    }
    agreement += Agreement(correct: pairs.count, predicted: predicted.count, gold: gold.count)
    return pairs
  }

  /// For each byte of a text, how many bytes that are no white space stand before it.
  private struct Places {
    var before: [Int]

    subscript(_ range: Range<Int>) -> Range<Int> { before[range.lowerBound]..<before[range.upperBound] }
  }

  private static func places(_ gold: Article, _ other: Article) throws(EvaluationError) -> (Places, Places) {
    let (goldPlaces, goldBytes) = places(gold.text)
    let (otherPlaces, otherBytes) = places(other.text)
    guard goldBytes == otherBytes else {
      let same = zip(goldBytes, otherBytes).prefix { $0 == $1 }.count
      throw EvaluationError(
        "\(gold.id): the text differs from gold after \(same) bytes, white space aside; compare the same text"
      )
    }
    return (goldPlaces, otherPlaces)
  }

  private static func places(_ text: String) -> (Places, [UInt8]) {
    var before: [Int] = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      for byte in UTF8.encode(scalar)! {
        before.append(bytes.count)
        if !isSpace { bytes.append(byte) }
      }
    }
    before.append(bytes.count)
    return (Places(before: before), bytes)
  }
}
