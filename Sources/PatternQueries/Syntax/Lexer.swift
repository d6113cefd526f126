/// A word or mark of a query.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    /// A keyword, variable, property or type; those in backticks are no keywords.
    case name(String, isQuoted: Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case mark(String)
    case end
  }

  var kind: Kind
  var position: Position
  /// Where it begins and ends in the characters of the query.
  var range: Range<Int>

  /// As an error message calls it.
  var description: String {
    switch kind {
    case .name(let name, isQuoted: true): "`\(name)`"
    case .name(let name, _): "'\(name)'"
    case .integer(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .string: "a string"
    case .mark(let mark): "'\(mark)'"
    case .end: "the end of the query"
    }
  }
}

/// Cuts a query into tokens, by the lexical rules of openCypher 9: strings in either quotes with escapes, names in
/// backticks, decimal, hexadecimal and octal numbers, comments.
struct Lexer {
  private let characters: [Character]
  private var index = 0
  private var position = Position()

  /// The tokens of a text and an end token. Linear.
  static func tokens(of characters: [Character]) throws(QueryError) -> [Token] {
    var lexer = Lexer(characters: characters)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens[tokens.count - 1].kind != .end
    return tokens
  }

  private init(characters: [Character]) { self.characters = characters }

  private var current: Character? { peek(0) }

  private func peek(_ distance: Int) -> Character? {
    index + distance < characters.count ? characters[index + distance] : nil
  }

  private mutating func advance() {
    if characters[index].isNewline {
      position = Position(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
    index += 1
  }

  private mutating func next() throws(QueryError) -> Token {
    try skipSpace()
    let (start, place) = (index, position)
    let kind = try kind()
    return Token(kind: kind, position: place, range: start..<index)
  }

  private mutating func skipSpace() throws(QueryError) {
    while let character = current {
      if character.isWhitespace {
        advance()
      } else if character == "/", peek(1) == "/" {
        while let character = current, !character.isNewline { advance() }
      } else if character == "/", peek(1) == "*" {
        let start = position
        advance()
        advance()
        while current != nil, !(current == "*" && peek(1) == "/") { advance() }
        guard current != nil else { throw QueryError(start, "a comment without its end '*/'") }
        advance()
        advance()
      } else {
        return
      }
    }
  }

  private mutating func kind() throws(QueryError) -> Token.Kind {
    guard let character = current else { return .end }
    if character.isLetter || character == "_" { return name() }
    if character.isASCII, character.isNumber || character == "." && peek(1)?.isASCIIDigit == true {
      return try number()
    }
    switch character {
    case "'", "\"": return .string(try string(character))
    case "`": return .name(try quotedName(), isQuoted: true)
    default: return try mark(character)
    }
  }

  private mutating func name() -> Token.Kind {
    var name = ""
    while let character = current, character.isLetter || character.isNumber || character == "_" {
      name.append(character)
      advance()
    }
    return .name(name, isQuoted: false)
  }

  private mutating func quotedName() throws(QueryError) -> String {
    let start = position
    var name = ""
    advance()
    while let character = current {
      advance()
      if character != "`" {
        name.append(character)
      } else if current == "`" {
        name.append("`")
        advance()
      } else if name.isEmpty {
        throw QueryError(start, "an empty name")
      } else {
        return name
      }
    }
    throw QueryError(start, "a name without its closing backtick")
  }

  private mutating func mark(_ character: Character) throws(QueryError) -> Token.Kind {
    for mark in ["..", "<=", ">=", "<>", "=~"] {
      if character == mark.first, peek(1) == mark.last {
        advance()
        advance()
        return .mark(mark)
      }
    }
    guard "()[]{},:;.|<>=+-*/%^$".contains(character) else {
      let hint = character == "!" && peek(1) == "=" ? "; unequal is written '<>'" : ""
      throw QueryError(position, "unexpected character '\(character)'\(hint)")
    }
    advance()
    return .mark(String(character))
  }

  private mutating func number() throws(QueryError) -> Token.Kind {
    let start = position
    if current == "0", let base = peek(1), "xXoO".contains(base) {
      advance()
      advance()
      let digits = taking { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard let value = Int(digits, radix: "xX".contains(base) ? 16 : 8) else {
        throw QueryError(start, "'0\(base)\(digits)' is not a whole number up to 9223372036854775807")
      }
      return .integer(value)
    }
    var text = taking(\.isASCIIDigit)
    var isDecimal = false
    if current == ".", peek(1)?.isASCIIDigit == true {
      isDecimal = true
      advance()
      text += "." + taking(\.isASCIIDigit)
    }
    if current == "e" || current == "E" {
      let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
      if peek(1 + sign)?.isASCIIDigit == true {
        isDecimal = true
        text.append("e")
        advance()
        if sign == 1 {
          text.append(current!)
          advance()
        }
        text += taking(\.isASCIIDigit)
      }
    }
    if let character = current, character.isLetter || character == "_" {
      throw QueryError(
        start, "'\(text)\(character)…' is neither a number nor a name; names begin with a letter")
    }
    if isDecimal {
      let value = Double("0" + text)!
      guard value.isFinite else { throw QueryError(start, "a number out of range") }
      return .decimal(value)
    }
    guard let value = Int(text) else {
      throw QueryError(start, "'\(text)' is not a whole number up to 9223372036854775807")
    }
    return .integer(value)
  }

  private mutating func taking(_ belongs: (Character) -> Bool) -> String {
    var text = ""
    while let character = current, belongs(character) {
      text.append(character)
      advance()
    }
    return text
  }

  private mutating func string(_ quote: Character) throws(QueryError) -> String {
    let start = position
    var text = ""
    advance()
    while let character = current {
      if character == quote {
        advance()
        return text
      }
      if character == "\\" {
        text.unicodeScalars.append(try escape())
      } else {
        text.append(character)
        advance()
      }
    }
    throw QueryError(start, "a string without its closing \(quote)")
  }

  private mutating func escape() throws(QueryError) -> Unicode.Scalar {
    let start = position
    advance()
    guard let character = current else { throw QueryError(start, "a string that ends in a backslash") }
    advance()
    switch character {
    case "\\": return "\\"
    case "'": return "'"
    case "\"": return "\""
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u", "U":
      var digits = ""
      while digits.count < (character == "u" ? 4 : 8), let digit = current, digit.isHexDigit {
        digits.append(digit)
        advance()
      }
      guard digits.count == (character == "u" ? 4 : 8), let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        throw QueryError(
          start, "'\\\(character)' needs the number of a character in \(character == "u" ? 4 : 8) digits")
      }
      return scalar
    default:
      throw QueryError(start, "unknown escape '\\\(character)'; a backslash itself is written '\\\\'")
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
