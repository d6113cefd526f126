import Documents

/// Cuts text into words in the manner of the English treebanks of Universal Dependencies: contractions and
/// possessives come apart ("do" "n't", "can" "not", "Syria" "'s"), hyphenated compounds too ("Russian" "-"
/// "backed"), while prefixes stay ("anti-aircraft"); abbreviations keep their full stop, and numbers, times,
/// dates, links and addresses stay whole.
public struct Tokenizer: Sendable {
  public init() {}

  /// The words of a text, without regard to sentences. Linear in the length of the text.
  public func words(in text: String) -> [Word] {
    let scalars = Scalars(text)
    var scanner = WordScanner(scalars, range: 0..<scalars.count)
    scanner.scan()
    return scanner.pieces.map { Word(range: $0.range, form: scalars.string($0.range)) }
  }
}

/// A word as the scanner leaves it, with what the sentence splitter needs to know about it.
struct Piece: Sendable {
  enum Kind: Sendable {
    case word, number, mark
    /// A word that ends with the full stop of an abbreviation after which a sentence cannot end.
    case title
    /// A word that ends with the full stop of an abbreviation after which a sentence may end.
    case abbreviation
    /// One or more of `.`, `!`, `?`, `…`.
    case terminal
  }

  var lower: Int
  var upper: Int
  var kind: Kind
  var spaceBefore: Bool

  var range: Range<Int> { lower..<upper }
}

/// Walks over a stretch of text and cuts it into pieces.
struct WordScanner {
  let text: Scalars
  let end: Int
  private(set) var position: Int
  private(set) var pieces: [Piece] = []
  private var chunkStart = 0
  private var chunkEnd = 0
  /// Where the stretch between white space that is being scanned begins and ends.
  var chunkLower: Int { chunkStart }
  var chunkLimit: Int { chunkEnd }
  /// Whether the chunk may hold a link or an address that has not been looked for yet.
  private var mayHoldAddress = false

  init(_ text: Scalars, range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
    pieces.reserveCapacity(range.count / 5 + 1)
  }

  mutating func scan() {
    while position < end {
      let (value, length) = text.scalar(position)
      if ScalarKind.of(value) == .space {
        position += length
      } else {
        scanChunk()
      }
    }
  }

  /// Scans up to the next white space.
  private mutating func scanChunk() {
    chunkStart = position
    var isPlain = true
    var hint = false
    var index = position
    while index < end {
      let (value, length) = text.scalar(index)
      let kind = ScalarKind.of(value)
      if kind == .space { break }
      if kind != .letter { isPlain = false }
      if value == 0x40 || value == 0x2F || value == 0x77 { hint = true }
      index += length
    }
    chunkEnd = min(index, end)
    if isPlain {
      emitWord(chunkStart, chunkEnd)
      position = chunkEnd
      return
    }
    mayHoldAddress = hint
    while position < chunkEnd {
      let (value, length) = text.scalar(position)
      let start = position
      switch ScalarKind.of(value) {
      case .letter, .digit: scanWord()
      case .space: position += length
      case .symbol: scanSymbol(length)
      case .mark: scanMark(value, length)
      }
      // Every step moves on, whatever the text.
      if position <= start { emit(start, start + length, .mark) }
    }
  }

  mutating func emit(_ lower: Int, _ upper: Int, _ kind: Piece.Kind) {
    pieces.append(Piece(lower: lower, upper: upper, kind: kind, spaceBefore: lower == chunkStart))
    position = upper
  }

  /// Emits letters that hold no mark, cut where two words are written as one.
  mutating func emitWord(_ lower: Int, _ upper: Int) {
    let count = upper - lower
    if count >= 4, count <= 8,
      text.byte(upper - 1) | 0x20 == 0x74 || text.byte(upper - 1) | 0x20 == 0x61
        || text.byte(upper - 1) | 0x20 == 0x65,
      let cut = WordLists.contractions[text.lowercased(lower..<upper)]
    {
      emit(lower, lower + cut, .word)
      emit(lower + cut, upper, .word)
    } else {
      emit(lower, upper, .word)
    }
  }

  func isWordScalar(_ offset: Int) -> Bool {
    guard offset < chunkEnd else { return false }
    let kind = ScalarKind.of(text.scalar(offset).value)
    return kind == .letter || kind == .digit
  }

  func isDigit(_ offset: Int) -> Bool {
    offset >= chunkStart && offset < chunkEnd && text.byte(offset) >= 0x30 && text.byte(offset) <= 0x39
  }

  // MARK: Words

  private mutating func scanWord() {
    let start = position
    if mayHoldAddress {
      mayHoldAddress = false
      if let addressEnd = addressEnd(from: start) { return emit(start, addressEnd, .word) }
    }
    var part = start
    var isPlain = true
    var index = start
    scanning: while true {
      while isWordScalar(index) { index += text.scalar(index).length }
      guard index < chunkEnd else { break }
      let (value, length) = text.scalar(index)
      let next = index + length
      switch value {
      case 0x27, 0x2019:
        guard isWordScalar(next) else { break scanning }
        if emitClitic(start, apostrophe: index, next: next) { return }
        index = next
      case 0x2E:
        switch fullStop(start, part: part, stop: index) {
        case .inside: index = next
        case .outside: break scanning
        case .ends(let kind):
          if text.scalar(next).value.isApostrophe, next < chunkEnd,
            emitClitic(start, apostrophe: next, next: next + text.scalar(next).length, wordKind: kind)
          {
            return
          }
          return emitNumberWithUnit(start, next, kind)
        }
        part = next
      case 0x2D, 0x2010, 0x2011:
        guard let joined = joinedEnd(part: part, hyphen: index, next: next) else { break scanning }
        index = joined
        part = joined
      case 0x2F:
        guard isDigit(index - 1), isDigit(next) else { break scanning }
        index = next
      case 0x2C:
        guard isDigit(index - 1), isDigit(next), isDigit(next + 1), isDigit(next + 2), !isDigit(next + 3)
        else {
          break scanning
        }
        index = next
      case 0x3A:
        guard isDigit(index - 1), isDigit(next) else { break scanning }
        index = next
      case 0x26:
        guard text.scalar(before: index).isUppercaseScalar, next < chunkEnd,
          text.scalar(next).value.isUppercaseScalar
        else { break scanning }
        index = next
      case 0x40:
        guard isWordScalar(next) else { break scanning }
        index = next
      case 0x24:
        // "US$", "A$".
        guard isDigit(next), text.scalar(before: index).isUppercaseScalar else { break scanning }
        return emit(start, next, .word)
      default: break scanning
      }
      isPlain = false
    }
    if isPlain, !isDigit(start) {
      emitWord(start, index)
    } else {
      emitNumberWithUnit(start, index, isDigit(start) ? .number : .word)
    }
  }

  /// Emits a word; a unit written together with its number becomes a word of its own.
  private mutating func emitNumberWithUnit(_ start: Int, _ end: Int, _ kind: Piece.Kind) {
    guard isDigit(start), end - start <= 24 else { return emit(start, end, kind) }
    var unit = start
    while unit < end, isDigit(unit) || (unit + 1 < end && isDigit(unit + 1)) { unit += 1 }
    if unit < end, WordLists.units.contains(text.lowercased(unit..<end)) {
      emit(start, unit, .number)
      emit(unit, end, kind == .number ? .word : kind)
    } else {
      emit(start, end, kind)
    }
  }

  /// Emits a word and its clitic if one follows the apostrophe.
  private mutating func emitClitic(
    _ start: Int, apostrophe: Int, next: Int, wordKind: Piece.Kind = .word
  ) -> Bool {
    var end = next
    while end < next + 3, isWordScalar(end), text.byte(end) < 0x80 { end += 1 }
    guard !isWordScalar(end) else { return false }
    let clitic = text.lowercased(next..<end)
    if clitic == "t", text.byte(apostrophe - 1) | 0x20 == 0x6E, apostrophe - 1 > start {
      emit(start, apostrophe - 1, .word)
      emit(apostrophe - 1, end, .word)
      return true
    }
    guard WordLists.clitics.contains(clitic) else { return false }
    // Decades: "1990's" is one word.
    if clitic == "s", isDigit(start), text.byte(apostrophe - 1) == 0x30 { return false }
    emit(start, apostrophe, wordKind)
    emit(apostrophe, end, .word)
    return true
  }

  /// Where a hyphenated word goes on, if the hyphen does not divide it.
  private func joinedEnd(part: Int, hyphen: Int, next: Int) -> Int? {
    guard isWordScalar(next) else { return nil }
    if isDigit(hyphen - 1), isDigit(next) { return numberRunEnd(part: part, next: next) }
    // "UN-brokered" is not "un-".
    let isShouted = hyphen - part > 1 && text.byte(part + 1).isCapital && !text.byte(next).isCapital
    if hyphen > part, hyphen - part <= 7, !isShouted,
      WordLists.joinedPrefixes.contains(text.lowercased(part..<hyphen))
    {
      return next
    }
    var end = next
    while end < next + 8, isWordScalar(end) { end += text.scalar(end).length }
    if end <= next + 6, WordLists.joinedSuffixes.contains(text.lowercased(next..<end)) { return next }
    return nil
  }

  /// Telephone numbers and dates stay whole ("555-0199", "11-20-2000"), ranges do not ("1969-1970").
  private func numberRunEnd(part: Int, next: Int) -> Int? {
    var groups = [next - 1 - part]
    var index = next
    var length = 0
    while index < min(chunkEnd, next + 24) {
      if isDigit(index) {
        length += 1
        index += 1
      } else if text.byte(index) == 0x2D, isDigit(index + 1) {
        groups.append(length)
        length = 0
        index += 1
      } else {
        break
      }
    }
    groups.append(length)
    guard !isWordScalar(index) else { return nil }
    return groups.count >= 3 || groups == [3, 4] ? index : nil
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { self >= 0x41 && self <= 0x5A }
}
