/// The sizes that define a network and the tensors that follow from them.
package struct ModelShape: Hashable, Sendable {
  /// Dimensions of the fixed word vectors, of the flags beside them, and of the trained embeddings.
  package var vector = 50
  package var flags = 14
  package var word = 64
  package var affix = 128
  /// Units of one direction of a layer, and layers.
  package var hidden = 128
  package var layers = 3
  /// Dimensions of the two sides of an arc, and of the sum and the product that a label is read from.
  package var arc = 128
  package var sum = 64
  package var product = 64
  /// Rows of the embedding tables; the first word is the unknown word.
  package var words = 1
  package var affixes = 1 << 14
  /// Classes of each kind.
  package var classes: [TagKind: Int] = [:]
  package var relations = 0

  package init() {}

  package var input: Int { vector + flags + word + affix }
  package var width: Int { 2 * hidden }
  package var attachment: Int { 2 * (arc + sum + product) }
  package var pair: Int { sum + product }
  package var paddedRelations: Int { padded(relations) }

  /// Where the scores of a kind of tag begin in the output of the tag layer.
  package func offset(of kind: TagKind) -> Int {
    var offset = 0
    for other in TagKind.allCases {
      if other == kind { break }
      offset += padded(classes[other] ?? 0)
    }
    return offset
  }

  /// The same for all kinds.
  package var offsets: [TagKind: Int] {
    Dictionary(uniqueKeysWithValues: TagKind.allCases.map { ($0, offset(of: $0)) })
  }

  package var tags: Int {
    TagKind.allCases.reduce(0) { $0 + padded(classes[$1] ?? 0) }
  }

  private func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
}

/// What is predicted for each word by itself.
package enum TagKind: String, CaseIterable, Sendable {
  case partOfSpeech, tag, features, name, lemma
}

/// A named matrix of weights.
package struct Tensor: Hashable, Sendable {
  package var name: String
  package var rows: Int
  package var columns: Int
  /// How it is stored.
  package var storage: Storage

  package enum Storage: Sendable {
    /// Floats.
    case plain
    /// Rows of 8 bits an element, each with a scale.
    case table
    /// As a `PackedMatrix`.
    case packed
  }

  package init(_ name: String, _ rows: Int, _ columns: Int, _ storage: Storage = .plain) {
    self.name = name
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  package var count: Int { rows * columns }
}

extension ModelShape {
  /// All weights in the order in which they are stored.
  package var tensors: [Tensor] {
    var list = [
      Tensor("word", words, word, .table),
      Tensor("affix", affixes, affix, .table),
      Tensor("projection", input, width, .packed),
      Tensor("projection.bias", 1, width),
    ]
    for layer in 0..<layers {
      list.append(Tensor("layer\(layer)", width, 6 * hidden, .packed))
      list.append(Tensor("layer\(layer).peephole", 1, 4 * hidden))
      list.append(Tensor("layer\(layer).bias", 1, 4 * hidden))
    }
    list += [
      Tensor("attachment", width, attachment, .packed),
      Tensor("attachment.bias", 1, attachment),
      Tensor("root", 1, attachment / 2),
      Tensor("arc", arc, arc, .packed),
      Tensor("arc.bias", 1, arc),
      Tensor("distance", Distance.buckets, arc),
      Tensor("label.distance", Distance.buckets, sum),
      Tensor("label", pair, paddedRelations, .packed),
      Tensor("label.bias", 1, paddedRelations),
      Tensor("tags", width, tags, .packed),
      Tensor("tags.bias", 1, tags),
    ]
    return list
  }
}

/// How far a head is from its dependent, in nineteen steps.
package enum Distance {
  package static let buckets = 19
  package static let root = 18

  /// The bucket of a head `offset` words to the right (positive) or left (negative); `offset` is not 0.
  package static func bucket(_ offset: Int) -> Int {
    let size =
      switch abs(offset) {
      case 0...1: 0
      case 2: 1
      case 3: 2
      case 4: 3
      case 5...6: 4
      case 7...9: 5
      case 10...14: 6
      case 15...24: 7
      default: 8
      }
    return offset > 0 ? size : 9 + size
  }
}
