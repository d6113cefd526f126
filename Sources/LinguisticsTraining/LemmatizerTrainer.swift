import Documents
import Linguistics

/// Learns a lemmatizer from annotated sentences.
public struct LemmatizerTrainer: Sendable {
  /// Forms by question, with how often each answer was right.
  private var observations: [SuffixRules.Question: [[UInt8]: [UInt16: Int]]] = [:]
  private var edits: [Lemmatizer.Edit] = []
  private var editIndices: [Lemmatizer.Edit: UInt16] = [:]

  /// - Parameter knowsConflictWords: starts with the forms of verbs and nouns of news about conflicts that
  ///   treebanks hold seldom.
  public init(knowsConflictWords: Bool = true) {
    guard knowsConflictWords else { return }
    for word in ConflictWords.all { add(form: word.form, tag: word.tag, lemma: word.lemma) }
  }

  /// Learns from all words of the documents but those marked as misspelt. What is short and marked so is the rest of
  /// a contraction without its apostrophe ("it s", "i ve"), which is common.
  public mutating func add(_ documents: [ParsedDocument]) {
    for document in documents {
      for sentence in document.sentences {
        for token in sentence.tokens
        where !token.lemma.isEmpty && (!token.features.contains("Typo=Yes") || token.form.utf8.count <= 2) {
          add(form: token.form, tag: token.tag, lemma: token.lemma)
        }
      }
    }
  }

  /// Learns from one word.
  public mutating func add(form: String, tag: String, lemma: String) {
    let form = Lemmatizer.normalized(form)
    let lower = form.lowercased()
    let lowerLemma = lemma.lowercased()
    let reversed = Array(lower.utf8.reversed())
    let edit = Lemmatizer.Edit(from: lower, to: lowerLemma)
    guard edit.append.utf8.count < 256, edit.strip < 256 else { return }
    let capitals: Lemmatizer.Capitals? =
      if Lemmatizer.apply(edit, to: lower) == lemma {
        // A form without capitals keeps what it has, so that "iPhone" is not learnt to lose them.
        form == lower ? .kept : Lemmatizer.apply(edit, to: form) != lemma ? .dropped : nil
      } else if Lemmatizer.apply(edit, to: form) == lemma {
        .kept
      } else if Lemmatizer.apply(edit, to: lower).capitalizedFirst == lemma { .added } else { nil }
    if let capitals {
      let question = SuffixRules.Question.capitals(tag: tag, shape: Lemmatizer.Shape(form))
      observations[question, default: [:]][reversed, default: [:]][capitals.rawValue, default: 0] += 1
    }
    observations[.edit(tag: tag), default: [:]][reversed, default: [:]][index(of: edit), default: 0] += 1
  }

  private mutating func index(of edit: Lemmatizer.Edit) -> UInt16 {
    if let index = editIndices[edit] { return index }
    let index = UInt16(edits.count)
    edits.append(edit)
    editIndices[edit] = index
    return index
  }

  /// The lemmatizer; the same observations give the same bytes.
  public func train() -> Lemmatizer {
    var entries: [UInt64: UInt16] = [:]
    for (question, forms) in observations {
      var types = forms.map { form, answers in
        FormType(
          reversed: form, answer: Self.best(answers, preferring: nil)!, count: answers.values.reduce(0, +))
      }
      types.sort { $0.reversed.lexicographicallyPrecedes($1.reversed) }
      Self.learn(types[...], depth: 0, hash: question.seed, inherited: nil, into: &entries)
    }
    let sorted = entries.map { (hash: $0.key, answer: $0.value) }.sorted { $0.hash < $1.hash }
    return Lemmatizer(edits: edits, rules: SuffixRules(entries: sorted))
  }

  private struct FormType {
    var reversed: [UInt8]
    var answer: UInt16
    var count: Int
  }

  /// Adds a rule for a suffix where it answers differently from the shorter one, then for its longer ones.
  private static func learn(
    _ types: ArraySlice<FormType>, depth: Int, hash: UInt64, inherited: UInt16?,
    into entries: inout [UInt64: UInt16]
  ) {
    var inherited = inherited
    // A suffix must be borne out by two forms; a single form is an exception.
    if depth == 0 || types.count > 1, depth <= SuffixRules.longestSuffix {
      var votes: [UInt16: Int] = [:]
      for type in types { votes[type.answer, default: 0] += type.count > 1 ? 2 : 1 }
      let answer = best(votes, preferring: inherited)
      if answer != inherited, let answer {
        entries[hash] = answer
        inherited = answer
      }
    }
    if types.count == 1 || depth == SuffixRules.longestSuffix {
      for type in types where type.answer != inherited {
        let rest = type.reversed.dropFirst(depth).reduce(hash) { SuffixRules.hash($1, $0) }
        entries[SuffixRules.hash(SuffixRules.boundary, rest)] = type.answer
      }
      return
    }
    var start = types.startIndex
    while start < types.endIndex {
      guard types[start].reversed.count > depth else {
        // The suffix is itself a form.
        if types[start].answer != inherited {
          entries[SuffixRules.hash(SuffixRules.boundary, hash)] = types[start].answer
        }
        start += 1
        continue
      }
      let byte = types[start].reversed[depth]
      var end = start + 1
      while end < types.endIndex, types[end].reversed[depth] == byte { end += 1 }
      learn(
        types[start..<end], depth: depth + 1, hash: SuffixRules.hash(byte, hash), inherited: inherited,
        into: &entries)
      start = end
    }
  }

  /// The answer with the most votes; among equals the preferred one, then the one seen first.
  private static func best(_ votes: [UInt16: Int], preferring preferred: UInt16?) -> UInt16? {
    let most = votes.values.max()
    let winners = votes.filter { $0.value == most }.keys
    if let preferred, winners.contains(preferred) { return preferred }
    return winners.min()
  }
}
