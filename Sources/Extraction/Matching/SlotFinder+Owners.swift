/// Who acts in what a noun says: owners, subjects of light verbs, participants, claimants and leaders.
extension SlotFinder {
  /// The light verb that governs a predicate noun ("launched an attack"), if any.
  func lightVerb(_ tree: SentenceTree, _ n: Int) -> Int? {
    var first = tree.firstConjunct(n)
    // "launched a wave of attacks", "one of the largest attacks"
    if tree.relation(first) == .nmod, tree.preposition(first) == "of", let above = tree.head(first),
      words.contains(tree.lemma(above), in: .partitive) || tree.partOfSpeech(above) == .numeral
    {
      first = tree.firstConjunct(above)
    }
    guard let head = tree.head(first), tree.isVerb(head) else { return nil }
    let preposition = tree.preposition(first) ?? ""
    if tree.relation(first) == .obl, preposition == "with", Self.answering.contains(tree.lemma(head)) {
      return head
    }
    guard words.contains(tree.lemma(head), in: .light) else { return nil }
    switch tree.relation(first) {
    case .obj: return head
    case .nsubj where tree.label(first).isPassive: return head
    case .obl where ["in", "under", "into", "on", "to"].contains(preposition): return head
    default: return nil
    }
  }

  /// Verbs whose "with" tells what the subject did: "responded with air strikes".
  private static let answering: Set<String> = ["respond", "retaliate", "react", "reply", "answer"]

  /// Who owns what a noun says: possessors and demonyms, the subject of a light verb, who claims responsibility for
  /// it, who leads it.
  func owner(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    var result: [Filler] = []
    let owners = document.owners[tree.index][n]
    if let first = owners.first {
      result.append(.actors(hyphenPartners(tree, n).filter { $0 != first } + owners, token: n))
    }
    result += leaders(tree, n)
    if let verb = lightVerb(tree, n) { result += deepSubject(tree, verb) }
    result += claimants(tree, n)
    // "an attack carried out by the group", "the war that Russia launched"
    for clause in tree.children(n, .acl)
    where words.contains(tree.lemma(clause), in: .light) || words.contains(tree.lemma(clause), in: .claim) {
      if isPassive(tree, clause) {
        result += deepSubject(tree, clause)
        if ["blame", "pin"].contains(tree.lemma(clause)) {
          result += tree.children(clause, .obl).filter { tree.preposition($0) == "on" }.map { .token($0) }
        }
        if ["attribute", "ascribe"].contains(tree.lemma(clause)) {
          result += tree.children(clause, .obl).filter { tree.preposition($0) == "to" }.map { .token($0) }
        }
      } else if let subject = tree.child(clause, .nsubj) {
        result.append(.token(subject))
      }
    }
    // A name's own possessor for a noun in front of it: "Syria's ally Iran".
    if let head = tree.head(n), tree.label(n).isDescription || [.compound, .amod].contains(tree.relation(n)) {
      for possessor in tree.children(head) where tree.label(possessor).isPossessive {
        result.append(.token(possessor))
      }
    }
    if result.isEmpty { result += participants(tree, n) }
    return result
  }

  private static let meetings: Set<String> = [
    "meeting", "talk", "summit", "contact", "conversation", "discussion", "negotiation", "consultation",
    "call",
  ]

  /// Who is in an event that a clause only mentions beside its own: "died in clashes with the army", "seized the town
  /// amid fighting with …" make the clause's subject a party of the clashes.
  func participants(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    let first = tree.firstConjunct(n)
    // "suffered casualties in the battle with X", "lost hundreds of men in clashes with X"
    if tree.relation(first) == .nmod, tree.preposition(first) != "of", let loss = losses(tree, above: first) {
      guard let verb = tree.head(loss) else { return [] }
      return surfaceSubject(tree, verb)
    }
    let isMeeting = Self.meetings.contains(tree.lemma(n))
    guard
      words.contains(tree.lemma(n), in: .event) || words.contains(tree.form(n).lowercased(), in: .event)
        || isMeeting,
      tree.relation(first) == .obl || tree.relation(first) == .advcl, let verb = tree.head(first),
      tree.isVerb(verb), !words.contains(tree.lemma(verb), in: .say),
      !words.contains(tree.lemma(verb), in: .light)
    else { return [] }
    let preposition =
      tree.preposition(first) ?? tree.child(first, .mark).map { tree.form($0).lowercased() } ?? ""
    guard
      (isMeeting && ["at", "before", "ahead_of"].contains(preposition))
        || ["in", "during", "amid", "after", "following", "despite", "through"].contains(preposition),
      tree.children(n, .nmod, .obl).contains(where: {
        ["with", "against"].contains(tree.preposition($0) ?? "")
      }) || preposition == "in" && n + 1 < tree.count && ["on", "against"].contains(tree.lemma(n + 1))
    else { return [] }
    return surfaceSubject(tree, verb)
  }

  /// The object of a verb of losing that an event hangs on.
  private func losses(_ tree: SentenceTree, above n: Int) -> Int? {
    guard words.contains(tree.lemma(n), in: .event), var node = tree.head(n) else { return nil }
    while tree.relation(node) == .nmod, tree.preposition(node) == "of", let above = tree.head(node) {
      node = above
    }
    guard tree.relation(node) == .obj, let verb = tree.head(node),
      ["suffer", "lose", "sustain", "incur"].contains(tree.lemma(verb))
    else { return nil }
    return node
  }

  /// Verbs whose subject takes part in what they govern: "joined the talks", "signed the truce".
  private static let attending: Set<String> = [
    "attend", "join", "enter", "sign", "reach", "hold", "begin", "start", "resume", "agree", "accept", "quit",
    "leave",
  ]

  /// Who takes part in talks or a deal by what the clause says of them.
  func parties(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    guard let verb = tree.head(tree.firstConjunct(n)), tree.isVerb(verb),
      Self.attending.contains(tree.lemma(verb)),
      [.obj, .obl].contains(tree.relation(tree.firstConjunct(n)))
    else { return [] }
    return surfaceSubject(tree, verb)
  }

  /// Who is said to be behind an event: "claimed responsibility for the attack", "was behind the attack",
  /// "blamed the group for the attack".
  func claimants(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    let first = tree.firstConjunct(n)
    guard words.contains(tree.lemma(n), in: .event), let head = tree.head(first) else { return [] }
    let preposition = tree.preposition(first)
    switch tree.relation(first) {
    case .nmod where preposition == "for" && tree.lemma(head) == "responsibility",
      .obl where preposition == "for" && tree.lemma(head) == "responsibility":
      // "claimed responsibility for …", "responsibility for … was claimed by …"
      guard let verb = tree.head(head), tree.isVerb(verb), Self.claiming.contains(tree.lemma(verb)) else {
        return []
      }
      return deepSubject(tree, verb)
    case .obl where preposition == "for" && Self.claiming.contains(tree.lemma(head)),
      .advcl where preposition == "for" && Self.claiming.contains(tree.lemma(head)):
      guard tree.children(head, .obj, .nsubj).contains(where: { tree.lemma($0) == "responsibility" }) else {
        return []
      }
      return deepSubject(tree, head)
    case .obl where preposition == "for" && ["blame", "condemn"].contains(tree.lemma(head)):
      return tree.lemma(head) == "blame" ? deepObject(tree, head) : []
    case .obl where preposition == "for" && tree.lemma(head) == "responsible":
      return adjectiveSubject(tree, head)
    case .obj where ["claim", "perpetrate", "plan", "mastermind"].contains(tree.lemma(head)):
      return deepSubject(tree, head)
    case .obj where tree.lemma(head) == "blame":
      return tree.children(head, .obl).filter { tree.preposition($0) == "on" }.map { .token($0) }
    case .root, .ccomp, .parataxis, .acl, .advcl, .conj, .obl, .nmod: break
    case .nsubj where tree.label(first).isPassive && tree.lemma(head) == "claim":
      return deepSubject(tree, head)
    case .nsubj where tree.label(first).isPassive && tree.lemma(head) == "blame":
      return tree.children(head, .obl).filter { tree.preposition($0) == "on" }.map { .token($0) }
    default: return []
    }
    // "the group behind the attack", "the group was behind the attack"
    guard tree.preposition(n) == "behind" else { return [] }
    if let subject = tree.child(n, .nsubj) { return [.token(subject)] }
    if tree.relation(n) == .nmod, tree.isNominal(head) { return [.token(head)] }
    if tree.relation(n) == .acl, tree.isNominal(head) { return [.token(head)] }
    return []
  }

  private static let claiming: Set<String> = ["claim", "take", "accept", "assume", "admit"]

  /// "US-led campaign", "Qatari-brokered talks": who is named before the participle acts in the event.
  func leaders(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    guard
      words.contains(tree.lemma(n), in: .event)
        || ["deal", "truce", "ceasefire", "agreement", "accord"].contains(tree.lemma(n))
    else { return [] }
    return tree.children(n, .amod, .compound, .acl).filter {
      $0 < n
        && ["led", "imposed", "launched", "brokered", "mediated", "hosted", "conducted"].contains(
          tree.form($0).lowercased())
    }.flatMap { compoundFirst(tree, $0) }
  }
}
