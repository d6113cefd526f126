import Documents
import Relations

/// Matches the frames of the lexicon against the trees of an article.
struct FrameMatcher {
  let document: ResolvedDocument
  let words: WordClasses
  let frames: FrameLexicon
  let slots: SlotFinder
  let arguments: ArgumentResolver
  let judge: StatusJudge
  /// Where the actors found for each predicate are noted, complete or not, for those who want to know.
  var log: PredicateLog?

  init(document: ResolvedDocument, words: WordClasses, frames: FrameLexicon) {
    self.document = document
    self.words = words
    self.frames = frames
    slots = SlotFinder(document: document, words: words)
    arguments = ArgumentResolver(document: document, words: words, slots: slots)
    judge = StatusJudge(words: words)
  }

  func match(_ tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    // Teams that meet, clash and beat one another are no parties to a conflict.
    if (0..<tree.count).contains(where: { words.contains(tree.lemma($0), in: .sport) }) { return [] }
    // The words of a name are no predicates ("Front", "Union", "Strike").
    for i in 0..<tree.count where document.names[tree.index][i] == nil {
      let lemma = tree.lemma(i)
      let form = tree.form(i).lowercased()
      func verbs(_ key: String) {
        for p in applicable(tree, i, key, .verb) { result += matchVerb(tree, i, p) }
      }
      func nouns(_ key: String) {
        for p in applicable(tree, i, key, .noun) { result += matchNoun(tree, i, p) }
      }
      func adjectives(_ key: String) {
        for p in applicable(tree, i, key, .adjective) { result += matchAdjective(tree, i, p) }
      }
      func participles() {
        for p in applicable(tree, i, form, .participle) { result += matchParticiple(tree, i, p) }
      }
      switch tree.partOfSpeech(i) {
      case .verb, .auxiliary:
        // "government-sanctioned militias": compounds are for participles.
        if i < 2 || tree.form(i - 1) != "-" || tree.relation(i) != .amod { verbs(lemma) }
        // Nouns that say it whatever the verb: "advanced with the help of …".
        verbs("*")
        if ["VBN", "VBG", "VBD"].contains(tree.tag(i)) {
          participles()
          adjectives(form)
        }
        if tree.tag(i) == "VBG" { nouns(form) }
      case .noun, .properNoun:
        nouns(lemma)
        participles()
        // "Russia backs the junta": a noun with an object is a verb.
        if tree.child(i, .obj) != nil, tree.child(i, .case) == nil { verbs(lemma) }
      case .adjective, .adverb, .adposition, .other:
        adjectives(lemma)
        participles()
        if slots.isMistakenParticiple(tree, i) { for key in Self.verbs(of: form) + ["*"] { verbs(key) } }
        // "its ally Moscow": nouns before names are easily taken for adjectives.
        if tree.relation(i) == .amod || tree.relation(i) == .compound {
          let isBeforeName = tree.head(i).map { document.names[tree.index][$0] != nil } == true
          for p in applicable(tree, i, lemma, .noun)
          where isBeforeName && (p.sources + p.targets).contains(.copula) {
            result += matchNoun(tree, i, p)
          }
        }
      default: break
      }
      if i + 2 < tree.count, tree.form(i + 1) == "-" {
        for p in frames.predicates(of: form, .prefix) { result += matchPrefix(tree, i, p) }
      }
      // "Anti-Houthi" may be one token.
      if let hyphen = form.utf8.firstIndex(of: UInt8(ascii: "-")), hyphen != form.startIndex {
        for p in frames.predicates(of: String(form[..<hyphen]), .prefix) {
          result += matchJoinedPrefix(
            tree, i, p, String(Substring(tree.form(i).utf8.drop { $0 != UInt8(ascii: "-") }.dropFirst())))
        }
      }
    }
    return result
  }

  /// The predicates of a word whose other words are there, without those whose sense a longer one of another type
  /// changes: in "hit Iran with sanctions" nobody is hit, and a "trade war" is no war.
  private func applicable(_ tree: SentenceTree, _ i: Int, _ key: String, _ kind: PredicateKind) -> [Predicate]
  {
    let present = frames.predicates(of: key, kind).filter {
      hasCompanions(tree, i, $0) && ($0.nounOfVerb == nil || noun(tree, i, $0) != nil)
    }
    guard present.count > 1 else { return present }
    return present.filter { short in
      !present.contains { long in
        Self.length(long) > Self.length(short) && short.lemmas.allSatisfy(long.lemmas.contains)
          && short.nounOfVerb == nil && changesSense(tree, i, long)
          && frames.frame(of: long).type != frames.frame(of: short).type
      }
    }
  }

  /// What a form in "ed" may be the past participle of.
  private static func verbs(of form: String) -> [String] {
    guard form.hasSuffix("ed"), form.count > 4 else { return [] }
    let stem = String(form.dropLast(2))
    return [stem, stem + "e"]
  }

  private static func length(_ predicate: Predicate) -> Int {
    predicate.lemmas.count + (predicate.nounOfVerb == nil ? 0 : 1)
  }

  /// Objects and what something is done with belong to the sense of a verb; other obliques only add to it.
  private func changesSense(_ tree: SentenceTree, _ i: Int, _ predicate: Predicate) -> Bool {
    guard let noun = noun(tree, i, predicate) else { return true }
    return tree.relation(noun) != .obl || tree.preposition(noun) == "with"
  }

  /// The noun that a verb needs, as its object or an oblique.
  private func noun(_ tree: SentenceTree, _ v: Int, _ predicate: Predicate) -> Int? {
    guard let required = predicate.nounOfVerb else { return nil }
    return tree.children(v, .obj, .obl, .xcomp, .compound).first {
      tree.lemma($0) == required && !Self.circumstantial.contains(tree.preposition($0) ?? "")
        && (predicate.prepositionOfNoun == nil || tree.preposition($0) == predicate.prepositionOfNoun)
    }
      ?? (predicate.lemmas == ["*"] ? adjunct(tree, v, required, predicate.prepositionOfNoun) : nil)
      ?? tree.children(v, .nsubj).first {
        tree.label($0).isPassive && tree.lemma($0) == required && predicate.prepositionOfNoun == nil
      }
  }

  /// What follows these is no part of what a verb says.
  private static let circumstantial: Set<String> = [
    "over", "about", "after", "despite", "amid", "during", "because_of", "due_to", "following", "before",
    "without",
  ]

  /// An adjunct of a verb that the tree has attached to a noun before it ("retook ground from rebels with help from …"),
  /// or to its subject ("forces with Russian air support took back …").
  private func adjunct(_ tree: SentenceTree, _ v: Int, _ noun: String, _ preposition: String?) -> Int? {
    (0..<tree.count).first { k in
      guard tree.lemma(k) == noun, tree.preposition(k) == preposition, tree.relation(k) == .nmod,
        var node = tree.head(k)
      else { return false }
      while tree.isNominal(node), [.nmod, .obj, .obl, .nsubj, .conj].contains(tree.relation(node)),
        let above = tree.head(node)
      {
        node = above
      }
      return node == v
    }
  }

  // MARK: - Kinds of predicate

  /// Whether the other words of a phrase ("carry out", "state of war") stand below its head.
  private func hasCompanions(_ tree: SentenceTree, _ i: Int, _ predicate: Predicate) -> Bool {
    guard predicate.lemmas.count > 1 else { return true }
    let own = tree.lemma(i)
    let form = tree.form(i).lowercased()
    return predicate.lemmas.allSatisfy { lemma in
      lemma == own || lemma == form || lemma == "*"
        || (max(0, i - 4)..<min(tree.count, i + 7)).contains { k in
          k != i && (tree.lemma(k) == lemma || tree.form(k).lowercased() == lemma)
            && tree.isDescendant(k, of: i)
        }
    }
  }

  private func matchVerb(_ tree: SentenceTree, _ v: Int, _ predicate: Predicate) -> [RelationCandidate] {
    let noun = noun(tree, v, predicate)
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject: return slots.deepSubject(tree, v)
      case .object:
        return slots.deepObject(tree, v).filter { filler in
          if case .token(let i) = filler, i == noun { return false }
          return true
        }
      case .indirectObject: return tree.children(v, .iobj).map { .token($0) }
      case .preposition(let p):
        // What "with" adds to any verb has arguments of its own only.
        let own = predicate.lemmas == ["*"] && predicate.prepositionOfNoun != nil
        var found = own ? [] : slots.prepositional(tree, v, p).filter { $0 != .token(noun ?? -1) }
        if let noun { found += slots.prepositionalOfNoun(tree, noun, p) }
        return found
      case .clauseSubject: return slots.clauseSubject(tree, v)
      case .clauseObject: return slots.clauseObject(tree, v)
      case .owner: return noun.map { slots.owner(tree, $0) } ?? []
      case .copula, .first, .head: return []
      }
    }
    let judgement = judge.judge(tree, v)
    return combine(
      tree, v, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  private func matchNoun(_ tree: SentenceTree, _ n: Int, _ predicate: Predicate) -> [RelationCandidate] {
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .owner: return slots.owner(tree, n)
      case .copula: return slots.copula(tree, n)
      case .subject: return slots.lightVerb(tree, n).map { slots.deepSubject(tree, $0) } ?? []
      case .object:
        return slots.lightVerb(tree, n).map { slots.deepObject(tree, $0).filter { $0 != .token(n) } } ?? []
      case .preposition(let p): return slots.prepositionalOfNoun(tree, n, p)
      case .indirectObject:
        return slots.lightVerb(tree, n).map { tree.children($0, .iobj).map { .token($0) } } ?? []
      case .head: return tree.head(n).map { [.token($0)] } ?? []
      case .clauseSubject, .clauseObject, .first: return []
      }
    }
    let judgement = judge.judge(tree, n)
    return combine(
      tree, n, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  private func matchAdjective(_ tree: SentenceTree, _ a: Int, _ predicate: Predicate) -> [RelationCandidate] {
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject, .head, .copula, .owner: return slots.adjectiveSubject(tree, a)
      case .object, .indirectObject: return []
      case .preposition(let p): return slots.prepositional(tree, a, p)
      case .clauseSubject: return slots.clauseSubject(tree, a)
      case .clauseObject: return slots.clauseObject(tree, a)
      case .first: return slots.compoundFirst(tree, a)
      }
    }
    let judgement = judge.judge(tree, a)
    return combine(
      tree, a, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  /// "Iran-backed militias": the name before the hyphen, and the noun that the compound modifies.
  private func matchParticiple(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate) -> [RelationCandidate]
  {
    let first = slots.compoundFirst(tree, p)
    guard !first.isEmpty, let head = compoundHead(tree, p) else { return [] }
    let frame = frames.frame(of: predicate)
    // "X-led coalition": a part of it; "X-led campaign": X is who acts in it.
    if frame.type == .partOf, predicate.sources == [.first],
      words.classes(of: tree.lemma(head)).isDisjoint(with: [.coalition, .group, .force])
    {
      return []
    }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .first: return first
      case .head, .copula, .subject, .object: return [.alone(head)]
      default: return []
      }
    }
    let judgement = judge.judge(tree, p)
    return combine(
      tree, p, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  /// "pro-Assad troops", "anti-government protesters".
  private func matchPrefix(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate) -> [RelationCandidate] {
    let first = p + 2
    let inside = document.names[tree.index][first]?.head ?? first
    guard let actors = document.mentions[tree.index][inside]?.actors, !actors.isEmpty else { return [] }
    guard let head = compoundHead(tree, inside) ?? compoundHead(tree, p) else { return [] }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .first: return [.actors(actors, token: inside)]
      case .head, .subject: return [.alone(head)]
      default: return []
      }
    }
    return combine(
      tree, p, predicate, Judgement(status: .asserted), sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  private func matchJoinedPrefix(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate, _ name: String)
    -> [RelationCandidate]
  {
    guard let actor = document.register.index(called: name), let head = compoundHead(tree, p) else {
      return []
    }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .first: return [.actors([actor], token: p)]
      case .head, .subject: return [.alone(head)]
      default: return []
      }
    }
    return combine(
      tree, p, predicate, Judgement(status: .asserted), sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  /// The noun that a compound modifies: its head in the tree where that lies behind it, else the next noun that is not a
  /// modifier itself.
  private func compoundHead(_ tree: SentenceTree, _ p: Int) -> Int? {
    var node = p
    for _ in 0..<4 {
      guard let head = tree.head(node) else { break }
      if head > p, tree.isNominal(head), tree.partOfSpeech(head) != .verb { return head }
      if head < p, tree.relation(node) == .acl || tree.relation(node) == .amod, tree.isNominal(head) {
        return head
      }
      node = head
      if node > p { break }
    }
    var k = p + 1
    while k < tree.count, k < p + 7 {
      let pos = tree.partOfSpeech(k)
      if pos == .noun || pos == .properNoun {
        if words.contains(tree.lemma(k), in: .coalition) { return k }
        let next = k + 1 < tree.count ? tree.partOfSpeech(k + 1) : .punctuation
        if next != .noun && next != .properNoun { return document.names[tree.index][k]?.head ?? k }
      } else if pos != .adjective && pos != .verb && pos != .numeral && pos != .punctuation
        && tree.form(k) != "-"
      {
        return nil
      }
      k += 1
    }
    return nil
  }

  // MARK: - Putting the arguments together

  private func combine(
    _ tree: SentenceTree, _ p: Int, _ predicate: Predicate, _ judgement: Judgement, sources: [[Filler]],
    targets: [[Filler]]
  ) -> [RelationCandidate] {
    let frame = frames.frame(of: predicate)
    var pairs: [(Argument, Argument)] = []
    if frame.isMutual, let group = between(tree, predicate, sources, targets) {
      log?.add(tree, p, frame, sources: group, targets: [])
      pairs = Self.pairs(among: group)
    } else {
      let from = resolve(tree, sources).filter { canServe($0, frame) }
      var to = resolve(tree, targets).filter { canServe($0, frame) && canUndergo(tree, $0, frame) }
      if frame.type == .negotiatesWith, to.isEmpty || !frame.isMutual {
        to += parties(tree, targets).filter { party in !to.contains { $0.actor == party.actor } }
      }
      log?.add(tree, p, frame, sources: from, targets: to)
      for source in from {
        for target in to where source.actor != target.actor { pairs.append((source, target)) }
      }
      if frame.isMutual, to.isEmpty, predicate.sources.first != .copula || tree.child(p, .cop) != nil {
        // Only those who are named together: "Russia and Turkey met", "the Saudi-Houthi clashes".
        for filler in sources.joined() {
          pairs += Self.pairs(among: arguments.arguments(tree, filler).filter { canServe($0, frame) })
          if !pairs.isEmpty { break }
        }
      }
    }
    var joint: [RelationCandidate] = []
    if frame.type == .fighting, !frame.isMutual, !frame.isWeak, !judgement.isNegated {
      joint = Self.pairs(among: resolve(tree, sources)).filter { $0.0.path != .event && $0.1.path != .event }
        .filter { pair in !pairs.contains { $0.0.actor == pair.0.actor && $0.1.actor == pair.1.actor } }
        .map { first, second in
          RelationCandidate(
            source: first, target: second, type: .alliedWith, status: judgement.status,
            rule: "allied.joint_attack", isWeak: true, sentence: tree.index, predicate: p,
            attribution: judgement.attribution)
        }
    }
    // An alliance is not its own ally.
    if frame.type == .alliedWith, predicate.kind == .noun, predicate.sources.first != .copula {
      let own = document.mentions[tree.index][p]?.actors ?? []
      pairs.removeAll { own.contains($0.0.actor) || own.contains($0.1.actor) }
    }
    if frame.type == .partOf {
      pairs.removeAll { !MembershipRule.allows($0.0.actor, in: $0.1.actor, document.register) }
    }
    // "NATO ally Turkey" is one of its members.
    if frame.type == .alliedWith, predicate.kind == .noun, predicate.sources.first == .copula {
      pairs.removeAll { document.register[$0.1.actor].kind == .internationalOrganization }
    }
    // "tension between X and Y": each opposes the other.
    if frame.isMutual, frame.type == .opposes { pairs += pairs.map { ($0.1, $0.0) } }
    return joint
      + pairs.map { source, target in
        RelationCandidate(
          source: source, target: target, type: frame.type, support: frame.support,
          status: frame.status.map { judgement.status == .asserted ? $0 : judgement.status }
            ?? judgement.status,
          isNegated: judgement.isNegated, rule: frame.id, isWeak: frame.isWeak, sentence: tree.index,
          predicate: p,
          attribution: judgement.attribution, cue: judgement.cue, isHypothetical: judgement.isHypothetical,
          hasInitiator: frame.type == .fighting && !frame.isMutual)
      }
  }

  /// Who takes part in the talks, the truce or the deal that somebody hosts or brokers: "hosted talks between X and Y".
  private func parties(_ tree: SentenceTree, _ targets: [[Filler]]) -> [Argument] {
    targets.joined().flatMap { filler -> [Argument] in
      let n: Int
      switch filler {
      case .token(let token), .alone(let token): n = token
      case .actors: return []
      }
      guard Self.encounters.contains(tree.lemma(n)) else { return [] }
      return resolve(
        tree,
        ["between", "with", "among"].map { slots.prepositionalOfNoun(tree, n, $0) } + [slots.parties(tree, n)]
      )
    }
  }

  private static let encounters: Set<String> = [
    "talk", "negotiation", "meeting", "summit", "dialogue", "truce", "ceasefire", "cease-fire", "deal",
    "agreement",
    "accord", "discussion", "armistice", "exchange", "swap",
  ]

  /// The two or more whom "between" or "among" names, and who therefore stand in the relation to one another whoever
  /// held the talks or reported the clashes.
  private func between(
    _ tree: SentenceTree, _ predicate: Predicate, _ sources: [[Filler]], _ targets: [[Filler]]
  ) -> [Argument]? {
    for (slot, fillers) in zip(predicate.sources + predicate.targets, sources + targets) {
      guard case .preposition(let words) = slot, words == "between" || words == "among" else { continue }
      let group = resolve(tree, [fillers])
      if group.count > 1 { return group }
      if let first = group.first, case .token(let i)? = fillers.first,
        let second = secondPart(tree, after: i),
        second.actor != first.actor
      {
        return [first, second]
      }
    }
    return nil
  }

  /// Whoever follows the first "and" after a token, where the tree has attached it to something in between:
  /// "between rebels loyal to the president and the army".
  private func secondPart(_ tree: SentenceTree, after i: Int) -> Argument? {
    guard i + 1 < tree.count,
      let and = (i + 1..<min(tree.count, i + 16)).first(where: { tree.lemma($0) == "and" })
    else { return nil }
    for k in and..<min(tree.count, and + 6) {
      guard let mention = document.mentions[tree.index][k], mention.form != .modifier,
        let actor = mention.actors.first
      else { continue }
      return Argument(actor: actor, token: k, path: .direct)
    }
    return nil
  }

  private static func pairs(among group: [Argument]) -> [(Argument, Argument)] {
    group.indices.flatMap { n in
      group[(n + 1)...].filter { $0.actor != group[n].actor }.map { (group[n], $0) }
    }
  }

  /// Whether an argument can be the second end: who backs the plans, efforts and talks of others need not back them, and
  /// who killed "three Israelis" killed civilians.
  private func canUndergo(_ tree: SentenceTree, _ argument: Argument, _ frame: Frame) -> Bool {
    switch frame.type {
    case .backs:
      return argument.path != .thing
        && (argument.path != .event || Self.struggles.contains(tree.lemma(argument.token)))
    case .fighting where frame.id.hasPrefix("fighting.kill"):
      guard argument.path == .direct, document.names[tree.index][argument.token] != nil,
        document.register[argument.actor].kind != .armedGroup
      else { return true }
      return tree.child(argument.token, .nummod) == nil
        && !tree.children(argument.token, .det).contains { ["a", "an"].contains(tree.lemma($0)) }
    default: return true
    }
  }

  private static let struggles: Set<String> = [
    "war", "campaign", "offensive", "counteroffensive", "counter-offensive", "fight", "battle", "struggle",
    "operation",
    "invasion", "intervention", "push", "advance", "insurgency", "rebellion", "uprising", "revolt",
    "resistance",
    "crackdown", "mission", "attack", "assault",
  ]

  /// Whether an argument can act: what only belongs to somebody ("Israel's settlement plan") acts for nobody.
  private func canServe(_ argument: Argument, _ frame: Frame) -> Bool {
    argument.path != .thing || frame.type == .opposes
  }

  private func resolve(_ tree: SentenceTree, _ slots: [[Filler]]) -> [Argument] {
    var result: [Argument] = []
    for fillers in slots {
      for filler in fillers {
        for argument in arguments.arguments(tree, filler)
        where !result.contains(where: { $0.actor == argument.actor }) {
          result.append(argument)
        }
      }
    }
    return result
  }
}
