import Documents

/// What treebanks show about words that corpora of names treat differently; all lower-cased.
public struct WordHabits: Sendable {
  /// Capitalised adjectives: "Syrian".
  public let demonyms: Set<String>
  /// Words that are common nouns when they are not capitalised: "president".
  public let commonNouns: Set<String>

  public init(examples: [Example]) {
    var capitalAdjectives: [String: Int] = [:]
    var all: [String: Int] = [:]
    var nouns: [String: Int] = [:]
    for example in examples {
      for (position, token) in example.tokens.enumerated() {
        let lower = token.form.lowercased()
        let isCapitalised = token.form.first?.isUppercase ?? false
        // The first word of a sentence is capitalised anyway.
        if position > 0 || !isCapitalised { all[lower, default: 0] += 1 }
        if isCapitalised && position > 0 && token.tag == "JJ" { capitalAdjectives[lower, default: 0] += 1 }
        if !isCapitalised && token.partOfSpeech == .noun { nouns[lower, default: 0] += 1 }
      }
    }
    demonyms = Set(capitalAdjectives.filter { $0.value * 2 > all[$0.key] ?? 0 }.keys)
    commonNouns = Set(nouns.filter { $0.value >= 3 }.keys)
  }
}
