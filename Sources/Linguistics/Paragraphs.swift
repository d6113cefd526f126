/// A paragraph of an article and what it is for.
struct Paragraph: Sendable {
  enum Kind: Sendable { case headline, heading, body, credit }

  var range: Range<Int>
  var kind: Kind
}

/// Finds the paragraphs of an article: lines, or blocks of lines where the text is broken at a fixed width.
enum Paragraphs {
  /// - Complexity: linear in the length of the text.
  static func find(in text: Scalars) -> [Paragraph] {
    let lines = self.lines(of: text)
    let isWrapped = isWrapped(lines, in: text)
    var paragraphs: [Paragraph] = []
    for (index, line) in lines.enumerated() {
      // The first line is the headline even where the rest is broken at a fixed width.
      if isWrapped, index > 1, !line.followsBlank, !paragraphs.isEmpty {
        let start = paragraphs[paragraphs.count - 1].range.lowerBound
        paragraphs[paragraphs.count - 1].range = start..<line.range.upperBound
      } else {
        paragraphs.append(Paragraph(range: line.range, kind: .body))
      }
    }
    for index in paragraphs.indices {
      let range = paragraphs[index].range
      if index == 0 {
        if isHeadline(range, in: text, isAlone: paragraphs.count == 1) { paragraphs[index].kind = .headline }
      } else if CreditLines.isCredit(range, in: text, isNearTop: index <= 3) {
        paragraphs[index].kind = .credit
      } else if isHeading(range, in: text), index + 1 < paragraphs.count {
        paragraphs[index].kind = .heading
      }
    }
    return paragraphs
  }

  private struct Line {
    var range: Range<Int>
    var followsBlank: Bool
  }

  /// The lines that are not blank, without white space at their ends.
  private static func lines(of text: Scalars) -> [Line] {
    var lines: [Line] = []
    var first: Int?
    var last = 0
    var breaks = 0
    func end() {
      guard let start = first else { return }
      lines.append(Line(range: start..<last, followsBlank: breaks > 1))
      first = nil
      breaks = 0
    }
    var index = 0
    while index < text.count {
      let (value, length) = text.scalar(index)
      switch value {
      case 0x0D where text.byte(index + 1) == 0x0A: break
      case 0x0A, 0x0D, 0x2028, 0x2029:
        end()
        breaks += 1
      default:
        if ScalarKind.of(value) != .space {
          if first == nil { first = index }
          last = min(index + length, text.count)
        }
      }
      index += length
    }
    end()
    return lines
  }

  /// Whether lines end at a fixed width rather than with the paragraph.
  private static func isWrapped(_ lines: [Line], in text: Scalars) -> Bool {
    var pairs = 0
    var unfinished = 0
    for index in lines.indices.dropFirst().dropLast() where !lines[index + 1].followsBlank {
      guard lines[index].range.count <= 120 else { return false }
      pairs += 1
      if lines[index].range.count >= 40, !endsSentence(lines[index].range, in: text) { unfinished += 1 }
    }
    return pairs >= 3 && unfinished * 2 > pairs
  }

  private static func endsSentence(_ range: Range<Int>, in text: Scalars) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let value = text.scalar(before: end)
      switch value {
      case 0x22, 0x27, 0x29, 0x5D: end -= 1
      case 0x2019, 0x201D: end -= 3
      case 0x2E, 0x21, 0x3F, 0x3A, 0x2026, 0x3B: return true
      default: return false
      }
    }
    return false
  }

  /// Whether the first line is a headline rather than a text without one.
  private static func isHeadline(_ range: Range<Int>, in text: Scalars, isAlone: Bool) -> Bool {
    range.count <= (isAlone || endsSentence(range, in: text) ? 150 : 300)
      && !(isAlone && endsSentence(range, in: text))
  }

  /// A short line that begins with a capital and does not end like a sentence.
  private static func isHeading(_ range: Range<Int>, in text: Scalars) -> Bool {
    guard range.count <= 70 else { return false }
    var end = range.upperBound
    while end > range.lowerBound, [0x22, 0x27, 0x2019, 0x201D].contains(text.scalar(before: end)) {
      end -= text.scalar(before: end) < 0x80 ? 1 : 3
    }
    let last = text.scalar(before: end)
    if [0x2E, 0x21, 0x3A, 0x3B, 0x2C, 0x2026, 0x29, 0x5D].contains(last) { return false }
    var start = range.lowerBound
    while start < end, [0x22, 0x27, 0x2018, 0x201C].contains(text.scalar(start).value) {
      start += text.scalar(start).length
    }
    guard start < end else { return false }
    let first = text.scalar(start).value
    let words = text.bytes[range].count { $0 == 0x20 } + 1
    return (first.isUppercaseScalar || ScalarKind.of(first) == .digit) && words <= 9
  }
}
