/// Precision and recall from counts of different things.
public struct Tally: Hashable, Sendable {
  public private(set) var hit = 0
  public private(set) var predicted = 0
  public private(set) var gold = 0

  public init() {}

  public var precision: Double { predicted == 0 ? 0 : Double(hit) / Double(predicted) }
  public var recall: Double { gold == 0 ? 0 : Double(hit) / Double(gold) }
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  mutating func add<Key: Hashable>(_ predicted: Set<Key>, _ gold: Set<Key>) {
    hit += predicted.intersection(gold).count
    self.predicted += predicted.count
    self.gold += gold.count
  }
}
