/// Reduces spellings to keys, so that those which differ only in accents, case, hyphens, apostrophes, full
/// stops or spaces meet: "Erdoğan" and "Erdogan", "Al-Qa'ida" and "al Qaida", "U.S." and "US".
struct NameFolding: Sendable {
  /// What the scalars below `limit` become: up to two ASCII letters (the second in the high byte), nothing,
  /// or themselves.
  private let table: [UInt16]
  private static let limit = 0x1F00
  private static let itself: UInt16 = 0xFFFF
  private static let upperMark: UInt16 = 0x8000

  static let standard = NameFolding()

  private static let letters: [(String, String)] = [
    ("a", "àáâãäåāăąǎǟȁȃȧạảấầẩẫậắằẳẵặḁ"), ("b", "ḃḅḇɓ"), ("c", "çćĉċčḉ"), ("d", "ďđḋḍḏḑḓɗ"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗəǝ"), ("f", "ḟƒ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķĸǩḱḳḵƙ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩ"), ("t", "ţťŧțṫṭṯṱẗ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"), ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"), ("ae", "æǽ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
    ("d", "ð"),
  ]

  private init() {
    var table = [UInt16](repeating: Self.itself, count: Self.limit)
    for code in 0x80..<0xC0 { table[code] = 0 }
    for code in 0x2B0..<0x370 { table[code] = 0 }
    for (base, accented) in Self.letters {
      let bytes = Array(base.utf8)
      let folded = UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
      for scalar in accented.unicodeScalars {
        table[Int(scalar.value)] = folded
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        if upper.count == 1, let first = upper.first, first != scalar, first.value >= 0x80,
          Int(first.value) < Self.limit
        {
          table[Int(first.value)] = folded | Self.upperMark
        }
      }
    }
    table[0x130] = UInt16(UInt8(ascii: "i")) | Self.upperMark
    self.table = table
  }

  /// What folding a word has met besides the letters and digits that it hashed.
  struct Summary {
    /// How many bytes were hashed.
    var letters = 0
    var spaces = 0
    var dashes = 0
    /// Characters that do not occur within names: commas, brackets, quotation marks.
    var strangers = 0
    var hasCapital = false
    var startsWithApostrophe = false
  }

  /// The folded text as bytes.
  struct Folded {
    var bytes: [UInt8] = []
  }

  /// Appends the key of a text given as UTF-8.
  func fold(_ text: some Sequence<UInt8>, into result: inout Folded) {
    _ = scan(text) { folded, _ in
      result.bytes.append(folded)
    } atJoint: {
    }
  }

  /// Extends two hashes by a text given as UTF-8, in one pass: `folded` without case and accents, `exact` with
  /// the case kept. `atJoint` sees both hashes wherever a word might end within the text.
  @inline(__always)
  func fold(
    _ text: some Sequence<UInt8>, _ folded: inout UInt64, _ exact: inout UInt64,
    atJoint: (UInt64, UInt64) -> Void = { _, _ in }
  ) -> Summary {
    var foldedHash = folded
    var exactHash = exact
    let summary = scan(text) { folded, exact in
      foldedHash = NameIndex.extend(foldedHash, folded)
      exactHash = NameIndex.extend(exactHash, exact)
    } atJoint: {
      atJoint(foldedHash, exactHash)
    }
    folded = foldedHash
    exact = exactHash
    return summary
  }

  /// Goes through a text given as UTF-8 and hands out each letter and digit as folded and as exact bytes.
  @inline(__always)
  private func scan(
    _ text: some Sequence<UInt8>, emit: (UInt8, UInt8) -> Void, atJoint: () -> Void
  ) -> Summary {
    var summary = Summary()
    var scalar: UInt32 = 0
    var pending = 0
    for byte in text {
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 97 < 26 || byte &- 48 < 10 {
          emit(lower, byte)
          summary.letters += 1
          if byte &- 65 < 26 { summary.hasCapital = true }
        } else {
          atJoint()
          note(UInt32(byte), in: &summary)
        }
      } else if byte < 0xC0 {
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        pending -= 1
        guard pending == 0 else { continue }
        if !scan(scalar, &summary, emit: emit) {
          atJoint()
          note(scalar, in: &summary)
        }
      } else if byte < 0xE0 {
        scalar = UInt32(byte & 0x1F)
        pending = 1
      } else if byte < 0xF0 {
        scalar = UInt32(byte & 0x0F)
        pending = 2
      } else {
        scalar = UInt32(byte & 0x07)
        pending = 3
      }
    }
    return summary
  }

  /// Hands out a scalar beyond ASCII; false if it is no letter.
  private func scan(_ scalar: UInt32, _ summary: inout Summary, emit: (UInt8, UInt8) -> Void) -> Bool {
    if scalar < UInt32(Self.limit) {
      let entry = table[Int(scalar)]
      if entry == 0 { return false }
      if entry != Self.itself {
        let isUpper = entry & Self.upperMark != 0
        let first = UInt8(entry & 0x7F)
        let second = UInt8(entry >> 8 & 0x7F)
        if isUpper { summary.hasCapital = true }
        emit(first, isUpper ? first & ~0x20 : first)
        summary.letters += 1
        if second != 0 {
          emit(second, second)
          summary.letters += 1
        }
        return true
      }
    } else if (0x2000...0x206F).contains(scalar) {
      return false
    }
    guard let value = Unicode.Scalar(scalar), let bytes = UTF8.encode(value) else { return false }
    for byte in bytes {
      emit(byte, byte)
      summary.letters += 1
    }
    return true
  }

  /// Counts a character that is not hashed.
  private func note(_ scalar: UInt32, in summary: inout Summary) {
    switch scalar {
    case 0x20: summary.spaces += 1
    case 0x2D, 0x2010...0x2015: summary.dashes += 1
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2B9...0x2BF:
      if summary.letters == 0 { summary.startsWithApostrophe = true }
    case 0x2E, 0x2F, 0xAD, 0x300...0x36F: break
    default: summary.strangers += 1
    }
  }
}
