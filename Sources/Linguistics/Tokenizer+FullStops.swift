extension WordScanner {
  /// What a full stop after letters or digits is.
  enum FullStop {
    /// It stands within the word: "3.5", "example.org", the first of "U.S.".
    case inside
    /// It ends a sentence.
    case outside
    /// It ends an abbreviation.
    case ends(Piece.Kind)
  }

  /// - Parameters:
  ///   - start: where the word begins.
  ///   - part: where the part since its last hyphen or full stop begins.
  func fullStop(_ start: Int, part: Int, stop: Int) -> FullStop {
    let next = stop + 1
    let isSingleLetter = part < stop && isLetter(part) && part + text.scalar(part).length == stop
    guard isWordScalar(next) else { return finalStop(start, part: part, stop: stop, isSingleLetter) }
    let follower = text.scalar(next)
    let followerIsDigit = isDigit(next)
    if isDigit(stop - 1) { return followerIsDigit || follower.value.isLowercaseScalar ? .inside : .outside }
    if isSingleLetter {
      let after = next + follower.length
      if !followerIsDigit, !isWordScalar(after) { return .inside }
      if text.scalar(part).value.isUppercaseScalar, follower.value.isUppercaseScalar {
        return .ends(part == start ? .title : .abbreviation)
      }
    }
    if let abbreviation = abbreviation(start, stop) {
      switch abbreviation {
      case .title: return .ends(.title)
      case .general: if followerIsDigit || follower.value.isUppercaseScalar { return .ends(.abbreviation) }
      case .beforeNumber, .besideNumber: if followerIsDigit { return .ends(.title) }
      }
    }
    return follower.value.isLowercaseScalar ? .inside : .outside
  }

  /// A full stop that no letter or digit follows.
  private func finalStop(_ start: Int, part: Int, stop: Int, _ isSingleLetter: Bool) -> FullStop {
    let next = stop + 1
    if next < chunkLimit, text.byte(next) == 0x2E { return .outside }
    if isSingleLetter, part > start, text.byte(part - 1) == 0x2E {
      // What "e.g." and "i.e." introduce belongs to their sentence.
      return .ends(text.has("e.g", at: start) || text.has("i.e", at: start) ? .title : .abbreviation)
    }
    let follower = followingScalar(next)
    if isSingleLetter, part == start, text.scalar(part).value.isUppercaseScalar {
      return isInitial(start, follower: follower, next: next) ? .ends(.title) : .outside
    }
    guard let abbreviation = abbreviation(start, stop) else { return .outside }
    let beforeDigit = follower.map { ScalarKind.of($0) == .digit } ?? false
    switch abbreviation {
    case .title: return follower == nil ? .outside : .ends(.title)
    case .general: return .ends(.abbreviation)
    case .beforeNumber: return beforeDigit ? .ends(.title) : .outside
    case .besideNumber:
      if beforeDigit { return .ends(.title) }
      let isCapital = text.scalar(start).value.isUppercaseScalar
      if isCapital, next < chunkLimit, text.byte(next) == 0x2C { return .ends(.abbreviation) }
      if !isCapital, let last = pieces.last, last.kind == .number { return .ends(.abbreviation) }
      return .outside
    }
  }

  /// "J. Smith", but not "plan B. The …".
  private func isInitial(_ start: Int, follower: UInt32?, next: Int) -> Bool {
    guard let follower else { return false }
    if follower == 0x2C || follower == 0x2D { return true }
    guard follower.isUppercaseScalar, text.byte(start) != 0x49 || pieces.last?.kind == .title else {
      return false
    }
    var word = next
    while word < end, ScalarKind.of(text.scalar(word).value) == .space { word += text.scalar(word).length }
    var wordEnd = word
    while wordEnd < end, wordEnd < word + 12, ScalarKind.of(text.scalar(wordEnd).value) == .letter {
      wordEnd += text.scalar(wordEnd).length
    }
    return wordEnd - word == 1 || !WordLists.sentenceStarters.contains(text.lowercased(word..<wordEnd))
  }

  private func isLetter(_ offset: Int) -> Bool { ScalarKind.of(text.scalar(offset).value) == .letter }

  private func abbreviation(_ start: Int, _ stop: Int) -> WordLists.Abbreviation? {
    guard stop - start <= 7 else { return nil }
    return WordLists.abbreviations[text.lowercased(start..<stop)]
  }

  /// The first scalar after white space, nil at the end. White space is looked through only a little way.
  private func followingScalar(_ offset: Int) -> UInt32? {
    var index = offset
    while index < min(end, offset + 16) {
      let (value, length) = text.scalar(index)
      if ScalarKind.of(value) != .space { return value }
      index += length
    }
    return nil
  }
}
