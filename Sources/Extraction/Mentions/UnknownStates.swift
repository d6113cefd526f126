import Documents
import Relations

/// Finds states and governments that the gazetteer doesn't know: a name of a place that owns an army, a ministry or a
/// president, or from which an adjective is derived that does ("Ambazonian forces" and "Ambazonia").
struct UnknownStates {
  let words: WordClasses

  /// Turns the names of such places, and their adjectives, into actors of the register.
  func find(in trees: [SentenceTree], spans: inout [[NameSpan]], register: inout ActorRegister) {
    var owners: Set<String> = []
    var adjectives: [String: Int] = [:]
    var places: [String: String] = [:]
    let surnames = surnames(in: trees, spans)
    for tree in trees { coverBareNames(of: tree, &spans[tree.index]) }
    for tree in trees {
      var covered: Set<Int> = []
      for span in spans[tree.index] {
        covered.formUnion(span.tokens)
        guard let name = placeName(span, tree), !surnames.contains(name) else { continue }
        places[name] = text(span.tokens, tree)
        if ownsGovernment(span.head, tree) || speaks(span.head, tree) { owners.insert(name) }
      }
      for i in 0..<tree.count where isAdjective(i, tree) && spanIsOpen(i, tree, spans[tree.index], covered) {
        if modifiesGovernment(i, tree) { adjectives[tree.form(i).lowercased(), default: 0] += 1 }
      }
    }
    for adjective in adjectives.keys {
      for place in places.keys where Self.derives(adjective, from: place) { owners.insert(place) }
    }
    guard !owners.isEmpty else { return }
    let sorted = owners.sorted()
    for tree in trees {
      let s = tree.index
      for n in spans[s].indices {
        guard let name = placeName(spans[s][n], tree), owners.contains(name), let shown = places[name] else { continue }
        let index = register.index(forKey: "state " + name, name: shown, kind: .state)
        spans[s][n].sense = .actor(index, .name)
      }
      for i in 0..<tree.count where isAdjective(i, tree) {
        let form = tree.form(i).lowercased()
        guard let place = sorted.first(where: { Self.derives(form, from: $0) }), let shown = places[place] else { continue }
        let known = spans[s].firstIndex { $0.tokens.contains(i) }
        if let known {
          if case .actor = spans[s][known].sense { continue }
          guard spans[s][known].tokens.count == 1 else { continue }
          spans[s].remove(at: known)
        }
        let index = register.index(forKey: "state " + place, name: shown, kind: .state)
        spans[s].append(NameSpan(tokens: i..<(i + 1), head: i, sense: .actor(index, .adjective)))
      }
      spans[s].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  /// The last words of people's full names: "Tamm's government" does not make Tamm a state.
  private func surnames(in trees: [SentenceTree], _ spans: [[NameSpan]]) -> Set<String> {
    var result: Set<String> = []
    for tree in trees {
      for span in spans[tree.index] where span.tokens.count > 1 {
        if case .person = span.sense, let last = span.tokens.last { result.insert(tree.form(last).lowercased()) }
      }
    }
    return result
  }

  /// Marks proper nouns that no one has marked, so that they can turn out to be states; else they stay nobody's.
  private func coverBareNames(of tree: SentenceTree, _ spans: inout [NameSpan]) {
    let covered = Set(spans.flatMap { Array($0.tokens) })
    for i in 0..<tree.count where !covered.contains(i) && tree.partOfSpeech(i) == .properNoun {
      let hasNeighbour = [i - 1, i + 1].contains { $0 >= 0 && $0 < tree.count && tree.partOfSpeech($0) == .properNoun }
      guard !hasNeighbour, tree.form(i).first?.isUppercase == true, words.classes(of: tree.lemma(i)).isEmpty,
        !tree.label(i).isDescription, tree.form(i).count >= 4
      else { continue }
      spans.append(NameSpan(tokens: i..<(i + 1), head: i, sense: .place(state: nil)))
    }
    spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The key of a span that may name a state: a place or a single word that nothing is known about.
  private func placeName(_ span: NameSpan, _ tree: SentenceTree) -> String? {
    switch span.sense {
    case .place(state: nil): break
    case .person, .organization: guard span.tokens.count == 1 else { return nil }
    default: return nil
    }
    guard span.tokens.count <= 2 else { return nil }
    let name = text(span.tokens, tree).lowercased()
    return name.count >= 4 ? name : nil
  }

  private func text(_ tokens: Range<Int>, _ tree: SentenceTree) -> String {
    tokens.map(tree.form).joined(separator: " ")
  }

  private func isAdjective(_ i: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(i)
    return form.first?.isUppercase == true && form.count >= 5 && Self.endings.contains { form.lowercased().hasSuffix($0) }
  }

  private func spanIsOpen(_ i: Int, _ tree: SentenceTree, _ spans: [NameSpan], _ covered: Set<Int>) -> Bool {
    guard covered.contains(i), let span = spans.first(where: { $0.tokens.contains(i) }) else { return true }
    if case .actor = span.sense { return false }
    return true
  }

  private func isGovernment(_ i: Int, _ tree: SentenceTree) -> Bool {
    !words.classes(of: tree.lemma(i)).isDisjoint(with: [.authority, .force, .title])
  }

  private func modifiesGovernment(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard [.amod, .compound].contains(tree.relation(i)), let head = tree.head(i) else { return false }
    return isGovernment(head, tree)
  }

  private func ownsGovernment(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard let head = tree.head(i), isGovernment(head, tree) else { return false }
    return tree.label(i).isPossessive
  }

  /// Whether the place does what only governments do: say, deny, accuse.
  private func speaks(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard tree.relation(i) == .nsubj, let head = tree.head(i), tree.isVerb(head) else { return false }
    let classes = words.classes(of: tree.lemma(head))
    return !classes.isDisjoint(with: [.deny, .claim, .want])
  }

  private static let endings = ["an", "ese", "ish", "ic", "i", "ite", "en"]

  /// Whether an adjective is one of a place, by its spelling: "Tarsian" of "Tarsia", "Velese" of "Velo".
  static func derives(_ adjective: String, from place: String) -> Bool {
    guard !place.contains(" "), adjective != place else { return false }
    let shared = zip(adjective, place).prefix { $0 == $1 }.count
    guard shared >= 4, place.count - shared <= 2 else { return false }
    let rest = String(adjective.dropFirst(shared))
    return ["n", "an", "ian", "ean", "nian", "ese", "nese", "i", "ni", "ish", "ic", "ite", "en"].contains(rest)
  }
}
