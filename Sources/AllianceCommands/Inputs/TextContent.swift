import ArticleFormats

/// What the bytes of an input turn out to be.
enum TextContent {
  case articles(ArticleFormat)
  case graph

  /// Tells articles from graphs and from what is neither, by content and the ending of the file.
  ///
  /// - Throws: `FileFault` for what is empty, and for text that is binary or not UTF-8. Pages and feeds say in which
  ///   encoding they are, and lines of JSON are looked at one by one.
  static func classify(_ bytes: [UInt8], path: String) throws(FileFault) -> TextContent {
    let text = TextDecoding.fromUTF16(bytes) ?? bytes
    let format = ArticleFormat(of: text, named: Files.name(of: path))
    if format == nil || format == .plainText || format == .markdown || format == .json {
      try checkText(text, path: path)
    }
    if text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { throw empty(path) }
    return format.map(TextContent.articles) ?? .graph
  }

  private static func checkText(_ bytes: [UInt8], path: String) throws(FileFault) {
    if bytes.contains(where: isBinary) {
      throw FileFault(path: path, message: "binary data; expected an article or a graph")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + bytes[..<firstInvalid(bytes)].count { $0 == UInt8(ascii: "\n") }
      throw FileFault(path: "\(path):\(line)", message: "invalid UTF-8; convert the text to UTF-8")
    }
    if text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "\u{FEFF}" }) {
      throw empty(path)
    }
  }

  private static func empty(_ path: String) -> FileFault {
    FileFault(path: path, message: "empty; expected an article or a graph")
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
