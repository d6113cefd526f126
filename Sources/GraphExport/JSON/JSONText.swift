/// Writes JSON in one way only: two spaces a level, keys in the order given, UTF-8 unescaped but for quotes,
/// backslashes and control characters, a newline at the end. Same calls, same bytes.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// For each open container, whether it is still empty and whether it stays on one line.
  private var open: [(isEmpty: Bool, isInline: Bool)] = []

  mutating func object(inline: Bool = false, _ body: (inout JSONText) -> Void) {
    container("{", "}", inline: inline, body)
  }

  mutating func array<Element>(
    _ elements: some Sequence<Element>, inline: Bool = false, _ body: (inout JSONText, Element) -> Void
  ) {
    container("[", "]", inline: inline) { text in
      for element in elements {
        text.separate()
        body(&text, element)
      }
    }
  }

  mutating func key(_ key: String) {
    separate()
    string(key)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
  }

  mutating func member(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    bytes += Array(String(value).utf8)
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  mutating func member(_ key: String, _ value: Double) {
    self.key(key)
    if let whole = Int(exactly: value) {
      bytes += Array(String(whole).utf8)
    } else {
      bytes += Array(value.description.utf8)
    }
  }

  mutating func boolean(_ key: String, _ value: Bool) {
    self.key(key)
    bytes += Array((value ? "true" : "false").utf8)
  }

  /// Written only when true.
  mutating func flag(_ key: String, _ value: Bool) {
    guard value else { return }
    self.key(key)
    bytes += Array("true".utf8)
  }

  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += Array(#"\n"#.utf8)
      case UInt8(ascii: "\r"): bytes += Array(#"\r"#.utf8)
      case UInt8(ascii: "\t"): bytes += Array(#"\t"#.utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += Array((#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func container(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, inline: Bool, _ body: (inout JSONText) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    open.append((isEmpty: true, isInline: inline || open.last?.isInline == true))
    body(&self)
    let (isEmpty, isInline) = open.removeLast()
    if !isEmpty && !isInline { breakLine() }
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func separate() {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    if !open[last].isInline {
      breakLine()
    } else if !open[last].isEmpty {
      bytes.append(UInt8(ascii: " "))
    }
    open[last].isEmpty = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * open.count) { bytes.append(UInt8(ascii: " ")) }
  }
}
