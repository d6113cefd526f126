import Documents
import Relations

/// "The group", "the coalition", "the country", "both sides", "their allies".
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
    if let led = ledOrBacked(tree, i), !led.hasPrefix("pro-"), !led.hasPrefix("anti-") {
      if isDefinite(tree, i), tree.tag(i) == "NN", !classes.contains(.coalition), !led.hasSuffix("lead"),
        !led.hasSuffix("led"),
        let known = latest(tree, i, where: { $0.isGroup && $0.kind != .coalition })
      {
        return make(tree, i, .definite, [known], rule: "group.as-before")
      }
      let index = register.index(
        forKey: "group \(led) \(lemma)", name: plural(tree, i),
        kind: classes.contains(.coalition) ? .coalition : .armedGroup)
      described[lemma, default: []].append(index)
      return make(tree, i, .collective, [index], rule: "group.led")
    }
    if classes.contains(.coalition) {
      return coalition(tree, i)
    }
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

  /// "a Kurdish militant group" that the article doesn't name.
  mutating func unnamedGroup(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let isArmed = tree.children(i, .compound, .amod).contains {
      words.contains(tree.lemma($0), in: .armedAdjective)
    }
    guard isArmed, [.nsubj, .obj, .obl].contains(tree.relation(i)), let first = owner(tree, i).first else {
      return nil
    }
    let name = plural(tree, i)
    let index = register.index(
      forKey: "group " + name.lowercased(), name: name, kind: .armedGroup, owner: first)
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

  mutating func country(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if tree.tag(i) == "NNS" { return sides(tree, i) }
    guard isDefinite(tree, i), !hasDistinguishingModifier(tree, i) else { return nil }
    guard let state = latest(tree, i, where: { $0.isState }) else { return nil }
    return make(tree, i, .definite, [state], rule: "country.as-before")
  }

  /// "the Houthis and their allies", "Western allies of the government": allies without a name are an actor of their own.
  mutating func allies(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard ["ally", "partner"].contains(tree.lemma(i)), tree.tag(i) == "NNS",
      tree.children(i, .appos, .nummod).isEmpty,
      tree.child(i, .cop) == nil, [.nsubj, .obj, .obl, .nmod, .conj].contains(tree.relation(i)),
      tree.preposition(i) != "as",
      i + 1 >= tree.count || spanAt[tree.index][i + 1] == nil
    else { return nil }
    // "X and Y are allies"
    if tree.relation(i) == .conj, tree.head(i).map({ tree.child($0, .cop) != nil }) ?? false { return nil }
    guard let first = owner(tree, i).first else { return nil }
    let index = register.index(
      forKey: "allies \(first)", name: "allies of " + register[first].name, kind: .other, owner: first)
    return make(tree, i, .collective, [index], rule: "allies.own")
  }

  /// "both sides", "the two countries": the last two who were named together.
  mutating func sides(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let isPair = tree.children(i).contains { ["two", "both"].contains(tree.lemma($0)) }
    guard isPair else { return nil }
    let wantsStates = words.contains(tree.lemma(i), in: .country)
    var found: [Int] = []
    for mention in history.reversed() where mention.sentence >= tree.index - 3 && mention.form != .pronoun {
      for actor in mention.actors where !found.contains(actor) {
        if wantsStates, !register[actor].isState { continue }
        if register[actor].kind == .other { continue }
        found.append(actor)
      }
      if found.count >= 2 { break }
    }
    guard found.count >= 2 else { return nil }
    return make(tree, i, .definite, Array(found.prefix(2)).sorted(), rule: "pair.latest-two")
  }
}
