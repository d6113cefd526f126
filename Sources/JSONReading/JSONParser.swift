/// Reads JSON as RFC 8259 defines it, strictly: no duplicate keys, no trailing text, no lone surrogates.
package struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0

  /// Nesting beyond this is an error rather than a stack overflow.
  private static let deepest = 100

  /// The value that the bytes spell. Linear.
  package static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    let result: Result<JSONValue, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONFault) {
        var parser = JSONParser(bytes: buffer)
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let value = try parser.value()
        parser.skipSpace()
        if parser.position < buffer.count {
          throw JSONFault(offset: parser.position, message: "text after the end of the JSON value")
        }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private func fault(_ expected: String) -> JSONFault {
    guard let byte = current else {
      return JSONFault(offset: position, message: "the file ends early: expected \(expected)")
    }
    let found =
      byte > 0x20 && byte < 0x7F
      ? "'\(Unicode.Scalar(byte))'" : "byte 0x\(String(byte, radix: 16, uppercase: true))"
    return JSONFault(offset: position, message: "expected \(expected), found \(found)")
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipSpace()
    let offset = position
    let content: JSONValue.Content
    switch current {
    case UInt8(ascii: "{"): content = .object(try object())
    case UInt8(ascii: "["): content = .array(try array())
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): content = .number(try number())
    default: throw fault("a value")
    }
    return JSONValue(content: content, offset: offset)
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONValue.Content
  ) throws(JSONFault) -> JSONValue.Content {
    for byte in word.description.utf8 {
      guard current == byte else { throw fault("'\(word)'") }
      position += 1
    }
    return content
  }

  private mutating func enter() throws(JSONFault) {
    depth += 1
    if depth > Self.deepest {
      throw JSONFault(offset: position, message: "nested deeper than \(Self.deepest) levels")
    }
    position += 1
  }

  private mutating func object() throws(JSONFault) -> [String: JSONValue] {
    try enter()
    var members: [String: JSONValue] = [:]
    skipSpace()
    if current == UInt8(ascii: "}") {
      position += 1
      depth -= 1
      return members
    }
    while true {
      skipSpace()
      let offset = position
      guard current == UInt8(ascii: "\"") else { throw fault("a key in quotes") }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw fault("':' after \"\(key)\"") }
      position += 1
      let value = try value()
      if members.updateValue(value, forKey: key) != nil {
        throw JSONFault(offset: offset, message: "the key \"\(key)\" occurs twice in one object")
      }
      skipSpace()
      switch current {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        depth -= 1
        return members
      default: throw fault("',' or '}'")
      }
    }
  }

  private mutating func array() throws(JSONFault) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      position += 1
      depth -= 1
      return elements
    }
    while true {
      elements.append(try value())
      skipSpace()
      switch current {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        depth -= 1
        return elements
      default: throw fault("',' or ']'")
      }
    }
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite
    else { throw JSONFault(offset: start, message: "a number out of range") }
    return number
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while let byte = current, Self.isDigit(byte) { position += 1 }
    if position == start { throw fault("a digit") }
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = position
    position += 1
    let content = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if current == UInt8(ascii: "\"") {
      position += 1
      return try utf8(Array(bytes[content..<(position - 1)]), from: start)
    }
    var text = Array(bytes[content..<position])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try utf8(text, from: start)
      case UInt8(ascii: "\\"):
        text += Array(String(try escape()).utf8)
      case 0..<0x20:
        throw JSONFault(offset: position, message: "a control character in a string; write it as \\u00XX")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw JSONFault(offset: start, message: "a string without its closing quote")
  }

  private func utf8(_ text: [UInt8], from start: Int) throws(JSONFault) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONFault(offset: start, message: "a string that is not valid UTF-8")
    }
    return string
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = current else { throw fault("an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      if unit < 0xDC00, current == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hexadecimal()
        if (0xDC00...0xDFFF).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
      }
      throw JSONFault(offset: start, message: "half of a surrogate pair in a string")
    default:
      throw JSONFault(offset: start, message: "an unknown escape in a string")
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }
}
