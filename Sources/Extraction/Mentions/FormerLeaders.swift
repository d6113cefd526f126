import Documents
import Relations

/// The leaders whom an article calls former ones: they act for themselves, or with those who stayed loyal to them, and
/// no longer for their state.
struct FormerLeaders {
  private let gazetteer: Gazetteer
  private var keys: Set<String> = []

  private static let marks: Set<String> = ["former", "ex", "erstwhile", "one-time", "onetime"]
  private static let marksOfFall: Set<String> = [
    "ousted", "deposed", "toppled", "overthrown", "oust", "depose", "topple",
  ]

  init(
    gazetteer: Gazetteer, words: WordClasses, trees: [SentenceTree], matches: [[GazetteerMatch]], year: Int?
  ) {
    self.gazetteer = gazetteer
    var former: Set<String> = []
    var present: Set<String> = []
    for (tree, found) in zip(trees, matches) {
      for match in found {
        for reading in match.readings {
          let entry = gazetteer.entry(of: reading)
          let form = gazetteer.form(of: reading)
          guard form.role == .leader, entry.kind == .state || entry.kind == .government else { continue }
          let key = Self.key(entry, form)
          let holds = year.map(form.holds) ?? (form.until == nil)
          var start = match.words.lowerBound
          var hasTitle = false
          var isFormer = false
          walk: while start > 0, match.words.lowerBound - start < 7 {
            let lemma = tree.lemma(start - 1)
            if Self.marks.contains(lemma) || lemma.hasPrefix("ex-")
              || !holds && Self.marksOfFall.contains(lemma)
            {
              isFormer = true
            }
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
    keys = former.subtracting(present)
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
