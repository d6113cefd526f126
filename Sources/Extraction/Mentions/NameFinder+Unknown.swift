import Documents
import Relations

/// Names that the gazetteer doesn't know.
extension NameFinder {
  func unknownNames(
    in tree: SentenceTree, besides matches: [GazetteerMatch]
  ) -> (overriding: [NameSpan], additional: [NameSpan]) {
    var overriding: [NameSpan] = []
    var additional: [NameSpan] = []
    var written: [Range<Int>] = []
    for name in GroupNames(gazetteer: gazetteer, words: words).find(in: tree) {
      // "Justice and Equality Movement": the finder of names may see more of it.
      let isPart = tree.sentence.names.contains { other in
        other.kind == .organization && other.tokens.count > name.tokens.count
          && other.tokens.contains(name.tokens.lowerBound) && other.tokens.contains(name.head)
          && !other.tokens.contains {
            !words.classes(of: tree.lemma($0)).isDisjoint(with: [.title, .person])
          }
      }
      guard !isPart else { continue }
      let text = name.tokens.map(tree.form).joined(separator: " ")
      let span = NameSpan(
        tokens: name.tokens, head: head(of: name.tokens, in: tree), sense: .organization(key: Self.key(text)))
      let inside = matches.filter { $0.words.overlaps(name.tokens) }
      guard inside.allSatisfy({ contains(span, $0) }), inside.isEmpty || overrides(span, inside, in: tree)
      else { continue }
      written.append(name.tokens)
      if inside.isEmpty { additional.append(span) } else { overriding.append(span) }
    }
    for span in namesBehindNouns(in: tree, besides: matches)
    where !written.contains(where: { $0.overlaps(span.tokens) }) {
      written.append(span.tokens)
      additional.append(span)
    }
    for name in tree.sentence.names where !written.contains(where: { $0.overlaps(name.tokens) }) {
      var tokens = name.tokens
      while let first = tokens.first, ["the", "a", "an"].contains(tree.form(first).lowercased()),
        tokens.count > 1
      {
        tokens = tokens.dropFirst()
      }
      while let last = tokens.last,
        ["'s", "’s", "'", "’", "(", ",", "-", "of", "for", "the", "to", "and"].contains(tree.form(last)),
        tokens.count > 1
      {
        tokens = tokens.dropLast()
      }
      let top = head(of: tokens, in: tree)
      guard let sense = sense(of: name.kind, tokens: tokens, head: top, in: tree) else { continue }
      let span = NameSpan(tokens: tokens, head: top, sense: sense)
      let inside = matches.filter { $0.words.overlaps(tokens) }
      if inside.isEmpty {
        additional.append(span)
      } else if inside.allSatisfy({ contains(span, $0) }), overrides(span, inside, in: tree) {
        overriding.append(span)
      }
    }
    return (overriding, additional)
  }

  /// "the rebel group Fastaqim": capitalised words right behind a common noun for a group, whether the finder of names has
  /// seen them or not.
  private func namesBehindNouns(in tree: SentenceTree, besides matches: [GazetteerMatch]) -> [NameSpan] {
    var result: [NameSpan] = []
    for i in 0..<max(0, tree.count - 1) {
      guard tree.tag(i) == "NN", Self.introducers.contains(tree.lemma(i)),
        tree.form(i).first?.isLowercase ?? false
      else { continue }
      var end = i + 1
      while end < tree.count {
        if isPartOfName(end, tree) {
          end += 1
        } else if tree.form(end) == "-", end > i + 1, end + 1 < tree.count, isPartOfName(end + 1, tree) {
          end += 2
        } else {
          break
        }
      }
      let tokens = i + 1..<end
      guard !tokens.isEmpty, !matches.contains(where: { $0.words.overlaps(tokens) }) else { continue }
      let text = tokens.map(tree.form).joined(separator: " ")
      result.append(
        NameSpan(tokens: tokens, head: head(of: tokens, in: tree), sense: .organization(key: Self.key(text))))
    }
    return result
  }

  private func isPartOfName(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard tree.partOfSpeech(i) == .properNoun, let first = tree.form(i).first, first.isUppercase else {
      return false
    }
    let lemma = tree.lemma(i)
    return words.classes(of: lemma).isDisjoint(with: [.title, .medium, .civilian, .place])
      && !MentionResolver.times.contains(lemma)
  }

  /// Nouns that introduce the name of a group that follows them.
  private static let introducers: Set<String> = [
    "group", "militia", "faction", "movement", "organisation", "organization", "coalition", "alliance",
    "cartel", "gang",
    "brigade", "outfit",
  ]

  private func contains(_ span: NameSpan, _ match: GazetteerMatch) -> Bool {
    span.tokens.contains(match.words.lowerBound) && span.tokens.contains(match.words.upperBound - 1)
      && match.words.count < span.tokens.count
  }

  /// Whether an unknown name is a name of its own although it contains known ones.
  private func overrides(_ span: NameSpan, _ inside: [GazetteerMatch], in tree: SentenceTree) -> Bool {
    switch span.sense {
    case .person:
      // "Turkish President Erdogan" may have been marked as a whole: leaders and titles speak for themselves.
      return inside.allSatisfy { match in
        match.readings.allSatisfy { [.name, .place].contains(gazetteer.form(of: $0).role) }
          && match.words.count == 1
      } && !span.tokens.contains { words.contains(tree.lemma($0), in: .title) }
    case .organization, .nobody:
      // The known name must not be the head, nor may it be followed by a common noun only.
      guard !inside.contains(where: { $0.words.contains(span.head) && $0.words.count > 1 }) else {
        return false
      }
      // "South Korean Finance" before "Minister" is a part of an office.
      let next = span.tokens.upperBound
      if next < tree.count, !words.classes(of: tree.lemma(next)).isDisjoint(with: [.title, .authority]) {
        return false
      }
      return inside.allSatisfy { match in
        match.readings.allSatisfy { gazetteer.form(of: $0).role != .leader }
      }
    default: return false
    }
  }

  private func sense(
    of kind: NameKind, tokens: Range<Int>, head: Int, in tree: SentenceTree
  ) -> NameSpan.Sense? {
    let lemma = tree.lemma(head)
    switch kind {
    case .person where isDescribedAsGroup(head, in: tree):
      return .organization(key: Self.key(tokens.map(tree.form).joined(separator: " ")))
    case .person:
      guard let last = tokens.last else { return nil }
      if words.contains(tree.lemma(last), in: .medium) { return .nobody }
      return .person(key: Self.personKey(tree.form(last)))
    case .organization, .other:
      let classes = words.classes(of: lemma)
      if tokens.contains(where: { words.contains(tree.lemma($0), in: .medium) }) { return .nobody }
      // "Coalition warplanes": a noun with a capital.
      if tokens.count == 1, !classes.isDisjoint(with: [.group, .coalition]),
        classes.isDisjoint(with: [.fighter])
      {
        return nil
      }
      // "Interior Ministry", "National Army": bodies of somebody, which the noun phrase tells.
      if !classes.isDisjoint(with: [.authority, .force, .title])
        || tokens.count > 1 && !classes.isDisjoint(with: [.member])
      {
        return nil
      }
      if !classes.isDisjoint(with: [.civilian, .place]) { return .nobody }
      // "Terminal High Altitude Area Defence", "Shahed drones": weapons.
      // "Highland Liberation Front" is none, although a front is a position.
      let last = words.classes(of: tree.lemma(tokens.upperBound - 1))
      let isPosition = last.contains(.position) && last.isDisjoint(with: [.group, .member, .fighter])
      if isPosition, tokens.count == 1 || tree.form(tokens.upperBound - 1) != "Front" { return .nobody }
      let text = tokens.map(tree.form).joined(separator: " ")
      return kind == .organization
        ? .organization(key: Self.key(text))
        : namesGroup(head, in: tree) ? .organization(key: Self.key(text)) : nil
    case .location:
      let text = tokens.map(tree.form).joined(separator: " ")
      return namesGroup(head, in: tree) ? .organization(key: Self.key(text)) : .place(state: nil)
    }
  }

  /// "X, an offshoot of Y": whatever the finder of names takes X for.
  private func isDescribedAsGroup(_ head: Int, in tree: SentenceTree) -> Bool {
    tree.children(head, .appos).contains { child in
      let classes = words.classes(of: tree.lemma(child))
      return tree.tag(child) == "NN" && !classes.isDisjoint(with: [.group, .coalition])
        && classes.isDisjoint(with: [.fighter, .member, .title, .person])
    }
  }

  /// Whether a name is introduced as one of a group: "the jihadist group X", "X, a militia".
  private func namesGroup(_ head: Int, in tree: SentenceTree) -> Bool {
    func isGroupNoun(_ i: Int) -> Bool {
      tree.partOfSpeech(i) == .noun
        && !words.classes(of: tree.lemma(i)).isDisjoint(with: [.group, .fighter, .coalition])
    }
    let below = tree.children(head, .appos, .compound, .nmod).filter {
      tree.relation($0) != .nmod || tree.label($0).isDescription
    }
    if below.contains(where: isGroupNoun) { return true }
    if [.appos, .compound, .flat].contains(tree.relation(head)) || tree.label(head).isDescription,
      let above = tree.head(head), isGroupNoun(above)
    {
      return true
    }
    return false
  }
}
