/// What nouns and adjectives are said of.
extension SlotFinder {
  /// What a noun is said of: the subject of a copula, what it stands in apposition to, the name it introduces.
  func copula(_ tree: SentenceTree, _ n: Int, depth: Int = 0) -> [Filler] {
    var result: [Filler] = []
    if tree.child(n, .cop) != nil, let subject = tree.child(n, .nsubj) { result.append(.token(subject)) }
    for child in tree.children(n, .appos) { result.append(.token(child)) }
    // "Assad's Russian backers": with a possessor beside it, the adjective tells who they are.
    if tree.children(n).contains(where: { tree.label($0).isPossessive }) {
      for child in tree.children(n, .amod, .compound)
      where document.names[tree.index][child]?.head == child
        && (tree.child(n, .appos) == nil && document.names[tree.index][min(n + 1, tree.count - 1)] == nil)
      {
        result += tree.coordinated(child).map { .token($0) }
      }
    }
    // "Germany, one of seven member states"
    if tree.relation(n) == .nmod, tree.preposition(n) == "of", let one = tree.head(n),
      tree.lemma(one) == "one",
      depth < 2
    {
      result += copula(tree, one, depth: depth + 1)
    }
    // "Its ally" may be resolved to an actor by itself; a body of its owner is nobody else.
    if let mention = document.mentions[tree.index][n],
      [.name, .definite].contains(mention.form)
        || mention.form == .collective && words.contains(tree.lemma(n), in: .coalition)
    {
      result.append(.actors(mention.actors, token: n))
    }
    // "Greece and Turkey, both members of …"
    if let mention = document.mentions[tree.index][n], mention.rule.hasPrefix("pair.") {
      result.append(.actors(mention.actors, token: n))
    }
    // "its allies in the region, including X and Y"
    for child in tree.children(n, .nmod)
    where ["including", "such_as", "like"].contains(tree.preposition(child) ?? "") {
      result.append(.token(child))
    }
    if let head = tree.head(n) {
      switch tree.relation(n) {
      case .appos: result.append(.token(head))
      case .compound, .amod: result.append(.token(head))
      case .nmod where tree.label(n).isDescription: result.append(.token(head))
      case .conj:
        let first = tree.firstConjunct(n)
        if tree.child(first, .cop) != nil, let subject = tree.child(first, .nsubj) {
          result.append(.token(subject))
        }
      case .xcomp where tree.preposition(n) == "as", .obl where tree.preposition(n) == "as":
        // "hailed the group as an ally", but "fights the group as part of a coalition"
        let object = ["part", "member"].contains(tree.lemma(n)) ? [] : deepObject(tree, head)
        result += object.isEmpty ? surfaceSubject(tree, head) : object
      default: break
      }
    }
    // "his allies Russia, Iran and …": a name right behind the noun is in apposition to it wherever it hangs.
    if n + 1 < tree.count, let name = document.names[tree.index][n + 1], name.tokens.lowerBound == n + 1,
      tree.relation(name.head) != .nmod || !tree.label(name.head).isPossessive
    {
      result.append(.token(name.head))
    }
    // "its ally Moscow": the name may hang below the noun.
    for child in tree.children(n, .compound, .flat) where child > n { result.append(.token(child)) }
    return result
  }

  func adjectiveSubject(_ tree: SentenceTree, _ a: Int) -> [Filler] {
    if tree.child(a, .nsubj) != nil { return surfaceSubject(tree, a) }
    if tree.relation(a) == .amod || tree.relation(a) == .acl, let head = tree.head(a) {
      return [.token(head)]
    }
    return surfaceSubject(tree, a)
  }
}
