import Foundation
import Relations

extension RelationScore {
  /// The names of the tallies, in the order of the table.
  public static let tallyNames =
    ["relations", "core"] + RelationType.allCases.map { "type " + $0.rawValue } + [
      "polarity", "pairs", "actors",
    ]

  /// The table of all figures, without a line feed at its end.
  public var table: String {
    var lines = ["\(articles) articles   precision recall    f1   (hit/predicted/gold)"]
    for name in Self.tallyNames {
      let tally = tallies[name] ?? Tally()
      lines.append(
        name.padding(toLength: 22, withPad: " ", startingAt: 0)
          + String(format: " %6.3f %6.3f %6.3f", tally.precision, tally.recall, tally.f1)
          + "  (\(tally.hit)/\(tally.predicted)/\(tally.gold))")
    }
    lines.append(
      String(
        format: "status right %.3f   false asserted %.3f   direction right %.3f", status, falseAsserted,
        direction))
    lines.append(String(format: "evidence right %.3f   splits %.2f", evidence, splits))
    return lines.joined(separator: "\n")
  }

  /// A line for each article: its relations, and its name.
  public var articleLines: [String] {
    byArticle.map { name, tally in
      String(format: "%6.3f %6.3f %6.3f", tally.precision, tally.recall, tally.f1)
        + "  (\(tally.hit)/\(tally.predicted)/\(tally.gold))  \(name)"
    }
  }

  /// What is found where nothing is to be found; nil without such articles.
  public var negativesLine: String? {
    guard negatives.articles > 0 else { return nil }
    let rate = Double(negatives.relations) / Double(negatives.articles)
    return "relations on articles without any "
      + String(format: "%.2f an article", rate) + "  (\(negatives.relations)/\(negatives.articles))"
  }
}
