/// What the bytes of an input turn out to be.
enum TextContent {
  case article(String)
  case graph

  /// Tells text from JSON and from what is neither.
  ///
  /// - Throws: `FileFault` for what is empty, binary or not UTF-8.
  static func classify(_ bytes: [UInt8], path: String) throws(FileFault) -> TextContent {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw FileFault(path: path, message: "UTF-16 text; convert it to UTF-8")
    }
    if bytes.contains(where: isBinary) {
      throw FileFault(path: path, message: "binary data; expected an article in plain text, or a graph")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + bytes[..<firstInvalid(bytes)].count { $0 == UInt8(ascii: "\n") }
      throw FileFault(path: "\(path):\(line)", message: "invalid UTF-8; convert the text to UTF-8")
    }
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    else { throw FileFault(path: path, message: "empty; expected an article or a graph") }
    return first == "{" ? .graph : .article(text)
  }

  /// Control characters that do not occur in text; tab, line feed, form feed, carriage return and escape do.
  private static func isBinary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x08, 0x0B, 0x0E...0x1A, 0x1C...0x1F: true
    default: false
    }
  }

  /// The offset of the first byte that is not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return min(offset, bytes.count)
  }
}
