/// How far what was found agrees with what was to be found.
public struct Agreement: Hashable, Sendable {
  public var correct: Int
  public var predicted: Int
  public var gold: Int

  public init(correct: Int = 0, predicted: Int = 0, gold: Int = 0) {
    self.correct = correct
    self.predicted = predicted
    self.gold = gold
  }

  /// The part of what was found that is right; 0 where nothing was found.
  public var precision: Double { predicted == 0 ? 0 : Double(correct) / Double(predicted) }
  /// The part of what was to be found that was found; 0 where there was nothing to find.
  public var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { predicted + gold == 0 ? 0 : 2 * Double(correct) / Double(predicted + gold) }

  public static func += (a: inout Agreement, b: Agreement) {
    a.correct += b.correct
    a.predicted += b.predicted
    a.gold += b.gold
  }

  /// Counts one thing to be found and one found.
  mutating func count(_ isCorrect: Bool) {
    correct += isCorrect ? 1 : 0
    predicted += 1
    gold += 1
  }
}

/// Why two annotations cannot be compared.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
