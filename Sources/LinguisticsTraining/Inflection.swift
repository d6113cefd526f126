/// The spelling of regular English inflections.
enum Inflection {
  /// "backs", "pushes", "supplies"; plurals of nouns are spelt alike.
  static func thirdPerson(_ lemma: String) -> String {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { lemma.hasSuffix($0) } || lemma.hasSuffix("o")
    return lemma + (hisses ? "es" : "s")
  }

  /// "backed" and "backing".
  ///
  /// - Parameter doubles: Whether the last letter is doubled: "banned", "banning".
  static func pastAndGerund(_ lemma: String, doubles: Bool) -> (past: String, gerund: String) {
    if doubles, let last = lemma.last { return (lemma + "\(last)ed", lemma + "\(last)ing") }
    if endsInConsonantAndY(lemma) { return (lemma.dropLast() + "ied", lemma + "ing") }
    guard lemma.hasSuffix("e") else { return (lemma + "ed", lemma + "ing") }
    return (lemma + "d", (lemma.hasSuffix("ee") ? lemma : String(lemma.dropLast())) + "ing")
  }

  private static func endsInConsonantAndY(_ lemma: String) -> Bool {
    lemma.last == "y" && !(lemma.dropLast().last.map { "aeiou".contains($0) } ?? true)
  }
}
