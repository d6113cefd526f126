import Documents
import Relations

/// Carries what one place of an article tells about a name over to the places where it stands again, whole or cut short:
/// "the Highland Column … the Column", "Ilya Korsak … Korsak", "the Maute group … the Mautes".
struct ShortForms {
  let register: ActorRegister

  /// Marks such forms among what nobody has recognised, and corrects what the finder of names has taken for another kind.
  func complete(_ spans: inout [[NameSpan]], in trees: [SentenceTree]) {
    repeatWholeNames(&spans, trees)
    settleSingleWords(&spans, trees)
    markShortForms(&spans, trees)
    for s in spans.indices { spans[s].sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  // MARK: - The whole name again

  private func repeatWholeNames(_ spans: inout [[NameSpan]], _ trees: [SentenceTree]) {
    var names: [String: [(forms: [String], key: String)]] = [:]
    for tree in trees {
      for span in spans[tree.index] where span.tokens.count > 1 {
        guard case .organization(let key) = span.sense else { continue }
        let forms = span.tokens.map(tree.form)
        if names[forms[0]]?.contains(where: { $0.forms == forms }) != true {
          names[forms[0], default: []].append((forms, key))
        }
      }
    }
    guard !names.isEmpty else { return }
    for first in names.keys { names[first]?.sort { $0.forms.count > $1.forms.count } }
    for tree in trees {
      let s = tree.index
      for i in 0..<tree.count {
        for name in names[tree.form(i)] ?? [] where i + name.forms.count <= tree.count {
          let range = i..<(i + name.forms.count)
          guard range.map(tree.form) == name.forms else { continue }
          let there = spans[s].filter { $0.tokens.overlaps(range) }
          let isFree = there.allSatisfy {
            if case .actor = $0.sense { return false }
            return range.contains($0.tokens.lowerBound) && range.contains($0.tokens.upperBound - 1)
              && $0.tokens.count < range.count
          }
          guard isFree else { continue }
          spans[s].removeAll { $0.tokens.overlaps(range) }
          spans[s].append(
            NameSpan(tokens: range, head: head(of: range, tree), sense: .organization(key: name.key)))
          break
        }
      }
    }
  }

  private func head(of tokens: Range<Int>, _ tree: SentenceTree) -> Int {
    tokens.first { i in tree.head(i).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
  }

  // MARK: - Surnames, and words marked now so and now so

  private func settleSingleWords(_ spans: inout [[NameSpan]], _ trees: [SentenceTree]) {
    var surnames: Set<String> = []
    // Names that begin with the family's: "Zhang Yesui … Zhang".
    var firstNames: [String: Set<String>] = [:]
    var organizations: [String: Int] = [:]
    var persons: [String: Int] = [:]
    for tree in trees {
      for span in spans[tree.index] {
        switch span.sense {
        case .person(let key):
          if let first = span.tokens.first, span.tokens.count > 1 {
            surnames.insert(key)
            firstNames[NameFinder.personKey(tree.form(first)), default: []].insert(key)
          } else {
            persons[key, default: 0] += 1
          }
        case .organization(let key) where span.tokens.count == 1: organizations[key, default: 0] += 1
        default: break
        }
      }
    }
    for tree in trees {
      let s = tree.index
      for n in spans[s].indices where spans[s][n].tokens.count == 1 {
        let form = tree.form(spans[s][n].head)
        switch spans[s][n].sense {
        case .organization, .place(state: nil):
          let key = NameFinder.personKey(form)
          if surnames.contains(key), tree.preposition(spans[s][n].head) != "in" {
            spans[s][n].sense = .person(key: key)
            continue
          }
        case .person(let key) where !surnames.contains(key):
          let name = NameFinder.key(form)
          if organizations[name] ?? 0 > persons[key] ?? 0 {
            spans[s][n].sense = .organization(key: name)
          } else if let full = firstNames[key], full.count == 1 {
            spans[s][n].sense = .person(key: full.first ?? key)
          }
        default: break
        }
        // "Houthi" and "Houthis" are one.
        if case .organization(let key) = spans[s][n].sense, key.hasSuffix("s"),
          organizations[String(key.dropLast())] != nil
        {
          spans[s][n].sense = .organization(key: String(key.dropLast()))
        }
      }
      let covered = Set(spans[s].flatMap { Array($0.tokens) })
      for i in 0..<tree.count where !covered.contains(i) && tree.partOfSpeech(i) == .properNoun {
        let key = NameFinder.personKey(tree.form(i))
        let isAlone = ![i - 1, i + 1].contains {
          $0 >= 0 && $0 < tree.count && tree.partOfSpeech($0) == .properNoun
        }
        guard isAlone, surnames.contains(key), tree.form(i).first?.isUppercase ?? false else { continue }
        spans[s].append(NameSpan(tokens: i..<(i + 1), head: i, sense: .person(key: key)))
      }
    }
  }

  // MARK: - The name cut short

  private typealias Bearer = (sentence: Int, token: Int, sense: NameSpan.Sense)

  private func markShortForms(_ spans: inout [[NameSpan]], _ trees: [SentenceTree]) {
    var bearers: [String: [Bearer]] = [:]
    for tree in trees {
      for span in spans[tree.index] where isDivided(span, tree) {
        bearers[tree.form(span.tokens.lowerBound), default: []].append(
          (tree.index, span.tokens.lowerBound, span.sense))
      }
      for span in spans[tree.index] where isGroup(span.sense) {
        var forms = span.tokens.map(tree.form)
        // "the Maute group" of which only the first word is marked
        if forms.count == 1, span.tokens.upperBound < tree.count {
          forms.append(tree.form(span.tokens.upperBound))
        }
        guard forms.count > 1 else { continue }
        for word in cutShort(forms) {
          bearers[word, default: []].append((tree.index, span.tokens.lowerBound, span.sense))
        }
      }
    }
    guard !bearers.isEmpty else { return }
    var shortened: Set<String> = []
    for tree in trees {
      for i in 0..<tree.count
      where bearers[tree.form(i)] != nil && hasArticle(i, tree) && standsAlone(i, tree) {
        shortened.insert(tree.form(i))
      }
    }
    for tree in trees {
      let s = tree.index
      for i in 0..<tree.count where shortened.contains(tree.form(i)) && standsAlone(i, tree) {
        let isModifier = tree.relation(i) == .compound && tree.head(i).map { $0 > i } ?? false
        guard hasArticle(i, tree) || i > 0 || isModifier else { continue }
        if let there = spans[s].firstIndex(where: { $0.tokens.contains(i) }) {
          guard spans[s][there].tokens.count == 1, !isKnown(spans[s][there].sense) else { continue }
          spans[s].remove(at: there)
        }
        let all = bearers[tree.form(i)] ?? []
        let before = all.last { $0.sentence < s || $0.sentence == s && $0.token < i }
        guard let bearer = before ?? all.first else { continue }
        spans[s].append(NameSpan(tokens: i..<(i + 1), head: i, sense: bearer.sense))
      }
    }
  }

  /// The words that can stand for a whole name: its noun, and for "the Maute group" "Mautes".
  private func cutShort(_ forms: [String]) -> [String] {
    let joiner = forms.dropFirst().firstIndex { ["of", "for", "in"].contains($0) }
    guard let noun = joiner.map({ forms[$0 - 1] }) ?? forms.last else { return [] }
    var result: [String] = []
    if noun.first?.isUppercase ?? false, noun.contains(where: \.isLowercase), noun.count > 3,
      !Self.common.contains(noun.lowercased())
    {
      result.append(noun)
    }
    let first = forms[0]
    let isCalledGroup = GroupNames.isHead(noun) || ["group", "gang", "clan"].contains(noun.lowercased())
    if isCalledGroup, forms.count <= 4, first.count > 3, first.contains(where: \.isLowercase) {
      result.append(first.hasSuffix("s") ? first : first + "s")
    }
    return result
  }

  /// "North Korea", which can be "the North".
  private func isDivided(_ span: NameSpan, _ tree: SentenceTree) -> Bool {
    guard case .actor(let index, .name) = span.sense, register[index].isState else { return false }
    return span.tokens.count == 2 && ["North", "South"].contains(tree.form(span.tokens.lowerBound))
  }

  private func isGroup(_ sense: NameSpan.Sense) -> Bool {
    switch sense {
    case .organization: true
    case .actor(let index, .name): !register[index].isState && register[index].kind != .community
    default: false
    }
  }

  private func isKnown(_ sense: NameSpan.Sense) -> Bool {
    if case .actor = sense { return true }
    return false
  }

  private func hasArticle(_ i: Int, _ tree: SentenceTree) -> Bool {
    i > 0 && tree.form(i - 1).lowercased() == "the"
  }

  /// Whether no other capitalised word stands beside it, so that it is no part of a longer name.
  private func standsAlone(_ i: Int, _ tree: SentenceTree) -> Bool {
    func isCapitalised(_ k: Int) -> Bool {
      k >= 0 && k < tree.count && tree.form(k).first?.isUppercase ?? false
    }
    if i > 0, tree.form(i - 1) == "-" { return false }
    if i + 1 < tree.count, tree.form(i + 1) == "-" { return false }
    if i > 1, isCapitalised(i - 1) { return false }
    if i == 1, isCapitalised(0), tree.form(0).lowercased() != "the" { return false }
    if i + 2 < tree.count, ["of", "for"].contains(tree.form(i + 1)), isCapitalised(i + 2) { return false }
    return !isCapitalised(i + 1)
  }

  /// Nouns that by themselves mean others than the bearer of the name.
  private static let common: Set<String> = [
    "state", "states", "nations", "army", "force", "forces", "police", "republic", "government", "ministry",
    "minister", "kingdom", "people", "group", "office", "department", "house", "security", "air", "navy",
    "party", "islam",
  ]
}
