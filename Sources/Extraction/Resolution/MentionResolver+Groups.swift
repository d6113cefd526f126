import Documents
import Relations

/// "The group", "the coalition", "armed groups", "an offshoot of the group".
extension MentionResolver {
  mutating func group(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    let lemma = tree.lemma(i)
    // "rebel groups", "militant factions": those who are called so.
    for child in tree.children(i, .compound, .amod)
    where spanAt[tree.index][child] == nil && tree.tag(i) == "NNS" {
      if !words.classes(of: tree.lemma(child)).isDisjoint(with: [.fighter, .opposition]) {
        return collective(tree, i, words.classes(of: tree.lemma(child)))
      }
    }
    if let led = ledOrBacked(tree, i)?.key, !led.hasPrefix("pro-"), !led.hasPrefix("anti-") {
      if isDefinite(tree, i), tree.tag(i) == "NN", !classes.contains(.coalition), !led.hasSuffix("-lead"),
        let known = latest(
          tree, i, where: { $0.isGroup && $0.kind != .coalition && $0.isNamed && !isLinked(tree, i, to: $0) })
      {
        return make(tree, i, .definite, [known], rule: "group.as-before")
      }
      let index = register.index(
        forKey: "group \(led) \(lemma)", name: plural(tree, i),
        kind: classes.contains(.coalition) ? .coalition : .armedGroup)
      described[lemma, default: []].append(index)
      return make(tree, i, .collective, [index], rule: "group.led")
    }
    if Self.offshoots.contains(lemma)
      || tree.children(i, .compound, .amod).contains(where: isOffshootMark(tree))
    {
      return offshoot(tree, i)
    }
    if classes.contains(.coalition) {
      return coalition(tree, i)
    }
    if tree.tag(i) == "NNS" { return severalGroups(tree, i) }
    if tree.tag(i) == "NN", isIndefinite(tree, i), let unnamed = unnamedGroup(tree, i) { return unnamed }
    guard isDefinite(tree, i), tree.tag(i) == "NN" else { return nil }
    // "the Lebanese group", "the militant group": the latest group, of that home where one is named.
    let owners = owner(tree, i)
    if let state = owners.first, register[state].isState {
      let home = register[state].id
      if let known = latest(
        tree, i, where: { $0.isGroup && ($0.entry?.homes.contains(home) ?? false || $0.owner == state) })
      {
        return make(tree, i, .definite, [known], rule: "group.of-home")
      }
    } else if let group = owners.first(where: { register[$0].kind != .community }) {
      return make(tree, i, .owned, [group], rule: "group.of-group")
    }
    let known =
      lemma == "party"
      ? latest(tree, i, where: { $0.kind == .politicalParty })
        ?? latest(tree, i, where: { $0.kind == .armedGroup })
      : latest(tree, i, where: { ($0.kind == .armedGroup || $0.kind == .politicalParty) && $0.isNamed })
        ?? latest(tree, i, where: { $0.kind == .armedGroup || $0.isCoalition })
    guard let known else { return nil }
    return make(tree, i, .definite, [known], rule: "group.as-before")
  }

  /// Whether "the X-linked group" names an actor as X.
  private func isLinked(_ tree: SentenceTree, _ i: Int, to actor: ArticleActor) -> Bool {
    tree.core(i).contains { k in
      guard case .actor(let index, _)? = spanAt[tree.index][k]?.sense else { return false }
      return register[index].id == actor.id
    }
  }

  /// "a Kurdish militant group" that the article doesn't name.
  mutating func unnamedGroup(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let isArmed = tree.children(i, .compound, .amod).contains {
      words.contains(tree.lemma($0), in: .armedAdjective)
    }
    guard isArmed || isFarOff(tree, i), [.nsubj, .obj, .obl].contains(tree.relation(i)),
      let first = owner(tree, i).first
    else {
      return nil
    }
    let name = plural(tree, i)
    let index = register.index(
      forKey: "group " + name.lowercased(), name: name,
      kind: tree.lemma(i) == "party" ? .politicalParty : .armedGroup, owner: first)
    return make(tree, i, .collective, [index], rule: "group.unnamed")
  }

  /// "the coalition", "the bloc": the latest of that kind; "a regional coalition of …" is one of its own.
  mutating func coalition(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let lemma = tree.lemma(i)
    for child in tree.children(i, .compound, .amod) where tree.lemma(child) == "opposition" {
      return collective(tree, i, words.classes(of: "opposition"))
    }
    guard
      ["coalition", "alliance", "bloc", "union", "league", "grouping", "quartet", "troika"].contains(lemma)
    else { return nil }
    if isDefinite(tree, i) {
      let isMilitary = lemma == "coalition" || lemma == "alliance"
      let kinds: [ActorKind] =
        isMilitary ? [.coalition, .internationalOrganization] : [.internationalOrganization, .coalition]
      for kind in kinds {
        if let known = latest(tree, i, where: { $0.kind == kind && !$0.isUnitedNations }) {
          return make(tree, i, .definite, [known], rule: "coalition.as-before")
        }
      }
    }
    let hasMembers = tree.children(i, .nmod).contains {
      ["of", "between", "with"].contains(tree.preposition($0) ?? "")
    }
    guard hasMembers, lemma == "coalition" || lemma == "alliance" else { return nil }
    let index = register.index(
      forKey: "coalition " + plural(tree, i).lowercased(), name: plural(tree, i), kind: .coalition)
    return make(tree, i, .collective, [index], rule: "coalition.own")
  }

  // MARK: - Several groups, and parts of groups that go their own way

  /// "armed groups", "Arab factions", "groups that pledged allegiance to X": groups that the article does not name.
  mutating func severalGroups(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let lemma = tree.lemma(i)
    guard [.nsubj, .obj, .obl, .nmod, .conj, .root].contains(tree.relation(i)), tree.child(i, .cop) == nil,
      !Self.partsOfGroups.contains(lemma)
    else { return nil }
    let modifiers = tree.children(i, .amod, .compound)
    guard !modifiers.contains(where: { Self.charities.contains(tree.lemma($0)) }) else { return nil }
    let isArmed =
      modifiers.contains { words.contains(tree.lemma($0), in: .armedAdjective) } || isFarOff(tree, i)
    let owners = owner(tree, i)
    let link = ledOrBacked(tree, i) ?? linked(tree, i)
    if !isArmed, link == nil, owners.isEmpty || lemma == "council" {
      guard isDefinite(tree, i), modifiers.isEmpty, let last = described[lemma]?.last,
        !register[last].isNamed
      else { return nil }
      return make(tree, i, .definite, [last], rule: "groups.as-before")
    }
    if let group = owners.first(where: { register[$0].isGroup && $0 != link?.actor }), link == nil {
      return make(tree, i, .owned, [group], rule: "group.of-group")
    }
    let kind: ActorKind = lemma == "party" ? .politicalParty : .armedGroup
    let parts =
      owners.map { register[$0].id }.sorted() + [
        link?.key ?? "", isFarOff(tree, i) ? plural(tree, i).lowercased() : isArmed ? "armed" : "",
      ]
    let index = register.index(
      forKey: "groups " + parts.joined(separator: " "), name: plural(tree, i), kind: kind, owner: owners.first
    )
    return make(tree, i, .collective, [index], rule: "groups.own")
  }

  /// "far-left groups", "a right-wing party".
  private func isFarOff(_ tree: SentenceTree, _ i: Int) -> Bool {
    tree.core(i).contains { k in
      k > 0 && k + 1 < i && tree.form(k) == "-"
        && ["left", "right", "wing"].contains(tree.form(k + 1).lowercased())
    }
  }

  private static let partsOfGroups: Set<String> = [
    "wing", "branch", "cell", "council", "chapter", "union", "clan", "ring", "band", "squad", "gang",
  ]

  /// What groups are called that help, report or study, and fight nobody.
  private static let charities: Set<String> = [
    "aid", "rights", "right", "relief", "humanitarian", "advocacy", "monitoring", "monitor", "watchdog",
    "business",
    "civil", "society", "charity", "charitable", "activist", "media", "news", "research", "industry", "trade",
    "labor", "labour", "lobby", "age", "focus", "working", "student", "woman", "environmental", "medical",
    "health",
    "professional", "international", "non-governmental", "nongovernmental", "community", "church", "victim",
    "sports",
  ]

  private func isOffshootMark(_ tree: SentenceTree) -> (Int) -> Bool {
    { self.spanAt[tree.index][$0] == nil && ["splinter", "breakaway", "offshoot"].contains(tree.lemma($0)) }
  }

  /// "an offshoot of X", "X's affiliates", "a splinter group of X": not X itself. What the article has named and called so is
  /// meant by it; else it is an actor of its own.
  mutating func offshoot(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard [.nsubj, .obj, .obl, .nmod, .conj].contains(tree.relation(i)), tree.child(i, .cop) == nil,
      tree.preposition(i) != "as"
    else { return nil }
    let lemma = tree.lemma(i)
    // "X's affiliate the Y Front"
    let next = i + 1 < tree.count && tree.lemma(i + 1) == "the" ? i + 2 : i + 1
    if next < tree.count, let span = spanAt[tree.index][next], span.tokens.lowerBound == next,
      !tree.label(span.head).isPossessive, var named = mention(tree, span.head), named.actors.count == 1,
      register[named.actors[0]].isGroup
    {
      named.head = i
      return named
    }
    let owners = owner(tree, i).filter { !register[$0].isState && register[$0].kind != .community }
    let nouns = [lemma] + tree.children(i, .compound, .amod).map(tree.lemma).filter(Self.offshoots.contains)
    if tree.tag(i) == "NN", isDefinite(tree, i),
      let known = latest(
        tree, i, where: { $0.isGroup && $0.isNamed && !$0.descriptors.isDisjoint(with: nouns) })
    {
      return make(tree, i, .definite, [known], rule: "offshoot.as-named")
    }
    guard let whole = owners.first else {
      guard isDefinite(tree, i), let last = described[lemma]?.last else { return nil }
      return make(tree, i, .definite, [last], rule: "offshoot.as-before")
    }
    var mention = make(tree, i, .collective, [], rule: "offshoot.own")
    for child in tree.children(i, .nmod) where tree.preposition(child) == "of" {
      mention.tokens = mention.tokens.lowerBound..<max(mention.tokens.upperBound, tree.core(child).upperBound)
    }
    let index = register.index(
      forKey: "offshoot \(whole)", name: tree.text(mention.tokens, in: articleText), kind: .armedGroup)
    mention.actors = [index]
    return mention
  }
}
