import AllianceGraphs
import Relations

/// What an actor has, by the names that queries use.
enum ActorProperty: String, CaseIterable {
  case id, name, kind, aliases
}

/// What a relation has, by the names that queries use.
enum RelationProperty: String, CaseIterable {
  case status, confidence, support, disputed, initiator, sign, date, firstDate, heldFrom, heldUntil,
    publisher,
    publishers, sources, articles, quotes
}

enum Function: String, CaseIterable {
  case type, length, size, nodes, relationships, startNode, endNode, labels, exists, coalesce, head, last,
    toLower,
    toUpper, toString

  /// By name, whatever its case.
  init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      return nil
    }
    self = found
  }

  /// Any number from one where nil.
  var argumentCount: Int? { self == .coalesce ? nil : 1 }
}

/// The words that patterns and values may take, and what an unknown one was likely meant to be.
enum Vocabulary {
  /// `BACKS`, `ALLIED_WITH`, …
  static func name(_ type: RelationType) -> String { type.rawValue.uppercased() }

  static func type(_ name: String) -> RelationType? { RelationType(rawValue: name.lowercased()) }

  static let typeNames = RelationType.allCases.map(name)

  /// The kinds that a label stands for: those of its name without case and underscores, and all for `Actor`.
  static func kinds(_ label: String) -> Set<ActorKind>? {
    let plain = label.lowercased().filter { $0 != "_" }
    if plain == "actor" { return Set(ActorKind.allCases) }
    return ActorKind.allCases.first { $0.rawValue.filter { $0 != "_" } == plain }.map { [$0] }
  }

  static let labels = ActorKind.allCases.map(label) + ["Actor"]

  /// `ArmedGroup`
  static func label(_ kind: ActorKind) -> String {
    kind.rawValue.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The values of a property that takes no others.
  static func values(ofProperty key: String) -> [String]? {
    switch key {
    case "kind": ActorKind.allCases.map(\.rawValue)
    case "status": Status.allCases.map(\.rawValue)
    case "support": SupportKind.allCases.map(\.rawValue)
    case "sign": ["cooperative", "neutral", "conflictual"]
    default: nil
    }
  }

  /// "; did you mean X?", or else "; known are …".
  static func hint(for word: String, among known: [String]) -> String {
    if let near = known.first(where: { $0.lowercased() == word.lowercased() })
      ?? (word.count > 2 ? likelySpelling(of: word, among: known) : nil)
    {
      return "; did you mean '\(near)'?"
    }
    return "; known are \(known.joined(separator: ", "))"
  }
}
