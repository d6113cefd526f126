import Documents
import Relations

/// "The country", "both sides", "their allies", "his opponents".
extension MentionResolver {
  mutating func country(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if tree.tag(i) == "NNS" { return sides(tree, i) }
    guard isDefinite(tree, i), !hasDistinguishingModifier(tree, i), tree.lemma(i) != "power",
      ![.compound, .amod].contains(tree.relation(i))
    else { return nil }
    guard let state = latest(tree, i, where: { $0.isState }) else { return nil }
    return make(tree, i, .definite, [state], rule: "country.as-before")
  }

  /// What those are called who stand with somebody or against him, with the word for all of them.
  private static let companions: [String: String] = [
    "ally": "allies", "partner": "allies", "rival": "opponents", "opponent": "opponents", "foe": "opponents",
    "enemy": "opponents", "adversary": "opponents",
    "challenger": "opponents", "neighbor": "neighbours", "neighbour": "neighbours", "backer": "backers",
    "supporter": "supporters", "loyalist": "supporters", "follower": "supporters",
    "sympathizer": "supporters",
    "sympathiser": "supporters", "adherent": "supporters",
  ]

  /// "the Houthis and their allies", "opponents of the president", "its neighbours": without a name they are an actor of their
  /// own. Supporters of a group are the group's, those of a president or a state are not the state.
  mutating func allies(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard let word = Self.companions[tree.lemma(i)], tree.tag(i) == "NNS",
      tree.children(i, .appos, .nummod).isEmpty,
      tree.child(i, .cop) == nil, [.nsubj, .obj, .obl, .nmod, .conj].contains(tree.relation(i)),
      tree.preposition(i) != "as",
      i + 1 >= tree.count || spanAt[tree.index][i + 1] == nil
    else { return nil }
    // "X and Y are allies"
    if tree.relation(i) == .conj, tree.head(i).map({ tree.child($0, .cop) != nil }) ?? false { return nil }
    // "militant opponents of X" are X's, "Libyan rivals" nobody's but each other's.
    let others = word == "opponents" ? strictOwner(tree, i) : owner(tree, i).first
    guard let first = others ?? sharedOwner(tree, i) else { return nil }
    if word == "supporters", !register[first].isState { return nil }
    let index = register.index(
      forKey: "\(word) \(first)", name: word + " of " + register[first].name, kind: .other, owner: first)
    return make(tree, i, .collective, [index], rule: "allies.own")
  }

  /// Who is named behind "of" or as possessor, wherever the tree hangs him.
  private mutating func strictOwner(_ tree: SentenceTree, _ i: Int) -> Int? {
    if i + 2 < tree.count, tree.form(i + 1).lowercased() == "of", let head = tree.head(i + 1), head > i + 1 {
      return mention(tree, head)?.actors.first
    }
    guard let possessor = tree.children(i, .nmod).first(where: { tree.label($0).isPossessive }) else {
      return nil
    }
    return mention(tree, possessor)?.actors.first
  }

  /// "supporters and opponents of X": both are of X.
  private mutating func sharedOwner(_ tree: SentenceTree, _ i: Int) -> Int? {
    for part in tree.coordinated(tree.firstConjunct(i))
    where part >= i && Self.companions[tree.lemma(part)] != nil {
      if let owner = strictOwner(tree, part) { return owner }
    }
    return nil
  }

  /// "both sides", "the two countries", "the two groups": the two who were last named side by side, else the last two.
  mutating func sides(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let lemma = tree.lemma(i)
    guard tree.tag(i) == "NNS", !["other", "player", "actor"].contains(lemma) else { return nil }
    let isBoth = tree.children(i).contains { tree.lemma($0) == "both" }
    let isTwo = tree.children(i).contains { tree.lemma($0) == "two" }
    let isOpposed =
      isDefinite(tree, i) && ["side", "party", "faction", "camp"].contains(lemma)
      && tree.children(i, .amod).contains {
        ["war", "warring", "rival", "opposing", "oppose", "feuding", "feud"].contains(tree.lemma($0))
      } && owner(tree, i).isEmpty
    guard isBoth || isTwo || isOpposed else { return nil }
    let classes = words.classes(of: lemma)
    let wantsStates = classes.contains(.country)
    let wantsGroups = classes.isDisjoint(with: [.country, .side]) && classes.contains(.group)
    func fits(_ actor: Int) -> Bool {
      if wantsStates { return register[actor].isState }
      if wantsGroups { return register[actor].isGroup }
      return register[actor].kind != .other
    }
    let recent = history.filter {
      $0.sentence >= tree.index - 3 && $0.form != .pronoun && $0.actors.allSatisfy(fits)
    }
    if let pair = lastBeside(recent) {
      return make(tree, i, .definite, pair.sorted(), rule: "pair.side-by-side")
    }
    var found: [Int] = []
    for mention in recent.reversed() {
      for actor in mention.actors where !found.contains(actor) { found.append(actor) }
      if found.count >= 2 { break }
    }
    guard found.count >= 2 else { return nil }
    return make(tree, i, .definite, Array(found.prefix(2)).sorted(), rule: "pair.latest-two")
  }

  /// Two who were last named in one breath, and nobody with them: "X and Y", "X-Y talks", "X fought Y".
  private func lastBeside(_ mentions: [Mention]) -> [Int]? {
    for (one, other) in zip(mentions.dropLast(), mentions.dropFirst()).reversed() {
      guard one.sentence == other.sentence, one.actors.count == 1, other.actors.count == 1,
        one.actors != other.actors
      else { continue }
      let tree = trees[one.sentence]
      let isHyphened =
        other.tokens.lowerBound == one.tokens.upperBound + 1 && tree.form(one.tokens.upperBound) == "-"
      let list = tree.coordinated(tree.firstConjunct(other.head))
      let areListed = list.count == 2 && list.contains(one.head) && list.contains(other.head)
      // "X fought Y", "X met with Y"
      let areArguments =
        tree.relation(one.head) == .nsubj && [.obj, .obl].contains(tree.relation(other.head))
        && tree.head(one.head) == tree.head(other.head)
        && [nil, "with", "against"].contains(tree.preposition(other.head))
      if isHyphened || areListed || areArguments { return one.actors + other.actors }
    }
    return nil
  }
}
