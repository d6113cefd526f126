/// What a table `articles.tsv` in a folder says of the files beside it: a header, then a line for each, fields parted by
/// tabs. The columns `article` (the name of the file), `date`, `publisher` and `url` count; others are passed over.
struct SideTable {
  static let name = "articles.tsv"

  struct Row {
    var date: String?
    var publisher: String?
    var url: String?
  }

  private var rows: [String: Row] = [:]

  init() {}

  /// - Throws: `FileFault` for a table without a column `article`, or with a date that is none.
  init(_ bytes: [UInt8], path: String) throws(FileFault) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let columns = Self.fields(lines.first ?? "").map { $0.lowercased() }
    guard let key = columns.firstIndex(of: "article") else {
      throw FileFault(
        path: "\(path):1", message: "no column 'article'; expected article, date, publisher, url")
    }
    for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
      let fields = Self.fields(line)
      guard key < fields.count else { continue }
      func field(_ name: String) -> String? {
        guard let column = columns.firstIndex(of: name), column < fields.count, !fields[column].isEmpty else {
          return nil
        }
        return fields[column]
      }
      let date = field("date")
      if let date, !ArticleOptions.isDate(date) {
        throw FileFault(
          path: "\(path):\(index + 1)",
          message: "'\(date)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
      }
      rows[fields[key]] = Row(date: date, publisher: field("publisher"), url: field("url"))
    }
  }

  subscript(file: String) -> Row { rows[file] ?? Row() }

  private static func fields(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { field in
      String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
  }
}
