import Documents

/// Scores names by their spans and kinds: a name is right when both are.
public struct NameScore: Hashable, Sendable {
  public private(set) var byKind: [String: Agreement] = [:]

  public init() {}

  /// Counts the names of a sentence.
  public mutating func add(gold: [LabeledSpan], predicted: [LabeledSpan]) {
    let goldNames = Set(gold)
    for name in gold { byKind[name.label, default: Agreement()].gold += 1 }
    for name in predicted {
      byKind[name.label, default: Agreement()].predicted += 1
      if goldNames.contains(name) { byKind[name.label, default: Agreement()].correct += 1 }
    }
  }

  /// Counts the names of a sentence.
  public mutating func add(gold: [Name], predicted: [Name]) {
    add(gold: gold.map(LabeledSpan.init), predicted: predicted.map(LabeledSpan.init))
  }

  /// Over all kinds.
  public var total: Agreement { byKind.values.reduce(into: Agreement()) { $0 += $1 } }

  /// The scores as a table.
  public var table: String {
    var table = TextTable(["names", "gold", "predicted", "precision", "recall", "F1"])
    for (name, agreement) in byKind.sorted(by: { $0.key < $1.key }) + [("all", total)] {
      table.add([
        name, "\(agreement.gold)", "\(agreement.predicted)", TextTable.percentage(agreement.precision),
        TextTable.percentage(agreement.recall), TextTable.percentage(agreement.f1),
      ])
    }
    return table.text
  }
}

/// Words of a sentence that bear a label.
public struct LabeledSpan: Hashable, Sendable {
  /// Indices of words.
  public var words: Range<Int>
  public var label: String

  public init(words: Range<Int>, label: String) {
    self.words = words
    self.label = label
  }

  public init(_ name: Name) {
    self.init(words: name.tokens, label: name.kind.rawValue)
  }
}
