/// The bytes of a text, read as Unicode scalars at UTF-8 offsets.
///
/// Reading past either end yields a space, so that looking around never leaves the text.
struct Scalars: Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var count: Int { bytes.count }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0x20
  }

  /// The scalar that starts at an offset, and how many bytes it takes.
  @inline(__always)
  func scalar(_ offset: Int) -> (value: UInt32, length: Int) {
    let first = byte(offset)
    if first < 0x80 { return (UInt32(first), 1) }
    func next(_ distance: Int) -> UInt32 { UInt32(byte(offset + distance) & 0x3F) }
    if first < 0xE0 {
      if first == 0xC3, let mark = misread(offset) { return (mark, 6) }
      return (UInt32(first & 0x1F) << 6 | next(1), 2)
    }
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return (UInt32(first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// A quotation mark or dash whose three bytes were once read as Latin-1 letters and stored as such.
  private func misread(_ offset: Int) -> UInt32? {
    guard byte(offset + 1) == 0xA2, byte(offset + 2) == 0xC2, byte(offset + 3) == 0x80,
      byte(offset + 4) == 0xC2
    else { return nil }
    return 0x2000 | UInt32(byte(offset + 5) & 0x3F)
  }

  /// The scalar that ends at an offset.
  func scalar(before offset: Int) -> UInt32 {
    if byte(offset - 2) == 0xC2, byte(offset - 6) == 0xC3, let mark = misread(offset - 6) { return mark }
    var start = offset - 1
    while start > 0, byte(start) & 0xC0 == 0x80 { start -= 1 }
    return scalar(start).value
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The bytes of a range with ASCII capitals made small, for looking a word up.
  func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether the text has these ASCII bytes at an offset, whatever their case.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = bytes[offset + index]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != word.utf8Start[index] { return false }
    }
    return true
  }
}

/// What kind of character a scalar is, as far as cutting text into words goes.
enum ScalarKind: Sendable {
  case space, letter, digit, mark, symbol

  static func of(_ value: UInt32) -> ScalarKind {
    if value < 0x80 { return ascii[Int(value)] }
    switch value {
    // Latin-1: controls, no-break space, signs.
    case 0x80...0x84, 0x86...0x9F: return .letter
    case 0x85, 0xA0: return .space
    case 0xAA, 0xB5, 0xBA, 0xAD: return .letter
    case 0xA1...0xBF, 0xD7, 0xF7: return .mark
    // Spaces, invisible marks of direction, the byte order mark.
    case 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
      return .space
    case 0x200C, 0x200D: return .letter
    case 0x2010...0x205E: return .mark
    case 0x20A0...0x20CF, 0x2100...0x2BFF, 0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020:
      return .symbol
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return .letter
    case 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFE0...0xFFFD: return .symbol
    case 0x1F000...0x1FAFF: return .symbol
    case 0x0660...0x0669, 0x06F0...0x06F9, 0x0966...0x096F, 0xFF10...0xFF19: return .digit
    default: return .letter
    }
  }

  private static let ascii: [ScalarKind] = (0..<128).map { value in
    switch UInt8(value) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "_"): .letter
    default: .mark
    }
  }
}

extension UInt32 {
  var isUppercaseScalar: Bool {
    if self < 0x80 { return self >= 0x41 && self <= 0x5A }
    return Unicode.Scalar(self)?.properties.isUppercase ?? false
  }

  var isLowercaseScalar: Bool {
    if self < 0x80 { return self >= 0x61 && self <= 0x7A }
    return Unicode.Scalar(self)?.properties.isLowercase ?? false
  }

  var isApostrophe: Bool { self == 0x27 || self == 0x2019 }

  /// A hyphen within a word: ASCII, typographic or non-breaking.
  var isHyphen: Bool { self == 0x2D || self == 0x2010 || self == 0x2011 }

  /// A dash between phrases; a spaced ASCII hyphen does the same.
  var isDash: Bool { self == 0x2012 || self == 0x2013 || self == 0x2014 || self == 0x2015 }
}
