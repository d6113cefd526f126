import Documents
import Relations

/// Names, and the persons whom the gazetteer does not know.
extension MentionResolver {
  mutating func named(_ span: NameSpan, _ tree: SentenceTree) -> Mention? {
    let i = span.head
    let isModifier = [.amod, .compound].contains(tree.relation(i)) || tree.label(i).isPossessive
    switch span.sense {
    case .actor(let index, let role):
      let form: MentionForm = isModifier ? .modifier : .name
      var mention = make(tree, i, form, [index], rule: "name.\(role.rawValue)", isPerson: role == .leader)
      let written = span.written ?? span.tokens
      // "northern Syria" is a part of the land, and no name of the state.
      let isBareState =
        register[index].isState && role == .name && span.tokens.upperBound == mention.tokens.upperBound
      mention.tokens =
        isModifier || isBareState
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
      case .guess(let index):
        let known = affiliation[key] ?? index
        affiliation[key] = known
        return make(tree, i, .name, [known], rule: "person.officer-here", isPerson: true)
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
      if isOfMedia(tree, i) { return nil }
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

  /// What kind of organisation a name is introduced as.
  func organizationKind(_ tree: SentenceTree, _ i: Int) -> ActorKind? {
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

  /// "Al Jazeera's X", "X, reporting from Y": who only reports.
  private func isOfMedia(_ tree: SentenceTree, _ i: Int) -> Bool {
    for child in tree.children(i) {
      if tree.label(child).isPossessive {
        let tokens = spanAt[tree.index][child]?.tokens ?? child..<child + 1
        if tokens.contains(where: { words.contains(tree.lemma($0), in: .medium) }) { return true }
      }
      if tree.relation(child) == .acl, tree.tag(child) == "VBG", tree.lemma(child) == "report" { return true }
    }
    return false
  }

  enum Affiliation {
    case actor(Int)
    /// The state spoken of, for want of anything better.
    case guess(Int)

    case bystander, unknown
  }

  /// Whom a person leads or speaks for, as far as the words around the name tell.
  mutating func affiliationOf(_ tree: SentenceTree, _ i: Int) -> Affiliation {
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
    var isCommander = false
    for title in titles where title != i {
      let classes = words.classes(of: tree.lemma(title))
      if !classes.isDisjoint(with: [.civilian, .medium]), classes.isDisjoint(with: [.title, .member]) {
        return .bystander
      }
      guard !classes.isDisjoint(with: [.title, .member, .authority, .force, .fighter]) else { continue }
      let owners = owner(tree, title)
      if let first = owners.first { return .actor(first) }
      if Self.leaders.contains(tree.lemma(title)) {
        isCommander = true
      } else {
        isOfficer = isOfficer || !classes.isDisjoint(with: [.title, .force])
      }
    }
    // "X and other Y officials"
    for other in tree.children(i, .conj)
    where !words.classes(of: tree.lemma(other)).isDisjoint(with: [.title, .member]) {
      guard tree.children(other, .amod).contains(where: { tree.lemma($0) == "other" }) else { continue }
      if let first = owner(tree, other).first { return .actor(first) }
    }
    if isOfMedia(tree, i) { return .bystander }
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
    // "General X of the Y Army", "President X of Y"
    for child in tree.children(i, .nmod)
    where tree.preposition(child) == "of" && tree.partOfSpeech(child) == .properNoun {
      if let span = spanAt[tree.index][child], span.head == child, let mention = mention(tree, child),
        let first = mention.actors.first, register[first].kind != .person
      {
        return .actor(first)
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
    // "X, a senior leader", "the commander X": of the group spoken of.
    if isCommander, !isOfficer {
      return latest(tree, i, where: { $0.kind == .armedGroup }).map { .actor($0) } ?? .unknown
    }
    if isOfficer, let state = reportedState(tree, i) ?? focus ?? nearbyState(tree) { return .guess(state) }
    return .unknown
  }

  static let leaders: Set<String> = [
    "leader", "commander", "head", "boss", "strongman", "mastermind",
  ]

  /// "X's army did not attack, General Y said": who acts in what an officer reports.
  mutating func reportedState(_ tree: SentenceTree, _ i: Int) -> Int? {
    var top = i
    while [.appos, .flat, .compound].contains(tree.relation(top)), let head = tree.head(top) { top = head }
    guard tree.relation(top) == .nsubj, let verb = tree.head(top), words.contains(tree.lemma(verb), in: .say)
    else { return nil }
    var clauses = tree.children(verb, .ccomp, .parataxis)
    if tree.relation(verb) == .parataxis || tree.relation(verb) == .ccomp, let above = tree.head(verb) {
      clauses.append(above)
    }
    for clause in clauses {
      for subject in tree.children(clause, .nsubj)
      where subject != i && tree.partOfSpeech(subject) != .pronoun {
        if let mention = mention(tree, subject), mention.actors.count == 1,
          register[mention.actors[0]].isState
        {
          return mention.actors[0]
        }
      }
    }
    return nil
  }
}
