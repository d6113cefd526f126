import Foundation
import Relations

/// Why a scorer's weights could not be read.
public struct RelationScorerError: Error, CustomStringConvertible {
  public var description: String
}

/// Weighs the features of a hypothesis: a logistic model, trained on annotated articles, that says how likely readers
/// would take the relation from the article.
public struct RelationScorer: Sendable {
  private var weights: [UInt32: Float]
  /// Hypotheses below are dropped.
  public var threshold: Double

  static let magic = Array("ALLIANCE-SCORER-1\n".utf8)

  public init(weights: [UInt32: Float], threshold: Double) {
    self.weights = weights
    self.threshold = threshold
  }

  /// Reads what `serialized` wrote. Throws `RelationScorerError` where the bytes are not a whole scorer of this version.
  public init(bytes: UnsafeRawBufferPointer) throws {
    let header = Self.magic.count
    guard bytes.count >= header + 8, bytes.prefix(header).elementsEqual(Self.magic) else {
      throw RelationScorerError(
        description: "relation scorer: not a scorer of version 1; train it anew with train-model")
    }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: header, as: UInt32.self)))
    threshold = Double(
      Float(
        bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: header + 4, as: UInt32.self))))
    guard bytes.count == header + 8 + count * 8 else {
      throw RelationScorerError(
        description: "relation scorer: cut off after \(bytes.count) bytes; train it anew with train-model")
    }
    weights = [:]
    weights.reserveCapacity(count)
    for n in 0..<count {
      let place = header + 8 + n * 8
      let key = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      weights[key] = Float(
        bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)))
    }
  }

  /// The weights by feature in ascending order, little-endian.
  public var serialized: [UInt8] {
    var result = Self.magic
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { result.append(contentsOf: $0) } }
    append(UInt32(weights.count))
    append(Float(threshold).bitPattern)
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) {
      append(key)
      append(weight.bitPattern)
    }
    return result
  }

  /// What a feature adds to the logarithm of the odds of a relation of a type, by the name that describes it.
  func weight(of feature: String, for type: RelationType) -> Double {
    Double(weights[FeatureHash("any", feature).value] ?? 0)
      + Double(weights[FeatureHash(type.rawValue, feature).value] ?? 0)
  }

  /// The probability that the hypothesis holds.
  func probability(_ features: Set<UInt32>) -> Double {
    // Summed in the order of the features, so that the same article gives the same bits.
    var sum = 0.0
    for feature in features.sorted() { sum += Double(weights[feature] ?? 0) }
    return 1 / (1 + exp(-sum))
  }
}
