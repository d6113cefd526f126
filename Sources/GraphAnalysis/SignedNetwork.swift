import AllianceGraphs
import Relations

/// A graph as the theory of structural balance sees it: actors joined by lines that are friendly or hostile.
///
/// A line is a dyad. `backs`, `allied_with` and `part_of` make it friendly, `fighting` and `opposes` hostile;
/// `negotiates_with` makes it neither. A dyad with relations of both signs is ambivalent and has no sign: in a signed
/// multigraph one of its two lines would go against every division, so that leaving both out changes the line index by
/// a constant and no division's rank. Only edges of the statuses that count are lines.
public struct SignedNetwork: Sendable {
  /// What counts unless somebody says otherwise: what is asserted and what is alleged, but not what is denied, over or
  /// still to come.
  public static let usualStatuses: Set<Status> = [.asserted, .alleged]

  /// The actors in the order of their ids; also those without a line.
  public let actors: [ActorID]
  /// The dyads by their ends.
  public let dyads: [Dyad]
  /// The statuses of edges that count.
  public let statuses: Set<Status>

  /// The ends of each dyad as places in `actors`, the lesser first.
  let ends: [(first: Int, second: Int)]
  /// For each actor the dyads it stands in and the actors at their other ends, by the latter.
  let neighbours: [[(actor: Int, dyad: Int)]]

  /// O(n log n) in the edges.
  public init(_ graph: AllianceGraph, counting statuses: Set<Status> = usualStatuses) {
    self.statuses = statuses
    let actors = graph.actors.map(\.id)
    self.actors = actors
    let place = Dictionary(uniqueKeysWithValues: zip(actors, actors.indices))

    var edges: [(first: Int, second: Int, edge: Edge)] = []
    for edge in graph.relations where statuses.contains(edge.status) {
      let (source, target) = (place[edge.source]!, place[edge.target]!)
      edges.append((min(source, target), max(source, target), edge))
    }
    // Edges keep their order within a dyad: the sort is told so by their places.
    let order = edges.indices.sorted { a, b in
      (edges[a].first, edges[a].second, a) < (edges[b].first, edges[b].second, b)
    }
    var dyads: [Dyad] = []
    var ends: [(first: Int, second: Int)] = []
    var position = 0
    while position < order.count {
      let (first, second, _) = edges[order[position]]
      var joined: [Edge] = []
      while position < order.count, edges[order[position]].first == first,
        edges[order[position]].second == second
      {
        joined.append(edges[order[position]].edge)
        position += 1
      }
      dyads.append(Dyad(first: actors[first], second: actors[second], edges: joined))
      ends.append((first, second))
    }
    self.dyads = dyads
    self.ends = ends

    var neighbours = [[(actor: Int, dyad: Int)]](repeating: [], count: actors.count)
    for (dyad, end) in ends.enumerated() {
      neighbours[end.first].append((end.second, dyad))
      neighbours[end.second].append((end.first, dyad))
    }
    for actor in neighbours.indices { neighbours[actor].sort { $0.actor < $1.actor } }
    self.neighbours = neighbours
  }

  /// The dyad of two actors, where a relation that counts joins them. O(log n).
  public func dyad(_ a: ActorID, _ b: ActorID) -> Dyad? {
    guard let first = place(of: a), let second = place(of: b) else { return nil }
    return neighbours[first].first { $0.actor == second }.map { dyads[$0.dyad] }
  }

  /// The dyads of an actor with any of the others, in order.
  public func dyads(joining actor: ActorID, with others: [ActorID]) -> [Dyad] {
    guard let place = place(of: actor) else { return [] }
    let others = Set(others)
    return neighbours[place].map { dyads[$0.dyad] }.filter { others.contains($0.other(than: actor)) }
  }

  /// All dyads of an actor, in the order of the others.
  public func dyads(of actor: ActorID) -> [Dyad] {
    place(of: actor).map { neighbours[$0].map { dyads[$0.dyad] } } ?? []
  }

  private func place(of actor: ActorID) -> Int? {
    var range = actors.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      switch Ordering(actors[middle], actor) {
      case .same: return middle
      case .before: range = (middle + 1)..<range.upperBound
      case .after: range = range.lowerBound..<middle
      }
    }
    return nil
  }

  /// The lines with a sign.
  var signedDyads: [Int] {
    dyads.indices.filter { dyads[$0].stance == .friendly || dyads[$0].stance == .hostile }
  }
}
