import Documents
import Relations

/// Finds the names of an article: those of the gazetteer, longest first, and those that the name finder of the
/// language model has marked, and decides for each what it names.
///
/// A form that the gazetteer calls ambiguous counts only where the article names its entry in full or speaks of
/// the entry's home. Longer unknown names win over a known name inside them ("Syrian Observatory for Human
/// Rights"), unless their head is a body of the known one ("Turkish Foreign Ministry").
struct NameFinder {
  let gazetteer: Gazetteer
  let words: WordClasses

  func find(in trees: [SentenceTree], year: Int?, register: inout ActorRegister) -> [[NameSpan]] {
    let matches = trees.map { tree in gazetteer.matches(in: tree.sentence.tokens.map(\.form)) }
    let support = supported(matches)
    let formers = FormerLeaders(
      gazetteer: gazetteer, words: words, trees: trees, matches: matches, year: year)
    let acronyms = introducedAcronyms(in: trees)
    var result: [[NameSpan]] = []
    var surnames: [String: Int] = [:]
    for (tree, matched) in zip(trees, matches) {
      // A known form that means nothing here ("Patriotic Front" of Zambia) must not hide the longer name around it.
      let found = matched.filter {
        choose($0, in: tree, support: support, acronyms: acronyms, year: year) != nil
      }
      var spans: [NameSpan] = []
      var taken = [Bool](repeating: false, count: tree.count)
      let unknown = unknownNames(in: tree, besides: found)
      for name in unknown.overriding {
        guard !name.tokens.contains(where: { taken[$0] }) else { continue }
        for i in name.tokens { taken[i] = true }
        spans.append(name)
      }
      for match in found where !match.words.contains(where: { taken[$0] }) {
        guard let reading = choose(match, in: tree, support: support, acronyms: acronyms, year: year) else {
          continue
        }
        let entry = gazetteer.entry(of: reading)
        let form = gazetteer.form(of: reading)
        let sense: NameSpan.Sense
        if form.role == .place {
          sense = .place(state: register.index(for: entry))
        } else {
          let index: Int
          if form.role == .leader, formers.contains(entry, form) {
            index = formers.index(of: form, register: &register)
          } else {
            index = register.index(for: entry)
          }
          sense = .actor(index, form.role)
          if form.role == .leader, let surname = form.surname {
            surnames[surname.lowercased()] = index
          }
        }
        for i in match.words { taken[i] = true }
        let parts = parts(of: match.words, in: tree)
        if let inner = parts.inner, let found = gazetteer.longestMatch(in: inner.map(tree.form), at: 0),
          found.words.count == inner.count,
          let reading = choose(
            GazetteerMatch(words: inner, readings: found.readings), in: tree, support: support,
            acronyms: acronyms,
            year: year)
        {
          let part = register.index(for: gazetteer.entry(of: reading))
          let role = gazetteer.form(of: reading).role
          spans.append(NameSpan(tokens: inner, head: head(of: inner, in: tree), sense: .actor(part, role)))
          let outer = parts.outer
          spans.append(
            NameSpan(tokens: outer, head: head(of: outer, in: tree), sense: sense, written: match.words))
        } else {
          spans.append(NameSpan(tokens: match.words, head: head(of: match.words, in: tree), sense: sense))
        }
      }
      for name in unknown.additional where !name.tokens.contains(where: { taken[$0] }) {
        for i in name.tokens { taken[i] = true }
        spans.append(name)
      }
      result.append(spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    }
    unite(&result, trees: trees, surnames: surnames, register: &register)
    return result
  }

  /// "US-led coalition", "anti-ISIL coalition": the name inside the compound, and what the compound modifies.
  private func parts(of name: Range<Int>, in tree: SentenceTree) -> (inner: Range<Int>?, outer: Range<Int>) {
    guard let hyphen = name.dropFirst().dropLast(2).first(where: { tree.form($0) == "-" }) else {
      return (nil, name)
    }
    if hyphen == name.lowerBound + 1, ["pro", "anti"].contains(tree.form(name.lowerBound).lowercased()) {
      return (hyphen + 1..<name.upperBound - 1, name.upperBound - 1..<name.upperBound)
    }
    let participle = tree.form(hyphen + 1).lowercased()
    guard participle.hasSuffix("ed") || participle == "led" else { return (nil, name) }
    return (name.lowerBound..<hyphen, hyphen + 2..<name.upperBound)
  }

  // MARK: - Choosing among readings

  /// How often the article names each entry unambiguously.
  private func supported(_ matches: [[GazetteerMatch]]) -> [ActorID: Int] {
    var result: [ActorID: Int] = [:]
    for match in matches.joined() {
      let clear = match.readings.filter { !gazetteer.form(of: $0).isAmbiguous && !$0.isSurname }
      if clear.count == 1, let only = clear.first { result[gazetteer.entry(of: only).id, default: 0] += 1 }
    }
    return result
  }

  private func choose(
    _ match: GazetteerMatch, in tree: SentenceTree, support: [ActorID: Int], acronyms: [String: String],
    year: Int?
  ) -> GazetteerReading? {
    func score(_ reading: GazetteerReading) -> Double {
      let entry = gazetteer.entry(of: reading)
      let form = gazetteer.form(of: reading)
      var score = 0.0
      let named = support[entry.id] != nil
      let timesAtHome = entry.homes.reduce(0) { $0 + (support[$1] ?? 0) }
      let atHome = timesAtHome > 0
      if form.isAmbiguous || form.role == .acronym && match.readings.count > 1 {
        guard named || atHome else { return -1 }
      }
      if named { score += 4 }
      // Of two groups of one name the one whose home the article names more often.
      if atHome { score += 2 + Double(min(timesAtHome, 99)) / 100 }
      if form.role == .name || form.role == .acronym { score += 1 }
      if let year, !form.holds(in: year) { score -= 1 }
      if form.role == .place { score -= 1 }
      return score
    }
    // "ABC" introduced as short for another name than the entry's.
    if match.words.count == 1 {
      let form = tree.form(match.words.lowerBound)
      if let long = acronyms[form] {
        let fitting = match.readings.filter { reading in
          gazetteer.readings(of: long).contains { $0.entry == reading.entry }
        }
        if let first = fitting.first { return first }
        if gazetteer.readings(of: long).isEmpty, form.count <= 5 { return nil }
      }
    }
    var best: (reading: GazetteerReading, score: Double)?
    for reading in match.readings {
      let value = score(reading)
      if value >= 0 || !gazetteer.form(of: reading).isAmbiguous && value > -2, value > best?.score ?? -2 {
        best = (reading, value)
      }
    }
    return best?.reading
  }

  /// "National Liberation Front (NLF)": short forms that the article introduces, with what they stand for.
  private func introducedAcronyms(in trees: [SentenceTree]) -> [String: String] {
    var result: [String: String] = [:]
    for tree in trees {
      for i in 1..<max(1, tree.count - 1) where tree.form(i) == "(" || tree.form(i) == "[" {
        guard i + 2 < tree.count, Self.isAcronym(tree.form(i + 1)),
          tree.form(i + 2) == ")" || tree.form(i + 2) == "]" || tree.form(i + 2) == ","
        else { continue }
        let long = nameBefore(i, in: tree)
        if !long.isEmpty { result[tree.form(i + 1)] = long.map(tree.form).joined(separator: " ") }
      }
    }
    return result
  }

  /// The words of the capitalised name that ends before token `end`.
  private func nameBefore(_ end: Int, in tree: SentenceTree) -> Range<Int> {
    var start = end
    while start > 0 {
      let form = tree.form(start - 1)
      let isCapitalised = form.first?.isUppercase ?? false
      let isJoiner = ["of", "for", "the", "and", "in", "-", "'s", "’s", "'", "’", "al", "de", "del", "la"]
        .contains(form.lowercased())
      guard isCapitalised || isJoiner && start < end else { break }
      start -= 1
    }
    while start < end, !(tree.form(start).first?.isUppercase ?? false), tree.form(start) != "al" {
      start += 1
    }
    return start..<end
  }

  static func isAcronym(_ form: String) -> Bool {
    let letters = form.unicodeScalars.filter { $0.properties.isUppercase }
    return letters.count >= 2 && form.count <= 9
      && form.unicodeScalars.allSatisfy {
        $0.properties.isUppercase || ("0"..."9").contains($0) || $0 == "-" || $0 == "." || $0 == "/"
      }
  }

  // MARK: - Names that the gazetteer doesn't know

  private func unknownNames(
    in tree: SentenceTree, besides matches: [GazetteerMatch]
  ) -> (overriding: [NameSpan], additional: [NameSpan]) {
    var overriding: [NameSpan] = []
    var additional: [NameSpan] = []
    for name in tree.sentence.names {
      var tokens = name.tokens
      while let first = tokens.first, ["the", "a", "an"].contains(tree.form(first).lowercased()),
        tokens.count > 1
      {
        tokens = tokens.dropFirst()
      }
      while let last = tokens.last, ["'s", "’s", "'", "’", "(", ",", "-"].contains(tree.form(last)),
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
      } else if inside.allSatisfy({
        tokens.contains($0.words.lowerBound) && tokens.contains($0.words.upperBound - 1)
      }),
        inside.allSatisfy({ $0.words.count < tokens.count }), overrides(span, inside, in: tree)
      {
        overriding.append(span)
      }
    }
    return (overriding, additional)
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
    case .person:
      guard let last = tokens.last else { return nil }
      if words.contains(tree.lemma(last), in: .medium) { return .nobody }
      return .person(key: Self.personKey(tree.form(last)))
    case .organization, .other:
      let classes = words.classes(of: lemma)
      if tokens.contains(where: { words.contains(tree.lemma($0), in: .medium) }) { return .nobody }
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

  static func key(_ text: String) -> String {
    var folded = NameFolding.Folded()
    NameFolding.standard.fold(text.utf8, into: &folded)
    return String(decoding: folded.bytes, as: UTF8.self)
  }

  static func personKey(_ surname: String) -> String {
    var key = surname.lowercased()
    for article in ["al-", "el-"] where key.hasPrefix(article) { key.removeFirst(article.count) }
    return Self.key(key)
  }

  /// The highest token of a range: the one whose head lies outside it.
  private func head(of tokens: Range<Int>, in tree: SentenceTree) -> Int {
    for i in tokens {
      guard let head = tree.head(i), tokens.contains(head) else { return i }
    }
    return tokens.lowerBound
  }

  // MARK: - One name, several forms

  /// Joins the forms of one unknown name ("Jaish al-Nasr", "JN" in brackets after it) and lets the surname of a
  /// leader stand for whom he leads.
  private func unite(
    _ spans: inout [[NameSpan]], trees: [SentenceTree], surnames: [String: Int], register: inout ActorRegister
  ) {
    var short: [String: String] = [:]
    for tree in trees {
      for i in 1..<max(1, tree.count - 1) where tree.form(i) == "(" && i + 2 < tree.count {
        guard Self.isAcronym(tree.form(i + 1)) else { continue }
        let sentence = spans[tree.index]
        guard let long = sentence.last(where: { $0.tokens.upperBound == i }) else { continue }
        switch long.sense {
        case .organization(let key): short[Self.key(tree.form(i + 1))] = key
        case .actor(let index, _): short[Self.key(tree.form(i + 1))] = "#\(index)"
        case .nobody: short[Self.key(tree.form(i + 1))] = ""
        default: break
        }
      }
    }
    let places = placesTakenForPersons(spans, trees: trees)
    for (s, tree) in trees.enumerated() {
      for n in spans[s].indices {
        switch spans[s][n].sense {
        case .person(let key) where places.contains(key): spans[s][n].sense = .place(state: nil)
        case .person(let key):
          if let index = surnames[key] ?? surnames["al-" + key] {
            spans[s][n].sense = .actor(index, .leader)
          }
        case .organization(let key):
          guard let long = short[key] else { break }
          if long.isEmpty {
            spans[s][n].sense = .nobody
            break
          }
          if long.hasPrefix("#"), let index = Int(long.dropFirst()) {
            spans[s][n].sense = .actor(index, .name)
          } else {
            spans[s][n].sense = .organization(key: long)
          }
        default: break
        }
      }
      // Short forms that nothing has marked as a name.
      let covered = Set(spans[s].flatMap { Array($0.tokens) })
      for i in 0..<tree.count where !covered.contains(i) && Self.isAcronym(tree.form(i)) {
        guard let long = short[Self.key(tree.form(i))], !long.isEmpty else { continue }
        let sense: NameSpan.Sense
        if long.hasPrefix("#"), let index = Int(long.dropFirst()) {
          sense = .actor(index, .name)
        } else {
          sense = .organization(key: long)
        }
        spans[s].append(NameSpan(tokens: i..<(i + 1), head: i, sense: sense))
      }
      spans[s].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  /// The keys of names marked as persons that the article uses as places ("in Kumshe", "captured Kumshe").
  private func placesTakenForPersons(_ spans: [[NameSpan]], trees: [SentenceTree]) -> Set<String> {
    var places: Set<String> = []
    var persons: Set<String> = []
    for (list, tree) in zip(spans, trees) {
      for span in list {
        guard case .person(let key) = span.sense else { continue }
        let head = span.head
        let preposition = tree.preposition(head) ?? ""
        let above = tree.head(tree.firstConjunct(head))
        let isLocal =
          ["in", "at", "near", "outside", "towards", "around", "inside"].contains(preposition)
          || preposition == "on" && above.map { words.contains(tree.lemma($0), in: .event) } ?? false
        let isTaken =
          tree.relation(tree.firstConjunct(head)) == .obj
          && above.map { Self.taking.contains(tree.lemma($0)) } ?? false
        let parts = span.tokens.filter {
          tree.partOfSpeech($0) != .punctuation && tree.form($0).lowercased() != "al"
        }
        if isLocal || isTaken && parts.count == 1 {
          places.insert(key)
        }
        let hasTitle = tree.children(head, .compound, .amod, .appos, .nmod).contains {
          !words.classes(of: tree.lemma($0)).isDisjoint(with: [.title, .member])
        }
        let speaks =
          tree.relation(head) == .nsubj
          && tree.head(head).map { words.contains(tree.lemma($0), in: .say) } ?? false
        if hasTitle || speaks { persons.insert(key) }
      }
    }
    return places.subtracting(persons)
  }

  private static let taking: Set<String> = [
    "capture", "seize", "retake", "recapture", "overrun", "besiege", "storm", "shell", "bombard", "clear",
    "bomb",
  ]
}
