import Documents
import Relations

/// Finds relations that the structure of a noun phrase expresses without a predicate: lists after "including",
/// members in brackets, wings of a group.
struct StructureMatcher {
  let document: ResolvedDocument
  let words: WordClasses
  let arguments: ArgumentResolver
  let slots: SlotFinder

  func match(_ tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    for i in 0..<tree.count {
      let form = tree.form(i).lowercased()
      if form == "including" || form == "like" && tree.partOfSpeech(i) == .adposition
        || form == "such" && i + 1 < tree.count && tree.lemma(i + 1) == "as"
      {
        result += list(tree, i)
      }
      if form == "(" || form == "–" || form == "—" { result += bracket(tree, i) }
      if form == "led", i > 1, ["-", "–"].contains(tree.form(i - 1)) { result += leader(tree, i) }
      result += member(tree, i)
      result += company(tree, i)
      result += owned(tree, i)
      result += ledBy(tree, i)
      result += alliedForces(tree, i)
    }
    return result
  }

  /// "militias, including Hezbollah and …": the listed are part of what is before.
  private func list(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    // The list hangs on "including" or carries it as its case marker.
    var member: Int?
    var whole: Int?
    if tree.relation(i) == .case || tree.relation(i) == .fixed, let head = tree.head(i), head > i {
      member = head
      whole = tree.head(head)
    } else if let object = tree.children(i).first(where: { $0 > i && tree.isNominal($0) }) {
      member = object
      whole = tree.head(i)
    }
    guard let member, var whole, tree.isNominal(whole) || nominalBefore(i, tree) != nil else { return [] }
    if !tree.isNominal(whole) { whole = nominalBefore(i, tree) ?? whole }
    let classes = words.classes(of: tree.lemma(whole))
    // "NATO countries such as …", "states in the bloc, including …": members of the named whole.
    let isMembers = !classes.isDisjoint(with: [.country, .member]) || tree.lemma(whole) == "ally"
    let named = tree.children(whole, .compound, .amod, .nmod).compactMap { child -> Argument? in
      guard let mention = document.mentions[tree.index][child], let actor = mention.actors.first,
        document.register[actor].isCoalition,
        tree.relation(child) != .nmod || ["of", "in"].contains(tree.preposition(child) ?? "")
      else { return nil }
      return Argument(actor: actor, token: child, path: .direct)
    }
    let wholes =
      isMembers && !named.isEmpty
      ? named : arguments.arguments(tree, .token(whole)).filter { $0.path == .direct && $0.token == whole }
    guard let target = wholes.first,
      !classes.isDisjoint(with: [.fighter, .group, .coalition, .opposition, .community, .force, .country])
        || document.register[target.actor].isCoalition
    else { return [] }
    let members = arguments.arguments(tree, .token(member)).filter {
      $0.path == .direct && $0.actor != target.actor
        && MembershipRule.allows($0.actor, in: target.actor, document.register)
    }
    return members.map {
      RelationCandidate(
        source: $0, target: target, type: .partOf, status: .asserted, rule: "part_of.including",
        sentence: tree.index, predicate: i)
    }
  }

  /// "al-Qaeda's Sahel Front": a group that belongs to a group is a part of it.
  private func owned(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard tree.relation(i) == .nmod, tree.label(i).isPossessive, let head = tree.head(i), head > i,
      let whole = document.mentions[tree.index][i], whole.form == .name, let target = whole.actors.first,
      let part = document.mentions[tree.index][head], part.form == .name, let source = part.actors.first,
      source != target, document.register[source].kind == .armedGroup,
      [.armedGroup, .coalition].contains(document.register[target].kind)
    else { return [] }
    return [
      RelationCandidate(
        source: Argument(actor: source, token: head, path: .direct),
        target: Argument(actor: target, token: i, path: .direct), type: .partOf, status: .asserted,
        rule: "part_of.owned", sentence: tree.index, predicate: head)
    ]
  }

  /// "the alliance, led by the United States and Russia"
  private func ledBy(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard ["lead", "head", "dominate", "chair", "co-chair"].contains(tree.lemma(i)), tree.tag(i) == "VBN",
      tree.relation(i) == .acl || tree.relation(i) == .advcl, let head = tree.head(i)
    else { return [] }
    let target = arguments.arguments(tree, .token(head)).first { document.register[$0.actor].isCoalition }
    guard let target else { return [] }
    return slots.deepSubject(tree, i).flatMap { arguments.arguments(tree, $0) }.filter {
      $0.actor != target.actor && MembershipRule.allows($0.actor, in: target.actor, document.register)
    }.map {
      RelationCandidate(
        source: $0, target: target, type: .partOf, status: .asserted, rule: "part_of.led_by",
        sentence: tree.index, predicate: i)
    }
  }

  /// "Syrian and allied forces", "the army and allied militias": the second are allies of the first.
  private func alliedForces(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard ["allied", "friendly"].contains(tree.form(i).lowercased()), let noun = tree.head(i), noun > i,
      i == 0 || !["-", "–"].contains(tree.form(i - 1)),
      let allies = document.mentions[tree.index][noun]
    else { return [] }
    let partners: [Argument]
    if tree.relation(noun) == .conj, tree.relation(i) == .amod || tree.relation(i) == .compound {
      partners = arguments.arguments(tree, .token(tree.firstConjunct(noun))).filter { $0.token < i }
    } else {
      return []
    }
    return partners.flatMap { partner in
      allies.actors.filter { $0 != partner.actor }.map {
        RelationCandidate(
          source: partner, target: Argument(actor: $0, token: noun, path: .direct), type: .alliedWith,
          status: .asserted, rule: "allied.forces", sentence: tree.index, predicate: i)
      }
    }
  }

  /// "the US-led coalition" as one name: whoever is named before "led" is part of it.
  private func leader(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard let name = document.names[tree.index][i], let whole = document.mentions[tree.index][name.head],
      let target = whole.actors.first, document.register[target].isCoalition, name.tokens.lowerBound < i - 1
    else { return [] }
    let text = tree.text(name.tokens.lowerBound..<(i - 1), in: document.article)
    guard let leader = document.register.index(called: text), leader != target else { return [] }
    return [
      RelationCandidate(
        source: Argument(actor: leader, token: i - 2, path: .direct),
        target: Argument(actor: target, token: name.head, path: .direct), type: .partOf, status: .asserted,
        rule: "part_of.leader", sentence: tree.index, predicate: i)
    ]
  }

  /// "NATO ally Turkey", "EU member Poland", "the U.N. agency": a coalition's name before a noun for members.
  private func member(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard Self.memberNouns.contains(tree.lemma(i)), i > 0,
      document.names[tree.index][i] == nil || tree.lemma(i - 1) == "member"
    else { return [] }
    var before = i - 1
    while before > 0, ["member", "founding", "fellow", "key", "permanent"].contains(tree.lemma(before)) {
      before -= 1
    }
    guard let name = document.names[tree.index][before], let whole = document.mentions[tree.index][name.head],
      let target = whole.actors.first, document.register[target].isCoalition
    else { return [] }
    var members: [Argument] = []
    for filler in slots.copula(tree, i) { members += arguments.arguments(tree, filler) }
    return members.filter { $0.actor != target && !document.register[$0.actor].isCoalition }.map {
      RelationCandidate(
        source: $0, target: Argument(actor: target, token: before, path: .direct), type: .partOf,
        status: .asserted, rule: "part_of.member_noun", sentence: tree.index, predicate: i)
    }
  }

  /// "Syrian forces alongside Hezbollah": two who are named side by side act together.
  private func company(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    var other: Int?
    if let companion = arguments.companionHead(tree, i) {
      other = companion
    } else if tree.relation(i) == .obl, let clause = tree.head(i), tree.relation(clause) == .acl,
      let noun = tree.head(clause), arguments.escorts(tree, noun).contains(i)
    {
      other = noun
    }
    guard let other else { return [] }
    let judgement = StatusJudge(words: words).judge(tree, other)
    return arguments.arguments(tree, .token(i)).flatMap { right in
      // The companion counts as coordinated with the other, which must not pair it with itself.
      arguments.arguments(tree, .token(other)).filter { $0.actor != right.actor && $0.token == other }.map {
        left in
        RelationCandidate(
          source: left, target: right, type: .alliedWith, status: judgement.status,
          isNegated: judgement.isNegated,
          rule: "allied.company", sentence: tree.index, predicate: i)
      }
    }
  }

  private static let memberNouns: Set<String> = [
    "ally", "member", "partner", "state", "country", "nation", "power", "government", "contributor",
  ]

  private func nominalBefore(_ i: Int, _ tree: SentenceTree) -> Int? {
    var k = i - 1
    while k >= 0, k > i - 4 {
      if document.mentions[tree.index][k] != nil, tree.isNominal(k) { return k }
      k -= 1
    }
    return nil
  }

  /// "the Quartet (the United States, Russia, …)": those in brackets are part of the coalition.
  private func bracket(_ tree: SentenceTree, _ i: Int) -> [RelationCandidate] {
    guard i > 0, let close = (i + 1..<tree.count).first(where: { [")", "–", "—"].contains(tree.form($0)) }),
      close - i > 3
    else { return [] }
    let before = document.names[tree.index][i - 1]?.head ?? i - 1
    guard let whole = document.mentions[tree.index][before], let target = whole.actors.first,
      document.register[target].isCoalition
    else { return [] }
    var members: [Argument] = []
    for k in (i + 1)..<close {
      guard let mention = document.mentions[tree.index][k], mention.form == .name,
        tree.relation(k) != .compound
      else { continue }
      for actor in mention.actors where actor != target && !members.contains(where: { $0.actor == actor }) {
        members.append(Argument(actor: actor, token: k, path: .direct))
      }
    }
    guard members.count > 1 else { return [] }
    return members.map {
      RelationCandidate(
        source: $0, target: Argument(actor: target, token: before, path: .direct), type: .partOf,
        status: .asserted,
        rule: "part_of.brackets", sentence: tree.index, predicate: before)
    }
  }
}
