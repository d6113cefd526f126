/// Text that Graphviz takes as it is meant, whatever it contains.
enum DOTText {
  /// A name of a node as a quoted identifier.
  ///
  /// DOT has no escape for a backslash in an identifier and ends a string at a quotation mark, so these, control
  /// characters, `%` and `~` itself become `~` with two hexadecimal digits a byte. (libcgraph replaces a name that begins
  /// with `%` by a number that counts up in the process.)
  static func identifier(_ name: String) -> String {
    var result = "\""
    for scalar in name.unicodeScalars {
      if isControl(scalar) || scalar == "\"" || scalar == "\\" || scalar == "%" || scalar == "~" {
        for byte in String(scalar).utf8 {
          result += byte < 16 ? "~0" : "~"
          result += String(byte, radix: 16, uppercase: true)
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A label or tooltip of plain text as a quoted string; line feeds begin new lines, other control characters
  /// become spaces.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\"": result += "\\\""
      // Otherwise `\N` and the like would be replaced, and `&lt;` would become `<`.
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(isControl(scalar) ? " " : scalar)
      }
    }
    return result + "\""
  }

  /// Text between the tags of an HTML-like label; line feeds begin new lines at the left.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<BR ALIGN=\"LEFT\"/>"
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(isControl(scalar) ? " " : scalar)
      }
    }
    return result
  }

  /// Breaks text into lines at spaces so that they are about equally long and no longer than `width` characters,
  /// except where a single word is.
  static func wrapped(_ text: String, width: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    let length = words.reduce(max(words.count - 1, 0)) { $0 + $1.count }
    guard length > width else { return words.joined(separator: " ") }
    // The narrowest width that needs no more lines than the widest one allowed.
    let lines = filled(words, width: width)
    var best = lines
    for narrower in stride(from: width - 1, through: max(1, length / lines.count), by: -1) {
      let attempt = filled(words, width: narrower)
      if attempt.count > lines.count { break }
      best = attempt
    }
    return best.joined(separator: "\n")
  }

  private static func filled(_ words: [Substring], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, or its beginning with an ellipsis.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let cut = text.prefix(length - 1)
    // Ends at a word where there is one not far back.
    if let space = cut.lastIndex(of: " "), cut.distance(from: space, to: cut.endIndex) < 20 {
      return cut[..<space] + "…"
    }
    return cut + "…"
  }

  /// Control characters, and what XML does not allow: they would spoil an SVG.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    // Marks that turn the direction of the text that follows.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
