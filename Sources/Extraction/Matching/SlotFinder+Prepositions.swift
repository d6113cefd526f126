/// What follows a preposition, wherever the tree has attached it.
extension SlotFinder {
  func prepositional(_ tree: SentenceTree, _ v: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, v, preposition)
    for child in tree.children(v, .obl, .nmod, .advcl, .acl) where tree.preposition(child) == preposition {
      // "…, with X as witness" is beside what the verb says.
      if preposition == "with", let marker = tree.child(child, .case), marker > v + 1,
        tree.form(marker - 1) == ","
      {
        continue
      }
      result.append(child)
    }
    let objects = tree.children(v, .obj) + tree.children(v, .nsubj).filter { tree.label($0).isPassive }
    for object in objects where preposition != "of" {
      for part in tree.coordinated(object) {
        for child in tree.children(part, .nmod) where tree.preposition(child) == preposition {
          result.append(child)
        }
      }
    }
    if result.isEmpty, preposition != "of" { result += nearest(tree, after: v, below: v, preposition) }
    return result.map { .token($0) }
  }

  /// The next nominal with a preposition that stands somewhere below a word, in the same stretch of text: where it
  /// hangs is what parsers know least.
  func nearest(_ tree: SentenceTree, after i: Int, below top: Int, _ preposition: String) -> [Int] {
    guard Self.distant.contains(preposition) else { return [] }
    var k = i + 1
    while k < min(tree.count, i + 14) {
      if tree.isVerb(k), tree.tag(k) != "VBN", k != top { break }
      if [";", ":", "(", "\"", "”", "“"].contains(tree.form(k)) { break }
      if tree.preposition(k) == preposition, tree.isDescendant(k, of: top) {
        // In "against Iran-allied fighters" the preposition may hang on the modifier.
        var head = k
        while [.compound, .amod].contains(tree.relation(head)), let above = tree.head(head), above > head {
          head = above
        }
        if tree.isNominal(head) { return [head] }
      }
      k += 1
    }
    return []
  }

  private static let distant: Set<String> = ["against", "on", "with", "between", "at", "by", "from"]

  /// What follows a preposition made of a phrase ("in support of"), whose noun heads the phrase in the tree.
  func phrasal(_ tree: SentenceTree, _ i: Int, _ preposition: String) -> [Int] {
    let parts = preposition.split(separator: "_")
    guard parts.count >= 3, let first = parts.first, let last = parts.last else { return [] }
    let noun = parts[parts.count - 2]
    return tree.children(i, .obl, .nmod)
      .filter { tree.lemma($0) == noun && tree.preposition($0) == String(first) }
      .flatMap { middle in tree.children(middle, .nmod).filter { tree.preposition($0) == String(last) } }
  }

  func prepositionalOfNoun(_ tree: SentenceTree, _ n: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, n, preposition)
    for child in tree.children(n, .nmod, .obl, .acl) where tree.preposition(child) == preposition {
      result.append(child)
    }
    // "the sanctions imposed on X", "an attack carried out against X"
    for clause in tree.children(n, .acl)
    where tree.tag(clause) == "VBN" && words.contains(tree.lemma(clause), in: .light) && preposition != "by" {
      result += tree.children(clause, .obl).filter { tree.preposition($0) == preposition }
    }
    if let verb = lightVerb(tree, n), preposition != "of" {
      for child in tree.children(verb, .obl) where tree.preposition(child) == preposition && child != n {
        result.append(child)
      }
    }
    if result.isEmpty, n + 1 < tree.count, tree.relation(n + 1) == .case,
      Self.distant.contains(preposition), tree.form(n + 1).lowercased() == preposition,
      let next = tree.head(n + 1), next > n, tree.relation(next) == .obj,
      tree.preposition(next) == preposition
    {
      // "killed 20 in an ambush on a convoy": what stands right behind a noun belongs to it.
      result.append(next)
    }
    if result.isEmpty, preposition != "of" {
      result += nearest(tree, after: n, below: lightVerb(tree, n) ?? n, preposition)
    }
    if result.isEmpty, preposition == "to" {
      // "deliveries from X to Y": the second may hang on the first.
      for first in tree.children(n, .nmod) where ["from", "by", "of"].contains(tree.preposition(first) ?? "")
      {
        result += tree.children(first, .nmod).filter { tree.preposition($0) == preposition }
      }
    }
    if result.isEmpty {
      // "raids and air strikes on the town": the last of coordinated nouns carries what all share.
      for next in tree.children(n, .conj) {
        for child in tree.children(next, .nmod) where tree.preposition(child) == preposition {
          result.append(child)
        }
      }
    }
    return result.map { .token($0) }
  }
}
