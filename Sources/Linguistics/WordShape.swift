/// A 32-bit name of a string of bytes (FNV-1a with a final mix); the same on every machine.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  @inline(__always)
  package mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  package var value: UInt32 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return UInt32(truncatingIfNeeded: z >> 32)
  }

  package static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = StableHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}

/// What a word looks like: the keys by which the tables are asked, and flags.
package struct WordShape: Sendable {
  /// Hashes of the form and of its lower case.
  package let form: UInt32
  package let lower: UInt32
  /// Hashes of beginnings, endings and the pattern of letters and digits.
  package let affixes: [UInt32]
  package let startsUpper: Bool
  package let isUpper: Bool
  package let hasLetter: Bool
  private let mixesCase: Bool
  private let hasDigit: Bool
  private let isNumber: Bool
  private let isPunctuation: Bool
  private let hasStop: Bool
  private let length: Int

  package init(_ text: String) {
    var lowered: [Unicode.Scalar] = []
    var pattern: [UInt8] = []
    var upper = 0
    var letters = 0
    var digits = 0
    var others = 0
    var innerUpper = false
    var stop = false
    var first = true
    var startsUpper = false
    for scalar in text.unicodeScalars {
      var kind: UInt8
      if scalar.isASCII {
        let value = UInt8(scalar.value)
        switch value {
        case 65...90:
          kind = 88
          lowered.append(Unicode.Scalar(value + 32))
        case 97...122:
          kind = 120
          lowered.append(scalar)
        case 48...57:
          kind = 100
          lowered.append(scalar)
        default:
          kind = value
          lowered.append(scalar)
          if value == 46 { stop = true }
        }
      } else {
        let properties = scalar.properties
        kind = properties.isUppercase ? 88 : properties.isAlphabetic ? 120 : 45
        lowered.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
      }
      switch kind {
      case 88:
        upper += 1
        letters += 1
        if first { startsUpper = true } else { innerUpper = true }
      case 120: letters += 1
      case 100: digits += 1
      default: others += 1
      }
      first = false
      let count = pattern.count
      let repeats =
        count >= 3 && pattern[count - 1] == kind && pattern[count - 2] == kind
        && pattern[count - 3] == kind
      if !repeats && count < 10 { pattern.append(kind) }
    }
    self.startsUpper = startsUpper
    hasLetter = letters > 0
    isUpper = letters > 1 && upper == letters
    mixesCase = innerUpper && upper < letters
    hasDigit = digits > 0
    isNumber = digits > 0 && letters == 0
    isPunctuation = letters == 0 && digits == 0
    hasStop = stop && letters > 0
    length = lowered.count
    form = StableHash.of(text.utf8)
    var lowerHash = StableHash()
    for scalar in lowered { for byte in UTF8.encode(scalar)! { lowerHash.add(byte) } }
    lower = lowerHash.value

    func key(_ kind: UInt8, _ scalars: some Sequence<Unicode.Scalar>, _ extra: [UInt8] = []) -> UInt32 {
      var hash = StableHash()
      hash.add(kind)
      for scalar in scalars { for byte in UTF8.encode(scalar)! { hash.add(byte) } }
      for byte in extra { hash.add(byte) }
      return hash.value
    }
    var affixes = [key(0, [], pattern), key(1, lowered.suffix(2), pattern)]
    for length in 1...5 where length <= lowered.count {
      affixes.append(key(UInt8(10 + length), lowered.suffix(length)))
      if length < 5 { affixes.append(key(UInt8(20 + length), lowered.prefix(length))) }
    }
    self.affixes = affixes
  }

  /// Writes the flags of the word; `position` and `count` place it in its sentence.
  package func writeFlags(
    known: Bool, position: Int, count: Int, capitals: Float, upper: Float,
    to target: UnsafeMutablePointer<Float>
  ) {
    func flag(_ index: Int, _ value: Bool) { target[index] = value ? 1 : 0 }
    flag(0, known)
    flag(1, startsUpper)
    flag(2, isUpper)
    flag(3, mixesCase)
    flag(4, hasDigit)
    flag(5, isNumber)
    flag(6, isPunctuation)
    flag(7, position == 0)
    flag(8, position == count - 1)
    flag(9, hasStop)
    flag(10, length == 1)
    flag(11, startsUpper && position > 0)
    // A sentence in capitals or in title case says little by the capitals of one word.
    target[12] = capitals
    target[13] = upper
  }
}

extension WordShape {
  /// The shares of a sentence's words that begin with a capital and that are in capitals.
  package static func shares(of words: [WordShape]) -> (capitals: Float, upper: Float) {
    var letters = 0
    var capitals = 0
    var upper = 0
    for word in words where word.hasLetter {
      letters += 1
      if word.startsUpper { capitals += 1 }
      if word.isUpper { upper += 1 }
    }
    let total = Float(max(letters, 1))
    return (Float(capitals) / total, Float(upper) / total)
  }
}
