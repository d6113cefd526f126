import AllianceGraphs
import Relations

/// Two actors with all the relations between them that count, and whether these make them friends or foes.
public struct Dyad: Hashable, Sendable {
  /// How two actors stand to each other.
  public enum Stance: String, CaseIterable, Hashable, Sendable {
    /// Only cooperative relations, perhaps beside neutral ones.
    case friendly
    /// Only conflictual relations, perhaps beside neutral ones.
    case hostile
    /// Both cooperative and conflictual relations: no sign, for either sign would contradict an edge.
    case ambivalent
    /// Neutral relations alone.
    case neutral
  }

  /// The two actors in the order of their ids.
  public let first: ActorID
  public let second: ActorID
  public let stance: Stance
  /// All edges between the two that count, in order.
  public let edges: [Edge]

  init(first: ActorID, second: ActorID, edges: [Edge]) {
    self.first = first
    self.second = second
    self.edges = edges
    let signs = edges.map(\.type.sign)
    stance =
      switch (signs.contains(.cooperative), signs.contains(.conflictual)) {
      case (true, true): .ambivalent
      case (true, false): .friendly
      case (false, true): .hostile
      case (false, false): .neutral
      }
  }

  /// The edges that make the two friends, or foes.
  public func edges(_ sign: Sign) -> [Edge] { edges.filter { $0.type.sign == sign } }

  /// The edges that give the dyad its stance: of friends and foes those of that sign, else all.
  public var deciding: [Edge] {
    switch stance {
    case .friendly: edges(.cooperative)
    case .hostile: edges(.conflictual)
    case .ambivalent, .neutral: edges
    }
  }

  public func joins(_ actor: ActorID) -> Bool { actor == first || actor == second }

  public func other(than actor: ActorID) -> ActorID { actor == first ? second : first }
}
