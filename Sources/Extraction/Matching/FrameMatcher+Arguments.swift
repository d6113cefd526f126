import Relations

/// Putting the arguments of a predicate together.
extension FrameMatcher {
  func combine(
    _ tree: SentenceTree, _ p: Int, _ predicate: Predicate, _ judgement: Judgement, sources: [[Filler]],
    targets: [[Filler]]
  ) -> [RelationCandidate] {
    let frame = frames.frame(of: predicate)
    var pairs: [(Argument, Argument)] = []
    var onLand: [RelationCandidate] = []
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
      if frame.type == .fighting, !frame.isMutual, to.isEmpty {
        onLand = attacksOnLand(tree, p, frame, judgement, from, targets)
      }
      for source in from {
        for target in to where source.actor != target.actor { pairs.append((source, target)) }
      }
      if from.count > 1, from.count < 4, targets.joined().contains(where: { isReciprocal(tree, $0) }) {
        // "both sides accused each other": each does it to the other.
        pairs += Self.pairs(among: from)
        if frame.type != .fighting { pairs += Self.pairs(among: from.reversed()) }
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
    // "refused to recognise the government": who denies recognition is against those who claim it.
    if frame.id == "backs.endorse", judgement.isNegated,
      ["recognise", "recognize", "recognition"].contains(tree.lemma(p))
    {
      return pairs.filter { document.names[tree.index][$0.1.token] != nil }.map { source, target in
        RelationCandidate(
          source: source, target: target, type: .opposes, status: .asserted, rule: "opposes.no_recognition",
          sentence: tree.index, predicate: p, attribution: judgement.attribution)
      }
    }
    return joint + onLand
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

  /// Who attacks a place attacks whose it is: surely where one state attacks what the text calls another's, perhaps where a
  /// group strikes a town that only lies in the state.
  private func attacksOnLand(
    _ tree: SentenceTree, _ p: Int, _ frame: Frame, _ judgement: Judgement, _ attackers: [Argument],
    _ targets: [[Filler]]
  ) -> [RelationCandidate] {
    targets.joined().flatMap { filler -> [RelationCandidate] in
      let (states, isOwned) = arguments.territory(tree, filler)
      return attackers.flatMap { attacker in
        states.filter { $0.actor != attacker.actor }.map { state in
          RelationCandidate(
            source: attacker, target: state, type: .fighting, status: judgement.status,
            isNegated: judgement.isNegated, rule: frame.id,
            isWeak: frame.isWeak || !isOwned || !document.register[attacker.actor].isState,
            sentence: tree.index, predicate: p, attribution: judgement.attribution, cue: judgement.cue,
            isHypothetical: judgement.isHypothetical, hasInitiator: true)
        }
      }
    }
  }

  /// Whether an argument is "each other" or "one another", or belongs to them ("each other's positions").
  private func isReciprocal(_ tree: SentenceTree, _ filler: Filler) -> Bool {
    guard case .token(let i) = filler else { return false }
    func isOther(_ k: Int) -> Bool {
      k > 0 && ["other", "another"].contains(tree.lemma(k))
        && ["each", "one"].contains(tree.form(k - 1).lowercased())
    }
    return isOther(i) || i + 1 < tree.count && isOther(i + 1) && tree.lemma(i) == "each"
      || tree.children(i, .nmod).contains { tree.label($0).isPossessive && isOther($0) }
  }

  /// Who takes part in the talks, the truce or the deal that somebody hosts or brokers: "hosted talks between X and Y".
  func parties(_ tree: SentenceTree, _ targets: [[Filler]]) -> [Argument] {
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
  func between(
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
  func secondPart(_ tree: SentenceTree, after i: Int) -> Argument? {
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

  static func pairs(among group: [Argument]) -> [(Argument, Argument)] {
    group.indices.flatMap { n in
      group[(n + 1)...].filter { $0.actor != group[n].actor }.map { (group[n], $0) }
    }
  }

  /// Whether an argument can be the second end: who backs the plans, efforts and talks of others need not back them, and
  /// who killed "three Israelis" killed civilians.
  func canUndergo(_ tree: SentenceTree, _ argument: Argument, _ frame: Frame) -> Bool {
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
  func canServe(_ argument: Argument, _ frame: Frame) -> Bool {
    argument.path != .thing || frame.type == .opposes
  }

  func resolve(_ tree: SentenceTree, _ slots: [[Filler]]) -> [Argument] {
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
