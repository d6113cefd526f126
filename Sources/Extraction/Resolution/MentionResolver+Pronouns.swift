import Documents

extension MentionResolver {
  /// What a pronoun takes up: the subject of the clause before it, or of the sentence before; in quotations "we" is
  /// whoever speaks.
  mutating func pronoun(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard tree.relation(i) != .expl else { return nil }
    let form = tree.form(i).lowercased()
    switch form {
    case "who", "which", "that", "whom", "whose":
      return relative(tree, i)
    case "we", "us", "our", "ours", "i", "me", "my":
      if let speakers = speaker(of: tree) ?? self.speakers[tree.index - 1] {
        return make(tree, i, .pronoun, speakers, rule: "pronoun.speaker", isPerson: form == "i")
      }
      return nil
    case "he", "him", "his", "she", "her", "himself", "herself":
      return antecedent(tree, i, rule: "pronoun.person") { mention, _ in
        mention.isPerson && mention.actors.count == 1
      }
    case "it", "its", "itself":
      if let shared = ofConjunct(tree, i) { return shared }
      return antecedent(tree, i, rule: "pronoun.thing") { mention, register in
        !mention.isPerson && mention.actors.count == 1 && (!mention.isPlural || mention.form == .name)
          && register[mention.actors[0]].kind != .person
      }
    case "they", "them", "their", "theirs", "themselves":
      if let shared = ofConjunct(tree, i) { return shared }
      return antecedent(tree, i, rule: "pronoun.plural") { mention, register in
        mention.isPlural || mention.actors.count > 1
          || mention.actors.allSatisfy { !register[$0].isState && register[$0].kind != .person }
      }
    case "both":
      return nil
    default: return nil
    }
  }

  /// "the army and its allies": a possessive in the second of two coordinated phrases takes up the first.
  private mutating func ofConjunct(_ tree: SentenceTree, _ i: Int) -> Mention? {
    guard tree.label(i).isPossessive, let noun = tree.head(i), tree.relation(noun) == .conj,
      let first = tree.head(noun),
      first < i, let mention = mention(tree, first)
    else { return nil }
    return Mention(
      sentence: tree.index, head: i, tokens: i..<(i + 1), form: .pronoun, actors: mention.actors,
      rule: "pronoun.conjunct")
  }

  /// The noun that a relative clause modifies.
  private mutating func relative(_ tree: SentenceTree, _ i: Int) -> Mention? {
    var node: Int? = i
    while let current = node {
      if tree.relation(current) == .acl, tree.label(current).isRelativeClause, let head = tree.head(current),
        head != i
      {
        var actors: [Int] = []
        guard let mention = mention(tree, head) else { return nil }
        actors += mention.actors
        return Mention(
          sentence: tree.index, head: i, tokens: i..<(i + 1), form: .pronoun, actors: actors,
          isPerson: mention.isPerson,
          rule: "pronoun.relative")
      }
      node = tree.head(current)
    }
    return nil
  }

  private mutating func antecedent(
    _ tree: SentenceTree, _ i: Int, rule: String, where fits: (Mention, ActorRegister) -> Bool
  ) -> Mention? {
    var best: (mention: Mention, score: Int)?
    let clause = clauseRoot(tree, i)
    let others = coarguments(tree, i, clause: clause)
    let belongsToState = tree.label(i).isPossessive ? tree.head(i).flatMap { owned(tree.lemma($0)) } : nil
    for mention in history.reversed() {
      let distance = tree.index - mention.sentence
      if distance > 2 { break }
      if mention.form == .pronoun, mention.rule == "pronoun.relative" { continue }
      if distance == 0, mention.tokens.contains(i) || mention.head > i { continue }
      guard mention.form != .modifier, fits(mention, register) else { continue }
      if mention.actors.contains(where: others.contains) { continue }
      var score = -4 * distance
      if mention.isSubject { score += 3 }
      if let belongsToState, let actor = mention.actors.first, mention.actors.count == 1,
        register[actor].kind != .person
      {
        score += register[actor].isState == belongsToState ? 2 : -2
      }
      if distance == 0 {
        // An object's "him" is not the clause's own subject, but "its" may be.
        let sameClause = clauseRoot(tree, mention.head) == clause
        if sameClause, !tree.label(i).isPossessive { continue }
        if sameClause { score += 1 }
      }
      if score > best?.score ?? Int.min { best = (mention, score) }
    }
    guard let best else { return nil }
    return Mention(
      sentence: tree.index, head: i, tokens: i..<(i + 1), form: .pronoun, actors: best.mention.actors,
      isPerson: best.mention.isPerson, rule: rule)
  }

  /// Whether what a noun means belongs to a state rather than to a group ("its parliament", "its fighters"); nil where both
  /// have such.
  private func owned(_ noun: String) -> Bool? {
    if Self.ofGroups.contains(noun) { return false }
    return Self.ofStates.contains(noun) ? true : nil
  }

  private static let ofGroups: Set<String> = [
    "leader", "commander", "fighter", "militant", "founder", "spokesman", "spokeswoman", "militiaman",
    "militia",
    "wing", "gunman", "insurgency", "co-founder", "deputy", "rank", "stronghold", "cell", "member",
    "followers",
    "insurgent", "chairman", "guerrilla",
  ]

  private static let ofStates: Set<String> = [
    "president", "minister", "ambassador", "embassy", "parliament", "army", "military", "troop", "soldier",
    "navy",
    "border", "capital", "territory", "government", "economy", "citizen", "airspace", "currency", "jet",
    "warplane",
    "diplomat", "consulate", "neighbor", "neighbour", "premier", "ministry", "coast", "senate", "congress",
  ]

  /// The actors that the pronoun's own clause names beside it, and so cannot be meant by it ("it is fighting Y").
  private mutating func coarguments(_ tree: SentenceTree, _ i: Int, clause: Int) -> Set<Int> {
    guard !tree.label(i).isPossessive else { return [] }
    var result: Set<Int> = []
    for argument in tree.children(clause, .nsubj, .obj, .obl, .iobj) where argument != i {
      for part in tree.coordinated(argument) where spanAt[tree.index][part]?.head == part {
        if let mention = mention(tree, part) { result.formUnion(mention.actors) }
      }
    }
    return result
  }

  private func clauseRoot(_ tree: SentenceTree, _ i: Int) -> Int {
    var node = i
    while let head = tree.head(node) {
      switch tree.relation(node) {
      case .ccomp, .advcl, .acl, .parataxis, .csubj: return node
      case .conj where tree.partOfSpeech(node) == .verb: return node
      default: node = head
      }
    }
    return node
  }

  /// Who says what stands in quotation marks in a sentence: the subject of its verb of saying.
  mutating func speaker(of tree: SentenceTree) -> [Int]? {
    for i in 0..<tree.count where tree.isVerb(i) && words.contains(tree.lemma(i), in: .say) {
      for subject in tree.children(i, .nsubj) {
        if isResolved[tree.index][subject] || tree.partOfSpeech(subject) != .pronoun,
          let mention = mention(tree, subject), !mention.actors.isEmpty
        {
          return mention.actors
        }
        // "Naji Mustafa, spokesman for the group": the apposition tells.
        for apposed in tree.children(subject, .appos) {
          if let mention = mention(tree, apposed), !mention.actors.isEmpty { return mention.actors }
        }
      }
    }
    return nil
  }
}
