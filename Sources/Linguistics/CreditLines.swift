/// Tells the lines by which an agency or a site speaks of its own work.
enum CreditLines {
  /// How a line of credit begins, opening brackets aside.
  private static let openings: [StaticString] = [
    "reporting by", "additional reporting", "writing by", "written by", "editing by", "edited by",
    "compiled by",
    "translated by", "reporting and writing by", "reporting and editing by", "writing and", "copyright",
    "\u{A9}",
    "(c) ", "all rights reserved", "read more", "read also", "read: ", "also read", "see also", "related:",
    "watch:",
    "opinion:", "analysis:", "in pictures:", "photo:", "photos:", "image:", "source:", "sources:", "video:",
    "credit:", "more:", "sign up", "click here", "subscribe", "advertisement",
    "this article originally appeared",
    "this article was ", "this story was ", "this story has been", "last updated", "last modified",
    "published ",
    "updated:", "our standards:", "share this", "follow us",
  ]

  /// How a paragraph of credit ends.
  private static let endings: [StaticString] = [
    "contributed to this report", "contributed to this story", "contributed to this article",
    "contributed reporting", "contributed to the report",
  ]

  /// Lines that consist of nothing but the name of a source.
  private static let sources: Set<String> = [
    "reuters", "afp", "ap", "al jazeera", "al jazeera and agencies", "agencies", "associated press",
    "the associated press", "source: al jazeera", "bbc news", "xinhua", "anadolu agency", "with agencies",
    "staff writer", "staff report", "cnn",
  ]

  /// Whether a paragraph is a credit.
  /// - Parameter isNearTop: whether it may be a byline.
  static func isCredit(_ range: Range<Int>, in text: Scalars, isNearTop: Bool) -> Bool {
    let start = withoutBrackets(range, in: text)
    if opens(start, in: text) { return true }
    var end = range.upperBound
    while end > start, [0x2E, 0x29, 0x5D, 0x20].contains(text.byte(end - 1)) { end -= 1 }
    for ending in endings where text.has(ending, at: end - ending.utf8CodeUnitCount) { return true }
    // "… contributed to this report from Washington."
    if range.count < 300, contains("contributed to this report", range, in: text) { return true }
    if end - start <= 40, sources.contains(text.lowercased(start..<end)) { return true }
    return isNearTop && isByline(start..<end, in: text)
  }

  /// Whether a sentence opens a credit at the end of a paragraph: "(Reporting by …".
  static func opensCredit(_ range: Range<Int>, in text: Scalars) -> Bool {
    guard text.byte(range.lowerBound) == 0x28 || text.byte(range.lowerBound) == 0x5B else {
      return text.has("reporting by ", at: range.lowerBound) || text.has("editing by ", at: range.lowerBound)
        || text.has("additional reporting by ", at: range.lowerBound)
    }
    return opens(withoutBrackets(range, in: text), in: text)
  }

  /// Whether a sentence is the code of a story in brackets: "[L8N2XY4Z]".
  static func isCode(_ range: Range<Int>, in text: Scalars) -> Bool {
    guard (7...24).contains(range.count), text.byte(range.lowerBound) == 0x5B,
      text.byte(range.upperBound - 1) == 0x5D
    else { return false }
    let code = text.bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    return code.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x3A }
      && code.contains { $0 <= 0x39 }
  }

  private static func opens(_ start: Int, in text: Scalars) -> Bool {
    openings.contains { text.has($0, at: start) }
  }

  private static func withoutBrackets(_ range: Range<Int>, in text: Scalars) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, [0x28, 0x5B, 0x2A, 0x20, 0x2D].contains(text.byte(start)) {
      if text.has("(c) ", at: start) { break }
      start += 1
    }
    return start
  }

  private static func contains(_ phrase: StaticString, _ range: Range<Int>, in text: Scalars) -> Bool {
    let last = range.upperBound - phrase.utf8CodeUnitCount
    guard last >= range.lowerBound else { return false }
    return (range.lowerBound...last).contains { text.has(phrase, at: $0) }
  }

  /// "By Jane Doe and John Roe, Our Agency": after the first word nothing but names.
  private static func isByline(_ range: Range<Int>, in text: Scalars) -> Bool {
    guard range.count <= 120, text.has("by ", at: range.lowerBound) else { return false }
    let words = text.string((range.lowerBound + 3)..<range.upperBound).split(separator: " ")
    let small: Set<Substring> = [
      "and", "in", "for", "at", "of", "the", "de", "van", "von", "al", "with", "|", "&",
    ]
    guard (1...14).contains(words.count) else { return false }
    return words.allSatisfy { word in
      small.contains(word) || (word.unicodeScalars.first?.properties.isUppercase ?? false)
    }
  }
}
