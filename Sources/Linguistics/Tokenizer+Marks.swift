extension WordScanner {
  /// A mark of punctuation or a run of them.
  mutating func scanMark(_ value: UInt32, _ length: Int) {
    let start = position
    let next = start + length
    switch value {
    case 0x2E, 0x21, 0x3F, 0x2026: scanTerminal()
    case 0x27, 0x2018, 0x2019: scanApostrophe(value, next)
    case 0x60: emit(start, text.byte(next) == 0x60 && next < chunkLimit ? next + 1 : next, .mark)
    case 0x5B where text.has("[...]", at: start) && start + 5 <= chunkLimit: emit(start, start + 5, .mark)
    case 0x23, 0x40:
      // "#hashtag", "@name".
      guard isWordScalar(next), value == 0x40 || !isDigit(next) else { return emit(start, next, .mark) }
      emit(start, wordEnd(next), .word)
    case 0x2B where isDigit(next): emit(start, wordEnd(next), .number)
    case 0x3A, 0x3B, 0x3D:
      if start == chunkLower, let end = smileyEnd(next) { return emit(start, end, .mark) }
      emit(start, value == 0x3D ? runEnd(of: value, from: next) : next, .mark)
    case 0x2A, 0x2B, 0x2D, 0x3C, 0x3E, 0x7E, 0x2014: emit(start, runEnd(of: value, from: next), .mark)
    default: emit(start, next, .mark)
    }
  }

  /// A pictograph or another sign, with the scalars that modify it.
  mutating func scanSymbol(_ length: Int) {
    var index = position + length
    while index < chunkLimit {
      let (value, length) = text.scalar(index)
      if value == 0x200D, index + length < chunkLimit {
        index += length + text.scalar(index + length).length
      } else if (0xFE00...0xFE0F).contains(value) || (0x1F3FB...0x1F3FF).contains(value) {
        index += length
      } else {
        break
      }
    }
    emit(position, min(index, chunkLimit), .mark)
  }

  private mutating func scanTerminal() {
    let start = position
    if text.byte(start) == 0x2E, isDigit(start + 1), start == chunkLower || !isWordScalar(start - 1) {
      return emit(start, wordEnd(start + 1), .number)
    }
    var index = start
    while index < chunkLimit {
      let (value, length) = text.scalar(index)
      guard value == 0x2E || value == 0x21 || value == 0x3F || value == 0x2026 else { break }
      index += length
    }
    emit(start, index, .terminal)
  }

  private mutating func scanApostrophe(_ value: UInt32, _ next: Int) {
    let start = position
    if next < chunkLimit, text.scalar(next).value == value, value == 0x27 {
      return emit(start, next + 1, .mark)
    }
    if value.isApostrophe, isWordScalar(next) {
      let end = wordEnd(next)
      let word = end - next <= 5 ? text.lowercased(next..<end) : ""
      let isYear =
        isDigit(next) && isDigit(next + 1) && (word.hasSuffix("0s") || end == next + 2 && value == 0x2019)
      if isYear || WordLists.elided.contains(word)
        || (start == chunkLower && end == chunkLimit && WordLists.clitics.contains(word))
      {
        return emit(start, end, .word)
      }
    }
    emit(start, next, .mark)
  }

  /// The end of letters and digits from an offset; inside numbers also of full stops and commas.
  private func wordEnd(_ offset: Int) -> Int {
    var index = offset
    while true {
      if isWordScalar(index) {
        index += text.scalar(index).length
      } else if text.byte(index) == 0x2E || text.byte(index) == 0x2C, isDigit(index - 1), isDigit(index + 1) {
        index += 1
      } else {
        return index
      }
    }
  }

  private func runEnd(of value: UInt32, from offset: Int) -> Int {
    var index = offset
    while index < chunkLimit {
      let (other, length) = text.scalar(index)
      guard other == value else { break }
      index += length
    }
    return index
  }

  /// ":)" and its like, alone between spaces.
  private func smileyEnd(_ offset: Int) -> Int? {
    let mouth = text.byte(offset) == 0x2D ? offset + 1 : offset
    guard mouth + 1 == chunkLimit else { return nil }
    switch text.byte(mouth) {
    case 0x29, 0x28, 0x44, 0x50, 0x2F, 0x70: return mouth + 1
    default: return nil
    }
  }
}
