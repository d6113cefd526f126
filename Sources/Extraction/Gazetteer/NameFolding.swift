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
    for code in 0..<128 {
      let scalar = Unicode.Scalar(UInt8(code))
      let keeps = scalar.properties.isAlphabetic || (48...57).contains(code)
      table[code] = keeps ? UInt16(code) : 0
    }
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

  /// The folded text as bytes and whether it holds a capital letter.
  struct Folded {
    var bytes: [UInt8] = []
    /// The same with the case of the letters kept.
    var exact: [UInt8] = []
    var hasCapital = false
  }

  /// Appends the key of a text given as UTF-8, in one pass; the case of ASCII letters is kept in `exact`.
  func fold(_ text: some Sequence<UInt8>, into folded: inout Folded) {
    var scalar: UInt32 = 0
    var pending = 0
    for byte in text {
      if byte < 0x80 {
        append(UInt32(byte), to: &folded)
      } else if byte < 0xC0 {
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        pending -= 1
        if pending == 0 { append(scalar, to: &folded) }
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
  }

  private func append(_ scalar: UInt32, to folded: inout Folded) {
    if scalar < UInt32(Self.limit) {
      let entry = table[Int(scalar)]
      if entry != Self.itself {
        if entry == 0 { return }
        let isUpper = entry & Self.upperMark != 0 || (65...90).contains(scalar)
        let first = UInt8(entry & 0x7F)
        let second = UInt8(entry >> 8 & 0x7F)
        if isUpper { folded.hasCapital = true }
        folded.bytes.append(first | 0x20)
        folded.exact.append(isUpper ? first & ~0x20 : first)
        if second != 0 {
          folded.bytes.append(second)
          folded.exact.append(second)
        }
        return
      }
    } else if (0x2000...0x206F).contains(scalar) {
      return  // dashes, quotation marks and spaces of the General Punctuation block
    }
    guard let value = Unicode.Scalar(scalar), let bytes = UTF8.encode(value) else { return }
    folded.bytes.append(contentsOf: bytes)
    folded.exact.append(contentsOf: bytes)
  }
}
