import Relations

/// The passages of articles that quotes stand in, each once: the paragraph where the text of the article is at hand,
/// otherwise the quote alone.
struct Passages {
  /// A quote and the word that expresses the relation, in a passage; in UTF-16, as scripts count.
  struct Place {
    var passage: Int
    var quote: Range<Int>
    var trigger: Range<Int>
  }

  private(set) var all: [String] = []
  private var indices: [String: Int] = [:]
  private let texts: [String: [UInt8]]

  /// Beyond this many bytes on either side of a quote, a paragraph is cut.
  private static let reach = 1_000

  init(texts: [String: String]) {
    self.texts = texts.mapValues { Array($0.utf8) }
  }

  /// The place of a quote. Linear in the length of its paragraph.
  mutating func place(of evidence: Evidence) -> Place {
    let whole = Array(evidence.text.utf8)
    // Graphs written by hand may have any trigger.
    let offset = evidence.range.lowerBound
    let trigger = (evidence.trigger.lowerBound - offset..<evidence.trigger.upperBound - offset)
      .clamped(to: 0..<whole.count)
    guard let text = texts[evidence.article], evidence.range.upperBound <= text.count,
      text[evidence.range].elementsEqual(whole)
    else {
      return place(whole, quote: 0..<whole.count, trigger: trigger)
    }
    let passage = paragraph(around: evidence.range, in: text)
    let start = evidence.range.lowerBound - passage.lowerBound
    return place(
      Array(text[passage]), quote: start..<start + whole.count,
      trigger: start + trigger.lowerBound..<start + trigger.upperBound)
  }

  private mutating func place(_ bytes: [UInt8], quote: Range<Int>, trigger: Range<Int>) -> Place {
    let passage = String(decoding: bytes, as: UTF8.self)
    let index = indices[passage] ?? all.count
    if index == all.count {
      all.append(passage)
      indices[passage] = index
    }
    return Place(
      passage: index, quote: utf16(quote, in: bytes), trigger: utf16(trigger, in: bytes))
  }

  private func utf16(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = utf16(bytes[..<range.lowerBound])
    return start..<start + utf16(bytes[range])
  }

  /// How many units of UTF-16 the bytes are: one for each that begins a character, and one more where four make it.
  private func utf16(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  /// From blank line to blank line, but no further than `reach`.
  private func paragraph(around quote: Range<Int>, in text: [UInt8]) -> Range<Int> {
    var start = quote.lowerBound
    while start > 0, quote.lowerBound - start < Self.reach, !isBreak(start, text) { start -= 1 }
    var end = quote.upperBound
    while end < text.count, end - quote.upperBound < Self.reach, !isBreak(end, text) { end += 1 }
    while start < quote.lowerBound, text[start] & 0xC0 == 0x80 || isSpace(text[start]) { start += 1 }
    while end > quote.upperBound, end < text.count && text[end] & 0xC0 == 0x80 || isSpace(text[end - 1]) {
      end -= 1
    }
    return start..<end
  }

  /// Whether a paragraph ends before the byte: an empty line lies there, with or without carriage return.
  private func isBreak(_ index: Int, _ text: [UInt8]) -> Bool {
    guard text[index] == 0x0A || text[index] == 0x0D || text[index - 1] == 0x0A else { return false }
    var newlines = 0
    var before = index - 1
    while before >= 0, isSpace(text[before]) {
      if text[before] == 0x0A { newlines += 1 }
      before -= 1
    }
    var after = index
    while after < text.count, isSpace(text[after]) {
      if text[after] == 0x0A { newlines += 1 }
      after += 1
    }
    return newlines > 1
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
