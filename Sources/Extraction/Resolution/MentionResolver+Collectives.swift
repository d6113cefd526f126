import Documents
import Relations

/// "Rebels", "Syrian fighters", "Shia-led militias": collectives without a name of their own.
extension MentionResolver {
  static let synonyms: [String: String] = [
    "insurgent": "rebel", "guerrilla": "rebel", "guerilla": "rebel", "insurrectionist": "rebel",
    "mutineer": "rebel",
    "jihadist": "militant", "jihadi": "militant", "attacker": "militant", "assailant": "militant",
    "gunman": "militant", "gunmen": "militant",
    "extremist": "militant", "terrorist": "militant",
    "islamist": "militant", "hardliner": "militant", "radical": "militant",
    "militiaman": "militia", "paramilitary": "militia", "militiamen": "militia",
    "secessionist": "separatist", "demonstrator": "protester", "protestor": "protester",
  ]

  mutating func collective(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    let lemma = tree.lemma(i)
    var base = Self.synonyms[lemma] ?? lemma
    // "rebel fighters", "opposition groups": the modifier says what they are.
    for child in tree.children(i, .compound, .amod) where spanAt[tree.index][child] == nil {
      let inner = tree.lemma(child)
      if !words.classes(of: inner).isDisjoint(with: [.fighter, .opposition]), inner != lemma {
        base = Self.synonyms[inner] ?? inner
      }
    }
    var owners = owner(tree, i)
    if let group = owners.first(where: { !register[$0].isState && register[$0].kind != .community }) {
      // "an X splinter faction" has left X.
      if tree.children(i, .compound, .amod).contains(where: { Self.offshoots.contains(tree.lemma($0)) }) {
        return offshoot(tree, i)
      }
      return make(tree, i, .owned, [group], rule: "fighters.of-group")
    }
    var led = (ledOrBacked(tree, i) ?? linked(tree, i))?.key
    if owners.isEmpty, let community = leadingCommunity(tree, i) {
      owners = [community]
      led = nil
    }
    if owners.count == 1, led == nil, let known = knownGroup(base, of: owners[0]) {
      return make(tree, i, .collective, [known], rule: "collective.of-home")
    }
    if owners.isEmpty, led == nil, let origin = origin(tree, i) { led = "from-" + origin }
    if owners.isEmpty, led == nil, !hasDistinguishingModifier(tree, i) {
      // Bare: those who were called so before, else the only armed group there is.
      if let known = latestDescribed(base, tree, i) {
        return make(tree, i, .definite, [known], rule: "collective.as-before")
      }
      if Self.doers.contains(lemma) || Self.labels.contains(lemma) { return nil }
      let key = "collective \(base)"
      let name = plural(tree, i)
      let index = register.index(forKey: key, name: name, kind: collectiveKind(classes), owner: nil)
      return make(tree, i, .collective, [index], rule: "collective.bare")
    }
    var parts: [String] = owners.map { register[$0].id }.sorted()
    if let led { parts.append(led) }
    if owners.isEmpty, led == nil { parts += distinguishingModifiers(tree, i) }
    let key = "collective \(base) " + parts.joined(separator: " ")
    let index = register.index(
      forKey: key, name: plural(tree, i), kind: collectiveKind(classes), owner: owners.first)
    register.link("collective \(base)", to: index)
    return make(tree, i, .collective, [index], rule: "collective.own")
  }

  /// "fighters from Chechnya": others than the fighters spoken of.
  private func origin(_ tree: SentenceTree, _ i: Int) -> String? {
    guard
      let child = tree.children(i, .nmod).first(where: {
        tree.preposition($0) == "from" && tree.partOfSpeech($0) == .properNoun
      })
    else { return nil }
    return tree.lemma(child)
  }

  /// "Shia-led militias": those of the community.
  func leadingCommunity(_ tree: SentenceTree, _ i: Int) -> Int? {
    for k in tree.core(i)
    where k > 0 && k + 1 < i && tree.form(k) == "-"
      && ["lead", "led", "dominate"].contains(tree.lemma(k + 1))
    {
      if case .actor(let index, _)? = spanAt[tree.index][k - 1]?.sense, register[index].kind == .community {
        return index
      }
    }
    return nil
  }

  /// The one group that "Yemeni rebels" or "Shia militiamen" can mean: it is called so in the gazetteer, or the article
  /// calls it rebels and it is at home there.
  func knownGroup(_ base: String, of owner: Int) -> Int? {
    let nouns = [base] + Self.synonyms.filter { $0.value == base }.map(\.key).sorted()
    let adjectives =
      register[owner].entry?.forms.filter { $0.role == .adjective || $0.role == .name }.map(\.text) ?? []
    let names = Set(
      adjectives.flatMap { adjective in nouns.map { NameFinder.key(adjective + " " + $0 + "s") } })
    let homonyms = register.indices.filter { index in
      index != owner && register[index].count > 0
        && register[index].entry?.forms.contains { names.contains(NameFinder.key($0.text)) } ?? false
    }
    if homonyms.count == 1 { return homonyms[0] }
    let id = register[owner].id
    let described = register.indices.filter { index in
      let actor = register[index]
      guard actor.kind == .armedGroup, actor.entry != nil, actor.count > 0,
        !actor.descriptors.isDisjoint(with: nouns)
      else {
        return false
      }
      return actor.entry?.homes.contains(id) ?? false || actor.communities.contains(owner)
    }
    return described.count == 1 ? described[0] : nil
  }

  func collectiveKind(_ classes: WordClassSet) -> ActorKind {
    if classes.contains(.fighter) || classes.contains(.force) { return .armedGroup }
    if classes.contains(.community) { return .community }
    return .other
  }

  func plural(_ tree: SentenceTree, _ i: Int) -> String {
    let mention = make(tree, i, .collective, [], rule: "")
    return tree.text(mention.tokens, in: articleText)
  }

  /// How a collective stands to somebody, as a key that all ways to say it share, and who that is where it is an actor.
  struct Link {
    var key: String
    var actor: Int?
  }

  /// "Iran-backed", "Saudi-led", "pro-Russian" before a noun; nil where there is none, nor in "heavily-armed" or "high-ranking".
  func ledOrBacked(_ tree: SentenceTree, _ i: Int) -> Link? {
    let core = tree.core(i)
    for k in core where k < i {
      let form = tree.form(k).lowercased()
      if form.hasPrefix("anti-") || form.hasPrefix("pro-"), form.count > 5 { return Link(key: form) }
    }
    for k in core where k > 0 && k + 1 < tree.count && k < i {
      guard tree.form(k) == "-", k + 1 < i || tree.relation(k + 1) == .amod else { continue }
      let first = tree.form(k - 1).lowercased()
      if ["pro", "anti"].contains(first) {
        let actor = namedActor(tree, k + 1)
        return Link(key: first + "-" + (actor.map { register[$0].id } ?? tree.lemma(k + 1)), actor: actor)
      }
      guard let tie = Self.tie(of: tree.form(k + 1)) else { continue }
      if tie == "arm", tree.tag(k - 1).hasPrefix("RB") { continue }
      let actor = namedActor(tree, k - 1)
      return Link(key: (actor.map { register[$0].id } ?? first) + "-" + tie, actor: actor)
    }
    return nil
  }

  /// "fighters allied to X", "groups that pledged allegiance to X", "militias backed by X" behind a noun.
  func linked(_ tree: SentenceTree, _ i: Int) -> Link? {
    var clauses = tree.children(i, .acl, .amod).filter { $0 > i }
    // The tree may hang "fighters allied to X" on the verb.
    if i + 1 < tree.count, tree.tag(i + 1) == "VBN", !clauses.contains(i + 1), tree.child(i + 1, .aux) == nil
    {
      clauses.append(i + 1)
    }
    for clause in clauses {
      let verb = tree.lemma(clause)
      let pledges =
        ["pledge", "swear", "claim", "declare", "owe", "profess"].contains(verb)
        && tree.children(clause, .obj).contains {
          ["allegiance", "loyalty", "fealty"].contains(tree.lemma($0))
        }
      guard let tie = pledges ? "link" : Self.tie(of: tree.form(clause)), tie != "lead" else { continue }
      let holders = pledges ? [clause] + tree.children(clause, .obj) : [clause]
      for holder in holders {
        for child in tree.children(holder, .obl, .nmod)
        where ["to", "with", "by"].contains(tree.preposition(child) ?? "") {
          if let actor = namedActor(tree, child) {
            return Link(key: register[actor].id + "-" + tie, actor: actor)
          }
        }
      }
    }
    return nil
  }

  private func namedActor(_ tree: SentenceTree, _ k: Int) -> Int? {
    if case .actor(let index, _)? = spanAt[tree.index][k]?.sense { return index }
    return nil
  }

  /// What the participle in "X-backed" says, one word for all of its kind.
  private static func tie(of participle: String) -> String? {
    switch participle.lowercased() {
    case "backed", "supported", "sponsored", "funded", "financed", "trained", "armed", "equipped": "back"
    case "allied", "aligned", "linked", "affiliated", "associated", "inspired", "friendly", "leaning",
      "connected":
      "link"
    case "led", "dominated", "commanded": "lead"
    default: nil
    }
  }

  static let genericModifiers: Set<String> = [
    "armed", "other", "more", "many", "some", "several", "few", "various", "main", "suspected",
    "unidentified",
    "new", "same", "own", "former", "hard-line", "hardline", "anti-government", "young", "dead", "remaining",
    "fellow",
    "senior", "top", "fierce", "rival", "latter", "such", "next", "previous", "last", "key", "major",
    "alleged", "unknown",
    "masked", "retreating", "advancing", "heavily", "powerful", "mainstream", "moderate",
  ]

  /// What the parser may hang on a noun that it only stands beside ("on Friday militants attacked").
  static let times: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "day", "week",
    "month",
    "year", "night", "morning", "evening", "afternoon", "today", "yesterday", "tomorrow", "late", "early",
    "weekend",
    "hour", "recent", "time",
  ]

  func distinguishingModifiers(_ tree: SentenceTree, _ i: Int) -> [String] {
    tree.children(i, .amod, .compound).filter { child in
      let lemma = tree.lemma(child)
      return child < i && !Self.genericModifiers.contains(lemma) && !lemma.hasSuffix("ing")
        && words.classes(of: lemma).isDisjoint(with: [.hedge, .former, .fighter])
        && tree.partOfSpeech(child) != .numeral && tree.form(child) != "-" && !Self.times.contains(lemma)
        && tree.tag(child) != "JJR"
    }.map { tree.lemma($0) }
  }

  func hasDistinguishingModifier(_ tree: SentenceTree, _ i: Int) -> Bool {
    !distinguishingModifiers(tree, i).isEmpty
  }
}
