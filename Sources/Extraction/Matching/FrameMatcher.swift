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

  init(document: ResolvedDocument, words: WordClasses, frames: FrameLexicon) {
    self.document = document
    self.words = words
    self.frames = frames
    slots = SlotFinder(document: document, words: words)
    arguments = ArgumentResolver(document: document, words: words)
    judge = StatusJudge(words: words)
  }

  func match(_ tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    for i in 0..<tree.count {
      // The words of a name are no predicates ("Front", "Union", "Strike").
      if document.names[tree.index][i] != nil { continue }
      let lemma = tree.lemma(i)
      switch tree.partOfSpeech(i) {
      case .verb, .auxiliary:
        for predicate in frames.predicates(of: lemma, .verb) { result += matchVerb(tree, i, predicate) }
        // Nouns that say it whatever the verb: "advanced with the help of …".
        for predicate in frames.predicates(of: "*", .verb) { result += matchVerb(tree, i, predicate) }
        if tree.tag(i) == "VBN" || tree.tag(i) == "VBG" || tree.tag(i) == "VBD" {
          for predicate in frames.predicates(of: tree.form(i).lowercased(), .participle) { result += matchParticiple(tree, i, predicate) }
          for predicate in frames.predicates(of: tree.form(i).lowercased(), .adjective) { result += matchAdjective(tree, i, predicate) }
        }
        if tree.tag(i) == "VBG" {
          for predicate in frames.predicates(of: tree.form(i).lowercased(), .noun) { result += matchNoun(tree, i, predicate) }
        }
      case .noun, .properNoun:
        for predicate in frames.predicates(of: lemma, .noun) { result += matchNoun(tree, i, predicate) }
        for predicate in frames.predicates(of: tree.form(i).lowercased(), .participle) { result += matchParticiple(tree, i, predicate) }
      case .adjective, .adverb, .adposition, .other:
        for predicate in frames.predicates(of: lemma, .adjective) { result += matchAdjective(tree, i, predicate) }
        for predicate in frames.predicates(of: tree.form(i).lowercased(), .participle) { result += matchParticiple(tree, i, predicate) }
      default: break
      }
      if i + 2 < tree.count, tree.form(i + 1) == "-" {
        for predicate in frames.predicates(of: tree.form(i).lowercased(), .prefix) { result += matchPrefix(tree, i, predicate) }
      }
    }
    return result
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
          k != i && (tree.lemma(k) == lemma || tree.form(k).lowercased() == lemma) && tree.isDescendant(k, of: i)
        }
    }
  }

  private func matchVerb(_ tree: SentenceTree, _ v: Int, _ predicate: Predicate) -> [RelationCandidate] {
    guard hasCompanions(tree, v, predicate) else { return [] }
    var noun: Int?
    if let required = predicate.nounOfVerb {
      noun = tree.children(v, .obj, .obl, .xcomp, .compound).first { tree.lemma($0) == required }
      if noun == nil { return [] }
    }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject: return slots.deepSubject(tree, v)
      case .object: return slots.deepObject(tree, v).filter { filler in
        if case .token(let i) = filler, i == noun { return false }
        return true
      }
      case .indirectObject: return tree.children(v, .iobj).map { .token($0) }
      case .preposition(let p):
        var found = slots.prepositional(tree, v, p).filter { $0 != .token(noun ?? -1) }
        if let noun { found += slots.prepositionalOfNoun(tree, noun, p) }
        return found
      case .clauseSubject: return slots.clauseSubject(tree, v)
      case .clauseObject: return slots.clauseObject(tree, v)
      case .owner: return noun.map { slots.owner(tree, $0) } ?? []
      case .copula, .first, .head: return []
      }
    }
    let judgement = judge.judge(tree, v)
    return combine(tree, v, predicate, judgement, sources: predicate.sources.map(fill), targets: predicate.targets.map(fill))
  }

  private func matchNoun(_ tree: SentenceTree, _ n: Int, _ predicate: Predicate) -> [RelationCandidate] {
    guard hasCompanions(tree, n, predicate) else { return [] }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .owner: return slots.owner(tree, n)
      case .copula: return slots.copula(tree, n)
      case .subject: return slots.lightVerb(tree, n).map { slots.deepSubject(tree, $0) } ?? []
      case .object: return slots.lightVerb(tree, n).map { slots.deepObject(tree, $0).filter { $0 != .token(n) } } ?? []
      case .preposition(let p): return slots.prepositionalOfNoun(tree, n, p)
      case .indirectObject: return slots.lightVerb(tree, n).map { tree.children($0, .iobj).map { .token($0) } } ?? []
      case .head: return tree.head(n).map { [.token($0)] } ?? []
      case .clauseSubject, .clauseObject, .first: return []
      }
    }
    let judgement = judge.judge(tree, n)
    return combine(tree, n, predicate, judgement, sources: predicate.sources.map(fill), targets: predicate.targets.map(fill))
  }

  private func matchAdjective(_ tree: SentenceTree, _ a: Int, _ predicate: Predicate) -> [RelationCandidate] {
    guard hasCompanions(tree, a, predicate) else { return [] }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject, .head, .copula, .owner: return slots.adjectiveSubject(tree, a)
      case .object, .indirectObject: return []
      case .preposition(let p): return slots.prepositional(tree, a, p)
      case .clauseSubject: return slots.clauseSubject(tree, a)
      case .clauseObject: return slots.clauseObject(tree, a)
      case .first: return compoundFirst(tree, a)
      }
    }
    let judgement = judge.judge(tree, a)
    return combine(tree, a, predicate, judgement, sources: predicate.sources.map(fill), targets: predicate.targets.map(fill))
  }

  /// "Iran-backed militias": the name before the hyphen, and the noun that the compound modifies.
  private func matchParticiple(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate) -> [RelationCandidate] {
    let first = compoundFirst(tree, p)
    guard !first.isEmpty, let head = compoundHead(tree, p) else { return [] }
    let frame = frames.frame(of: predicate)
    // "X-led coalition": a part of it; "X-led campaign": X is who acts in it.
    if frame.type == .partOf, words.classes(of: tree.lemma(head)).isDisjoint(with: [.coalition, .group, .force]) { return [] }
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .first: return first
      case .head, .copula, .subject, .object: return [.token(head)]
      default: return []
      }
    }
    let judgement = judge.judge(tree, p)
    return combine(tree, p, predicate, judgement, sources: predicate.sources.map(fill), targets: predicate.targets.map(fill))
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
      case .head, .subject: return [.token(head)]
      default: return []
      }
    }
    return combine(
      tree, p, predicate, Judgement(status: .asserted), sources: predicate.sources.map(fill), targets: predicate.targets.map(fill))
  }

  /// The actors before the hyphen of a compound whose second part is `p`.
  private func compoundFirst(_ tree: SentenceTree, _ p: Int) -> [Filler] {
    guard p >= 2, tree.form(p - 1) == "-" || tree.form(p - 1) == "–" else { return [] }
    var result: [Int] = []
    let names = document.names[tree.index]
    var end = p - 2
    while end >= 0 {
      let token = names[end]?.head ?? end
      guard let actors = document.mentions[tree.index][token]?.actors else { break }
      result += actors
      let start = names[end]?.tokens.lowerBound ?? end
      // "US-Saudi-backed", "Russian- and Iranian-backed"
      if start >= 2, tree.form(start - 1) == "-" { end = start - 2 } else { break }
    }
    return result.isEmpty ? [] : [.actors(result, token: p - 2)]
  }

  /// The noun that a compound modifies: its head in the tree where that lies behind it, else the next noun that is not a
  /// modifier itself.
  private func compoundHead(_ tree: SentenceTree, _ p: Int) -> Int? {
    var node = p
    for _ in 0..<4 {
      guard let head = tree.head(node) else { break }
      if head > p, tree.isNominal(head), tree.partOfSpeech(head) != .verb { return head }
      if head < p, tree.relation(node) == .acl || tree.relation(node) == .amod, tree.isNominal(head) { return head }
      node = head
      if node > p { break }
    }
    var k = p + 1
    while k < tree.count, k < p + 7 {
      let pos = tree.partOfSpeech(k)
      if pos == .noun || pos == .properNoun {
        let next = k + 1 < tree.count ? tree.partOfSpeech(k + 1) : .punctuation
        if next != .noun && next != .properNoun { return document.names[tree.index][k]?.head ?? k }
      } else if pos != .adjective && pos != .verb && pos != .numeral && pos != .punctuation && tree.form(k) != "-" {
        return nil
      }
      k += 1
    }
    return nil
  }

  // MARK: - Putting the arguments together

  private func combine(
    _ tree: SentenceTree, _ p: Int, _ predicate: Predicate, _ judgement: Judgement, sources: [[Filler]], targets: [[Filler]]
  ) -> [RelationCandidate] {
    let frame = frames.frame(of: predicate)
    let from = resolve(tree, sources)
    let to = resolve(tree, targets)
    var pairs: [(Argument, Argument)] = []
    for source in from { for target in to where source.actor != target.actor { pairs.append((source, target)) } }
    if frame.isMutual, pairs.isEmpty {
      let group = from.count > 1 ? from : from.isEmpty ? to : []
      for (n, a) in group.enumerated() { for b in group[(n + 1)...] where a.actor != b.actor { pairs.append((a, b)) } }
    }
    return pairs.map { source, target in
      RelationCandidate(
        source: source, target: target, type: frame.type, support: frame.support,
        status: frame.status.map { judgement.status == .asserted ? $0 : judgement.status } ?? judgement.status,
        isNegated: judgement.isNegated, rule: frame.id, isWeak: frame.isWeak, sentence: tree.index, predicate: p,
        attribution: judgement.attribution, hasInitiator: frame.type == .fighting && !frame.isMutual)
    }
  }

  private func resolve(_ tree: SentenceTree, _ slots: [[Filler]]) -> [Argument] {
    var result: [Argument] = []
    for fillers in slots {
      for filler in fillers {
        for argument in arguments.arguments(tree, filler) where !result.contains(where: { $0.actor == argument.actor }) {
          result.append(argument)
        }
      }
    }
    return result
  }
}
