/// Whether a relation joins friends or foes.
public enum Sign: String, Hashable, Sendable {
  case cooperative, neutral, conflictual
}

/// The types of relation between two actors.
public enum RelationType: String, CaseIterable, Hashable, Sendable, Comparable {
  case backs
  case alliedWith = "allied_with"
  case fighting
  case opposes
  case negotiatesWith = "negotiates_with"
  case partOf = "part_of"

  /// Whether the two ends can be exchanged without changing what is said.
  public var isSymmetric: Bool {
    switch self {
    case .alliedWith, .fighting, .negotiatesWith: true
    case .backs, .opposes, .partOf: false
    }
  }

  public var sign: Sign {
    switch self {
    case .backs, .alliedWith, .partOf: .cooperative
    case .fighting, .opposes: .conflictual
    case .negotiatesWith: .neutral
    }
  }

  /// The order of declaration, in which relations are listed.
  public static func < (a: RelationType, b: RelationType) -> Bool {
    a.order < b.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self)! }
}

/// What `backs` consists of.
public enum SupportKind: String, CaseIterable, Hashable, Sendable {
  case military, material, funding, training, intelligence, sanctuary, political, unspecified
}

/// How firmly a text says that a relation holds.
public enum Status: String, CaseIterable, Hashable, Sendable {
  case asserted, alleged, denied, possible, ended
}
