/// The lines of a lexicon that say something: without comments, blank lines and surrounding spaces.
struct LexiconLines: Sequence {
  struct Line {
    /// Counted from 1, in the whole file.
    var number: Int
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
        let content = Substring(Self.withoutComment(line)).trimmingSpaces
        guard !content.isEmpty else { continue }
        return Line(number: number, text: content)
      }
      return nil
    }
  }

  /// A comment begins at a `#` that starts the line or follows a space.
  private static func withoutComment(_ line: Substring.UTF8View) -> Substring.UTF8View {
    var isAfterSpace = true
    for index in line.indices {
      if isAfterSpace, line[index] == UInt8(ascii: "#") { return line[..<index] }
      isAfterSpace = Substring.isSpace(line[index])
    }
    return line
  }
}
