import Documents

/// Finds lemmas by the suffix rules, and their capitals with the help of the network where it is sure.
///
/// The rules know more forms, while the network sees the sentence: whether "Fair" is a name is not in the word. Measured on
/// EWT dev, the network is the better judge of capitals from odds of seven to one on, and of endings never.
struct LemmaChoice: Sendable {
  private let lemmatizer: Lemmatizer
  private let scripts: [LemmaScript]
  private let scriptIndices: [LemmaScript: Int]
  private let vectorIndex: HashIndex
  private let words: HashIndex

  /// The logarithm of the odds from which on the network decides.
  private static let sure: Float = 2

  init(lemmatizer: Lemmatizer, lexicon: Lexicon) throws {
    self.lemmatizer = lemmatizer
    vectorIndex = lexicon.vectorIndex
    words = lexicon.words
    scripts = try lexicon.classes(.lemma).map { text in
      guard let script = LemmaScript(text: text) else { throw ModelError("'\(text)' is no class of lemmas") }
      return script
    }
    var indices: [LemmaScript: Int] = [:]
    for (index, script) in scripts.enumerated() { indices[script] = index }
    scriptIndices = indices
  }

  /// The lemma of a form.
  ///
  /// - Parameters:
  ///   - best: the most probable script, an index.
  ///   - scores: of the scripts, logarithms of probabilities up to a constant.
  func lemma(
    of form: String, tag: String, partOfSpeech: PartOfSpeech, best: Int, scores: UnsafePointer<Float>
  ) -> String {
    if tag == "CD", let number = Self.withoutThousandsMarks(form) { return number }
    let ruled = lemmatizer.lemma(of: form, tag: tag, partOfSpeech: partOfSpeech, isWord: isWord)
    if isNameWithoutCapital(form, tag: tag, lemma: ruled) { return ruled.capitalizedFirst }
    guard let learnt = scripts[best].lemma(of: form), learnt != ruled,
      learnt.lowercased() == ruled.lowercased()
    else { return ruled }
    let rival = LemmaScript(form: form, lemma: ruled).flatMap { scriptIndices[$0] }
    return rival.map { scores[best] - scores[$0] > Self.sure } ?? true ? learnt : ruled
  }

  /// "1,100" as "1100"; nil where the commas do not mark thousands.
  private static func withoutThousandsMarks(_ form: String) -> String? {
    let groups = form.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].utf8.count), groups[0].allSatisfy(\.isNumber),
      groups.dropFirst().allSatisfy({ $0.prefix(3).utf8.count == 3 && $0.prefix(3).allSatisfy(\.isNumber) }),
      groups.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 3 }),
      groups.last!.dropFirst(3).first.map({ $0 == "." }) ?? true
    else { return nil }
    return groups.joined()
  }

  /// "india": a word that the training data held only with a capital, as a name or a name's adjective.
  private func isNameWithoutCapital(_ form: String, tag: String, lemma: String) -> Bool {
    guard tag == "NNP" || tag == "JJ", form == lemma, Lemmatizer.Shape(form) == .small else { return false }
    return words.row(of: StableHash.of(form.utf8)) < 0
      && words.row(of: StableHash.of(form.capitalizedFirst.utf8)) >= 0
  }

  private func isWord(_ word: String) -> Bool {
    let hash = StableHash.of(word.utf8)
    return vectorIndex.row(of: hash) >= 0 || words.row(of: hash) >= 0
  }
}
