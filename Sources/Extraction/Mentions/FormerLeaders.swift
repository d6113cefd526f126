import Documents
import Relations

/// The leaders who do not lead their state when an article is written: whom it calls former ones or candidates, and those who
/// came to office later. They act for themselves, or with those who stayed loyal to them, and not for their state.
struct FormerLeaders {
  private let gazetteer: Gazetteer
  private var keys: Set<String> = []

  private static let marks: Set<String> = ["former", "ex", "erstwhile", "one-time", "onetime"]
  private static let marksOfBid: Set<String> = [
    "candidate", "nominee", "hopeful", "contender", "challenger", "front-runner", "frontrunner", "runner",
  ]
  private static let marksOfFall: Set<String> = [
    "ousted", "deposed", "toppled", "overthrown", "oust", "depose", "topple",
  ]

  init(
    gazetteer: Gazetteer, words: WordClasses, trees: [SentenceTree], matches: [[GazetteerMatch]], year: Int?
  ) {
    self.gazetteer = gazetteer
    var former: Set<String> = []
    var later: Set<String> = []
    var present: Set<String> = []
    for (tree, found) in zip(trees, matches) {
      for match in found.flatMap({ [$0] + Self.leaders(inside: $0, of: tree, gazetteer) }) {
        for reading in match.readings {
          let entry = gazetteer.entry(of: reading)
          let form = gazetteer.form(of: reading)
          guard form.role == .leader, entry.kind == .state || entry.kind == .government else { continue }
          let key = Self.key(entry, form)
          let holds = year.map(form.holds) ?? (form.until == nil)
          var start = match.words.lowerBound
          var hasTitle = false
          var isFormer = false
          if let year, Self.comesLater(entry, form, than: year) { later.insert(key) }
          walk: while start > 0, match.words.lowerBound - start < 7 {
            let lemma = tree.lemma(start - 1)
            if Self.marks.contains(lemma) || lemma.hasPrefix("ex-")
              || !holds && Self.marksOfFall.contains(lemma)
            {
              isFormer = true
            }
            if Self.marksOfBid.contains(lemma) { isFormer = true }
            if words.contains(lemma, in: .title) { hasTitle = true }
            switch tree.partOfSpeech(start - 1) {
            case .noun, .properNoun, .adjective, .verb, .other: start -= 1
            case .punctuation where tree.form(start - 1) == "-": start -= 1
            case .particle where tree.lemma(start - 1).hasSuffix("s"): start -= 1
            default: break walk
            }
          }
          // "X, the country's former intelligence chief", "the former president, X"
          for i in match.words {
            var descriptions = tree.children(i, .appos)
            if tree.relation(i) == .appos, let above = tree.head(i) { descriptions.append(above) }
            for description in descriptions where words.contains(tree.lemma(description), in: .title) {
              let adjectives = tree.children(description, .amod, .compound).map(tree.lemma)
              if adjectives.contains(where: Self.marks.contains) { isFormer = true }
            }
          }
          if isFormer { former.insert(key) } else if hasTitle, holds { present.insert(key) }
        }
      }
    }
    keys = former.union(later).subtracting(present)
  }

  /// Whether somebody came to the offices that the gazetteer knows only after a year.
  private static func comesLater(_ entry: GazetteerEntry, _ form: GazetteerForm, than year: Int) -> Bool {
    let person = surname(of: form)
    let offices = entry.forms.filter { $0.role == .leader && surname(of: $0) == person }
    return !offices.isEmpty && offices.allSatisfy { $0.from.map { $0 > year } ?? false }
  }

  /// The leader in "forces loyal to former president X", which the gazetteer knows as one name.
  private static func leaders(
    inside match: GazetteerMatch, of tree: SentenceTree, _ gazetteer: Gazetteer
  ) -> [GazetteerMatch] {
    let forms = match.words.map(tree.form)
    guard let loyal = forms.firstIndex(where: { $0.lowercased() == "loyal" }) else { return [] }
    let first = match.words.lowerBound
    return (loyal..<forms.count).compactMap { start in
      gazetteer.longestMatch(in: forms, at: start).map {
        GazetteerMatch(
          words: first + $0.words.lowerBound..<first + $0.words.upperBound, readings: $0.readings)
      }
    }
  }

  func contains(_ entry: GazetteerEntry, _ form: GazetteerForm) -> Bool {
    keys.contains(Self.key(entry, form))
  }

  /// The actor that a former leader is: the forces loyal to him where the gazetteer knows such, else himself.
  func index(of form: GazetteerForm, register: inout ActorRegister) -> Int {
    let name = form.text
    if let reading = gazetteer.readings(of: "forces loyal to " + name).first {
      return register.index(for: gazetteer.entry(of: reading))
    }
    return register.index(forKey: "person " + Self.surname(of: form), name: name, kind: .person)
  }

  private static func surname(of form: GazetteerForm) -> String {
    let last = form.surname ?? form.text.split(separator: " ").last.map(String.init) ?? form.text
    return NameFinder.personKey(last)
  }

  private static func key(_ entry: GazetteerEntry, _ form: GazetteerForm) -> String {
    entry.id + " " + surname(of: form)
  }
}
