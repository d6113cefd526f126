import Documents

/// Scores tags, lemmas and trees of sentences whose words are given.
///
/// Attachment scores count all words, punctuation included. "LAS" compares the universal relation (`nsubj` of
/// `nsubj:pass`), as the CoNLL 2018 shared task does; "LAS with subtypes" the whole.
public struct ParseScore: Hashable, Sendable {
  public private(set) var sentences = 0
  public private(set) var words = 0
  public private(set) var partsOfSpeech = 0
  public private(set) var tags = 0
  public private(set) var lemmas = 0
  public private(set) var heads = 0
  public private(set) var relations = 0
  public private(set) var relationsWithSubtypes = 0
  /// Sentences whose heads and universal relations are all right.
  public private(set) var flawless = 0
  /// For each universal relation: right are those with the right head.
  public private(set) var byRelation: [String: Agreement] = [:]
  /// Words and right heads and relations, by the length of the sentence.
  public private(set) var byLength: [LengthBand: Agreement] = [:]

  /// Sentences of similar length.
  public enum LengthBand: Int, CaseIterable, Hashable, Sendable {
    case upTo10, upTo20, upTo30, upTo40, longer

    init(_ words: Int) {
      self = words > 40 ? .longer : Self.allCases[max(0, words - 1) / 10]
    }

    var label: String { ["1-10", "11-20", "21-30", "31-40", "41-"][rawValue] }
  }

  public init() {}

  /// Counts a sentence.
  /// - Throws: `EvaluationError` when the two do not have the same words.
  public mutating func add(gold: ParsedSentence, predicted: ParsedSentence) throws(EvaluationError) {
    guard gold.tokens.count == predicted.tokens.count else {
      throw EvaluationError(
        "sentence \(sentences + 1): \(gold.tokens.count) words in gold, \(predicted.tokens.count) predicted")
    }
    var right = 0
    for (index, (gold, predicted)) in zip(gold.tokens, predicted.tokens).enumerated() {
      guard gold.form == predicted.form else {
        throw EvaluationError(
          "sentence \(sentences + 1): word \(index + 1) is '\(gold.form)' in gold, '\(predicted.form)' predicted"
        )
      }
      partsOfSpeech += gold.partOfSpeech == predicted.partOfSpeech ? 1 : 0
      tags += gold.tag == predicted.tag ? 1 : 0
      lemmas += gold.lemma == predicted.lemma ? 1 : 0
      let hasHead = gold.head == predicted.head
      let isRight = hasHead && gold.universalRelation == predicted.universalRelation
      heads += hasHead ? 1 : 0
      right += isRight ? 1 : 0
      relationsWithSubtypes += hasHead && gold.relation == predicted.relation ? 1 : 0
      byRelation[gold.universalRelation, default: Agreement()].gold += 1
      byRelation[predicted.universalRelation, default: Agreement()].predicted += 1
      if isRight { byRelation[gold.universalRelation, default: Agreement()].correct += 1 }
    }
    let count = gold.tokens.count
    sentences += 1
    words += count
    relations += right
    flawless += right == count ? 1 : 0
    byLength[LengthBand(count), default: Agreement()] += Agreement(
      correct: right, predicted: count, gold: count)
  }

  /// Scores sentences one by one.
  /// - Throws: `EvaluationError` when they are not the same sentences.
  public init(gold: [ParsedSentence], predicted: [ParsedSentence]) throws(EvaluationError) {
    guard gold.count == predicted.count else {
      throw EvaluationError("\(gold.count) sentences in gold, \(predicted.count) predicted")
    }
    for (gold, predicted) in zip(gold, predicted) { try add(gold: gold, predicted: predicted) }
  }

  /// The part of the words whose head and universal relation are right.
  public var labeledAttachment: Double { share(relations) }
  /// The part of the words whose head is right.
  public var unlabeledAttachment: Double { share(heads) }

  private func share(_ count: Int) -> Double { words == 0 ? 0 : Double(count) / Double(words) }

  /// The scores as a table, with those by relation and by length below.
  public var table: String {
    var all = TextTable(["\(words) words, \(sentences) sentences", "%"])
    for (name, count) in [
      ("UPOS", partsOfSpeech), ("XPOS", tags), ("lemma", lemmas), ("UAS", heads), ("LAS", relations),
      ("LAS with subtypes", relationsWithSubtypes),
    ] {
      all.add([name, TextTable.percentage(share(count))])
    }
    all.add([
      "flawless sentences", TextTable.percentage(sentences == 0 ? 0 : Double(flawless) / Double(sentences)),
    ])
    var relations = TextTable(["relation", "gold", "precision", "recall", "F1"])
    for (name, agreement) in byRelation.sorted(by: { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }) {
      relations.add([
        name, "\(agreement.gold)", TextTable.percentage(agreement.precision),
        TextTable.percentage(agreement.recall), TextTable.percentage(agreement.f1),
      ])
    }
    var lengths = TextTable(["words in sentence", "words", "LAS"])
    for band in LengthBand.allCases {
      guard let agreement = byLength[band] else { continue }
      lengths.add([band.label, "\(agreement.gold)", TextTable.percentage(agreement.recall)])
    }
    return [all.text, relations.text, lengths.text].joined(separator: "\n")
  }
}

extension Token {
  /// The relation without its subtype.
  var universalRelation: String { String(relation.prefix { $0 != ":" }) }
}
