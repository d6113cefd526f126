import Documents

@testable import Linguistics
@testable import LinguisticsTraining

/// A few sentences to learn by heart.
enum TinyCorpus {
  static let examples = [
    example(
      [
        ("Rebels", .noun, "NNS", "Number=Plur", 2, "nsubj"),
        ("seized", .verb, "VBD", "Tense=Past", 0, "root"),
        ("Port", .properNoun, "NNP", "Number=Sing", 2, "obj"),
        ("Harun", .properNoun, "NNP", "Number=Sing", 3, "flat"),
        (".", .punctuation, ".", "", 2, "punct"),
      ], [Name(tokens: 2..<4, kind: .location)]),
    example(
      [
        ("The", .determiner, "DT", "Definite=Def", 2, "det"),
        ("army", .noun, "NN", "Number=Sing", 3, "nsubj"),
        ("denied", .verb, "VBD", "Tense=Past", 0, "root"), ("it", .pronoun, "PRP", "", 3, "obj"),
        ("on", .adposition, "IN", "", 6, "case"), ("Monday", .properNoun, "NNP", "Number=Sing", 3, "obl"),
      ], []),
    Example(
      forms: ["Colonel", "Adaro", "met", "envoys", "of", "Velia"],
      names: [Name(tokens: 1..<2, kind: .person), Name(tokens: 5..<6, kind: .location)]),
  ]

  static let vectors = WordVectors(
    hashes: ["the", "army", "seized", "it", "met"].map { StableHash.of($0.utf8) },
    scales: [0.1, 0.2, 0.1, 0.3, 0.1],
    elements: (0..<90).map { Int8(truncatingIfNeeded: ($0 * 37) % 23 - 11) })

  private static func example(
    _ words: [(String, PartOfSpeech, String, String, Int, String)], _ names: [Name]
  ) -> Example {
    let tokens = words.map {
      Token(
        range: 0..<0, form: $0.0, lemma: $0.0, partOfSpeech: $0.1, tag: $0.2, features: $0.3,
        head: $0.4 == 0 ? nil : $0.4 - 1, relation: $0.5)
    }
    return Example(forms: tokens.map(\.form), tokens: tokens, names: names)
  }
}
