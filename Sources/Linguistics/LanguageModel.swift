/// What has been learnt about the language, ready to read with. Immutable; share one between threads.
public struct LanguageModel: Sendable {
  package let network: Network
  package let lexicon: Lexicon
  package let lemmatizer: Lemmatizer
  let lemmas: LemmaChoice
  package let boundaries: BoundaryModel

  /// Opens a model.
  ///
  /// Word tables are read where they lie; only the weights of the layers are unpacked, in a few milliseconds.
  ///
  /// - Parameter bytes: A file written by `train-model`. They are kept alive by the caller as long as the model and
  ///   what reads with it.
  /// - Throws: `ModelError` where the bytes are no model, one of another version, or cut off; `LemmatizerError`
  ///   where the part that finds lemmas is damaged.
  public init(bytes: UnsafeRawBufferPointer) throws {
    let file = try ModelFile(bytes: bytes)
    let shape = try ModelShape(lines: file.lines("shape"))
    lexicon = try Lexicon(file: file, shape: shape)
    network = try Network(file: file, shape: shape)
    lemmatizer = try Lemmatizer(bytes: file.section("lemmatizer"))
    lemmas = try LemmaChoice(lemmatizer: lemmatizer, lexicon: lexicon)
    boundaries = try BoundaryModel(bytes: file.section("boundaries"))
  }
}

/// The classes and the tables of words of a model.
package struct Lexicon: Sendable {
  package let shape: ModelShape
  package let classes: [[String]]
  package let relations: [String]
  private let rootRelation: Int?
  package let words: HashIndex
  package let vectorIndex: HashIndex
  package let wordTable: QuantizedTable
  package let affixTable: QuantizedTable
  package let vectors: QuantizedTable

  package init(file: ModelFile, shape: ModelShape) throws {
    self.shape = shape
    classes = try TagKind.allCases.map { kind in
      let lines = try file.lines("classes.\(kind.rawValue)")
      guard lines.count == shape.classes[kind] else {
        throw ModelError("the classes of '\(kind.rawValue)' do not fit")
      }
      return lines
    }
    relations = try file.lines("relations")
    guard relations.count == shape.relations else { throw ModelError("the relations do not fit the shape") }
    rootRelation = relations.firstIndex(of: "root")
    words = try HashIndex(bytes: file.section("words"))
    guard words.count + 1 == shape.words else { throw ModelError("the words do not fit the shape") }
    vectorIndex = try HashIndex(bytes: file.section("vectors.words"))
    wordTable = try QuantizedTable(bytes: file.section("tensor.word"), rows: shape.words, columns: shape.word)
    affixTable = try QuantizedTable(
      bytes: file.section("tensor.affix"), rows: shape.affixes, columns: shape.affix)
    vectors = try QuantizedTable(
      bytes: file.section("vectors.elements"), rows: vectorIndex.count, columns: shape.vector)
  }

  /// Writes what the network sees of a sentence's words, a row of `shape.input` zeroed floats each.
  package func write(_ forms: [String], to rows: UnsafeMutablePointer<Float>) {
    let words = forms.map { WordShape($0) }
    let (capitals, upper) = WordShape.shares(of: words)
    for (position, word) in words.enumerated() {
      let row = rows + position * shape.input
      let vector = vectorIndex.row(of: word.lower)
      if vector >= 0 { vectors.write(row: vector, to: row) }
      word.writeFlags(
        known: vector >= 0, position: position, count: words.count, capitals: capitals, upper: upper,
        to: row + shape.vector)
      let wordPart = row + shape.vector + shape.flags
      let own = self.words.row(of: word.form)
      wordTable.write(row: 1 + (own >= 0 ? own : self.words.row(of: word.lower)), to: wordPart)
      for affix in word.affixes {
        affixTable.add(row: Int(affix & UInt32(shape.affixes - 1)), to: wordPart + shape.word)
      }
    }
  }

  /// The classes of a kind.
  package func classes(_ kind: TagKind) -> [String] { classes[TagKind.allCases.firstIndex(of: kind)!] }

  /// The index of the class with the highest score; the first of equals.
  package func best(_ kind: TagKind, _ scores: UnsafePointer<Float>) -> Int {
    var best = 0
    for index in 1..<max(shape.classes[kind] ?? 0, 1) where scores[index] > scores[best] { best = index }
    return best
  }

  /// The relation with the highest score: `root` for the root and only for it.
  package func bestRelation(_ scores: UnsafePointer<Float>, isRoot: Bool) -> String {
    if isRoot { return "root" }
    var best = -1
    for index in relations.indices where index != rootRelation && (best < 0 || scores[index] > scores[best]) {
      best = index
    }
    return best < 0 ? "dep" : relations[best]
  }
}
