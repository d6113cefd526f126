/// The lines of a lexicon that say something: without comments, blank lines and surrounding spaces.
struct LexiconLines: Sequence {
  struct Line {
    /// Counted from 1, in the whole file.
    var number: Int
    var isIndented: Bool
    var text: Substring
  }

  private let text: String

  init(of text: String) {
    self.text = text
  }

  func makeIterator() -> AnyIterator<Line> {
    // Splits at bytes, since "\r\n" is one character.
    var rest = text.utf8[...]
    var number = 0
    return AnyIterator {
      while !rest.isEmpty {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        let line = rest[..<end]
        rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
        number += 1
        let content = Self.trimmed(Self.withoutComment(line))
        guard !content.isEmpty else { continue }
        let isIndented = line.first.map(Self.isSpace) ?? false
        return Line(number: number, isIndented: isIndented, text: Substring(content))
      }
      return nil
    }
  }

  /// A comment begins at a `#` that starts the line or follows a space.
  private static func withoutComment(_ line: Substring.UTF8View) -> Substring.UTF8View {
    var isAfterSpace = true
    for index in line.indices {
      if isAfterSpace, line[index] == UInt8(ascii: "#") { return line[..<index] }
      isAfterSpace = isSpace(line[index])
    }
    return line
  }

  private static func trimmed(_ line: Substring.UTF8View) -> Substring.UTF8View {
    var line = line.drop(while: isSpace)
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
