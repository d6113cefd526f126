/// Writes XML 1.0: two spaces a level, attributes in the order given, whatever the text.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// An element with what `body` writes in it; without it, an empty one.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ body: ((inout XMLText) -> Void)? = nil
  ) {
    open(name, attributes)
    guard let body else {
      text += "/>\n"
      return
    }
    text += ">\n"
    depth += 1
    body(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// An element that holds text alone.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String
  ) {
    open(name, attributes)
    text += ">"
    write(content, isAttribute: false)
    text += "</\(name)>\n"
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    indent()
    text += "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      text += " \(key)=\""
      write(value, isAttribute: true)
      text += "\""
    }
  }

  /// Characters that XML 1.0 does not allow, not even escaped, become U+FFFD.
  private mutating func write(_ content: String, isAttribute: Bool) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      // A parser turns a carriage return into a line feed, and both into a space within an attribute.
      case "\r": text += "&#13;"
      case "\n" where isAttribute: text += "&#10;"
      case "\t" where isAttribute: text += "&#9;"
      default: text.unicodeScalars.append(Self.isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// A name as a token that XML takes for an identifier (NMTOKEN), different for different names: other characters than
  /// letters, digits, `.` and `-` are written as `_x3A_`, with the number of the character, and so is a `_` that would
  /// look like the start of such. The way of ISO 9075-14 (SQL/XML).
  static func token(_ name: String) -> String {
    if name.isEmpty { return "_x_" }
    var result = ""
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let startsEscape = scalar == "_" && index + 1 < scalars.count && scalars[index + 1] == "x"
      if isTokenCharacter(scalar), !startsEscape {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_x\(String(scalar.value, radix: 16, uppercase: true))_"
      }
    }
    return result
  }

  /// A part of XML's NameChar, without the colon, which joins tokens.
  private static func isTokenCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x3001...0xD7FF, 0xF900...0xFDCF: true
    default: false
    }
  }
}

extension XMLText {
  /// Names an edge by its ends and its type.
  static func token(_ source: String, _ type: String, _ target: String) -> String {
    "\(token(source)):\(type):\(token(target))"
  }
}
