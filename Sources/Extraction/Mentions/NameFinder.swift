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
        if entry.isNoOnes {
          sense = .nobody
        } else if form.role == .place {
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
    ShortForms(register: register).complete(&result, in: trees)
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
  func head(of tokens: Range<Int>, in tree: SentenceTree) -> Int {
    for i in tokens {
      guard let head = tree.head(i), tokens.contains(head) else { return i }
    }
    return tokens.lowerBound
  }
}
