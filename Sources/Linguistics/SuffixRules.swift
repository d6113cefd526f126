/// A table from questions and suffixes of words to answers, of which the longest suffix wins.
///
/// The suffixes themselves are not kept: a rule is found by a 64-bit hash (FNV-1a) of question and suffix.
package struct SuffixRules: Sendable {
  package enum Question: Hashable, Sendable {
    case capitals(tag: String, shape: Lemmatizer.Shape)
    case edit(tag: String)

    /// The hash of the question, from which those of the suffixes start.
    package var seed: UInt64 {
      switch self {
      case .capitals(let tag, let shape):
        SuffixRules.hash(shape.rawValue, SuffixRules.hash(tag.utf8, SuffixRules.hash(1, SuffixRules.start)))
      case .edit(let tag):
        SuffixRules.hash(tag.utf8, SuffixRules.hash(2, SuffixRules.start))
      }
    }
  }

  /// Longer suffixes are not tried; whole forms are.
  package static let longestSuffix = 8
  /// Ends a whole form.
  package static let boundary: UInt8 = 0

  /// The rules by hash, in ascending order.
  package let entries: [(hash: UInt64, answer: UInt16)]
  /// For open addressing: indices of entries plus one, 0 where empty.
  private let slots: [UInt32]
  private let mask: Int

  package init(entries: [(hash: UInt64, answer: UInt16)]) {
    self.entries = entries
    var capacity = 16
    while capacity < entries.count * 2 { capacity *= 2 }
    mask = capacity - 1
    var slots = [UInt32](repeating: 0, count: capacity)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(index + 1)
    }
    self.slots = slots
  }

  /// The answer for a word whose bytes are given from its end, nil if the question was never seen.
  package func value(for reversed: [UInt8], question: Question) -> UInt16? {
    var hash = question.seed
    guard var best = find(hash) else { return nil }
    for (index, byte) in reversed.enumerated() {
      hash = Self.hash(byte, hash)
      if index < Self.longestSuffix, let answer = find(hash) { best = answer }
    }
    return find(Self.hash(Self.boundary, hash)) ?? best
  }

  /// Whether the word as a whole was an exception in the training data.
  package func isException(_ reversed: [UInt8], question: Question) -> Bool {
    find(Self.hash(Self.boundary, reversed.reduce(question.seed) { Self.hash($1, $0) })) != nil
  }

  private func find(_ hash: UInt64) -> UInt16? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash { return entry.answer }
      slot = (slot + 1) & mask
    }
    return nil
  }

  package static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  package static func hash(_ byte: UInt8, _ hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  package static func hash(_ bytes: some Sequence<UInt8>, _ hash: UInt64) -> UInt64 {
    Self.hash(0xFF, bytes.reduce(hash) { Self.hash($1, $0) })
  }
}
