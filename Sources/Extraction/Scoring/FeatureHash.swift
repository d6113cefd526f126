import Relations

/// What a feature describes: all that an article has for a hypothesis, or one place of it.
enum FeatureScope: String {
  case whole, place
}

/// What the scorer weighs of a hypothesis.
package struct HypothesisFeatures {
  package var whole: Set<UInt32>
  package var places: [Set<UInt32>]
}

/// The identity of a feature of a candidate relation: a hash of its name and values (FNV-1a, 64 bits, folded to 32).
struct FeatureHash: Hashable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ parts: String...) {
    for part in parts { add(part) }
  }

  mutating func add(_ part: String) {
    for byte in part.utf8 { step(byte) }
    step(0x1f)
  }

  private mutating func step(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  var value: UInt32 { UInt32(truncatingIfNeeded: state ^ (state >> 32)) }

  /// Each feature counts twice: for relations of any type, and for its own type.
  static func all(_ name: String, _ type: RelationType, _ scope: FeatureScope) -> [UInt32] {
    [
      FeatureHash(scope.rawValue, "any", name).value, FeatureHash(scope.rawValue, type.rawValue, name).value,
    ]
  }
}
