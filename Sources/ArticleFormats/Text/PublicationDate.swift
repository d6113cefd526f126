/// Reads the day out of the ways in which pages, feeds and records write dates.
enum PublicationDate {
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; nil where the text is no date that has one meaning only. The day is the one
  /// that is written, without regard to the time zone.
  ///
  /// Understands ISO 8601 with any time, RFC 822 ("Tue, 03 Sep 2024 10:00:00 GMT"), "September 3, 2024" and
  /// "3 September 2024", but not 03/09/2024, which means two days.
  static func day(_ text: String?) -> String? {
    guard let text = given(text) else { return nil }
    return numeric(text) ?? worded(text)
  }

  /// The day of a moment in seconds or, if the number is too large for that, milliseconds since 1970, in UTC.
  static func day(epoch: Double) -> String? {
    let seconds = abs(epoch) >= 1e11 ? epoch / 1000 : epoch
    guard seconds.isFinite, abs(seconds) < 2.5e11 else { return nil }
    // Days to a date, after Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
    let days = Int((seconds / 86400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return formatted(year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 2024, 2024-09, 2024-09-03T10:00Z, 2024/09/03, 20240903.
  private static func numeric(_ text: String) -> String? {
    let head = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "/") }
    let next = text.dropFirst(head.count).first
    guard next == nil || next == "T" || next == " " || next == "t" || next == "," else { return nil }
    let parts = head.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    if parts.count == 1, head.count == 8 {
      return formatted(Int(head.prefix(4)), Int(head.dropFirst(4).prefix(2)), Int(head.suffix(2)))
    }
    guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
    switch parts.count {
    case 1 where next == nil: return formatted(year, nil, nil)
    case 2 where next == nil: return Int(parts[1]).flatMap { formatted(year, $0, nil) }
    case 3: return formatted(year, Int(parts[1]), Int(parts[2]))
    default: return nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "sept",
  ]

  /// A month's name with a day on either side and a year behind.
  private static func worded(_ text: String) -> String? {
    let words = text.lowercased().prefix(100).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    for (index, word) in words.enumerated() {
      guard months.contains(word) || monthNames.contains(word),
        let month = months.firstIndex(of: String(word.prefix(3)))
      else { continue }
      let after = words.dropFirst(index + 1).prefix(2).map(number)
      let before = index > 0 ? number(words[index - 1]) : nil
      if let day = before, day <= 31, let year = after.first ?? nil, year >= 1000 {
        return formatted(year, month + 1, day)
      }
      if after.count == 2, let day = after[0], day <= 31, let year = after[1], year >= 1000 {
        return formatted(year, month + 1, day)
      }
      if before == nil, let year = after.first ?? nil, year >= 1000 { return formatted(year, month + 1, nil) }
    }
    return nil
  }

  /// 3, 03, 3rd, 2024.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 4, ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else {
      return nil
    }
    return Int(digits)
  }

  private static func formatted(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
    guard let year, (1000...9999).contains(year) else { return nil }
    guard let month else { return "\(year)" }
    guard (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
    guard let day else { return start }
    return (1...length).contains(day) ? "\(start)-\(day < 10 ? "0" : "")\(day)" : nil
  }
}
