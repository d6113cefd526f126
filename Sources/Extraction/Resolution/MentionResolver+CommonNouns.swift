import Documents
import Relations

/// Common nouns: which of them refer to an actor, and by which step.
extension MentionResolver {
  mutating func nominal(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let lemma = tree.lemma(i)
    let classes = words.classes(of: lemma)
    guard !classes.isEmpty else { return nil }
    if classes.contains(.civilian), classes.isDisjoint(with: [.fighter, .opposition]) { return nil }
    if isMereDescription(tree, i, classes) || isTitleOfName(tree, i, classes) { return nil }

    // A name that the noun introduces: "jihadist group Hayat Tahrir al-Sham", "the Abu Sayyaf group".
    if !classes.isDisjoint(with: [.group, .fighter, .title, .coalition, .member]) {
      if let inner = introducedName(tree, i) ?? nameInFront(tree, i, classes) { return inner }
    }
    if !classes.isDisjoint(with: [.force, .fighter, .member, .group, .opposition]),
      let leaders = loyalty(tree, i)
    {
      return make(tree, i, .owned, leaders, rule: "loyal.to-leader")
    }
    if let others = allies(tree, i) { return others }
    if tree.tag(i) == "NNS", Self.elders.contains(lemma), let elders = elders(tree, i) { return elders }
    if classes.contains(.group) || classes.contains(.side) || classes.contains(.country),
      let pair = sides(tree, i)
    {
      return pair
    }
    if !classes.isDisjoint(with: [.force, .authority, .title, .member, .position]) {
      var owners = owner(tree, i)
      if owners.isEmpty, !classes.isDisjoint(with: [.force, .authority]) { owners = ownerBeside(tree, i) }
      if !owners.isEmpty { return ownedMention(tree, i, owners, classes) }
    }
    if Self.offshoots.contains(lemma), classes.contains(.group) { return group(tree, i, classes) }
    if classes.contains(.fighter) || classes.contains(.opposition) || classes.contains(.community) {
      return collective(tree, i, classes)
    }
    if !classes.isDisjoint(with: [.group, .coalition]) { return group(tree, i, classes) }
    if !classes.isDisjoint(with: [.force, .authority, .title]) { return bareBody(tree, i, classes) }
    if classes.contains(.member) {
      if ["unit", "squad", "contingent", "crew", "pilot", "supporter", "coordinator", "director"].contains(
        lemma)
      {
        return nil
      }
      guard isDefinite(tree, i) || tree.tag(i) == "NNS", let group = latest(tree, i, where: { $0.isGroup })
      else { return nil }
      return make(tree, i, .definite, [group], rule: "member.of-latest-group", isPerson: tree.tag(i) == "NN")
    }
    if classes.contains(.country) { return country(tree, i) }
    return nil
  }

  /// Nouns that name nobody in particular: "fighter jets", "the exiled president", "a suicide bomber".
  func isMereDescription(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Bool {
    let lemma = tree.lemma(i)
    let isModifier = [.amod, .compound].contains(tree.relation(i))
    if Self.doers.contains(lemma) { return isModifier || tree.tag(i) != "NNS" }
    if isModifier, lemma == "fighter" { return true }
    if isModifier, tree.partOfSpeech(i) == .verb { return true }
    if isModifier, tree.partOfSpeech(i) == .adjective, !classes.contains(.fighter) { return true }
    if isModifier, let above = tree.head(i), i < above {
      let head = words.classes(of: tree.lemma(above))
      // "deputy commander", "rebel groups": the noun that follows says who is meant.
      if words.contains(lemma, in: .title), !head.isDisjoint(with: [.title, .member]) { return true }
      if !classes.isDisjoint(with: [.fighter, .opposition]), !head.isDisjoint(with: [.fighter, .group]),
        head.isDisjoint(with: [.member, .title])
      {
        return true
      }
    }
    if lemma == "exile" { return tree.tag(i) != "NNS" }
    return false
  }

  /// "President" in "Russian President Vladimir Putin": the name says who is meant.
  func isTitleOfName(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Bool {
    guard let head = tree.head(i), i < head else { return false }
    if tree.label(i).isDescription { return true }
    return classes.contains(.title) && [.compound, .amod].contains(tree.relation(i))
      && spanAt[tree.index][head]?.head == head
  }

  /// What opponents are called; it names nobody unless the article has said who they are.
  static let labels: Set<String> = [
    "terrorist", "extremist", "radical", "fanatic", "insurgency", "militancy", "underground", "islamist",
    "minority",
    "community",
  ]

  /// Who did a deed: they act for somebody whom the article names elsewhere.
  static let doers: Set<String> = [
    "bomber", "suicide-bomber", "attacker", "assailant", "hijacker", "killer", "assassin", "shooter",
    "kidnapper", "captor",
    "plotter", "occupier", "invader", "aggressor",
  ]

  /// "forces loyal to X", "units that remained loyal to X": whom they obey.
  mutating func loyalty(_ tree: SentenceTree, _ i: Int) -> [Int]? {
    for child in tree.children(i, .amod, .acl)
    where child > i && ["loyal", "faithful", "answerable"].contains(tree.lemma(child)) {
      for object in tree.children(child, .obl, .nmod) where tree.preposition(object) == "to" {
        if let mention = mention(tree, object), !mention.actors.isEmpty { return mention.actors }
      }
    }
    return nil
  }

  private static let elders: Set<String> = ["elder", "leader", "chief", "chieftain", "sheikh", "figure"]

  /// "tribal elders in the province": those who speak for their people.
  private mutating func elders(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let marks = tree.children(i, .amod, .compound).map(tree.lemma)
    guard marks.contains(where: ["tribal", "clan", "tribe", "community"].contains) else { return nil }
    let owners = owner(tree, i)
    let key = "elders " + owners.map { register[$0].id }.joined(separator: " ")
    let index = register.index(forKey: key, name: plural(tree, i), kind: .community, owner: owners.first)
    return make(tree, i, .collective, [index], rule: "elders.own")
  }

  /// "the fighters known as Houthis": the name that follows.
  private mutating func knownAs(_ tree: SentenceTree, _ i: Int) -> Mention? {
    for clause in tree.children(i, .acl)
    where ["know", "call", "name", "dub", "nickname"].contains(tree.lemma(clause)) {
      for child in tree.children(clause, .obl, .xcomp, .obj, .nmod, .advcl) {
        guard let span = spanAt[tree.index][child], span.head == child, child > clause,
          ["as", nil].contains(tree.preposition(child)), var inner = mention(tree, child),
          inner.actors.count == 1,
          !register[inner.actors[0]].isState
        else { continue }
        inner.head = i
        inner.form = .name
        inner.tokens = make(tree, i, .name, [], rule: "").tokens
        inner.rule = "name.known-as"
        return inner
      }
    }
    return nil
  }

  mutating func introducedName(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if let known = knownAs(tree, i) { return known }
    if let next = nameBehind(tree, i) { return next }
    for child in tree.children(i, .appos, .compound, .flat, .nmod) {
      if tree.relation(child) == .nmod, !tree.label(child).isDescription { continue }
      guard let span = spanAt[tree.index][child], span.head == child else { continue }
      // "the X-linked group", "an X offshoot" are not X.
      if isInHyphenCompound(tree, child) { continue }
      if tree.relation(child) == .compound, child < i,
        Self.offshoots.contains(tree.lemma(i)) || tree.lemma(i) == "faction"
          || tree.children(i, .compound, .amod).contains(where: { Self.offshoots.contains(tree.lemma($0)) })
      {
        return nil
      }
      switch span.sense {
      case .actor(let index, let role) where role != .adjective && role != .people:
        let actor = register[index]
        // "Iran group" is not Iran; "the Hamas group" is Hamas.
        if actor.isState || actor.kind == .community, tree.relation(child) == .compound { continue }
        guard var inner = mention(tree, child) else { continue }
        inner.head = i
        inner.form = .name
        inner.tokens = make(tree, i, .name, [], rule: "").tokens
        return inner
      case .organization:
        guard var inner = mention(tree, child) else { continue }
        inner.head = i
        inner.form = .name
        // "the Maute group" is another form of the name.
        if tree.relation(child) == .compound, child < i {
          inner.tokens = make(tree, i, .name, [], rule: "").tokens
        }
        return inner
      case .person
      where !words.classes(of: tree.lemma(i)).isDisjoint(with: [.title, .member])
        && tree.relation(child) != .compound:
        guard var inner = mention(tree, child) else { continue }
        inner.head = i
        return inner
      default: continue
      }
    }
    return nil
  }

  /// "the militant group X" where the tree does not join the two: the name that follows the noun at once.
  mutating func nameBehind(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard tree.tag(i) == "NN", !words.classes(of: tree.lemma(i)).isDisjoint(with: [.group, .fighter]),
      i + 1 < tree.count, let span = spanAt[tree.index][i + 1], span.tokens.lowerBound == i + 1,
      tree.relation(span.head) != .compound, tree.relation(span.head) != .amod,
      !tree.label(span.head).isPossessive
    else { return nil }
    switch span.sense {
    case .actor(let index, .name) where !register[index].isState && register[index].kind != .community: break
    case .actor(_, .acronym), .organization: break
    default: return nil
    }
    guard var inner = mention(tree, span.head) else { return nil }
    inner.head = i
    inner.tokens = make(tree, i, .name, [], rule: "").tokens
    inner.form = .name
    return inner
  }

  static let offshoots: Set<String> = [
    "offshoot", "splinter", "affiliate", "breakaway", "franchise", "proxy", "subsidiary",
  ]

  mutating func ownedMention(
    _ tree: SentenceTree, _ i: Int, _ owners: [Int], _ classes: WordClassSet
  ) -> Mention? {
    let isPerson = !classes.isDisjoint(with: [.title, .member]) && tree.tag(i) == "NN"
    // "Kurdish forces", "Palestinian fighters": people of a community are a body of their own when armed.
    if owners.count == 1, register[owners[0]].kind == .community,
      !classes.isDisjoint(with: [.force, .fighter])
    {
      return collective(tree, i, classes)
    }
    if classes.contains(.position), classes.isDisjoint(with: [.force, .authority, .title, .member]) {
      return nil
    }
    var all = owners
    if let allied = alliedForces(tree, i, of: owners, classes) { all.append(allied) }
    return make(tree, i, .owned, all, rule: "body.of-owner", isPerson: isPerson)
  }

  /// "Syrian and allied forces": beside the state's own those of its allies.
  private mutating func alliedForces(
    _ tree: SentenceTree, _ i: Int, of owners: [Int], _ classes: WordClassSet
  ) -> Int? {
    guard classes.contains(.force), owners.count == 1 else { return nil }
    let isAllied = tree.children(i, .amod, .compound).flatMap(tree.coordinated).contains {
      $0 < i && ["allied", "ally"].contains(tree.lemma($0)) && tree.form($0 - 1 < 0 ? $0 : $0 - 1) != "-"
    }
    guard isAllied, tree.core(i).contains(where: { ["and", "&"].contains(tree.lemma($0)) })
    else { return nil }
    return register.index(forKey: "forces allied", name: "allied forces", kind: .armedGroup, owner: owners[0])
  }

  /// "the Liberation Front (LF) coalition": the name that ends right before the noun, whatever the tree makes of the brackets.
  private mutating func nameInFront(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    guard !classes.isDisjoint(with: [.group, .coalition]), i >= 3, tree.form(i - 1) == ")",
      tree.form(i - 3) == "(",
      let span = spanAt[tree.index][i - 2], case .actor(let index, _) = span.sense, !register[index].isState
    else { return nil }
    return make(tree, i, .name, [index], rule: "name.before-noun")
  }
}
