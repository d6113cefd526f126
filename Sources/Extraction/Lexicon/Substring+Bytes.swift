/// Cutting text at ASCII characters by bytes: the lexicons are read whenever the program starts, and looking for
/// the bounds of characters takes most of the time otherwise.
extension Substring {
  /// The text without spaces, tabs and carriage returns at its ends.
  var trimmingSpaces: Substring {
    var bytes = utf8.drop(while: Self.isSpace)
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    return Substring(bytes)
  }

  /// The parts between occurrences of an ASCII character, trimmed; empty parts included.
  func items(separatedBy separator: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { Substring($0).trimmingSpaces }
  }

  /// The words between spaces.
  var words: [String] {
    utf8.split(whereSeparator: Self.isSpace).map { String(Substring($0)) }
  }

  /// What stands before and after the first occurrence of an ASCII character, trimmed; nil if there is none.
  func parts(around separator: Unicode.Scalar) -> (before: Substring, after: Substring)? {
    guard let index = utf8.firstIndex(of: UInt8(ascii: separator)) else { return nil }
    return (
      Substring(utf8[..<index]).trimmingSpaces,
      Substring(utf8[utf8.index(after: index)...]).trimmingSpaces
    )
  }

  /// What stands before and after the first space, trimmed.
  var firstWordAndRest: (word: Substring, rest: Substring) {
    let end = utf8.firstIndex(where: Self.isSpace) ?? utf8.endIndex
    return (Substring(utf8[..<end]), Substring(utf8[end...]).trimmingSpaces)
  }

  var isLowercased: Bool {
    for byte in utf8 {
      if byte >= 0x80 { return self == lowercased() }
      if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { return false }
    }
    return true
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
