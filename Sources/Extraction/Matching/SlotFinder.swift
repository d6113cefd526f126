import Documents

/// Finds what fills the slots of a predicate in a dependency tree: deep subjects and objects whatever the voice,
/// arguments shared through coordination, control, relative clauses and light verbs.
struct SlotFinder {
  let document: ResolvedDocument
  let words: WordClasses

  // MARK: - Verbs

  func isPassive(_ tree: SentenceTree, _ v: Int) -> Bool {
    for child in tree.children(v) where tree.label(child).isPassive {
      return true
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

  /// The grammatical subject, shared or understood where the clause has none of its own.
  func surfaceSubject(_ tree: SentenceTree, _ v: Int, depth: Int = 0) -> [Filler] {
    if let subject = tree.child(v, .nsubj, .csubj), tree.relation(subject) == .nsubj { return [.token(subject)] }
    guard depth < 6, let head = tree.head(v) else { return [] }
    switch tree.relation(v) {
    case .conj, .parataxis:
      guard tree.relation(v) == .conj, tree.isVerb(head) || tree.child(head, .cop) != nil || tree.partOfSpeech(head) == .adjective else { return [] }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .xcomp:
      if let object = tree.child(head, .obj), !Self.subjectControl.contains(tree.lemma(head)) { return [.token(object)] }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .ccomp where tree.tag(v) == "VB" || tree.tag(v) == "VBG":
      if let object = tree.child(head, .obj) { return [.token(object)] }
      return surfaceSubject(tree, head, depth: depth + 1)
    case .advcl:
      if tree.isVerb(head) || tree.child(head, .cop) != nil || tree.partOfSpeech(head) == .adjective {
        return surfaceSubject(tree, head, depth: depth + 1)
      }
      return []
    case .acl where !tree.label(v).isRelativeClause:
      // "troops fighting the rebels"; "a bid to retake the city" is its owner's.
      if tree.tag(v) == "VBG" || tree.tag(v) == "VBN" {
        return tree.isNominal(head) ? [.token(head)] : []
      }
      return owner(tree, head)
    case .amod: return [.token(head)]
    default: return []
    }
  }

  private static let subjectControl: Set<String> = ["promise", "vow", "threaten", "use", "send", "deploy", "spend", "take", "join", "make", "launch", "hold", "have"]

  func deepSubject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    guard isPassive(tree, v) else { return surfaceSubject(tree, v) }
    return tree.children(v, .obl, .nmod).filter { tree.label($0).isAgent || tree.preposition($0) == "by" }.map { .token($0) }
  }

  func deepObject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    if isPassive(tree, v) { return surfaceSubject(tree, v) }
    let objects = tree.children(v, .obj)
    if !objects.isEmpty { return objects.map { .token($0) } }
    // "arms and funds the rebels": the object of the second verb is also the first one's.
    for next in tree.children(v, .conj) where tree.isVerb(next) && tree.children(next, .nsubj).isEmpty {
      if let object = tree.child(next, .obj), tree.tag(next) == tree.tag(v), tree.children(v, .obl, .xcomp, .ccomp).isEmpty {
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

  func prepositional(_ tree: SentenceTree, _ v: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, v, preposition)
    for child in tree.children(v, .obl, .nmod, .advcl, .acl) where tree.preposition(child) == preposition { result.append(child) }
    for object in tree.children(v, .obj) + tree.children(v, .nsubj).filter({ tree.label($0).isPassive }) where preposition != "of" {
      for child in tree.children(object, .nmod) where tree.preposition(child) == preposition { result.append(child) }
    }
    return result.map { .token($0) }
  }

  /// What follows a preposition made of a phrase ("in support of"), whose noun heads the phrase in the tree.
  private func phrasal(_ tree: SentenceTree, _ i: Int, _ preposition: String) -> [Int] {
    let parts = preposition.split(separator: "_")
    guard parts.count >= 3, let first = parts.first, let last = parts.last else { return [] }
    let noun = parts[parts.count - 2]
    return tree.children(i, .obl, .nmod)
      .filter { tree.lemma($0) == noun && tree.preposition($0) == String(first) }
      .flatMap { middle in tree.children(middle, .nmod).filter { tree.preposition($0) == String(last) } }
  }

  func clauseSubject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    var result: [Filler] = []
    for child in tree.children(v, .ccomp, .xcomp, .advcl) {
      if tree.relation(child) == .advcl, tree.children(child, .mark).contains(where: { ["if", "because", "as", "while", "after"].contains(tree.lemma($0)) }) { continue }
      if let subject = tree.child(child, .nsubj) {
        result.append(.token(subject))
      } else if tree.relation(child) == .xcomp, let object = tree.child(v, .obj) {
        result.append(.token(object))
      }
    }
    return result
  }

  func clauseObject(_ tree: SentenceTree, _ v: Int) -> [Filler] {
    tree.children(v, .ccomp, .xcomp, .advcl).flatMap { child in
      tree.relation(child) == .advcl && tree.tag(child) != "VBG" ? [] : deepObject(tree, child)
    }
  }

  // MARK: - Nouns

  /// The light verb that governs a predicate noun ("launched an attack"), if any.
  func lightVerb(_ tree: SentenceTree, _ n: Int) -> Int? {
    let first = tree.firstConjunct(n)
    guard let head = tree.head(first), tree.isVerb(head), words.contains(tree.lemma(head), in: .light) else { return nil }
    switch tree.relation(first) {
    case .obj: return head
    case .nsubj where tree.label(first).isPassive: return head
    case .obl where ["in", "under", "with", "into", "on", "to"].contains(tree.preposition(first) ?? ""): return head
    default: return nil
    }
  }

  func owner(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    var result: [Filler] = []
    let owners = document.owners[tree.index][n]
    if !owners.isEmpty { result.append(.actors(owners, token: n)) }
    if let verb = lightVerb(tree, n) { result += deepSubject(tree, verb) }
    // "an attack carried out by the group", "the war that Russia launched"
    for clause in tree.children(n, .acl) where words.contains(tree.lemma(clause), in: .light) || words.contains(tree.lemma(clause), in: .claim) {
      if isPassive(tree, clause) {
        result += deepSubject(tree, clause)
      } else if let subject = tree.child(clause, .nsubj) {
        result.append(.token(subject))
      }
    }
    // A name's own possessor for a noun in front of it: "Syria's ally Iran".
    if let head = tree.head(n), tree.label(n).isDescription || tree.relation(n) == .compound {
      for possessor in tree.children(head) where tree.label(possessor).isPossessive { result.append(.token(possessor)) }
    }
    return result
  }

  func prepositionalOfNoun(_ tree: SentenceTree, _ n: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, n, preposition)
    for child in tree.children(n, .nmod, .obl, .acl) where tree.preposition(child) == preposition { result.append(child) }
    if let verb = lightVerb(tree, n), preposition != "of" {
      for child in tree.children(verb, .obl) where tree.preposition(child) == preposition && child != n { result.append(child) }
    }
    if result.isEmpty {
      // "raids and air strikes on the town": the last of coordinated nouns carries what all share.
      for next in tree.children(n, .conj) {
        for child in tree.children(next, .nmod) where tree.preposition(child) == preposition { result.append(child) }
      }
    }
    return result.map { .token($0) }
  }

  /// What a noun is said of: the subject of a copula, what it stands in apposition to, the name it introduces.
  func copula(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    var result: [Filler] = []
    if tree.child(n, .cop) != nil, let subject = tree.child(n, .nsubj) { result.append(.token(subject)) }
    for child in tree.children(n, .appos) { result.append(.token(child)) }
    if let head = tree.head(n) {
      switch tree.relation(n) {
      case .appos: result.append(.token(head))
      case .compound, .amod: result.append(.token(head))
      case .nmod where tree.label(n).isDescription: result.append(.token(head))
      case .conj:
        let first = tree.firstConjunct(n)
        if tree.child(first, .cop) != nil, let subject = tree.child(first, .nsubj) { result.append(.token(subject)) }
      case .xcomp where tree.preposition(n) == "as", .obl where tree.preposition(n) == "as":
        result += deepObject(tree, head).isEmpty ? surfaceSubject(tree, head) : deepObject(tree, head)
      default: break
      }
    }
    // "its ally Moscow": the name may hang below the noun.
    for child in tree.children(n, .compound, .flat) where child > n { result.append(.token(child)) }
    return result
  }

  // MARK: - Adjectives

  func adjectiveSubject(_ tree: SentenceTree, _ a: Int) -> [Filler] {
    if tree.child(a, .nsubj) != nil { return surfaceSubject(tree, a) }
    if tree.relation(a) == .amod || tree.relation(a) == .acl, let head = tree.head(a) { return [.token(head)] }
    return surfaceSubject(tree, a)
  }
}
