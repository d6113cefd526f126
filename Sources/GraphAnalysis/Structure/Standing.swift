import AllianceGraphs
import Relations

/// How an actor stands in the network: with how many it is friend and foe, and how much runs through it.
public struct Standing: Hashable, Sendable {
  public let actor: ActorID
  /// The number of actors it is joined with by dyads of each stance: its signed degree.
  public let friends: Int
  public let foes: Int
  /// Both friend and foe.
  public let ambivalent: Int
  /// Only talks.
  public let talks: Int
  /// Its share of the shortest ways between all pairs of others, from 0 to 1 (Freeman 1977), rounded to four digits.
  public let betweenness: Double

  public var degree: Int { friends + foes + ambivalent + talks }
}

/// The standings of all actors that have any line.
public struct Centrality: Hashable, Sendable {
  /// Those through whom most runs first, then by degree, then by id.
  public let standings: [Standing]
  /// Whether betweenness was taken from a sample of starting points (Brandes and Pich 2007), because the network is large.
  public let isEstimated: Bool

  /// Betweenness by the algorithm of Brandes (2001), over all dyads that count. O(n m), or, where that is more than the
  /// limit, from as many starting points, evenly spread, as it allows.
  ///
  /// - Parameter limit: the greatest number of looks at lines.
  public init(_ network: SignedNetwork, limit: Int = 100_000_000) {
    let count = network.actors.count
    let lines = max(2 * network.dyads.count, 1)
    let sources = max(1, min(count, limit / lines))
    let spread = (0..<sources).map { $0 * count / sources }
    isEstimated = sources < count
    let sums = count == 0 ? [] : Self.dependencies(network, from: spread)
    let pairs = Double(max((count - 1) * (count - 2), 1)) * Double(sources) / Double(max(count, 1))

    standings = network.actors.indices.filter { !network.neighbours[$0].isEmpty }.map { actor in
      let stances = network.neighbours[actor].map { network.dyads[$0.dyad].stance }
      return Standing(
        actor: network.actors[actor], friends: stances.count { $0 == .friendly },
        foes: stances.count { $0 == .hostile }, ambivalent: stances.count { $0 == .ambivalent },
        talks: stances.count { $0 == .neutral },
        betweenness: (sums[actor] / pairs * 10_000).rounded() / 10_000)
    }.sorted { a, b in
      a.betweenness != b.betweenness
        ? a.betweenness > b.betweenness
        : a.degree != b.degree ? a.degree > b.degree : Ordering(a.actor, b.actor) == .before
    }
  }

  /// For each actor the sum, over the starting points and all ends, of the share of shortest ways through it.
  private static func dependencies(_ network: SignedNetwork, from sources: [Int]) -> [Double] {
    let count = network.actors.count
    var result = [Double](repeating: 0, count: count)
    var distance = [Int](repeating: -1, count: count)
    var ways = [Double](repeating: 0, count: count)
    var share = [Double](repeating: 0, count: count)
    for source in sources {
      var queue = [source]
      distance[source] = 0
      ways[source] = 1
      var head = 0
      while head < queue.count {
        let actor = queue[head]
        head += 1
        for next in network.neighbours[actor] {
          if distance[next.actor] < 0 {
            distance[next.actor] = distance[actor] + 1
            queue.append(next.actor)
          }
          if distance[next.actor] == distance[actor] + 1 { ways[next.actor] += ways[actor] }
        }
      }
      for actor in queue.reversed() {
        for next in network.neighbours[actor] where distance[next.actor] == distance[actor] + 1 {
          share[actor] += ways[actor] / ways[next.actor] * (1 + share[next.actor])
        }
        if actor != source { result[actor] += share[actor] }
      }
      for actor in queue { (distance[actor], ways[actor], share[actor]) = (-1, 0, 0) }
    }
    return result
  }
}
