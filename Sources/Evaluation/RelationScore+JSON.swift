import Foundation
import Relations

extension RelationScore {
  /// The figures as JSON, with the keys of the reference scorer, and after them what it does not count: `negatives`,
  /// and on demand `articles` and `errors`. Ends in a line feed.
  public func json(articles: Bool = false, errors: Bool = false) -> String {
    var members = Self.tallyNames.map { name in
      "\(Self.quoted(name)): " + Self.object(tallies[name] ?? Tally())
    }
    members += [
      "\"status\": \(status)", "\"evidence\": \(evidence)", "\"false asserted\": \(falseAsserted)",
      "\"direction\": \(direction)", "\"splits\": \(splits)",
      "\"negatives\": {\"articles\": \(negatives.articles), \"relations\": \(negatives.relations)}",
    ]
    if articles {
      members.append(
        Self.list(
          "articles", byArticle.map { "{\"article\": \(Self.quoted($0.name)), \(Self.figures($0.tally))}" }))
    }
    if errors { members.append(Self.list("errors", self.errors.map(Self.quoted))) }
    return "{\n " + members.joined(separator: ",\n ") + "\n}\n"
  }

  private static func object(_ tally: Tally) -> String { "{\(figures(tally))}" }

  private static func figures(_ tally: Tally) -> String {
    "\"precision\": \(tally.precision), \"recall\": \(tally.recall), \"f1\": \(tally.f1), "
      + "\"hit\": \(tally.hit), \"predicted\": \(tally.predicted), \"gold\": \(tally.gold)"
  }

  private static func list(_ key: String, _ items: [String]) -> String {
    items.isEmpty ? "\"\(key)\": []" : "\"\(key)\": [\n  \(items.joined(separator: ",\n  "))\n ]"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<"\u{20}": result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
