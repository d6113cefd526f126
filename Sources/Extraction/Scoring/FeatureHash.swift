import Relations

/// What a feature describes: all that an article has for a hypothesis, or one place of it.
enum FeatureScope: String {
  case whole, place
}

/// What the scorer weighs of a hypothesis: the identities of its features, none of them twice.
package struct HypothesisFeatures {
  package var whole: [UInt32]
  package var places: [[UInt32]]
}

/// A statement about a hypothesis that holds or does not hold: what it says, hashed once for all scopes and types.
struct Feature {
  let name: String
  /// FNV-1a in 64 bits (Fowler, Noll, Vo).
  let hash: UInt64

  init(_ name: String) {
    self.name = name
    hash = Self.hash(name)
  }

  static func hash(_ text: String) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return state
  }
}

/// The identity of a feature among the scorer's weights.
enum FeatureIdentity {
  /// Each feature counts twice: for relations of any type, and for its own type.
  static func identities(_ feature: UInt64, _ salts: FeatureSalts) -> (UInt32, UInt32) {
    (mixed(feature ^ salts.any), mixed(feature ^ salts.own))
  }

  /// The end of MurmurHash3 (Appleby), folded to 32 bits.
  private static func mixed(_ value: UInt64) -> UInt32 {
    var h = value
    h = (h ^ (h >> 33)) &* 0xff51_afd7_ed55_8ccd
    h = (h ^ (h >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return UInt32(truncatingIfNeeded: h ^ (h >> 32))
  }
}

/// What tells features of one scope and type from those of others.
struct FeatureSalts {
  let any: UInt64
  let own: UInt64

  init(_ scope: FeatureScope, _ type: RelationType) {
    any = Feature.hash(scope.rawValue + " any")
    own = Feature.hash(scope.rawValue + " " + type.rawValue)
  }
}
