/// Lays out rows of text in columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]] = []

  init(_ header: [String]) {
    rows.append(header)
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += column == 0 ? cell + padding : "  " + padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// A share as a percentage with two digits: "89.47".
  static func percentage(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100).\(digits.count == 1 ? "0" + digits : digits)"
  }
}
