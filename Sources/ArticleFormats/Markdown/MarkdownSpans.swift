/// The marks within a line of Markdown.
enum MarkdownSpans {
  /// The text as it is read: of links their words; no images, marks of emphasis, or tags. Linear.
  static func plain(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    var brackets = closing(characters)
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\" where next.isPunctuation || next.isSymbol:
        result.append(next)
        index += 2
      case "!" where next == "[":
        index = brackets[index + 1].map { afterTarget(characters, $0 + 1) } ?? index + 2
      case "[" where next == "^":
        index = brackets[index].map { $0 + 1 } ?? index + 1
      case "[":
        // Its end is passed over with the address when it comes.
        if let end = brackets[index], afterTarget(characters, end + 1) > end + 1 {
          brackets[end] = -1
        } else {
          result.append(character)
        }
        index += 1
      case "]" where brackets[index] == -1:
        index = afterTarget(characters, index + 1)
      case "*", "_", "~", "`":
        // In the middle of a word an underscore is part of it, and between spaces a star is a star.
        let before = index > 0 ? characters[index - 1] : " "
        let isInside =
          character == "_" && (before.isLetter || before.isNumber) && (next.isLetter || next.isNumber)
        if isInside || before == " " && next == " " || character == "~" && next != "~" && before != "~" {
          result.append(character)
        }
        index += 1
      case "<":
        let isTag = next.isLetter || next == "/" || next == "!"
        let end = isTag ? characters[index...].prefix(2000).firstIndex(of: ">") : nil
        if let end {
          if String(characters[(index + 1)..<end]).lowercased().hasPrefix("br") { result += " " }
          index = end + 1
        } else {
          result.append(character)
          index += 1
        }
      default:
        result.append(character)
        index += 1
      }
    }
    return MarkupText.plain(result.replacing("<", with: "&lt;"))
  }

  /// For each opening bracket its closing one.
  private static func closing(_ characters: [Character]) -> [Int: Int] {
    var open: [Int] = []
    var result: [Int: Int] = [:]
    var index = 0
    while index < characters.count {
      switch characters[index] {
      case "\\": index += 1
      case "[": open.append(index)
      case "]": if let start = open.popLast() { result[start] = index }
      default: break
      }
      index += 1
    }
    return result
  }

  /// Where the text goes on after a link's words: behind `(address "title")` or `[reference]`, if there is one.
  private static func afterTarget(_ characters: [Character], _ start: Int) -> Int {
    guard start < characters.count else { return start }
    let ends: [Character: Character] = ["(": ")", "[": "]"]
    guard let end = ends[characters[start]] else { return start }
    var depth = 0
    for index in start..<min(start + 2000, characters.count) {
      if characters[index] == characters[start] { depth += 1 }
      if characters[index] == end {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return start
  }
}
