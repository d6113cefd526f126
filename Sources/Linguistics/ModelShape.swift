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

  package var tags: Int {
    TagKind.allCases.reduce(0) { $0 + padded(classes[$1] ?? 0) }
  }

  private func padded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
}

/// What is predicted for each word by itself.
package enum TagKind: String, CaseIterable, Sendable {
  case partOfSpeech, tag, features, name
}

/// A named matrix of weights.
package struct Tensor: Hashable, Sendable {
  package var name: String
  package var rows: Int
  package var columns: Int
  /// Whether it is stored with 8 bits a weight; else 16.
  package var isTable = false

  package var count: Int { rows * columns }
}

extension ModelShape {
  /// All weights in the order in which they are stored.
  package var tensors: [Tensor] {
    var list = [
      Tensor(name: "word", rows: words, columns: word, isTable: true),
      Tensor(name: "affix", rows: affixes, columns: affix, isTable: true),
      Tensor(name: "projection", rows: input, columns: width),
      Tensor(name: "projection.bias", rows: 1, columns: width),
    ]
    for layer in 0..<layers {
      list.append(Tensor(name: "layer\(layer)", rows: width, columns: 6 * hidden))
      list.append(Tensor(name: "layer\(layer).peephole", rows: 1, columns: 4 * hidden))
      list.append(Tensor(name: "layer\(layer).bias", rows: 1, columns: 4 * hidden))
    }
    list += [
      Tensor(name: "attachment", rows: width, columns: attachment),
      Tensor(name: "attachment.bias", rows: 1, columns: attachment),
      Tensor(name: "root", rows: 1, columns: attachment / 2),
      Tensor(name: "arc", rows: arc, columns: arc),
      Tensor(name: "arc.bias", rows: 1, columns: arc),
      Tensor(name: "distance", rows: Distance.buckets, columns: arc),
      Tensor(name: "label", rows: pair, columns: paddedRelations),
      Tensor(name: "label.bias", rows: 1, columns: paddedRelations),
      Tensor(name: "tags", rows: width, columns: tags),
      Tensor(name: "tags.bias", rows: 1, columns: tags),
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
