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
  private func subjectBefore(_ tree: SentenceTree, _ v: Int) -> Int? {
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
    return document.mentions[tree.index][top] != nil ? top : nil
  }

  /// The object of a verb that holds somebody answerable for what a gerund after "of", "for" or "from" says.
  private func blamed(_ tree: SentenceTree, _ v: Int, by head: Int) -> [Filler]? {
    guard tree.tag(v) == "VBG", tree.isVerb(head),
      tree.children(v, .mark, .case).contains(where: { ["of", "for", "from"].contains(tree.lemma($0)) })
    else { return nil }
    let object = deepObject(tree, head)
    return object.isEmpty ? nil : object
  }

  private static let subjectControl: Set<String> = [
    "promise", "vow", "threaten", "use", "send", "deploy", "spend", "take", "join", "make", "launch", "hold",
    "have",
  ]

  private static let objectControl: Set<String> = [
    "hire", "recruit", "contract", "train", "arm", "equip", "help", "order", "instruct", "allow", "enable",
    "permit", "force", "authorize", "authorise", "lead", "prompt", "mobilize", "mobilise", "enlist",
  ]

  /// Who is to act where that is not the subject: "accused X of backing Y", "called on X to fight Y".
  private func controller(_ tree: SentenceTree, of v: Int, under verb: Int) -> Int? {
    guard tree.isVerb(verb), !isPassive(tree, verb) else { return nil }
    let mark = tree.children(v, .mark, .case).first.map { tree.form($0).lowercased() }
    switch mark {
    case "of", "from", "for":
      return tree.tag(v) == "VBG" ? tree.child(verb, .obj) : nil
    case "to"
    where words.contains(tree.lemma(verb), in: .want) || Self.objectControl.contains(tree.lemma(verb)):
      if Self.subjectControl.contains(tree.lemma(verb)) { return nil }
      return tree.child(verb, .obj)
        ?? tree.children(verb, .obl).first {
          $0 < v && tree.lemma(verb) == "call" && ["on", "upon"].contains(tree.preposition($0) ?? "")
        }
    default: return nil
    }
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

  func prepositional(_ tree: SentenceTree, _ v: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, v, preposition)
    for child in tree.children(v, .obl, .nmod, .advcl, .acl) where tree.preposition(child) == preposition {
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
  private func nearest(_ tree: SentenceTree, after i: Int, below top: Int, _ preposition: String) -> [Int] {
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
      if tree.relation(child) == .advcl,
        tree.children(child, .mark).contains(where: {
          ["if", "because", "as", "while", "after"].contains(tree.lemma($0))
        })
      {
        continue
      }
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
  private func participants(_ tree: SentenceTree, _ n: Int) -> [Filler] {
    let first = tree.firstConjunct(n)
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
      })
    else { return [] }
    return surfaceSubject(tree, verb)
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
  private func claimants(_ tree: SentenceTree, _ n: Int) -> [Filler] {
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
  private func leaders(_ tree: SentenceTree, _ n: Int) -> [Filler] {
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
  private func hyphenPartners(_ tree: SentenceTree, _ n: Int) -> [Int] {
    let names = document.names[tree.index]
    for child in tree.children(n, .amod, .compound) where child < n {
      let start = names[child]?.tokens.lowerBound ?? child
      guard start >= 2, ["-", "–", "/"].contains(tree.form(start - 1)) else { continue }
      let first = names[start - 2]?.head ?? start - 2
      if let mention = document.mentions[tree.index][first] { return mention.actors }
    }
    return []
  }

  func prepositionalOfNoun(_ tree: SentenceTree, _ n: Int, _ preposition: String) -> [Filler] {
    var result: [Int] = phrasal(tree, n, preposition)
    for child in tree.children(n, .nmod, .obl, .acl) where tree.preposition(child) == preposition {
      result.append(child)
    }
    if let verb = lightVerb(tree, n), preposition != "of" {
      for child in tree.children(verb, .obl) where tree.preposition(child) == preposition && child != n {
        result.append(child)
      }
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

  // MARK: - Adjectives

  func adjectiveSubject(_ tree: SentenceTree, _ a: Int) -> [Filler] {
    if tree.child(a, .nsubj) != nil { return surfaceSubject(tree, a) }
    if tree.relation(a) == .amod || tree.relation(a) == .acl, let head = tree.head(a) {
      return [.token(head)]
    }
    return surfaceSubject(tree, a)
  }
}
