import ArgumentParser
import Glibc

/// The options of every command that reads articles.
struct ArticleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day the articles were published, whatever they say: YYYY-MM-DD, YYYY-MM or YYYY.",
      valueName: "date")
  )
  var date: String?

  @Flag(help: "Also read articles that do not look like English.")
  var anyLanguage = false

  @OptionGroup var dictionaries: DictionaryOptions
  @OptionGroup var corrections: CorrectionOptions

  @Option(help: "How many articles to read at a time; if not given, as many as there are processors.")
  var jobs: Int = Self.processors

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if let date, !Self.isDate(date) {
      throw ValidationError("'\(date)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    }
  }

  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
    guard isDigits, (1...3).contains(parts.count), parts[0].count == 4 else { return false }
    guard parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return false }
    if parts.count > 1, !(1...12).contains(Int(parts[1])!) { return false }
    return parts.count < 3 || isDay(Int(parts[2])!, month: Int(parts[1])!, year: Int(parts[0])!)
  }

  private static func isDay(_ day: Int, month: Int, year: Int) -> Bool {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}

/// The inputs of a command that reads articles and graphs.
struct InputArguments: ParsableArguments {
  static let help = ArgumentHelp(
    "Articles (plain text, web pages, feeds, Markdown or JSON Lines), folders of them, graphs written earlier, or "
      + "- for standard input.", valueName: "input")

  @Argument(help: Self.help)
  var inputs: [String]

  @OptionGroup var options: ArticleOptions
}
