import Documents
import Linguistics

/// The tables' words and the classes, as the training data gives them.
public struct Vocabulary: Sendable {
  /// Hashes of the words in the word table, from row 1 on.
  let words: [UInt32]
  private let wordRows: [UInt32: Int32]
  /// The classes of each kind of tag, by descending frequency.
  package let classes: [TagKind: [String]]
  public let relations: [String]
  private let classIndices: [TagKind: [String: Int32]]
  private let relationIndices: [String: Int32]

  /// - Parameter minimum: How often a form must occur to have a row of its own.
  public init(examples: [Example], minimum: Int = 3) {
    var counts: [String: Int] = [:]
    var tags: [TagKind: [String: Int]] = [:]
    var relations: [String: Int] = [:]
    for example in examples {
      for form in example.forms { counts[form, default: 0] += 1 }
      for token in example.tokens {
        tags[.partOfSpeech, default: [:]][token.partOfSpeech.rawValue, default: 0] += 1
        tags[.tag, default: [:]][token.tag, default: 0] += 1
        tags[.features, default: [:]][token.features, default: 0] += 1
        if let script = Self.script(token) { tags[.lemma, default: [:]][script, default: 0] += 1 }
        relations[token.relation, default: 0] += 1
      }
    }
    // A form in capitals falls back on its lower case, which therefore has a row if both together are frequent.
    for (form, count) in counts.filter({ $0.key != $0.key.lowercased() && $0.value < minimum }) {
      counts[form.lowercased(), default: 0] += count
    }
    func ordered(_ counts: [String: Int], atLeast minimum: Int) -> [String] {
      counts.filter { $0.value >= minimum }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    var rows: [UInt32: Int32] = [:]
    var words: [UInt32] = []
    for form in ordered(counts, atLeast: minimum) {
      let hash = StableHash.of(form.utf8)
      guard rows[hash] == nil else { continue }
      words.append(hash)
      rows[hash] = Int32(words.count)
    }
    self.words = words
    wordRows = rows
    var classes: [TagKind: [String]] = [.name: NameDecoding.labels]
    for kind in TagKind.allCases where kind != .name {
      classes[kind] = ordered(
        tags[kind] ?? [:], atLeast: kind == .lemma ? 2 * minimum : kind == .features ? minimum : 1)
    }
    self.classes = classes
    self.relations = ordered(relations, atLeast: min(minimum, 2))
    classIndices = classes.mapValues { list in
      Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, Int32($0)) })
    }
    relationIndices = Dictionary(uniqueKeysWithValues: self.relations.enumerated().map { ($1, Int32($0)) })
  }

  /// Fills in the sizes that follow from the data.
  func complete(_ shape: ModelShape) -> ModelShape {
    var shape = shape
    shape.words = words.count + 1
    shape.classes = classes.mapValues(\.count)
    shape.relations = relations.count
    return shape
  }

  func encode(_ example: Example, shape: ModelShape, vectors: WordVectors) -> EncodedExample {
    let count = example.forms.count
    let shapes = example.forms.map { WordShape($0) }
    var encoded = EncodedExample(
      count: count, formRows: [], lowerRows: [], vectorRows: [], affixes: [], affixStarts: [0],
      flags: [Float](repeating: 0, count: count * shape.flags), tags: [], heads: [], relations: [])
    let (capitals, upper) = WordShape.shares(of: shapes)
    for (i, word) in shapes.enumerated() {
      encoded.formRows.append(wordRows[word.form] ?? 0)
      encoded.lowerRows.append(wordRows[word.lower] ?? 0)
      let vector = vectors.row(of: word.lower)
      encoded.vectorRows.append(vector)
      for affix in word.affixes { encoded.affixes.append(Int32(affix & UInt32(shape.affixes - 1))) }
      encoded.affixStarts.append(Int32(encoded.affixes.count))
      encoded.flags.withUnsafeMutableBufferPointer {
        word.writeFlags(
          known: vector >= 0, position: i, count: count, capitals: capitals, upper: upper,
          to: $0.baseAddress! + i * shape.flags)
      }
    }
    let unknown = [Int32](repeating: -1, count: count)
    let analysed = !example.tokens.isEmpty
    for kind in TagKind.allCases {
      switch kind {
      case .partOfSpeech:
        encoded.tags.append(
          analysed ? example.tokens.map { index(kind, $0.partOfSpeech.rawValue) } : unknown)
      case .tag: encoded.tags.append(analysed ? example.tokens.map { index(kind, $0.tag) } : unknown)
      case .features:
        encoded.tags.append(analysed ? example.tokens.map { index(kind, $0.features) } : unknown)
      case .lemma:
        encoded.tags.append(
          analysed
            ? example.tokens.map { token in Self.script(token).map { index(kind, $0) } ?? -1 } : unknown)
      case .name: encoded.tags.append(example.names.map { labels($0, count: count) } ?? unknown)
      }
    }
    encoded.heads = analysed ? example.tokens.map { Int32($0.head ?? -1) } : unknown.map { $0 - 1 }
    encoded.relations = analysed ? example.tokens.map { relationIndices[$0.relation] ?? -1 } : unknown
    return encoded
  }

  /// The class of a word's lemma; misspelt words teach nothing.
  private static func script(_ token: Token) -> String? {
    guard !token.lemma.isEmpty, token.lemma != "_", !token.features.contains("Typo=Yes") else { return nil }
    return LemmaScript(form: token.form, lemma: token.lemma)?.text
  }

  private func index(_ kind: TagKind, _ value: String) -> Int32 { classIndices[kind]?[value] ?? -1 }

  private func labels(_ names: [Name], count: Int) -> [Int32] {
    var labels = [Int32](repeating: 0, count: count)
    for name in names {
      let beginning = NameDecoding.beginning(name.kind)
      for i in name.tokens { labels[i] = Int32(i == name.tokens.lowerBound ? beginning : beginning + 1) }
    }
    return labels
  }
}
