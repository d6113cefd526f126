/// The names that a page's designer gave to an element.
struct Labels {
  /// Classes and id in lower case, their words joined by hyphens: `articleBody__main` is `article-body-main`.
  private(set) var names: [String] = []
  /// The words of these names, but for those that tell of something else: `has-sidebar`, `tag-elections`.
  private(set) var words: [String] = []

  private static let aside: Set<String> = [
    "has", "with", "no", "is", "js", "tag", "category", "topic", "format", "type", "template", "theme",
    "single",
  ]

  init(_ node: MarkupNode) {
    for list in [node.attribute("class"), node.attribute("id"), node.attribute("data-component")] {
      for name in list?.prefix(500).split(whereSeparator: \.isWhitespace) ?? [] {
        let words = Self.words(of: name)
        names.append(words.joined(separator: "-"))
        if words.count > 1, Self.aside.contains(words[0]) { continue }
        self.words += words
      }
    }
  }

  func contain(_ labels: Set<String>) -> Bool {
    names.contains(where: labels.contains) || words.contains(where: labels.contains)
  }

  private static func words(of name: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      let isWord = character.isLetter || character.isNumber
      if !isWord || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isWord { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
