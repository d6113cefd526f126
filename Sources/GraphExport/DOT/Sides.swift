import Relations

/// The two sides on which a diagram places its actors: friends on one, foes across.
///
/// A partition of the signed graph into two blocs that leaves little friendship between and little hostility within:
/// the actors join, most closely tied first, the side that their ties to those already placed favour, then single
/// actors change sides while that improves it. Exact for balanced graphs, a heuristic otherwise. O(n · (n + m)).
struct Sides {
  enum Side: Int {
    case left = 1
    case right = -1
  }

  private var side: [ActorID: Side] = [:]

  subscript(_ actor: ActorID) -> Side { side[actor] ?? .left }

  init(_ diagram: Diagram) {
    var ties: [ActorID: [(other: ActorID, strength: Int)]] = [:]
    for edge in diagram.edges where edge.source != edge.target {
      let strength = Self.strength(edge)
      if strength == 0 { continue }
      ties[edge.source, default: []].append((edge.target, strength))
      ties[edge.target, default: []].append((edge.source, strength))
    }
    let actors = diagram.nodes.map(\.id)
    place(actors, ties)
    improve(actors, ties)
  }

  /// Positive between friends, negative between foes; less where it is less certain.
  private static func strength(_ edge: Diagram.Edge) -> Int {
    let full =
      switch edge.type {
      case .backs, .alliedWith: 4
      case .partOf: 6
      case .fighting: -6
      case .opposes: -3
      // Foes talk too: this only places who has no other ties.
      case .negotiatesWith: 1
      }
    return switch edge.status {
    case .asserted: full * 4
    case .alleged: full * 2
    case .possible: full
    case .denied, .ended: 0
    }
  }

  private mutating func place(
    _ actors: [ActorID], _ ties: [ActorID: [(other: ActorID, strength: Int)]]
  ) {
    // How the actors placed so far pull on each of the others.
    var pull: [ActorID: Int] = [:]
    var remaining = actors
    while !remaining.isEmpty {
      var next = 0
      var closest = -1
      for (index, actor) in remaining.enumerated() where abs(pull[actor] ?? 0) > closest {
        next = index
        closest = abs(pull[actor] ?? 0)
      }
      if closest == 0 {
        // A new component: begins with whoever has most ties.
        next = remaining.indices.max { a, b in
          let left = ties[remaining[a]]?.count ?? 0
          let right = ties[remaining[b]]?.count ?? 0
          return (left, -a) < (right, -b)
        }!
      }
      let actor = remaining.remove(at: next)
      let chosen: Side = (pull[actor] ?? 0) >= 0 ? .left : .right
      side[actor] = chosen
      for tie in ties[actor] ?? [] { pull[tie.other, default: 0] += tie.strength * chosen.rawValue }
    }
  }

  private mutating func improve(
    _ actors: [ActorID], _ ties: [ActorID: [(other: ActorID, strength: Int)]]
  ) {
    // Each change reduces the frustration by at least one, so this ends.
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for actor in actors {
        let pull = (ties[actor] ?? []).reduce(0) { $0 + $1.strength * self[$1.other].rawValue }
        if pull * self[actor].rawValue < 0 {
          side[actor] = self[actor] == .left ? .right : .left
          hasChanged = true
        }
      }
    }
  }
}
