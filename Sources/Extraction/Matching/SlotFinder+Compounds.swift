/// Names that hyphens join to participles and to one another.
extension SlotFinder {
  /// The actors before the hyphen of a compound whose second part is `p`.
  func compoundFirst(_ tree: SentenceTree, _ p: Int) -> [Filler] {
    guard p >= 2, tree.form(p - 1) == "-" || tree.form(p - 1) == "–" else { return [] }
    let names = document.names[tree.index]
    var result: [Int] = []
    var end = p - 2
    while end >= 0 {
      let token = names[end]?.head ?? end
      guard let actors = document.mentions[tree.index][token]?.actors else { break }
      result += actors
      let start = names[end]?.tokens.lowerBound ?? end
      // "US-Saudi-backed", "Russian- and Iranian-backed"
      if start >= 2, tree.form(start - 1) == "-" {
        end = start - 2
      } else if start >= 3, ["and", "or"].contains(tree.form(start - 1).lowercased()),
        tree.form(start - 2) == "-"
      {
        end = start - 3
      } else {
        break
      }
    }
    return result.isEmpty ? [] : [.actors(result, token: p - 2)]
  }

  /// The first parts of names joined by a hyphen before a noun: "Saudi-Houthi clashes".
  func hyphenPartners(_ tree: SentenceTree, _ n: Int) -> [Int] {
    let names = document.names[tree.index]
    for child in tree.children(n, .amod, .compound) where child < n {
      let start = names[child]?.tokens.lowerBound ?? child
      guard start >= 2, ["-", "–", "/"].contains(tree.form(start - 1)) else { continue }
      let first = names[start - 2]?.head ?? start - 2
      if let mention = document.mentions[tree.index][first] { return mention.actors }
    }
    return []
  }
}
