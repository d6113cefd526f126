/// Gathers the text of a block: white space collapsed, invisible characters left out, words counted.
struct TextAccumulator {
  private var bytes: [UInt8] = []
  private var needsSpace = false
  private var words = 0
  private var linkedWords = 0
  private var isInWord = false

  mutating func space() {
    needsSpace = !bytes.isEmpty
    isInWord = false
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>, isLinked: Bool) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let second = index + 1 < text.count ? text[index + 1] : 0
      let third = index + 2 < text.count ? text[index + 2] : 0
      switch (byte, second, third) {
      case (0...0x20, _, _), (0x7F, _, _):
        space()
        index += 1
      case (0xC2, 0xA0, _):  // no-break space
        space()
        index += 2
      case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _):  // C1 controls, soft hyphen
        index += 2
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80):
        space()  // spaces of other widths, line and paragraph separators
        index += 3
      case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
        (0xEF, 0xBB, 0xBF):
        index += 3  // joiners, marks of direction, byte order mark
      default:
        if needsSpace { bytes.append(0x20) }
        needsSpace = false
        if !isInWord {
          isInWord = true
          words += 1
          if isLinked { linkedWords += 1 }
        }
        bytes.append(byte)
        index += 1
      }
    }
  }

  /// What has been gathered, if anything; begins anew.
  mutating func take() -> (text: String, words: Int, linkedWords: Int)? {
    defer { self = TextAccumulator() }
    return bytes.isEmpty ? nil : (String(decoding: bytes, as: UTF8.self), words, linkedWords)
  }
}
