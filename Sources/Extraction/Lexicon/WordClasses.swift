import Documents

/// Which classes a word belongs to, by its lemma.
///
/// The file has one class on a line, `class NAME: lemma, lemma, …`, as many lines for a class as it likes, and
/// comments after `#`. A lemma is in lower case; a verb with its particle is written `rule out`.
package struct WordClasses: Sendable {
  private let table: [String: WordClassSet]

  /// Reads the text of a file; its name is for errors.
  package init(parsing text: String, file: String) throws {
    let classes = Dictionary(uniqueKeysWithValues: WordClass.allCases.map { ($0.name, $0) })
    var table: [String: WordClassSet] = [:]
    for line in LexiconLines(of: text) {
      func fail(_ reason: String) -> LocatedError {
        LocatedError(file: file, line: line.number, reason: reason)
      }
      let (keyword, rest) = line.text.firstWordAndRest
      guard keyword == "class", let (name, items) = rest.parts(around: ":") else {
        throw fail("expected 'class NAME: word, word, …', found '\(line.text)'")
      }
      guard let wordClass = classes[String(name)] else {
        let hint = Spelling.hint(for: name, among: WordClass.allCases.map(\.name))
        throw fail("unknown class '\(name)'\(hint)")
      }
      for item in items.items(separatedBy: ",") {
        let lemma = String(item)
        guard !lemma.isEmpty else { throw fail("a word is missing; words are separated by single commas") }
        guard item.isLowercased else {
          throw fail("'\(lemma)' is not in lower case; write '\(lemma.lowercased())'")
        }
        guard table[lemma, default: []].insert(WordClassSet(wordClass)).inserted else {
          throw fail("'\(lemma)' is in class '\(name)' already; remove one of the two")
        }
      }
    }
    self.table = table
  }

  /// The classes of a lemma; empty if it is unknown. Constant time.
  package func classes(of lemma: String) -> WordClassSet {
    table[lemma] ?? []
  }

  /// The lemmas that are in all of some classes, sorted. Linear in the number of lemmas.
  package func lemmas(in classes: WordClassSet) -> [String] {
    table.filter { $0.value.isSuperset(of: classes) }.keys.sorted()
  }

  /// Whether a lemma belongs to a class. Constant time.
  package func contains(_ lemma: String, in wordClass: WordClass) -> Bool {
    classes(of: lemma).contains(wordClass)
  }
}
