import AllianceGraphs
import Relations

/// How answers and differences are shown to people.
public struct TextStyle: Hashable, Sendable {
  /// Whether to colour with the escape sequences of a terminal.
  public var colors: Bool
  /// How many quotes to show of each relation; the rest is counted.
  public var quotesPerRelation: Int
  /// The greatest number of characters of a quote; longer ones are cut around the trigger.
  public var quoteLength: Int

  public init(colors: Bool = false, quotesPerRelation: Int = 3, quoteLength: Int = 240) {
    self.colors = colors
    self.quotesPerRelation = quotesPerRelation
    self.quoteLength = quoteLength
  }

  enum Color: String {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case bold = "1"
    case faint = "2"
  }

  func paint(_ text: String, _ color: Color?) -> String {
    guard colors, let color else { return text }
    return "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
  }
}

/// The text on one line, without anything that could steer a terminal: control and formatting characters become
/// spaces, and runs of spaces one.
package func singleLine(_ text: String) -> String {
  var result = ""
  var needsSpace = false
  for scalar in text.unicodeScalars {
    let category = scalar.properties.generalCategory
    let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
    let isGap =
      scalar.properties.isWhitespace || category == .control || category == .format && !isJoiner
    if isGap {
      needsSpace = !result.isEmpty
    } else {
      if needsSpace { result += " " }
      needsSpace = false
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
