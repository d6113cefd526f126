import Documents

/// Whose land is meant by a place.
extension ArgumentResolver {
  /// The state in whose land a place lies, as the text or the gazetteer says, and whether the text itself gives it to
  /// the state: "Ukrainian cities" are Ukraine's, but a village "in southern Lebanon" may be somebody else's stronghold.
  func territory(_ tree: SentenceTree, _ filler: Filler) -> (states: [Argument], isOwned: Bool) {
    guard case .token(let first) = filler else { return ([], false) }
    for i in tree.coordinated(first) {
      guard isPlace(tree, i), holders(tree, i).isEmpty else { continue }
      let owners = states(document.owners[tree.index][i], at: i)
      if !owners.isEmpty { return (owners, true) }
      if let state = gazetteerState(tree, i) { return (states([state], at: i), false) }
      for child in tree.children(i, .nmod, .obl, .appos) {
        let preposition = tree.preposition(child)
        guard tree.relation(child) == .appos || ["in", "inside", "across", "of"].contains(preposition ?? "")
        else { continue }
        if let mention = document.mentions[tree.index][child] {
          let named = states(mention.actors, at: i)
          if !named.isEmpty { return (named, false) }
        }
        if let state = gazetteerState(tree, child) { return (states([state], at: i), false) }
      }
    }
    return ([], false)
  }

  private func isPlace(_ tree: SentenceTree, _ i: Int) -> Bool {
    if let span = document.names[tree.index][i] {
      if case .place = span.sense { return true }
      return false
    }
    // One citizen who is shot is nobody's land.
    if words.contains(tree.lemma(i), in: .civilian), tree.tag(i) == "NN" { return false }
    return !words.classes(of: tree.lemma(i)).isDisjoint(with: [.place, .position, .civilian])
  }

  private func gazetteerState(_ tree: SentenceTree, _ i: Int) -> Int? {
    guard case .place(let state)? = document.names[tree.index][i]?.sense else { return nil }
    return state
  }

  private func states(_ actors: [Int], at token: Int) -> [Argument] {
    actors.filter { document.register[$0].isState }.map {
      Argument(actor: $0, token: token, path: .territory)
    }
  }
}
