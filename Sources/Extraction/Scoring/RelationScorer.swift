import Foundation
import Relations

/// Why a scorer's weights could not be read.
public struct RelationScorerError: Error, CustomStringConvertible {
  public var description: String
}

/// Weighs the features of a hypothesis: two logistic models, trained on annotated articles, that say how likely readers
/// would take the relation from the article. One looks at all that the article has for it together, the other at each
/// place where the two are mentioned together, of which the best counts; their mean is more often right than either.
public struct RelationScorer: Sendable {
  private let weights: FeatureWeights
  /// What makes a probability of the mean, fitted on articles that were held out (Platt 1999, "Probabilistic outputs for
  /// support vector machines").
  private let scale: Float
  private let offset: Float
  /// Hypotheses below are dropped.
  public var threshold: Double

  static let magic = Array("ALLIANCE-SCORER-3\n".utf8)

  public init(weights: [UInt32: Float], scale: Float, offset: Float, threshold: Double) {
    self.weights = FeatureWeights(weights)
    self.scale = scale
    self.offset = offset
    self.threshold = threshold
  }

  /// Reads what `serialized` wrote. Throws `RelationScorerError` where the bytes are not a whole scorer of this version.
  public init(bytes: UnsafeRawBufferPointer) throws {
    let header = Self.magic.count
    guard bytes.count >= header + 16, bytes.prefix(header).elementsEqual(Self.magic) else {
      throw RelationScorerError(
        description: "relation scorer: not a scorer of version 3; train it anew with train-scorer")
    }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: header, as: UInt32.self)))
    func number(_ place: Int) -> Float {
      Float(
        bitPattern: UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: header + place, as: UInt32.self)))
    }
    threshold = Double(number(4))
    scale = number(8)
    offset = number(12)
    guard bytes.count == header + 16 + count * 8 else {
      throw RelationScorerError(
        description: "relation scorer: cut off after \(bytes.count) bytes; train it anew with train-scorer")
    }
    var weights: [UInt32: Float] = [:]
    weights.reserveCapacity(count)
    for n in 0..<count {
      let place = header + 16 + n * 8
      let key = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      weights[key] = Float(
        bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)))
    }
    self.weights = FeatureWeights(weights)
  }

  /// The weights by feature in ascending order, little-endian.
  public var serialized: [UInt8] {
    var result = Self.magic
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { result.append(contentsOf: $0) } }
    let weights = weights.entries
    append(UInt32(weights.count))
    append(Float(threshold).bitPattern)
    append(scale.bitPattern)
    append(offset.bitPattern)
    for (key, weight) in weights {
      append(key)
      append(weight.bitPattern)
    }
    return result
  }

  /// What a feature of a place adds to the logarithm of the odds of a relation of a type, by the name that describes it.
  func weight(of feature: String, for type: RelationType, at scope: FeatureScope) -> Double {
    let (any, own) = FeatureIdentity.identities(Feature.hash(feature), FeatureSalts(scope, type))
    return Double(scale) / 2 * sum([any, own])
  }

  /// The weights of features together, in their order, so that the same article gives the same bits.
  func sum(_ features: [UInt32]) -> Double {
    features.reduce(0) { $0 + Double(weights[$1]) }
  }

  /// The probability that a hypothesis holds.
  func probability(_ features: HypothesisFeatures) -> Double {
    let whole = sum(features.whole)
    let best = features.places.map(sum).max() ?? whole
    return 1 / (1 + exp(-(Double(offset) + Double(scale) * (whole + best) / 2)))
  }
}
