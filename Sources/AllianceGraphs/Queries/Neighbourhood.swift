import Relations

/// An actor some steps away from another.
public struct Neighbour: Hashable, Sendable {
  public let actor: ActorID
  /// The number of relations on a shortest way.
  public let distance: Int
  /// The edges that join it with those one step nearer, the firmest first.
  public let edges: [Edge]
}

extension AllianceGraph {
  /// Everyone within some relations of an actor, whatever their type and direction; denied ones don't count. The nearest
  /// first, then by the firmness of what joins them. O(n log n) in the edges.
  public func neighbours(of actor: ActorID, hops: Int) -> [Neighbour] {
    var joined: [ActorID: [Edge]] = [:]
    for edge in relations where edge.status != .denied {
      joined[edge.source, default: []].append(edge)
      joined[edge.target, default: []].append(edge)
    }
    var result: [Neighbour] = []
    var reached: Set<ActorID> = [actor]
    var frontier: Set<ActorID> = [actor]
    var distance = 0
    while !frontier.isEmpty, distance < hops {
      distance += 1
      var next: [ActorID: [Edge]] = [:]
      for near in frontier {
        for edge in joined[near] ?? [] {
          let other = edge.relation.other(than: near)
          if !reached.contains(other) { next[other, default: []].append(edge) }
        }
      }
      let ring = next.map { actor, edges in
        Neighbour(
          actor: actor, distance: distance, edges: edges.sorted { Edge.firmness($0, $1) == .before })
      }
      result += ring.sorted { a, b in
        Edge.firmness(a.edges[0], b.edges[0]).then(Ordering(a.actor, b.actor)) == .before
      }
      frontier = Set(next.keys)
      reached.formUnion(frontier)
    }
    return result
  }
}
