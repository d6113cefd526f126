/// The runs of four words that a text is made of, as a sorted set of 64-bit hashes.
struct Shingles {
  static let width = 4

  let hashes: [UInt64]

  /// Words are runs of letters and digits, compared without case. O(n log n).
  init(_ text: String) {
    var words: [UInt64] = []
    var word = Self.offset
    var isInWord = false
    func end() {
      if isInWord { words.append(word) }
      word = Self.offset
      isInWord = false
    }
    var text = text
    text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: word = Self.mixed(word, byte)
        case 0x41...0x5A: word = Self.mixed(word, byte | 0x20)
        // U+2000 to U+203F: dashes, quotation marks and other punctuation, three bytes.
        case 0xE2 where index + 1 < bytes.count && bytes[index + 1] == 0x80: end()
        case 0x80 where index > 0 && bytes[index - 1] == 0xE2: continue
        case 0x80... where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: continue
        case 0x80...: word = Self.mixed(word, byte)
        default: end()
        }
        if word != Self.offset { isInWord = true }
      }
    }
    end()
    var hashes: [UInt64] = []
    for start in words.indices where start + Self.width <= words.count {
      // The finisher of SplitMix64 after each word: order matters, and low bits depend on all.
      hashes.append(words[start..<(start + Self.width)].reduce(0) { Self.finished($0 &+ $1) })
    }
    hashes.sort()
    self.hashes = hashes.indices.filter { $0 == 0 || hashes[$0] != hashes[$0 - 1] }.map { hashes[$0] }
  }

  /// How many shingles both have. Linear.
  func common(with other: Shingles) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        count += 1
        i += 1
        j += 1
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  // FNV-1a, by Glenn Fowler, Landon Curt Noll and Kiem-Phong Vo: the same on every machine and in every run.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func finished(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
