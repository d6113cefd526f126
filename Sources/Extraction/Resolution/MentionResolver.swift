import Documents
import Relations

/// An article's trees with everything that refers to an actor.
struct ResolvedDocument {
  var article: Article
  var trees: [SentenceTree]
  var register: ActorRegister
  /// The mentions by sentence and head token.
  var mentions: [[Mention?]]
  /// The names by sentence and token.
  var names: [[NameSpan?]]
  /// The actors that premodifiers and possessives name as owners, by sentence and token.
  var owners: [[[Int]]]
  /// The state that the article is about, whose army is "the army".
  var focus: Int?
}

/// Resolves the nominal expressions of an article to actors, from left to right, by ordered rules: names and
/// their bodies first, then collectives, then expressions that take up what was said before.
///
/// The article is gone through twice, because headlines use names that the text introduces later.
/// The order of the rules follows the sieves of Lee et al. (2013), "Deterministic coreference resolution based
/// on entity-centric, precision-ranked rules".
struct MentionResolver {
  let words: WordClasses
  let trees: [SentenceTree]
  var register: ActorRegister
  let spanAt: [[NameSpan?]]
  /// What the article says about people whom the gazetteer doesn't know: whom they lead or speak for.
  var affiliation: [String: Int] = [:]
  /// People who only watch or study, and so are nobody's actors.
  var bystanders: Set<String> = []
  var focus: Int?

  var memo: [[Mention?]] = []
  var isResolved: [[Bool]] = []
  /// Mentions in the order of the text, without those of modifiers only.
  var history: [Mention] = []
  /// Which actors a noun has been used for, the latest last.
  var described: [String: [Int]] = [:]
  /// The actor that speaks in a sentence, for "we".
  var speakers: [Int: [Int]] = [:]

  init(trees: [SentenceTree], spans: [[NameSpan]], register: ActorRegister, words: WordClasses) {
    self.trees = trees
    self.words = words
    self.register = register
    var spanAt = trees.map { [NameSpan?](repeating: nil, count: $0.count) }
    for (s, list) in spans.enumerated() {
      for span in list { for i in span.tokens { spanAt[s][i] = span } }
    }
    self.spanAt = spanAt
  }

  mutating func resolve(_ article: Article) -> ResolvedDocument {
    focus = focusState()
    for _ in 0..<2 {
      memo = trees.map { [Mention?](repeating: nil, count: $0.count) }
      isResolved = trees.map { [Bool](repeating: false, count: $0.count) }
      history = []
      described = [:]
      speakers = [:]
      for i in register.indices {
        register[i].forms = [:]
        register[i].count = 0
      }
      for tree in trees where tree.sentence.role != .credit {
        for i in 0..<tree.count {
          guard tree.isNominal(i) || spanAt[tree.index][i]?.head == i else { continue }
          if let mention = mention(tree, i) { history.append(mention) }
        }
        speakers[tree.index] = speaker(of: tree)
      }
      countForms()
    }
    var owners: [[[Int]]] = []
    for tree in trees { owners.append((0..<tree.count).map { tree.isNominal($0) ? owner(tree, $0) : [] }) }
    return ResolvedDocument(
      article: article, trees: trees, register: register, mentions: memo, names: spanAt, owners: owners,
      focus: focus)
  }

  // MARK: - One expression

  /// What a token refers to, as the head of a nominal or as a modifying name; resolved once.
  mutating func mention(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let s = tree.index
    if isResolved[s][i] { return memo[s][i] }
    isResolved[s][i] = true
    var result = find(tree, i)
    if result != nil {
      result!.isSubject = tree.relation(tree.firstConjunct(i)) == .nsubj
      let tag = tree.tag(i)
      result!.isPlural =
        tag.hasSuffix("S") && tag.hasPrefix("NN") || result!.actors.count > 1
        || !tree.children(i, .conj).isEmpty
      let lemma = tree.lemma(i)
      for actor in result!.actors where result!.form != .pronoun {
        if tree.partOfSpeech(i) == .noun || tree.partOfSpeech(i) == .adjective, spanAt[s][i] == nil {
          described[lemma, default: []].append(actor)
          register[actor].descriptors.insert(lemma)
        }
        for child in tree.children(i, .compound, .appos, .amod) where tree.partOfSpeech(child) == .noun {
          let noun = tree.lemma(child)
          guard !words.classes(of: noun).isDisjoint(with: [.fighter, .group, .coalition, .opposition]) else {
            continue
          }
          described[noun, default: []].append(actor)
          register[actor].descriptors.insert(noun)
        }
      }
    }
    memo[s][i] = result
    return result
  }

  private mutating func find(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if let span = spanAt[tree.index][i] {
      guard span.head == i else { return nil }
      return named(span, tree)
    }
    switch tree.partOfSpeech(i) {
    case .pronoun, .determiner: return pronoun(tree, i)
    case .noun, .properNoun, .adjective, .numeral, .verb, .symbol, .other: return nominal(tree, i)
    default: return nil
    }
  }

  func make(
    _ tree: SentenceTree, _ i: Int, _ form: MentionForm, _ actors: [Int], rule: String, isPerson: Bool = false
  ) -> Mention {
    var range = tree.core(i)
    while let first = range.first, range.count > 1,
      [.determiner, .pronoun, .punctuation].contains(tree.partOfSpeech(first))
        || tree.relation(first) == .case
        || tree.relation(first) == .nummod
    {
      range = range.dropFirst()
    }
    while let last = range.last, range.count > 1, last > i,
      tree.partOfSpeech(last) == .particle || tree.partOfSpeech(last) == .punctuation
    {
      range = range.dropLast()
    }
    return Mention(
      sentence: tree.index, head: i, tokens: range, form: form, actors: actors, isPerson: isPerson, rule: rule
    )
  }

  // MARK: - Names

  private mutating func named(_ span: NameSpan, _ tree: SentenceTree) -> Mention? {
    let i = span.head
    let isModifier = [.amod, .compound].contains(tree.relation(i)) || tree.label(i).isPossessive
    switch span.sense {
    case .actor(let index, let role):
      let form: MentionForm = isModifier ? .modifier : .name
      var mention = make(tree, i, form, [index], rule: "name.\(role.rawValue)", isPerson: role == .leader)
      let written = span.written ?? span.tokens
      mention.tokens =
        isModifier
        ? written
        : min(
          mention.tokens.lowerBound, written.lowerBound)..<max(mention.tokens.upperBound, written.upperBound)
      return mention
    case .person(let key):
      if bystanders.contains(key) { return nil }
      let found = affiliationOf(tree, i)
      switch found {
      case .actor(let index):
        affiliation[key] = index
        return make(tree, i, .name, [index], rule: "person.affiliation", isPerson: true)
      case .bystander:
        bystanders.insert(key)
        return nil
      case .unknown:
        if let index = affiliation[key] {
          return make(tree, i, .name, [index], rule: "person.surname", isPerson: true)
        }
        let name = span.tokens.map(tree.form).joined(separator: " ")
        let index = register.index(forKey: "person " + key, name: name, kind: .person)
        return make(tree, i, .name, [index], rule: "person.own", isPerson: true)
      }
    case .organization(let key):
      let name = tree.text(span.tokens, in: articleText)
      let kind = organizationKind(tree, i)
      let index = register.index(forKey: "name " + key, name: name, kind: kind ?? .other)
      if let kind, register[index].kind == .other { register[index].kind = kind }
      if name.count > register[index].name.count, !NameFinder.isAcronym(name) { register[index].name = name }
      var mention = make(tree, i, isModifier ? .modifier : .name, [index], rule: "name.own")
      mention.tokens = span.tokens
      return mention
    case .place, .nobody:
      return nil
    }
  }

  private var articleText: Article { Article(id: "", title: "", text: text) }
  var text: String = ""

  /// What kind of organisation a name is introduced as.
  private func organizationKind(_ tree: SentenceTree, _ i: Int) -> ActorKind? {
    var nouns = tree.children(i, .appos, .compound, .nmod, .amod).filter {
      tree.relation($0) != .nmod || tree.label($0).isDescription
    }
    if let above = tree.head(i), [.appos, .compound, .flat].contains(tree.relation(i)) {
      nouns.append(above)
    }
    nouns.append(i)
    for noun in nouns {
      let classes = words.classes(of: tree.lemma(noun))
      if ["party"].contains(tree.lemma(noun)) { return .politicalParty }
      if classes.contains(.coalition) { return .coalition }
      if classes.contains(.fighter)
        || ["front", "army", "brigade", "group", "wing"].contains(tree.lemma(noun))
      {
        return .armedGroup
      }
    }
    return nil
  }

  private enum Affiliation {
    case actor(Int)
    case bystander, unknown
  }

  /// Whom a person leads or speaks for, as far as the words around the name tell.
  private mutating func affiliationOf(_ tree: SentenceTree, _ i: Int) -> Affiliation {
    var titles = tree.children(i, .compound, .nmod, .amod, .appos, .flat).filter {
      tree.relation($0) != .nmod || tree.label($0).isDescription
    }
    if let above = tree.head(i),
      [.appos, .flat].contains(tree.relation(i)) || tree.label(i).isDescription
        || tree.relation(i) == .nsubj && tree.child(above, .cop) != nil
    {
      titles.append(above)
    }
    titles = titles.flatMap { tree.coordinated($0).filter { tree.partOfSpeech($0) != .verb } }
    var isOfficer = false
    for title in titles where title != i {
      let classes = words.classes(of: tree.lemma(title))
      if !classes.isDisjoint(with: [.civilian, .medium]), classes.isDisjoint(with: [.title, .member]) {
        return .bystander
      }
      guard !classes.isDisjoint(with: [.title, .member, .authority, .force, .fighter]) else { continue }
      let owners = owner(tree, title)
      if let first = owners.first { return .actor(first) }
      isOfficer = isOfficer || !classes.isDisjoint(with: [.title, .force])
    }
    if let possessor = tree.children(i).first(where: { tree.label($0).isPossessive }),
      let mention = mention(tree, possessor), let first = mention.actors.first,
      tree.partOfSpeech(possessor) != .pronoun
    {
      return .actor(first)
    }
    // "Iranian Major General Soleimani": the adjective may hang on the name itself.
    for child in tree.children(i, .amod, .compound) {
      if let span = spanAt[tree.index][child], span.head == child, case .actor(let index, _) = span.sense {
        return .actor(index)
      }
    }
    // "X, who heads the Y office"
    for clause in tree.children(i, .acl)
    where ["head", "lead", "command", "chair", "represent"].contains(tree.lemma(clause)) {
      for object in tree.children(clause, .obj) {
        let owners = mention(tree, object)?.actors ?? owner(tree, object)
        if let first = owners.first { return .actor(first) }
      }
    }
    if isOfficer, let state = nearbyState(tree) { return .actor(state) }
    return .unknown
  }

  // MARK: - Common nouns

  private mutating func nominal(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let lemma = tree.lemma(i)
    let classes = words.classes(of: lemma)
    guard !classes.isEmpty else { return nil }
    if classes.contains(.civilian), classes.isDisjoint(with: [.fighter, .opposition]) { return nil }
    if isMereDescription(tree, i, classes) { return nil }

    // A name that the noun introduces: "jihadist group Hayat Tahrir al-Sham", "the Abu Sayyaf group".
    if !classes.isDisjoint(with: [.group, .fighter, .title, .coalition, .member]) {
      if let inner = introducedName(tree, i) { return inner }
    }
    if !classes.isDisjoint(with: [.force, .fighter, .member, .group, .opposition]),
      let leaders = loyalty(tree, i)
    {
      return make(tree, i, .owned, leaders, rule: "loyal.to-leader")
    }
    if !classes.isDisjoint(with: [.force, .authority, .title, .member, .position]) {
      let owners = owner(tree, i)
      if !owners.isEmpty { return ownedMention(tree, i, owners, classes) }
    }
    if classes.contains(.fighter) || classes.contains(.opposition) || classes.contains(.community) {
      return collective(tree, i, classes)
    }
    if !classes.isDisjoint(with: [.group, .coalition]) { return group(tree, i, classes) }
    if !classes.isDisjoint(with: [.force, .authority, .title]) { return bareBody(tree, i, classes) }
    if classes.contains(.member) {
      guard isDefinite(tree, i) || tree.tag(i) == "NNS", let group = latest(tree, i, where: { $0.isGroup })
      else { return nil }
      return make(tree, i, .definite, [group], rule: "member.of-latest-group", isPerson: tree.tag(i) == "NN")
    }
    if classes.contains(.country) { return country(tree, i) }
    if classes.contains(.side) { return sides(tree, i) }
    return nil
  }

  /// Nouns that name nobody in particular: "fighter jets", "the exiled president", "a suicide bomber".
  private func isMereDescription(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Bool {
    let lemma = tree.lemma(i)
    let isModifier = [.amod, .compound].contains(tree.relation(i))
    if Self.doers.contains(lemma) { return isModifier || tree.tag(i) != "NNS" }
    if isModifier, lemma == "fighter" { return true }
    if isModifier, tree.partOfSpeech(i) == .verb { return true }
    if isModifier, tree.partOfSpeech(i) == .adjective, !classes.contains(.fighter) { return true }
    if lemma == "exile" { return tree.tag(i) != "NNS" }
    return false
  }

  /// What opponents are called; it names nobody unless the article has said who they are.
  private static let labels: Set<String> = [
    "terrorist", "extremist", "radical", "fanatic", "insurgency", "militancy", "underground", "islamist",
    "minority",
    "community",
  ]

  /// Who did a deed: they act for somebody whom the article names elsewhere.
  private static let doers: Set<String> = [
    "bomber", "suicide-bomber", "attacker", "assailant", "hijacker", "killer", "assassin", "shooter",
    "kidnapper", "captor",
    "plotter", "occupier", "invader", "aggressor",
  ]

  /// "forces loyal to X", "units that remained loyal to X": whom they obey.
  private mutating func loyalty(_ tree: SentenceTree, _ i: Int) -> [Int]? {
    for child in tree.children(i, .amod, .acl)
    where child > i && ["loyal", "faithful", "answerable"].contains(tree.lemma(child)) {
      for object in tree.children(child, .obl, .nmod) where tree.preposition(object) == "to" {
        if let mention = mention(tree, object), !mention.actors.isEmpty { return mention.actors }
      }
    }
    return nil
  }

  private mutating func introducedName(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if let next = nameBehind(tree, i) { return next }
    for child in tree.children(i, .appos, .compound, .flat, .nmod) {
      if tree.relation(child) == .nmod, !tree.label(child).isDescription { continue }
      guard let span = spanAt[tree.index][child], span.head == child else { continue }
      // "the X-linked group", "an X offshoot" are not X.
      if isInHyphenCompound(tree, child) { continue }
      if tree.relation(child) == .compound, child < i, Self.offshoots.contains(tree.lemma(i)) { return nil }
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
  private mutating func nameBehind(_ tree: SentenceTree, _ i: Int) -> Mention? {
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
    inner.form = .name
    return inner
  }

  private static let offshoots: Set<String> = [
    "offshoot", "splinter", "affiliate", "breakaway", "franchise", "proxy", "faction", "subsidiary",
  ]

  private mutating func ownedMention(
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
    return make(tree, i, .owned, owners, rule: "body.of-owner", isPerson: isPerson)
  }

  /// "the army", "government forces", "the president" without an owner: whoever was last called so, else the state
  /// that the sentence speaks of.
  private mutating func bareBody(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    let lemma = tree.lemma(i)
    let isPerson = classes.contains(.title) && tree.tag(i) == "NN"
    if hasDistinguishingModifier(tree, i) && classes.contains(.title) { return nil }
    // "a commander", "an official" introduces somebody unknown.
    if tree.tag(i) == "NN", isIndefinite(tree, i) { return nil }
    // "leaders of Gulf nations": of others than those named before.
    if tree.children(i, .nmod).contains(where: {
      tree.preposition($0) == "of" && words.contains(tree.lemma($0), in: .country)
    }) {
      return nil
    }
    if classes.contains(.force), let foreign = foreignForces(tree, i) { return foreign }
    if let last = described[lemma]?.last {
      return make(tree, i, .definite, [last], rule: "body.as-before", isPerson: isPerson)
    }
    // Nouns of arms mean whoever governs here; bare "officials" mean nobody in particular.
    if ["official", "source", "spokesman", "spokeswoman", "spokesperson"].contains(lemma) { return nil }
    guard let state = nearbyState(tree) else { return nil }
    return make(tree, i, .definite, [state], rule: "body.of-state-here", isPerson: isPerson)
  }

  /// "US-backed forces", "international troops": forces of others than the state here.
  private mutating func foreignForces(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let led = ledOrBacked(tree, i)
    let isForeign = tree.children(i, .amod).contains { Self.foreign.contains(tree.lemma($0)) }
    guard led != nil || isForeign else { return nil }
    let name = plural(tree, i)
    let key =
      led ?? Self.foreign.sorted().first { mark in tree.children(i, .amod).contains { tree.lemma($0) == mark }
      } ?? ""
    let index = register.index(forKey: "forces " + key, name: name, kind: .armedGroup)
    return make(tree, i, .collective, [index], rule: "forces.foreign")
  }

  private static let foreign: Set<String> = [
    "foreign", "international", "allied", "local", "regional", "tribal", "multinational", "outside",
    "friendly", "paramilitary",
  ]

  // MARK: - Collectives

  private static let synonyms: [String: String] = [
    "insurgent": "rebel", "guerrilla": "rebel", "guerilla": "rebel", "insurrectionist": "rebel",
    "mutineer": "rebel",
    "jihadist": "militant", "jihadi": "militant", "attacker": "militant", "assailant": "militant",
    "extremist": "militant", "terrorist": "militant",
    "islamist": "militant", "gunman": "militant", "hardliner": "militant", "radical": "militant",
    "militiaman": "militia", "paramilitary": "militia", "militiamen": "militia",
    "secessionist": "separatist", "demonstrator": "protester", "protestor": "protester",
  ]

  private mutating func collective(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
    let lemma = tree.lemma(i)
    var base = Self.synonyms[lemma] ?? lemma
    // "rebel fighters", "opposition groups": the modifier says what they are.
    for child in tree.children(i, .compound, .amod) where spanAt[tree.index][child] == nil {
      let inner = tree.lemma(child)
      if !words.classes(of: inner).isDisjoint(with: [.fighter, .opposition]), inner != lemma {
        base = Self.synonyms[inner] ?? inner
      }
    }
    let owners = owner(tree, i)
    if let group = owners.first(where: { !register[$0].isState && register[$0].kind != .community }) {
      return make(tree, i, .owned, [group], rule: "fighters.of-group")
    }
    let led = ledOrBacked(tree, i)
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

  private func collectiveKind(_ classes: WordClassSet) -> ActorKind {
    if classes.contains(.fighter) || classes.contains(.force) { return .armedGroup }
    if classes.contains(.community) { return .community }
    return .other
  }

  private func plural(_ tree: SentenceTree, _ i: Int) -> String {
    let mention = make(tree, i, .collective, [], rule: "")
    return tree.text(mention.tokens, in: articleText)
  }

  /// "Iran-backed", "Saudi-led", "pro-Russian" before a noun, as a key; nil where there is none.
  private func ledOrBacked(_ tree: SentenceTree, _ i: Int) -> String? {
    let core = tree.core(i)
    for k in core where k > 0 && k + 1 < tree.count && k < i {
      if tree.form(k) == "-", k + 1 < i || tree.relation(k + 1) == .amod {
        return tree.form(k - 1).lowercased() + "-" + tree.lemma(k + 1)
      }
    }
    return nil
  }

  private static let genericModifiers: Set<String> = [
    "armed", "local", "other", "more", "many", "some", "several", "few", "various", "main", "suspected",
    "unidentified",
    "new", "same", "own", "former", "hard-line", "hardline", "anti-government", "young", "dead", "remaining",
    "fellow",
    "senior", "top", "fierce", "rival", "latter", "such", "next", "previous", "last", "key", "major",
    "alleged", "unknown",
    "masked", "retreating", "advancing", "heavily", "powerful", "mainstream", "moderate",
  ]

  private func distinguishingModifiers(_ tree: SentenceTree, _ i: Int) -> [String] {
    tree.children(i, .amod, .compound).filter { child in
      let lemma = tree.lemma(child)
      return child < i && !Self.genericModifiers.contains(lemma) && !lemma.hasSuffix("ing")
        && words.classes(of: lemma).isDisjoint(with: [.hedge, .former, .fighter])
        && tree.partOfSpeech(child) != .numeral && tree.form(child) != "-"
    }.map { tree.lemma($0) }
  }

  private func hasDistinguishingModifier(_ tree: SentenceTree, _ i: Int) -> Bool {
    !distinguishingModifiers(tree, i).isEmpty
  }

  // MARK: - Groups, countries, sides

  private mutating func group(_ tree: SentenceTree, _ i: Int, _ classes: WordClassSet) -> Mention? {
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
      : latest(tree, i, where: { $0.kind == .armedGroup || $0.kind == .politicalParty })
        ?? latest(tree, i, where: { $0.isCoalition })
    guard let known else { return nil }
    return make(tree, i, .definite, [known], rule: "group.as-before")
  }

  /// "the coalition", "the bloc": the latest of that kind; "a regional coalition of …" is one of its own.
  private mutating func coalition(_ tree: SentenceTree, _ i: Int) -> Mention? {
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

  private mutating func country(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if tree.tag(i) == "NNS" { return sides(tree, i) }
    guard isDefinite(tree, i), !hasDistinguishingModifier(tree, i) else { return nil }
    guard let state = latest(tree, i, where: { $0.isState }) else { return nil }
    return make(tree, i, .definite, [state], rule: "country.as-before")
  }

  /// "both sides", "the two countries": the last two who were named together.
  private mutating func sides(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let isPair = tree.children(i).contains { ["two", "both"].contains(tree.lemma($0)) }
    guard isPair else { return nil }
    let wantsStates = words.contains(tree.lemma(i), in: .country)
    var found: [Int] = []
    for mention in history.reversed() where mention.sentence >= tree.index - 3 && mention.form != .pronoun {
      for actor in mention.actors where !found.contains(actor) {
        if wantsStates, !register[actor].isState { continue }
        found.append(actor)
      }
      if found.count >= 2 { break }
    }
    guard found.count >= 2 else { return nil }
    return make(tree, i, .definite, Array(found.prefix(2)).sorted(), rule: "pair.latest-two")
  }

  // MARK: - What belongs to whom

  /// The actors that a noun phrase names as owners of its head: "Syrian", "Syria's", "of Syria", "Russian and Syrian".
  mutating func owner(_ tree: SentenceTree, _ i: Int) -> [Int] {
    var result: [Int] = []
    func add(_ actors: [Int]) { for actor in actors where !result.contains(actor) { result.append(actor) } }
    for child in tree.children(i) {
      let label = tree.label(child)
      switch label.relation {
      case .nmod where label.isPossessive:
        if let mention = mention(tree, child) { add(mention.actors) } else { add(owner(tree, child)) }
      case .amod, .compound, .nmod:
        if label.relation == .nmod, !label.isDescription { continue }
        if isInHyphenCompound(tree, child) { continue }
        for part in tree.coordinated(child) {
          if let span = spanAt[tree.index][part], span.head == part {
            if case .actor = span.sense, let mention = mention(tree, part) { add(mention.actors) }
            if case .organization = span.sense, let mention = mention(tree, part) { add(mention.actors) }
          } else if spanAt[tree.index][part] == nil {
            let classes = words.classes(of: tree.lemma(part))
            if !classes.isDisjoint(with: [.authority, .force, .title]) {
              let inner = owner(tree, part)
              if !inner.isEmpty {
                add(inner)
              } else if classes.contains(.authority), let mention = mention(tree, part) {
                add(mention.actors)
              }
            } else if !classes.isDisjoint(with: [.fighter, .opposition]),
              words.classes(of: tree.lemma(i)).isDisjoint(with: [.fighter, .group])
            {
              if let mention = mention(tree, part) { add(mention.actors) }
            } else if label.relation == .compound {
              // "a Hezbollah rocket attack": the name may hang on the inner noun.
              add(owner(tree, part))
            }
          }
        }
      default: break
      }
    }
    let classes = words.classes(of: tree.lemma(i))
    let takesOf = !classes.isDisjoint(with: [
      .title, .member, .authority, .force, .position, .group, .fighter, .opposition,
    ])
    if result.isEmpty, takesOf {
      for child in tree.children(i, .nmod)
      where ["of", "for", "from"].contains(tree.preposition(child) ?? "") {
        if tree.preposition(child) != "of", classes.isDisjoint(with: [.title, .member]) { continue }
        for part in tree.coordinated(child) {
          if let mention = mention(tree, part) {
            add(mention.actors)
          } else if Self.offices.contains(tree.lemma(part)) {
            add(owner(tree, part))
            for inner in tree.children(part, .nmod)
            where ["of", "for", "in", "at"].contains(tree.preposition(inner) ?? "") {
              if let mention = mention(tree, inner) { add(mention.actors) }
            }
          }
        }
        if !result.isEmpty { break }
      }
    }
    return result
  }

  private static let offices: Set<String> = [
    "office", "bureau", "section", "division", "department", "branch", "wing", "arm", "council", "committee",
    "operation",
    "affair", "staff",
  ]

  /// Whether a name is the first part of "X-backed" or "pro-X", and so says nothing about the head.
  func isInHyphenCompound(_ tree: SentenceTree, _ i: Int) -> Bool {
    let end = (spanAt[tree.index][i]?.tokens.upperBound ?? i + 1)
    let start = (spanAt[tree.index][i]?.tokens.lowerBound ?? i)
    if end + 1 < tree.count, tree.form(end) == "-" {
      let next = tree.partOfSpeech(end + 1)
      if next == .verb || next == .adjective || tree.form(end + 1).hasSuffix("ed")
        || ["led", "held", "run", "born"].contains(tree.form(end + 1))
      {
        return true
      }
    }
    return start > 1 && tree.form(start - 1) == "-"
      && ["pro", "anti", "non", "ex"].contains(tree.lemma(start - 2))
  }

  // MARK: - Taking up what was said before

  func isDefinite(_ tree: SentenceTree, _ i: Int) -> Bool {
    tree.children(i).contains {
      ["the", "this", "that", "these", "those", "both"].contains(tree.lemma($0))
        || tree.label($0).isPossessive
    } || tree.sentence.role == .headline
  }

  func isIndefinite(_ tree: SentenceTree, _ i: Int) -> Bool {
    tree.children(i, .det).contains {
      ["a", "an", "another", "one", "any", "every", "each", "no", "some"].contains(tree.form($0).lowercased())
    }
  }

  /// The latest actor before a token that fulfils a condition.
  func latest(_ tree: SentenceTree, _ i: Int, where holds: (ArticleActor) -> Bool) -> Int? {
    var second: Int?
    for mention in history.reversed() {
      if mention.sentence == tree.index, mention.tokens.contains(i) { continue }
      guard let actor = mention.actors.first(where: { holds(register[$0]) }) else { continue }
      if mention.isSubject || mention.sentence < tree.index - 2 { return second ?? actor }
      if second == nil { second = actor }
      if mention.sentence < tree.index { return second }
    }
    return second
  }

  /// The actor that a collective noun was last used for; else the one armed group of the article.
  private func latestDescribed(_ base: String, _ tree: SentenceTree, _ i: Int) -> Int? {
    let lemmas = [base] + Self.synonyms.filter { $0.value == base }.map(\.key).sorted()
    var best: (actor: Int, count: Int)?
    var tally: [Int: Int] = [:]
    for lemma in lemmas { for actor in described[lemma] ?? [] { tally[actor, default: 0] += 1 } }
    for (actor, count) in tally.sorted(by: { $0.key < $1.key }) where count > best?.count ?? 0 {
      best = (actor, count)
    }
    if let best { return best.actor }
    guard isDefinite(tree, i) else { return nil }
    let groups = register.indices.filter {
      register[$0].kind == .armedGroup && register[$0].count > 0 && register[$0].entry != nil
    }
    return groups.count == 1 ? groups[0] : nil
  }

  /// The state that a sentence is about: one that it names as its scene, else the last one so named, else the
  /// article's own.
  func nearbyState(_ tree: SentenceTree) -> Int? {
    for t in [tree.index, tree.index - 1] where t >= 0 {
      let other = trees[t]
      for i in 0..<other.count {
        guard let span = spanAt[t][i], span.head == i,
          ["in", "across", "inside", "of"].contains(other.preposition(i) ?? "")
        else { continue }
        switch span.sense {
        case .place(let state?): return state
        case .actor(let index, .name) where register[index].isState: return index
        default: break
        }
      }
    }
    return focus
  }

  /// The state that the article is about: named most, and as a scene or as the owner of an army or government.
  private func focusState() -> Int? {
    var score: [Int: Double] = [:]
    for tree in trees where tree.sentence.role != .credit {
      let weight = tree.sentence.role == .headline || tree.index < 4 ? 2.0 : 1.0
      for i in 0..<tree.count {
        guard let span = spanAt[tree.index][i], span.head == i else { continue }
        switch span.sense {
        case .place(let state?): score[state, default: 0] += weight * 0.7
        case .actor(let index, let role) where register[index].isState:
          var value = weight
          if ["in", "across", "inside"].contains(tree.preposition(i) ?? "") { value += weight }
          if let head = tree.head(i),
            words.contains(tree.lemma(head), in: .authority) || words.contains(tree.lemma(head), in: .force)
          {
            value += weight
          }
          if role == .leader { value *= 0.5 }
          score[index, default: 0] += value
        default: break
        }
      }
    }
    return score.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key
  }

  private mutating func countForms() {
    for (s, list) in memo.enumerated() {
      for mention in list {
        guard let mention, mention.form != .pronoun else { continue }
        let text = trees[s].text(mention.tokens, in: articleText)
        for actor in mention.actors {
          register[actor].count += 1
          if mention.actors.count == 1, mention.tokens.count <= 9 {
            register[actor].forms[text, default: 0] += 1
          }
          if mention.actors.count == 1, let span = spanAt[s][mention.head],
            span.tokens.count < mention.tokens.count
          {
            register[actor].forms[trees[s].text(span.tokens, in: articleText), default: 0] += 1
          }
        }
      }
    }
  }
}
