import Relations

/// Actors in a row, each joined with the next.
public struct Chain: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Friends of friends: each backs the next, is backed by it, allied with it, a part or the whole of it.
    case support
    /// The same but for one link, whose two fight or oppose each other.
    case hostility
  }

  public let kind: Kind
  /// One more than there are links.
  public let actors: [ActorID]
  /// For each link all the edges that make it one, the firmest first.
  public let links: [[Edge]]
}

extension AllianceGraph {
  /// The shortest chains of a kind that join two actors, the firmest first as far as they are compared.
  ///
  /// No actor comes twice in a chain, and none rests on what is denied or over, or on negotiations. By structural balance
  /// (Heider 1946) a chain of support makes its ends friends and one of hostility makes them foes, as far as chains do.
  ///
  /// - Parameters:
  ///   - limit: the greatest number of chains.
  ///   - hops: the greatest number of links.
  ///   - isDirected: whether support has to flow from the first actor on: from a backer to whom it backs, from a whole to
  ///     its part, and between allies.
  /// - Complexity: linear in the edges for the distances; then O(chains) but where the shortest ways pass an actor twice,
  ///   which `Finder.patience` bounds.
  public func chains(
    _ kind: Chain.Kind, from start: ActorID, to end: ActorID, limit: Int = 3, hops: Int = 6,
    isDirected: Bool = false
  ) -> [Chain] {
    guard start != end else { return [] }
    var finder = Finder(self, kind, to: end, limit: limit, isDirected: isDirected)
    return finder.find(from: start, hops: hops)
  }
}

/// Searches in a graph of two layers: the actors before the hostile link, and after it. Distances to the end are found
/// breadth first, then ways are tried in order of their length (iterative deepening with those distances as the bound).
private struct Finder {
  private struct State: Hashable {
    var actor: ActorID
    var isPastHostility: Bool
  }

  /// How many steps to try before giving up: ways that pass an actor twice can be many.
  private static let patience = 500_000

  private let kind: Chain.Kind
  private let limit: Int
  private let end: ActorID
  private let isDirected: Bool
  private var friends: [ActorID: [ActorID: [Edge]]] = [:]
  private var foes: [ActorID: [ActorID: [Edge]]] = [:]
  private var distances: [State: Int] = [:]
  private var found: [Chain] = []
  private var steps = 0

  init(_ graph: AllianceGraph, _ kind: Chain.Kind, to end: ActorID, limit: Int, isDirected: Bool) {
    self.kind = kind
    self.limit = limit
    self.end = end
    self.isDirected = isDirected
    for edge in graph.relations where edge.status != .denied && edge.status != .ended {
      switch edge.type.sign {
      case .neutral: continue
      case .conflictual where kind == .support: continue
      case .conflictual:
        foes[edge.source, default: [:]][edge.target, default: []].append(edge)
        foes[edge.target, default: [:]][edge.source, default: []].append(edge)
      case .cooperative:
        // Support comes from the whole to its part.
        let (from, to) = edge.type == .partOf ? (edge.target, edge.source) : (edge.source, edge.target)
        friends[from, default: [:]][to, default: []].append(edge)
        if !isDirected || edge.type.isSymmetric { friends[to, default: [:]][from, default: []].append(edge) }
      }
    }
    measure()
  }

  /// How far each state is from the end, backwards.
  private mutating func measure() {
    var before: [ActorID: Set<ActorID>] = [:]
    for (from, others) in friends { for to in others.keys { before[to, default: []].insert(from) } }
    let goal = State(actor: end, isPastHostility: kind == .hostility)
    distances[goal] = 0
    var frontier = [goal]
    while !frontier.isEmpty {
      var next: [State] = []
      for state in frontier {
        let distance = distances[state]! + 1
        var earlier = (before[state.actor] ?? []).map {
          State(actor: $0, isPastHostility: state.isPastHostility)
        }
        if state.isPastHostility {
          earlier += (foes[state.actor] ?? [:]).keys.map { State(actor: $0, isPastHostility: false) }
        }
        for state in earlier where distances[state] == nil {
          distances[state] = distance
          next.append(state)
        }
      }
      frontier = next
    }
  }

  mutating func find(from start: ActorID, hops: Int) -> [Chain] {
    let state = State(actor: start, isPastHostility: false)
    guard let least = distances[state], least <= hops else { return [] }
    for length in least...hops {
      follow(state, [start], [], length)
      if !found.isEmpty || steps > Self.patience { break }
    }
    return found
  }

  private mutating func follow(_ state: State, _ actors: [ActorID], _ links: [[Edge]], _ left: Int) {
    if found.count == limit || steps > Self.patience { return }
    if state.actor == end {
      if left == 0 { found.append(Chain(kind: kind, actors: actors, links: links)) }
      return
    }
    var ways = ways(friends[state.actor], isPastHostility: state.isPastHostility)
    if kind == .hostility, !state.isPastHostility {
      ways += self.ways(foes[state.actor], isPastHostility: true)
    }
    ways.sort { a, b in
      Edge.firmness(a.edges[0], b.edges[0]).then(Ordering(a.state.actor, b.state.actor)) == .before
    }
    for way in ways {
      steps += 1
      guard let distance = distances[way.state], distance <= left - 1, !actors.contains(way.state.actor)
      else {
        continue
      }
      follow(way.state, actors + [way.state.actor], links + [way.edges], left - 1)
    }
  }

  private func ways(
    _ others: [ActorID: [Edge]]?, isPastHostility: Bool
  ) -> [(state: State, edges: [Edge])] {
    (others ?? [:]).map { actor, edges in
      (
        State(actor: actor, isPastHostility: isPastHostility),
        edges.sorted { Edge.firmness($0, $1) == .before }
      )
    }
  }
}
