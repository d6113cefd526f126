/// Writes JSON in one way only: two spaces a level, keys in the order given, UTF-8 unescaped but for quotes,
/// backslashes and control characters, a newline at the end. Same calls, same bytes.
package struct JSONText {
  private let output = ByteBuffer()
  /// For each open container, whether it is still empty and whether it stays on one line.
  private var open: [(isEmpty: Bool, isInline: Bool)] = []

  package init() {}

  /// What is written so far.
  package var bytes: [UInt8] { output.bytes }

  package mutating func object(inline: Bool = false, _ body: (inout JSONText) -> Void) {
    container("{", "}", inline: inline, body)
  }

  package mutating func array<Element>(
    _ elements: some Sequence<Element>, inline: Bool = false, _ body: (inout JSONText, Element) -> Void
  ) {
    container("[", "]", inline: inline) { text in
      for element in elements {
        text.separate()
        body(&text, element)
      }
    }
  }

  package mutating func key(_ key: String) {
    separate()
    string(key)
    output.append(UInt8(ascii: ":"))
    output.append(UInt8(ascii: " "))
  }

  package mutating func member(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    write(value)
  }

  private mutating func write(_ value: Int) {
    guard (0..<10_000_000).contains(value) else {
      output.append(String(value))
      return
    }
    var unit = 1
    while unit * 10 <= value { unit *= 10 }
    while unit > 0 {
      output.append(UInt8(truncatingIfNeeded: 0x30 + value / unit % 10))
      unit /= 10
    }
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  package mutating func member(_ key: String, _ value: Double) {
    self.key(key)
    let thousandths = (value * 1000).rounded()
    if let whole = Int(exactly: value) {
      write(whole)
    } else if value > 0, value < 1, thousandths / 1000 == value {
      // Most confidences have three digits.
      var rest = Int(thousandths)
      output.append(UInt8(ascii: "0"))
      output.append(UInt8(ascii: "."))
      var unit = 100
      while rest > 0 {
        output.append(UInt8(truncatingIfNeeded: 0x30 + rest / unit))
        rest %= unit
        unit /= 10
      }
    } else {
      output.append(value.description)
    }
  }

  mutating func boolean(_ key: String, _ value: Bool) {
    self.key(key)
    output.append((value ? "true" : "false"))
  }

  /// Written only when true.
  package mutating func flag(_ key: String, _ value: Bool) {
    guard value else { return }
    self.key(key)
    output.append("true")
  }

  mutating func bool(_ value: Bool) { output.append(value ? "true" : "false") }

  mutating func number(_ value: Int) { write(value) }

  package mutating func string(_ value: String) {
    output.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F { continue }
        output.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(byte)
        start = index + 1
      }
      output.append(UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// A number, `true`, `false` or `null`, as given.
  package mutating func bare(_ word: String) { output.append(word) }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case UInt8(ascii: "\n"): output.append(#"\n"#)
    case UInt8(ascii: "\r"): output.append(#"\r"#)
    case UInt8(ascii: "\t"): output.append(#"\t"#)
    default:
      let digits = String(byte, radix: 16)
      output.append((#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits))
    }
  }

  package mutating func newline() { output.append(UInt8(ascii: "\n")) }

  private mutating func container(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, inline: Bool, _ body: (inout JSONText) -> Void
  ) {
    output.append(UInt8(ascii: opening))
    open.append((isEmpty: true, isInline: inline || open.last?.isInline == true))
    body(&self)
    let (isEmpty, isInline) = open.removeLast()
    if !isEmpty && !isInline { breakLine() }
    output.append(UInt8(ascii: closing))
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { output.append(UInt8(ascii: ",")) }
    if !open[last].isInline {
      breakLine()
    } else if !open[last].isEmpty {
      output.append(UInt8(ascii: " "))
    }
    open[last].isEmpty = false
  }

  private mutating func breakLine() {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * open.count) { output.append(UInt8(ascii: " ")) }
  }
}
