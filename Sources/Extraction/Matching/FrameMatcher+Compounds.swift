import Relations

/// Predicates inside of compounds: "Iran-backed", "pro-Assad", "anti-government".
extension FrameMatcher {
  /// "Iran-backed militias": the name before the hyphen, and the noun that the compound modifies.
  func matchParticiple(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate) -> [RelationCandidate] {
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
    var targets = predicate.targets.map(fill)
    if frame.type == .backs, resolve(tree, targets).isEmpty { targets += [actors(tree, amid: head)] }
    return combine(
      tree, p, predicate, judgement, sources: predicate.sources.map(fill), targets: targets)
  }

  /// Who acts in an event that a clause has as its setting, where nobody owns it: "after weeks of a U.S.-backed offensive,
  /// Iraqi forces entered the city".
  private func actors(_ tree: SentenceTree, amid event: Int) -> [Filler] {
    guard words.contains(tree.lemma(event), in: .event) else { return [] }
    var node = event
    while tree.relation(node) == .nmod || tree.relation(node) == .conj, let above = tree.head(node),
      tree.isNominal(above)
    {
      node = above
    }
    guard tree.relation(node) == .obl,
      ["after", "during", "in", "since", "amid", "as_part_of", "following"].contains(
        tree.preposition(node) ?? ""),
      let verb = tree.head(node), tree.isVerb(verb), !words.contains(tree.lemma(verb), in: .say),
      !slots.isPassive(tree, verb)
    else { return [] }
    return slots.surfaceSubject(tree, verb)
  }

  /// "pro-Assad troops", "anti-government protesters".
  func matchPrefix(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate) -> [RelationCandidate] {
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

  func matchJoinedPrefix(_ tree: SentenceTree, _ p: Int, _ predicate: Predicate, _ name: String)
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
  func compoundHead(_ tree: SentenceTree, _ p: Int) -> Int? {
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
}
