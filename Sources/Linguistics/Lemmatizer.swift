import Documents

/// Finds the dictionary form of a word from its form and its Penn Treebank tag.
///
/// Two questions are answered one after the other: does the lemma keep the capitals of the form, and which ending
/// is exchanged for which. Each is answered by the longest suffix of the form that was seen to decide it for the
/// tag in the training data, or by the form as a whole where it is an exception. After the suffix rules of
/// G. Chrupała, "Simple Data-Driven Context-Sensitive Lemmatization" (2006), as edit scripts by longest suffix.
public struct Lemmatizer: Sendable {
  /// What to do with the end of a form.
  package struct Edit: Hashable, Sendable {
    package var strip: Int
    package var append: String

    package init(strip: Int, append: String) {
      self.strip = strip
      self.append = append
    }
  }

  package let edits: [Edit]
  package let rules: SuffixRules

  package init(edits: [Edit], rules: SuffixRules) {
    self.edits = edits
    self.rules = rules
  }

  /// The lemma of a form.
  /// - Parameters:
  ///   - tag: the Penn Treebank tag.
  ///   - partOfSpeech: decides about capitals where the tag was never seen.
  /// - Complexity: linear in the length of the form.
  public func lemma(of form: String, tag: String, partOfSpeech: PartOfSpeech) -> String {
    lemma(of: form, tag: tag, partOfSpeech: partOfSpeech, isWord: { _ in true })
  }

  /// The lemma of a form; of the endings that may be exchanged, the first that gives a word, if any does.
  ///
  /// - Parameter isWord: whether a string in small letters is known to be a word.
  package func lemma(
    of form: String, tag: String, partOfSpeech: PartOfSpeech, isWord: (String) -> Bool
  ) -> String {
    let form = Self.normalized(form)
    let lower = form.lowercased()
    let reversed = Array(lower.utf8.reversed())
    let capitals =
      rules.value(for: reversed, question: .capitals(tag: tag, shape: Shape(form))).flatMap(Capitals.init)
      ?? (partOfSpeech == .properNoun ? .kept : .dropped)
    let base = capitals == .kept ? form : lower
    let question = SuffixRules.Question.edit(tag: tag)
    let edit = rules.value(for: reversed, question: question).map(Int.init)
    var lemma = edit.map { $0 < edits.count ? Self.apply(edits[$0], to: base) : base } ?? base
    if lemma != base, !rules.isException(reversed, question: question), !isWord(lemma.lowercased()) {
      lemma = Self.regularLemmas(of: base).first { isWord($0.lowercased()) } ?? lemma
    }
    return capitals == .added ? lemma.capitalizedFirst : lemma
  }

  /// What regular inflection could have made a form of, the more probable first.
  private static func regularLemmas(of form: String) -> [String] {
    func without(_ count: Int, _ ending: String = "") -> String { form.dropLast(count) + ending }
    func stems(_ count: Int) -> [String] {
      let stem = form.dropLast(count)
      let isDoubled = stem.count > 3 && stem.last == stem.dropLast().last
      return [without(count, "e"), without(count)] + (isDoubled ? [without(count + 1)] : [])
    }
    if form.hasSuffix("ied") || form.hasSuffix("ies") { return [without(3, "y"), without(1)] }
    if form.hasSuffix("ed") || form.hasSuffix("er") { return stems(2) }
    if form.hasSuffix("ing") || form.hasSuffix("est") { return stems(3) }
    if form.hasSuffix("es") { return [without(1), without(2)] }
    return form.hasSuffix("s") ? [without(1)] : []
  }

  /// What becomes of the capitals of a form.
  package enum Capitals: UInt16, Sendable {
    case dropped, kept
    /// The lemma has one that the form has not.
    case added
  }

  package static func apply(_ edit: Edit, to base: String) -> String {
    let utf8 = base.utf8
    guard edit.strip > 0 || !edit.append.isEmpty else { return base }
    guard utf8.count >= edit.strip, utf8.count > edit.strip || !edit.append.isEmpty else { return base }
    let cut = utf8.index(utf8.endIndex, offsetBy: -edit.strip)
    guard let kept = String(utf8[..<cut]) else { return base }
    return kept + edit.append
  }

  /// The form with typewriter apostrophes, those misread as Latin-1 included.
  package static func normalized(_ form: String) -> String {
    guard form.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC3 }) else { return form }
    var scalars = String.UnicodeScalarView()
    for scalar in form.unicodeScalars {
      if scalar == "\u{2019}" {
        scalars.append("'")
      } else if scalar == "\u{99}", scalars.suffix(2).elementsEqual(["\u{E2}", "\u{80}"]) {
        scalars.removeLast(2)
        scalars.append("'")
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// How a form uses capitals.
  package enum Shape: UInt8, Sendable {
    case small, capitalized, shouted

    package init(_ form: String) {
      var scalars = form.unicodeScalars.makeIterator()
      guard let first = scalars.next(), first.properties.isUppercase else {
        self = .small
        return
      }
      var letters = 0
      while let scalar = scalars.next() {
        if scalar.properties.isLowercase {
          self = .capitalized
          return
        }
        if scalar.properties.isUppercase { letters += 1 }
      }
      self = letters > 0 ? .shouted : .capitalized
    }
  }
}

extension String {
  /// The string with its first letter a capital.
  package var capitalizedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(unicodeScalars.dropFirst())
  }
}
