/// Divides the pieces of a paragraph into sentences.
struct SentenceSplitter {
  /// Longer sentences are cut, so that no text can make parsing slow.
  static let longest = 250

  private let text: Scalars
  private let pieces: [Piece]
  private let model: BoundaryModel?
  private let isHeadline: Bool

  /// - Parameter model: has the last word; without it the rules decide alone.
  init(_ text: Scalars, pieces: [Piece], model: BoundaryModel? = nil, isHeadline: Bool = false) {
    self.text = text
    self.pieces = pieces
    self.model = model
    self.isHeadline = isHeadline
  }

  /// The sentences as ranges of the indices of pieces. Linear in the number of pieces.
  func sentences(from start: Int) -> [Range<Int>] {
    var begins = ruledBeginnings(from: start)
    if let model { review(&begins, from: start, by: model) }
    var sentences: [Range<Int>] = []
    var first = start
    for index in start..<pieces.count {
      if begins[index], index > first {
        sentences.append(first..<index)
        first = index
      }
      if index + 1 - first >= Self.longest, index + 1 < pieces.count, !begins[index + 1] {
        let cut = cut(first..<(index + 1))
        sentences.append(first..<cut)
        first = cut
      }
    }
    if first < pieces.count { sentences.append(first..<pieces.count) }
    return sentences
  }

  /// For each piece, whether a sentence begins with it by the rules.
  private func ruledBeginnings(from start: Int) -> [Bool] {
    var begins = [Bool](repeating: false, count: pieces.count)
    var first = start
    var index = start
    var quoteIsOpen = false
    while index < pieces.count {
      let piece = pieces[index]
      if isStraightQuote(index) { quoteIsOpen.toggle() }
      if [.terminal, .abbreviation, .title].contains(piece.kind) {
        var next = index + 1
        while next < pieces.count, closes(next, quoteIsOpen: quoteIsOpen) {
          if isStraightQuote(next) { quoteIsOpen.toggle() }
          next += 1
        }
        next = afterReferences(next)
        if next < pieces.count, isBoundary(after: index, next: next, sentence: first) {
          begins[next] = true
          first = next
        }
        index = next
      } else {
        index += 1
      }
    }
    return begins
  }

  /// Asks the model wherever a sentence may begin.
  private func review(_ begins: inout [Bool], from start: Int, by model: BoundaryModel) {
    guard start + 1 < pieces.count else { return }
    let features = BoundaryFeatures(text, pieces: pieces)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: BoundaryFeatures.count) { rows in
      var first = start
      for index in (start + 1)..<pieces.count where begins[index] || features.isCandidate(index) {
        features.write(index, first: first, rule: begins[index], to: rows.baseAddress!)
        begins[index] = model.begins(rows.baseAddress!, ruled: begins[index], inHeadline: isHeadline)
        if begins[index] { first = index }
      }
    }
  }

  /// Calls `visit` with the features of each place where the model would be asked, if the sentences were those that
  /// begin at the given pieces.
  func visitCandidates(
    beginning: [Bool], _ visit: (_ rows: UnsafePointer<Int>, _ begins: Bool) -> Void
  ) {
    guard pieces.count > 1 else { return }
    let ruled = ruledBeginnings(from: 0)
    let features = BoundaryFeatures(text, pieces: pieces)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: BoundaryFeatures.count) { rows in
      var first = 0
      for index in 1..<pieces.count {
        if ruled[index] || features.isCandidate(index) {
          features.write(index, first: first, rule: ruled[index], to: rows.baseAddress!)
          visit(rows.baseAddress!, beginning[index])
        }
        if beginning[index] { first = index }
      }
    }
  }

  /// The best place to cut an overlong sentence: after its last semicolon, colon or comma.
  private func cut(_ range: Range<Int>) -> Int {
    let tail = range.suffix(range.count / 2)
    for marks in [[UInt8(ascii: ";"), UInt8(ascii: ":")], [UInt8(ascii: ",")]] {
      if let mark = tail.last(where: { marks.contains(text.byte(pieces[$0].lower)) }) { return mark + 1 }
    }
    return range.upperBound
  }

  private func value(_ index: Int) -> UInt32 { text.scalar(pieces[index].lower).value }

  private func isStraightQuote(_ index: Int) -> Bool { value(index) == 0x22 }

  /// Whether a piece after the end of a sentence still belongs to it: closing quotes and brackets.
  private func closes(_ index: Int, quoteIsOpen: Bool) -> Bool {
    let piece = pieces[index]
    guard piece.kind == .mark else { return false }
    switch value(index) {
    case 0x29, 0x5D, 0x7D, 0x201D, 0xBB: return true
    case 0x2019, 0x27: return !piece.spaceBefore
    case 0x22:
      let spaceAfter = index + 1 == pieces.count || pieces[index + 1].spaceBefore
      if piece.spaceBefore { return quoteIsOpen && spaceAfter }
      return spaceAfter || quoteIsOpen
    default: return false
    }
  }

  /// Passes over the numbers of footnotes: "[17]".
  private func afterReferences(_ start: Int) -> Int {
    var index = start
    while index + 2 < pieces.count, value(index) == 0x5B, pieces[index + 1].kind == .number,
      value(index + 2) == 0x5D
    {
      index += 3
    }
    return index
  }

  private func isOpening(_ index: Int) -> Bool {
    guard pieces[index].kind == .mark else { return false }
    return [0x22, 0x27, 0x60, 0x28, 0x5B, 0x2018, 0x201C, 0xAB].contains(value(index))
  }

  private func isBoundary(after end: Int, next: Int, sentence first: Int) -> Bool {
    let piece = pieces[end]
    if piece.kind == .title && next == end + 1 { return false }
    // What the next sentence would begin with, quotes and dashes aside.
    var word = next
    while word < pieces.count, word < next + 3, isOpening(word) || isListMark(word) { word += 1 }
    guard word < pieces.count else { return piece.kind == .terminal }
    let begins = value(word)
    if piece.kind != .terminal {
      guard begins.isUppercaseScalar else { return false }
      return word > next && !isListMark(next) || next > end + 1 || startsSentence(word)
    }
    if pieces[word].kind == .mark || pieces[word].kind == .terminal { return pieces[next].spaceBefore }
    // "1. …" at the start is the number of an item.
    if end == first + 1, pieces[first].kind == .number, pieces[first].upper - pieces[first].lower <= 2,
      text.byte(piece.lower) == 0x2E
    {
      return false
    }
    if next > end + 1, isFinal(piece), isFollowedBySpeaker(word) { return false }
    if begins.isLowercaseScalar {
      return startsName(word)
        || isFinal(piece) && next == end + 1 && word == next && pieces[next].spaceBefore
          && text.byte(piece.upper - 1) != 0x2E && end + 1 - first > 3
    }
    return true
  }

  /// A run with a question or exclamation mark.
  private func isFinal(_ piece: Piece) -> Bool {
    piece.range.contains { text.byte($0) == 0x3F || text.byte($0) == 0x21 }
  }

  private func isListMark(_ index: Int) -> Bool {
    pieces[index].kind == .mark && [0x2D, 0x2A, 0x2022, 0x2013, 0x2014, 0xB7].contains(value(index))
  }

  private func startsSentence(_ index: Int) -> Bool {
    WordLists.sentenceStarters.contains(text.lowercased(pieces[index].range))
  }

  /// "al-Shabab", "de Mistura": names that begin with a small letter.
  private func startsName(_ index: Int) -> Bool {
    guard index + 1 < pieces.count, pieces[index].upper - pieces[index].lower <= 3 else { return false }
    let particles: Set<String> = [
      "al", "el", "ar", "as", "de", "du", "van", "von", "bin", "ibn", "abu", "di",
    ]
    guard particles.contains(text.lowercased(pieces[index].range)) else { return false }
    let name = value(index + 1) == 0x2D ? index + 2 : index + 1
    return name < pieces.count && value(name).isUppercaseScalar
  }

  /// A speaker and a verb of speech, or the two in the other order: they belong to the quotation before them.
  private func isFollowedBySpeaker(_ index: Int) -> Bool {
    for word in index..<min(index + 6, pieces.count) {
      if WordLists.speechVerbs.contains(text.lowercased(pieces[word].range)) {
        return word > index || value(word).isLowercaseScalar
      }
      guard value(word).isUppercaseScalar || word == index else { return false }
    }
    return false
  }
}
