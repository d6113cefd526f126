/// Reads JSON that stands as this package writes it: members in a known order. What stands otherwise is not wrong, but
/// for the general parser to read.
struct CanonicalJSON {
  /// The text is not in this form.
  struct Deviation: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  mutating func expect(_ byte: Unicode.Scalar) throws(Deviation) {
    if !skips(byte) { throw Deviation() }
  }

  /// Passes over a mark, where it is next.
  mutating func skips(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  mutating func expectEnd() throws(Deviation) {
    skipSpace()
    if position < bytes.count { throw Deviation() }
  }

  /// The key of the first member, after the opening brace.
  mutating func first(_ key: StaticString) throws(Deviation) {
    try expect("{")
    skipSpace()
    if !skipsKey(key) { throw Deviation() }
  }

  /// The key of a further member.
  mutating func next(_ key: StaticString) throws(Deviation) {
    if !skipsNext(key) { throw Deviation() }
  }

  /// Passes over the key of a further member, where it is next.
  mutating func skipsNext(_ key: StaticString) -> Bool {
    let start = position
    if skips(",") {
      skipSpace()
      if skipsKey(key) { return true }
    }
    position = start
    return false
  }

  private mutating func skipsKey(_ key: StaticString) -> Bool {
    let length = key.utf8CodeUnitCount
    guard position + length + 2 < bytes.count, bytes[position] == 0x22, bytes[position + length + 1] == 0x22
    else { return false }
    for offset in 0..<length where bytes[position + 1 + offset] != key.utf8Start[offset] { return false }
    position += length + 2
    return skips(":")
  }

  /// The elements of an array, one after the other.
  mutating func array(
    _ element: (inout CanonicalJSON) throws(Deviation) -> Void
  ) throws(Deviation) {
    try expect("[")
    if skips("]") { return }
    repeat { try element(&self) } while skips(",")
    try expect("]")
  }

  mutating func string() throws(Deviation) -> String {
    try expect("\"")
    let start = position
    var highest: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        let content = UnsafeBufferPointer(rebasing: bytes[start..<position])
        position += 1
        if highest < 0x80 { return String(decoding: content, as: UTF8.self) }
        guard let string = String(validating: content, as: UTF8.self) else { throw Deviation() }
        return string
      }
      if byte == 0x5C {
        position = start
        return try escapedString()
      }
      if byte < 0x20 { throw Deviation() }
      highest |= byte
      position += 1
    }
    throw Deviation()
  }

  private mutating func escapedString() throws(Deviation) -> String {
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x22:
        guard let string = String(validating: text, as: UTF8.self) else { throw Deviation() }
        return string
      case 0x5C:
        guard position < bytes.count else { throw Deviation() }
        let escape = bytes[position]
        position += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(escape)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(try control())
        default: throw Deviation()
        }
      case 0..<0x20: throw Deviation()
      default: text.append(byte)
      }
    }
    throw Deviation()
  }

  /// The four digits of a character below U+0080.
  private mutating func control() throws(Deviation) -> UInt8 {
    guard position + 4 <= bytes.count else { throw Deviation() }
    var value = 0
    for offset in 0..<4 {
      let scalar = Unicode.Scalar(bytes[position + offset])
      guard let digit = Character(scalar).hexDigitValue else { throw Deviation() }
      value = value << 4 + digit
    }
    position += 4
    guard value < 0x80 else { throw Deviation() }
    return UInt8(value)
  }

  /// A word of a closed vocabulary.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) throws(Deviation) -> Word where Word.RawValue == String {
    try expect("\"")
    let start = position
    while position < bytes.count, bytes[position] != 0x22 { position += 1 }
    let content = UnsafeBufferPointer(rebasing: bytes[start..<position])
    try expect("\"")
    for word in Word.allCases where word.rawValue.utf8.elementsEqual(content) { return word }
    throw Deviation()
  }

  /// A whole number from 0, in digits alone.
  mutating func count() throws(Deviation) -> Int {
    skipSpace()
    let start = position
    var value = 0
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      value = value * 10 + Int(digit)
      position += 1
      if position - start > 15 { throw Deviation() }
    }
    if position == start || position - start > 1 && bytes[start] == 0x30 { throw Deviation() }
    return value
  }

  /// A number between 0 and 1 in digits.
  mutating func share() throws(Deviation) -> Double {
    let whole = try count()
    guard whole <= 1 else { throw Deviation() }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else {
      return try ended(Double(whole))
    }
    position += 1
    let start = position
    var digits = whole
    var scale = 1
    while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
      position += 1
      if position - start <= 14 {
        digits = digits * 10 + Int(digit)
        scale *= 10
      }
    }
    if position == start { throw Deviation() }
    // Both are exact, so that their quotient is the number nearest to what is written.
    if position - start <= 14 { return try ended(Double(digits) / Double(scale)) }
    let text = "\(whole)." + String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text) else { throw Deviation() }
    return try ended(value)
  }

  private func ended(_ value: Double) throws(Deviation) -> Double {
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") { throw Deviation() }
    guard (0...1).contains(value) else { throw Deviation() }
    return value
  }

  /// Passes over `true` where it is next.
  mutating func expectTrue() throws(Deviation) {
    skipSpace()
    guard position + 4 <= bytes.count, bytes[position..<position + 4].elementsEqual("true".utf8) else {
      throw Deviation()
    }
    position += 4
  }
}
