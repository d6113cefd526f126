import Documents
import Relations

/// One name, several forms.
extension NameFinder {
  /// Joins the forms of one unknown name ("Jaish al-Nasr", "JN" in brackets after it) and lets the surname of a
  /// leader stand for whom he leads.
  func unite(
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
        // "(JN)" and what it is short for, whatever the finder of names takes it for.
        switch spans[s][n].sense {
        case .person, .place(state: nil):
          let form = tree.form(spans[s][n].head)
          if spans[s][n].tokens.count == 1, Self.isAcronym(form), short[Self.key(form)] != nil {
            spans[s][n].sense = .organization(key: Self.key(form))
          }
        default: break
        }
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
