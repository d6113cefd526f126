import Relations

/// What can be asked about an actor.
public enum Question: String, CaseIterable, Hashable, Sendable {
  /// Who backs it.
  case backers
  /// Who backs it, its backers, and the wholes that any of them is part of.
  case backersThrough
  /// Whom it backs.
  case backed
  /// Who is allied with it, backs it or is backed by it.
  case allies
  /// Who fights it, opposes it or is opposed by it.
  case enemies
  /// Who is part of it.
  case members
  /// Who is part of it, and of what is part of it.
  case membersThrough
  /// What it is part of.
  case wholes
  /// Who is joined with it by any relation.
  case relations
}

/// An actor that answers a question, and the edges that make it one.
public struct Connection: Hashable, Sendable {
  public let actor: ActorID
  /// A chain from `actor` to whom the question is about where it answers through others; otherwise all the edges that
  /// join the two.
  public let edges: [Edge]
  /// The actors between, from `actor` on; empty where the edges join the two directly.
  public let through: [ActorID]

  public var isDirect: Bool { through.isEmpty }
}

/// The answer to a question, with the evidence it rests on.
public struct Answer: Hashable, Sendable {
  public let question: Question
  public let subject: ActorID
  /// With whom, where the question is about two.
  public var other: ActorID?
  /// Direct ones first, then by length of the chain; the firmest first, then by id.
  public let connections: [Connection]
  /// Edges that would answer the question but are only denied.
  public let denied: [Edge]

  public var isEmpty: Bool { connections.isEmpty }
}

extension Edge {
  /// Firm before loose, sure before unsure, then in order.
  static func firmness(_ a: Edge, _ b: Edge) -> Ordering {
    Ordering(a.status.looseness, b.status.looseness)
      .then(Ordering(b.confidence, a.confidence))
      .then(Relation.order(a.relation, b.relation))
  }
}

extension Status {
  fileprivate var looseness: Int {
    switch self {
    case .asserted: 0
    case .alleged: 1
    case .possible: 2
    case .ended: 3
    case .denied: 4
    }
  }
}
