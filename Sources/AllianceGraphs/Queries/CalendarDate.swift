/// A day, a month or a year, as articles are dated: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
public struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// The first and the last day it may mean, as the number YYYYMMDD.
  package let days: ClosedRange<Int>

  /// Whether the date begins no later than the other ends.
  package func isBeforeEnd(of other: CalendarDate) -> Bool { days.lowerBound <= other.days.upperBound }

  /// Whether all its days are days of the other.
  package func isWithin(_ other: CalendarDate) -> Bool {
    other.days.contains(days.lowerBound) && other.days.contains(days.upperBound)
  }

  /// Whether it lies wholly before another date.
  public func isBefore(_ other: CalendarDate) -> Bool { days.upperBound < other.days.lowerBound }

  /// Nil unless the text is a date of one of the three forms.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard parts.count <= 3 else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      guard part.count == width, part.allSatisfy(digits.contains) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) })
    }
    let year = numbers[0]
    guard numbers.count > 1 else {
      days = (year * 10000 + 101)...(year * 10000 + 1231)
      description = text
      return
    }
    guard (1...12).contains(numbers[1]) else { return nil }
    let month = year * 10000 + numbers[1] * 100
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    if numbers.count > 2 {
      guard (1...length).contains(numbers[2]) else { return nil }
      days = (month + numbers[2])...(month + numbers[2])
    } else {
      days = (month + 1)...(month + length)
    }
    description = text
  }
}
