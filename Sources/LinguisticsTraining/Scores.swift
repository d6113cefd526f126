import Documents
import Linguistics

/// How well sentences with known analyses are analysed from their words. All shares are of words; punctuation counts.
public struct Scores: Sendable {
  public private(set) var words = 0
  public private(set) var partsOfSpeech = 0
  public private(set) var tags = 0
  public private(set) var features = 0
  public private(set) var lemmas = 0
  public private(set) var heads = 0
  public private(set) var labelled = 0
  /// By relation, without subtype: right, predicted, gold.
  public private(set) var relations: [String: (right: Int, predicted: Int, gold: Int)] = [:]
  public private(set) var names: [NameKind: (right: Int, predicted: Int, gold: Int)] = [:]

  public init() {}

  public mutating func add(gold: [Token], predicted: [Token]) {
    precondition(gold.count == predicted.count)
    for (g, p) in zip(gold, predicted) {
      words += 1
      if g.partOfSpeech == p.partOfSpeech { partsOfSpeech += 1 }
      if g.tag == p.tag { tags += 1 }
      if g.features == p.features { features += 1 }
      if g.lemma == p.lemma { lemmas += 1 }
      if g.head == p.head { heads += 1 }
      let right = g.head == p.head && g.relation == p.relation
      if right { labelled += 1 }
      relations[g.relation, default: (0, 0, 0)].gold += 1
      relations[p.relation, default: (0, 0, 0)].predicted += 1
      if right { relations[g.relation, default: (0, 0, 0)].right += 1 }
    }
  }

  public mutating func add(gold: [Name], predicted: [Name]) {
    for name in gold { names[name.kind, default: (0, 0, 0)].gold += 1 }
    for name in predicted {
      names[name.kind, default: (0, 0, 0)].predicted += 1
      if gold.contains(name) { names[name.kind, default: (0, 0, 0)].right += 1 }
    }
  }

  public var summary: String {
    func share(_ count: Int) -> String { fixed(100 * Double(count) / Double(max(words, 1)), 2) }
    return
      "UPOS \(share(partsOfSpeech)) XPOS \(share(tags)) FEATS \(share(features)) lemmas \(share(lemmas)) "
      + "UAS \(share(heads)) LAS \(share(labelled)) of \(words) words"
  }

  public var nameSummary: String {
    var all = (right: 0, predicted: 0, gold: 0)
    var parts: [String] = []
    for kind in [NameKind.person, .organization, .location] {
      let count = names[kind] ?? (0, 0, 0)
      all = (all.right + count.right, all.predicted + count.predicted, all.gold + count.gold)
      parts.append("\(kind.rawValue) \(f1(count))")
    }
    return "names F1 \(f1(all)) (" + parts.joined(separator: " ") + ")"
  }

  public func relationSummary(atLeast minimum: Int = 20) -> String {
    relations.filter { $0.value.gold >= minimum }.sorted { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }
      .map { "\($0.key) \(f1($0.value)) (\($0.value.gold))" }.joined(separator: ", ")
  }

  private func f1(_ count: (right: Int, predicted: Int, gold: Int)) -> String {
    fixed(100 * 2 * Double(count.right) / Double(max(count.predicted + count.gold, 1)), 2)
  }
}
