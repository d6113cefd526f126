/// What tells whether a sentence begins at a piece of a paragraph: the words, kinds and shapes around the place, and
/// what the rules say.
struct BoundaryFeatures {
  /// Rows of the table of weights, a power of two.
  static let tableSize = 1 << 14
  static let count = 23

  /// What matters of a piece.
  private struct Sight {
    var word: UInt32
    var shape: UInt32
    var kind: UInt32
  }

  private let sights: [Sight]
  private let spaced: [Bool]
  /// What kind of paragraph it is.
  private let style: UInt32
  private static let outside = Sight(word: 1, shape: 1, kind: 9)

  init(_ text: Scalars, pieces: [Piece]) {
    let sights = pieces.map { piece in
      var hash: UInt32 = 0x811C_9DC5
      for index in piece.lower..<piece.upper {
        let byte = text.byte(index)
        hash = (hash ^ UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x0100_0193
      }
      let kind: UInt32 =
        switch piece.kind {
        case .word: 2
        case .number: 3
        case .mark: text.byte(piece.lower) == 0x2C ? 8 : 4
        case .title: 5
        case .abbreviation: 6
        case .terminal: 7
        }
      let isMark = piece.kind == .mark || piece.kind == .terminal
      return Sight(word: hash, shape: isMark ? hash : Self.shape(of: piece, in: text), kind: kind)
    }
    let spaced = pieces.map(\.spaceBefore)
    var style: UInt32 = 1
    // A paragraph that ends without a full stop is no prose, and one with a small letter after one is careless.
    if let last = pieces.last(where: { $0.kind != .mark }), last.kind != .terminal { style += 1 }
    let careless = sights.indices.dropLast().contains {
      sights[$0].kind == 7 && sights[$0 + 1].shape == 4 && spaced[$0 + 1]
    }
    if careless { style += 2 }
    self.sights = sights
    self.spaced = spaced
    self.style = style
  }

  private static func shape(of piece: Piece, in text: Scalars) -> UInt32 {
    let first = text.scalar(piece.lower)
    guard first.value.isUppercaseScalar else {
      return ScalarKind.of(first.value) == .digit ? 3 : first.value.isLowercaseScalar ? 4 : 5
    }
    let second = piece.lower + first.length
    if second >= piece.upper { return 6 }
    return text.scalar(second).value.isUppercaseScalar ? 7 : 8
  }

  /// Whether the place before a piece is worth a question: a sentence hardly begins with a small letter after a word.
  /// After a comma it does in letters ("Dear Kari, …"), but in news that is an apposition ("Norland, Velia's ally, …").
  func isCandidate(_ index: Int) -> Bool {
    sights[index - 1].kind != 8 && (sights[index].shape != 4 || sights[index - 1].kind > 3)
  }

  /// Writes the rows for the place before the piece `index`, `count` of them.
  ///
  /// - Parameters:
  ///   - first: where the sentence begins that may end here.
  ///   - rule: whether the rules end it here.
  func write(_ index: Int, first: Int, rule: Bool, to rows: UnsafeMutablePointer<Int>) {
    func sight(_ offset: Int) -> Sight {
      let place = index + offset
      return place >= 0 && place < sights.count ? sights[place] : Self.outside
    }
    let (a, b, c, d) = (sight(-3), sight(-2), sight(-1), sight(0))
    let (e, f) = (sight(1), sight(2))
    let says: UInt32 = (rule ? 2 : 1) + (spaced[index] ? 2 : 0)
    let length = UInt32(min(index - first, 40).bitWidth - min(index - first, 40).leadingZeroBitCount)
    var next = 0
    func add(_ parts: UInt32...) {
      var hash = UInt32(next) &* 0x9E37_79B9
      for part in parts { hash = (hash ^ part) &* 0x85EB_CA6B ^ (hash >> 15) }
      rows[next] = Int((hash ^ (hash >> 13)) &* 0xC2B2_AE35 >> 18) & (Self.tableSize - 1)
      next += 1
    }
    add(says)
    add(says, c.kind, d.shape)
    add(says, c.word)
    add(says, d.word)
    add(c.word, d.shape)
    add(c.shape, d.word)
    add(b.shape, c.shape, d.shape)
    add(c.shape, d.shape, e.shape)
    add(b.word, c.word)
    add(d.word, e.word)
    add(c.word, d.word)
    add(says, length, c.shape, d.shape)
    add(says, length, c.kind, d.kind)
    add(a.shape, b.shape, c.shape, d.shape)
    add(c.shape, d.shape, e.shape, f.shape)
    add(says, b.shape, c.shape, d.shape, e.shape)
    add(b.word, d.shape)
    add(c.shape, e.word, d.shape)
    add(says, c.kind, d.shape, e.shape)
    add(says, c.shape, d.shape, UInt32(min(sights.count - index, 5)))
    add(says, style)
    add(says, style, c.kind, d.shape)
    add(style, c.shape, d.shape, e.shape)
  }
}
