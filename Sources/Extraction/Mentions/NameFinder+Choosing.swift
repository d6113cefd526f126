import Documents
import Relations

/// What a known form means in this article.
extension NameFinder {
  /// How often the article names each entry unambiguously.
  func supported(_ matches: [[GazetteerMatch]]) -> [ActorID: Int] {
    var result: [ActorID: Int] = [:]
    for match in matches.joined() {
      let clear = match.readings.filter { !gazetteer.form(of: $0).isAmbiguous && !$0.isSurname }
      if clear.count == 1, let only = clear.first { result[gazetteer.entry(of: only).id, default: 0] += 1 }
    }
    return result
  }

  func choose(
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
        guard named || atHome || meansMany(match, form, entry, in: tree) else { return -1 }
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

  /// "the West": a whole of many states, by its capital within the sentence and its article, and no part of a longer name.
  private func meansMany(
    _ match: GazetteerMatch, _ form: GazetteerForm, _ entry: GazetteerEntry, in tree: SentenceTree
  ) -> Bool {
    let first = match.words.lowerBound
    let next = match.words.upperBound
    guard entry.kind == .coalition, entry.homes.isEmpty, form.role == .name, !form.text.contains(" "),
      first > 0,
      tree.form(first - 1).lowercased() == "the", tree.form(first).first?.isUppercase ?? false,
      tree.form(first).contains(where: \.isLowercase), tree.sentence.role != .headline
    else { return false }
    guard next < tree.count else { return true }
    return tree.form(next) != "-" && !(tree.form(next).first?.isUppercase ?? false)
      && ![.noun, .properNoun].contains(tree.partOfSpeech(next))
  }

  /// "National Liberation Front (NLF)": short forms that the article introduces, with what they stand for.
  func introducedAcronyms(in trees: [SentenceTree]) -> [String: String] {
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
}
