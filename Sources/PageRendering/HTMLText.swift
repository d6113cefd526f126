/// Text that means nothing but itself in HTML, in an attribute in double quotes or between tags.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // HTML has no way to write NUL, and turns others into errors.
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += " "
      // Marks that turn the direction of what follows.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// JSON for a script element of a type that no browser runs: nothing in it can end the element or begin a comment.
  static func json(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 64)
    for byte in bytes {
      switch byte {
      // Outside of strings JSON has none of these.
      case UInt8(ascii: "<"): result += Array(#"\u003c"#.utf8)
      case UInt8(ascii: ">"): result += Array(#"\u003e"#.utf8)
      case UInt8(ascii: "&"): result += Array(#"\u0026"#.utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
