import Documents
import Relations

/// Whose a noun is.
extension MentionResolver {
  /// The actors that a noun phrase names as owners of its head: "Syrian", "Syria's", "of Syria", "Russian and Syrian".
  mutating func owner(_ tree: SentenceTree, _ i: Int) -> [Int] {
    var result: [Int] = []
    func add(_ actors: [Int]) { for actor in actors where !result.contains(actor) { result.append(actor) } }
    var whole: [Int] = []
    for child in tree.children(i) {
      defer {
        if !whole.isEmpty, result.count > whole.count { result = withoutHomes(result, of: i, in: tree) }
        whole = result
      }
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
              } else if classes.contains(.authority) || Self.arms.contains(tree.lemma(part)),
                let mention = mention(tree, part)
              {
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
        if tree.preposition(child) != "of", classes.isDisjoint(with: [.title, .member]) {
          // "fighters from the group", but "fighters from Chechnya".
          guard tree.preposition(child) == "from", classes.contains(.fighter) else { continue }
          let groups = mention(tree, child)?.actors ?? []
          guard !groups.isEmpty, groups.allSatisfy({ register[$0].isGroup }) else { continue }
        }
        if ["in", "with"].contains(tree.preposition(child) ?? "") {
          // "an official in the rebel group X", but "an official in Syria".
          if let mention = mention(tree, child), mention.actors.allSatisfy({ register[$0].isGroup }) {
            add(mention.actors)
          }
          continue
        }
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

  /// Whose a body is that only modifies another noun: "the U.S. embassy staff", "a Philippine army official". The name
  /// hangs on the noun that both modify.
  mutating func ownerBeside(_ tree: SentenceTree, _ i: Int) -> [Int] {
    guard [.compound, .amod].contains(tree.relation(i)), let above = tree.head(i) else { return [] }
    var result: [Int] = []
    for child in tree.children(above, .compound, .amod, .nmod) where child < i {
      guard
        tree.relation(child) != .nmod || tree.label(child).isPossessive || tree.label(child).isDescription,
        let span = spanAt[tree.index][child], span.head == child, !isInHyphenCompound(tree, child)
      else { continue }
      switch span.sense {
      case .actor, .organization:
        for part in tree.coordinated(child) where part < i {
          for actor in mention(tree, part)?.actors ?? [] where !result.contains(actor) {
            result.append(actor)
          }
        }
      default: break
      }
    }
    return result
  }

  static let arms: Set<String> = ["army", "police", "military", "navy", "security-forces"]

  static let offices: Set<String> = [
    "office", "bureau", "section", "division", "department", "branch", "wing", "arm", "council", "committee",
    "operation",
    "affair", "staff",
  ]

  /// "The UN Syria envoy", "the Yemeni al-Qaeda leader": the organisation's, and not the state's.
  private func withoutHomes(_ owners: [Int], of i: Int, in tree: SentenceTree) -> [Int] {
    func isOrganization(_ actor: Int) -> Bool {
      !register[actor].isState && register[actor].kind != .community
    }
    let organizations = owners.filter(isOrganization)
    guard !organizations.isEmpty else { return owners }
    let homes = organizations.flatMap { register[$0].entry?.homes ?? [] }
    let isList = tree.children(i, .amod, .compound).contains { !tree.children($0, .conj).isEmpty }
    return owners.filter { isOrganization($0) || isList && !homes.contains(register[$0].id) }
  }

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
}
