import Documents

/// Finds what fills the slots of a predicate in a dependency tree: deep subjects and objects whatever the voice,
/// arguments shared through coordination, control, relative clauses and light verbs.
struct SlotFinder {
  let document: ResolvedDocument

  let words: WordClasses

  func isPassive(_ tree: SentenceTree, _ v: Int) -> Bool {
    for child in tree.children(v) where tree.label(child).isPassive {
      return !isMistakenPassive(tree, v)
    }
    guard tree.tag(v) == "VBN" else { return false }
    if tree.children(v, .aux).isEmpty, tree.children(v, .nsubj, .obj).isEmpty {
      switch tree.relation(v) {
      case .acl where !tree.label(v).isRelativeClause: return true
      case .amod: return true
      case .advcl: return tree.children(v, .mark).isEmpty
      case .conj:
        if let head = tree.head(v), tree.isVerb(head) { return isPassive(tree, head) }
      default: break
      }
    }
    return false
  }

  /// Whether a past tense has been taken for a participle, whose subject would then undergo what it does: "troops, who …,
  /// fought the rebels".
  private func isMistakenPassive(_ tree: SentenceTree, _ v: Int) -> Bool {
    tree.children(v, .aux).isEmpty && tree.relation(v) != .acl
      && !tree.children(v, .obl).contains { tree.label($0).isAgent }
      && (tree.child(v, .obj) != nil || ["fight", "clash", "battle", "advance"].contains(tree.lemma(v)))
  }

  /// Whether a word that is tagged as an adjective has what only verbs have: "has been armed by Poland".
  func isMistakenParticiple(_ tree: SentenceTree, _ i: Int) -> Bool {
    guard tree.partOfSpeech(i) == .adjective else { return false }
    return tree.children(i).contains {
      tree.label($0).isPassive || tree.label($0).isAgent || tree.relation($0) == .obj
    }
      || tree.child(i, .nsubj) != nil && tree.child(i, .cop) == nil && tree.relation(i) == .root
  }

  /// The grammatical subject, shared or understood where the clause has none of its own.
  func surfaceSubject(_ tree: SentenceTree, _ v: Int, depth: Int = 0) -> [Filler] {
    if let subject = tree.child(v, .nsubj, .csubj), tree.relation(subject) == .nsubj {
      // "Britain as well as France has …"
      let joined = tree.children(v, .nsubj).filter { other in
        other > subject && tree.children(v, .cc).contains { subject < $0 && $0 < other }
      }
      return ([subject] + joined).map { .token($0) }
    }
    if tree.partOfSpeech(v) == .noun, let name = tree.children(v, .compound).last(where: { $0 < v }) {
      return [.token(name)]
    }
    guard depth < 6, let head = tree.head(v) else { return [] }
    if let subject = subjectBefore(tree, v) { return [.token(subject)] }
    switch tree.relation(v) {
    case .conj, .parataxis:
      guard tree.relation(v) == .conj,
        tree.isVerb(head) || tree.child(head, .cop) != nil || tree.partOfSpeech(head) == .adjective
      else { return [] }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .xcomp:
      if !Self.subjectControl.contains(tree.lemma(head)), !isPassive(tree, head),
        let object = tree.child(head, .iobj) ?? tree.child(head, .obj)
      {
        return [.token(object)]
      }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .ccomp where extracted(tree, from: head) != nil:
      return extracted(tree, from: head).map { [.token($0)] } ?? []
    case .ccomp where tree.tag(v) == "VB" || tree.tag(v) == "VBG":
      if let object = tree.child(head, .obj) { return [.token(object)] }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .advcl:
      // "joined X in condemning Y": both do.
      if tree.lemma(head) == "join", tree.tag(v) == "VBG", let partner = tree.child(head, .obj) {
        return surfaceSubject(tree, head, depth: depth + 1) + [.token(partner)]
      }
      // "accused Iran of arming the rebels": who is accused is who does it.
      if let object = blamed(tree, v, by: head) { return object }
      if let other = controller(tree, of: v, under: head) { return [.token(other)] }
      if tree.isVerb(head) || tree.child(head, .cop) != nil || tree.partOfSpeech(head) == .adjective {
        return surfaceSubject(tree, head, depth: depth + 1)
      }
      return []
    case .acl where !tree.label(v).isRelativeClause:
      // "troops fighting the rebels"; "a bid to retake the city" is its owner's.
      if tree.tag(v) == "VBG" || tree.tag(v) == "VBN" {
        return tree.isNominal(head) ? [.token(head)] : []
      }
      if document.mentions[tree.index][head] != nil { return [.token(head)] }
      let owners = owner(tree, head)
      if !owners.isEmpty { return owners }
      // "began a campaign to help the army": a purpose is that of whoever acts for it.
      let first = tree.firstConjunct(head)
      guard let verb = tree.head(first), tree.isVerb(verb), [.obj, .obl].contains(tree.relation(first)) else {
        return []
      }
      return deepSubject(tree, verb)
    case .amod: return [.token(head)]
    default: return []
    }
  }

  /// The nominal right before a finite verb that has no subject, where the tree has attached it elsewhere.
  func subjectBefore(_ tree: SentenceTree, _ v: Int) -> Int? {
    guard ["VBD", "VBZ", "VBP"].contains(tree.tag(v)) || tree.child(v, .aux) != nil,
      tree.relation(v) != .conj,
      tree.relation(v) != .acl, tree.tag(v) != "VBG" || tree.child(v, .aux) != nil
    else { return nil }
    var k = v - 1
    while k >= 0, [.adverb, .auxiliary, .particle].contains(tree.partOfSpeech(k)) { k -= 1 }
    guard k >= 0, tree.partOfSpeech(k) == .noun || tree.partOfSpeech(k) == .properNoun else { return nil }
    var top = k
    while let head = tree.head(top), head < v,
      [.flat, .compound, .conj, .nmod, .amod, .nummod].contains(tree.relation(top)), tree.isNominal(head)
    {
      top = head
    }
    if tree.relation(top) == .obl, let verb = tree.head(top), ["VBN", "VBD"].contains(tree.tag(verb)),
      tree.child(verb, .aux) == nil, tree.child(top, .case) == verb + 1,
      words.classes(of: tree.lemma(verb)).isDisjoint(with: [.say, .claim])
    {
      // "militias allied with the army clashed": what stands before is inside of a participle's clause.
      if tree.child(verb, .nsubj) == verb - 1 { return verb - 1 }
      if tree.relation(verb) == .acl, let noun = tree.head(verb), noun == verb - 1 { return noun }
    }
    return document.mentions[tree.index][top] != nil ? top : nil
  }

  func deepSubject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    guard isPassive(tree, v) else { return surfaceSubject(tree, v) }
    var agents = tree.children(v, .obl, .nmod).filter {
      tree.label($0).isAgent || tree.preposition($0) == "by"
    }
    if agents.isEmpty {
      // "deemed a terrorist group by Russia"
      agents = tree.children(v, .obj, .xcomp, .obl).flatMap { tree.children($0, .nmod) }.filter {
        tree.preposition($0) == "by"
      }
    }
    return agents.map { .token($0) }
  }

  func deepObject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    if isPassive(tree, v) { return surfaceSubject(tree, v) }
    let objects = tree.children(v, .obj)
    if !objects.isEmpty { return objects.map { .token($0) } }
    // "arms and funds the rebels": the object of the second verb is also the first one's.
    for next in tree.children(v, .conj) where tree.isVerb(next) && tree.children(next, .nsubj).isEmpty {
      if let object = tree.child(next, .obj), tree.tag(next) == tree.tag(v),
        tree.children(v, .obl, .xcomp, .ccomp).isEmpty
      {
        return [.token(object)]
      }
    }
    // "the rebels whom Turkey backs", with or without a pronoun.
    if tree.relation(v) == .acl, tree.label(v).isRelativeClause, let head = tree.head(v),
      let subject = tree.child(v, .nsubj), !["who", "which", "that"].contains(tree.lemma(subject)),
      tree.children(v, .ccomp, .xcomp).isEmpty
    {
      return [.token(head)]
    }
    return []
  }
}
