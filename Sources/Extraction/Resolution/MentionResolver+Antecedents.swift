import Documents
import Relations

/// Expressions that take up what was said before, and the state that is spoken of.
extension MentionResolver {
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
  func latestDescribed(_ base: String, _ tree: SentenceTree, _ i: Int) -> Int? {
    let lemmas = [base] + Self.synonyms.filter { $0.value == base }.map(\.key).sorted()
    var best: (actor: Int, count: Int)?
    var tally: [Int: Int] = [:]
    for lemma in lemmas { for actor in described[lemma] ?? [] { tally[actor, default: 0] += 1 } }
    for (actor, count) in tally.sorted(by: { $0.key < $1.key }) where count > best?.count ?? 0 {
      best = (actor, count)
    }
    if let best { return best.actor }
    // Who is named only later, and only in passing, is not meant yet.
    let groups = namedArmedGroups().filter { group in
      register[group].timesNamed >= 3
        || history.contains { $0.actors.contains(group) && ($0.form == .name || $0.form == .modifier) }
    }
    let soCalled = groups.filter { !register[$0].descriptors.isDisjoint(with: lemmas) }
    if isDefinite(tree, i) {
      if soCalled.count == 1, !["fighter", "gunman", "attacker", "assailant"].contains(tree.lemma(i)) {
        return soCalled[0]
      }
      if groups.count == 1 { return groups[0] }
    }
    guard tree.tag(i) == "NNS", !meansOthers(tree, i) else { return nil }
    return mainGroup(called: tree.lemma(i), soCalled)
  }

  /// The armed groups with names of their own that the article mentions.
  private func namedArmedGroups() -> [Int] {
    register.indices.filter {
      register[$0].kind == .armedGroup && register[$0].count > 0
        && (register[$0].entry != nil || register[$0].isNamed)
    }
  }

  /// The armed group that the article speaks of far more than of any other, so that "militants killed ten" means its
  /// men. Where the word tells more than that ("rebels", "jihadists"), the article must have used it of the group.
  private func mainGroup(called noun: String, _ soCalled: [Int]) -> Int? {
    let ranked = namedArmedGroups().sorted {
      (register[$1].timesNamed, $0) < (register[$0].timesNamed, $1)
    }
    guard let first = ranked.first, register[first].timesNamed >= 3 else { return nil }
    if ranked.count > 1, register[first].timesNamed < 3 * register[ranked[1]].timesNamed { return nil }
    let isVague = ["militant", "extremist", "terrorist", "insurgent", "rebel"].contains(noun)
    return soCalled.contains(first) || isVague && (ranked.count == 1 || noun == "militant") ? first : nil
  }

  /// "other rebels", "several militias": not those spoken of.
  private func meansOthers(_ tree: SentenceTree, _ i: Int) -> Bool {
    isIndefinite(tree, i)
      || tree.children(i, .amod, .det, .nummod).contains {
        ["other", "several", "various", "many", "different", "local", "rival", "few"].contains(tree.lemma($0))
      }
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
        // "an Indonesian based in Syria" is no scene.
        if let above = other.head(i), Self.dwelling.contains(other.lemma(above)) { continue }
        switch span.sense {
        case .place(let state?): return state
        case .actor(let index, .name) where register[index].isState: return index
        default: break
        }
      }
    }
    return focus
  }

  private static let dwelling: Set<String> = [
    "base", "bear", "born", "live", "reside", "train", "educate", "headquarter", "raise", "exile",
  ]

  /// "Meanwhile in Syria, … government forces": the one state that a sentence names as its scene before anything else,
  /// seen from a later token.
  func openingScene(_ tree: SentenceTree, _ i: Int) -> Int? {
    guard let subject = (0..<i + 1).first(where: { tree.relation($0) == .nsubj }) else { return nil }
    for k in 0..<subject {
      guard let span = spanAt[tree.index][k], span.head == k, tree.relation(k) == .obl,
        ["in", "across", "inside"].contains(tree.preposition(k) ?? ""), let verb = tree.head(k),
        verb > subject,
        tree.isDescendant(i, of: verb)
      else { continue }
      switch span.sense {
      case .place(let state?): return state
      case .actor(let index, .name) where register[index].isState: return index
      default: break
      }
    }
    return nil
  }

  /// The state that the article is about: named most, and as a scene or as the owner of an army or government.
  func focusState() -> Int? {
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
}
