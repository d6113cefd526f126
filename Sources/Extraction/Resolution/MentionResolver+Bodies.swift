import Documents
import Relations

/// "The army", "the government", "US-backed forces": bodies that act for somebody.
extension MentionResolver {
  /// "the army", "government forces", "the president" without an owner: whoever was last called so, else the state
  /// that the sentence speaks of.
  mutating func bareBody(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    let lemma = tree.lemma(i)
    let isPerson = classes.contains(.title) && tree.tag(i) == "NN"
    if hasDistinguishingModifier(tree, i) && classes.contains(.title) { return nil }
    // "a commander", "an official" introduces somebody unknown.
    if tree.tag(i) == "NN", isIndefinite(tree, i) { return nil }
    // "leaders of Gulf nations": of others than those named before.
    if tree.children(i, .nmod).contains(where: {
      tree.preposition($0) == "of" && words.contains(tree.lemma($0), in: .country)
    }) {
      return nil
    }
    if lemma == "force",
      tree.children(i, .amod).contains(where: {
        ["political", "social", "economic", "democratic", "driving"].contains(tree.lemma($0))
      })
    {
      return nil
    }
    if classes.contains(.authority) || classes.contains(.title) && tree.tag(i) == "NNS",
      let state = stateOfSeat(tree, i)
    {
      return make(tree, i, .definite, [state], rule: "body.in-seat", isPerson: isPerson)
    }
    if classes.contains(.force), let foreign = foreignForces(tree, i) { return foreign }
    if isPerson, isDefinite(tree, i), let named = titled(lemma, before: i, in: tree) {
      return make(tree, i, .definite, [named], rule: "title.as-named", isPerson: true)
    }
    if !classes.contains(.title), let scene = openingScene(tree, i) {
      return make(tree, i, .definite, [scene], rule: "body.in-scene")
    }
    if let last = described[lemma]?.last {
      return make(tree, i, .definite, [last], rule: "body.as-before", isPerson: isPerson)
    }
    // Nouns of arms mean whoever governs here; bare "officials" mean nobody in particular.
    if ["official", "source", "spokesman", "spokeswoman", "spokesperson"].contains(lemma) { return nil }
    let isOffice = !classes.isDisjoint(with: [.title, .authority]) && classes.isDisjoint(with: [.force])
    guard let state = isOffice ? focus ?? nearbyState(tree) : nearbyState(tree) else { return nil }
    return make(tree, i, .definite, [state], rule: "body.of-state-here", isPerson: isPerson)
  }

  /// "General X … the general": the person last spoken of whom the article has named with the title, a subject before others.
  private func titled(_ title: String, before i: Int, in tree: SentenceTree) -> Int? {
    var bearers: Set<Int> = []
    for mention in history where mention.isPerson && mention.form == .name && mention.actors.count == 1 {
      let there = trees[mention.sentence]
      let described = there.children(mention.head, .appos, .compound, .nmod, .amod)
      if (described + Array(mention.tokens)).contains(where: { there.lemma($0) == title }) {
        bearers.insert(mention.actors[0])
      }
    }
    guard !bearers.isEmpty else { return nil }
    var other: Int?
    for mention in history.reversed() {
      if mention.sentence < tree.index - 4 { break }
      guard mention.isPerson, mention.actors.count == 1, bearers.contains(mention.actors[0]) else { continue }
      if mention.isSubject { return mention.actors[0] }
      if other == nil { other = mention.actors[0] }
    }
    return other
  }

  /// "the government in Khartoum", "officials in Ankara": the state whose city is named.
  private func stateOfSeat(_ tree: SentenceTree, _ i: Int) -> Int? {
    for child in tree.children(i, .nmod) where tree.preposition(child) == "in" {
      switch spanAt[tree.index][child]?.sense {
      case .place(let state?): return state
      case .actor(let actor, .seat), .actor(let actor, .name):
        if register[actor].isState { return actor }
      default: break
      }
    }
    return nil
  }

  /// "US-backed forces", "international troops": forces of others than the state here.
  mutating func foreignForces(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let led = ledOrBacked(tree, i)?.key
    let isForeign = tree.children(i, .amod).contains { Self.foreign.contains(tree.lemma($0)) }
    guard led != nil || isForeign else { return nil }
    let name = plural(tree, i)
    let key =
      led ?? Self.foreign.sorted().first { mark in tree.children(i, .amod).contains { tree.lemma($0) == mark }
      } ?? ""
    let index = register.index(forKey: "forces " + key, name: name, kind: .armedGroup)
    return make(tree, i, .collective, [index], rule: "forces.foreign")
  }

  static let foreign: Set<String> = [
    "foreign", "international", "allied", "local", "regional", "tribal", "multinational", "outside",
    "friendly", "paramilitary",
  ]
}
