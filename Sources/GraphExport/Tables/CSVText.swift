/// Writes comma-separated values as RFC 4180 defines them: lines end in CR LF, fields with a comma, a quotation mark or
/// a line break are quoted.
struct CSVText {
  /// For whom the text is written.
  enum Reader {
    /// A spreadsheet takes a field that begins with `=`, `+`, `-` or `@` for a formula and computes it: an apostrophe
    /// before it says that it is text (OWASP, "CSV Injection"). Also before fields that begin with an apostrophe, so
    /// that taking one away always gives back what was there.
    case spreadsheet
    /// A program that takes fields as they are and lines as records: line breaks become spaces.
    case program
  }

  private(set) var text = ""
  private let reader: Reader

  init(for reader: Reader) { self.reader = reader }

  /// Writes a line; nil is an empty field.
  mutating func row(_ values: [GraphTable.Value?]) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      if case .text(let content) = value { write(content) } else { text += value?.plain ?? "" }
    }
    text += reader == .spreadsheet ? "\r\n" : "\n"
  }

  /// Writes the names of the columns.
  mutating func header(_ names: [String]) { row(names.map { .text($0) }) }

  private mutating func write(_ content: String) {
    var field = ""
    switch reader {
    case .spreadsheet:
      if let first = content.unicodeScalars.first, Self.startsFormula(first) { field = "'" }
      // No program that reads CSV expects a NUL.
      for scalar in content.unicodeScalars {
        field.unicodeScalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
      }
    case .program:
      for scalar in content.unicodeScalars {
        field.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    let needsQuotes =
      field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      || field.first?.isWhitespace == true || field.last?.isWhitespace == true || field.isEmpty
    text += needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
