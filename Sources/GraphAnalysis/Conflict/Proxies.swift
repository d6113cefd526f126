import AllianceGraphs
import Relations

/// An actor that acts against another through a third: it backs one who fights the other, whom it does not fight itself.
///
/// This is the delegation of war to a proxy in its least form (Mumford 2013; Salehyan 2010), as UCDP's data on external
/// support record it: support for a warring party by one that is not itself at war with the other side.
public struct Proxy: Hashable, Sendable {
  /// Who backs.
  public let sponsor: ActorID
  /// Who is backed and fights.
  public let agent: ActorID
  public let opponent: ActorID
  /// The edge by which the sponsor backs the agent.
  public let support: Edge
  /// The edge by which the agent fights the opponent.
  public let fight: Edge
  /// What else joins sponsor and opponent, whatever its status, in order: opposition, talks, or support for both sides.
  public let direct: [Edge]

  /// Whether the sponsor backs the opponent, too.
  public var backsBothSides: Bool {
    direct.contains {
      $0.type == .backs && $0.source == sponsor && SignedNetwork.usualStatuses.contains($0.status)
    }
  }
}

extension SignedNetwork {
  /// Who acts against whom through whom, by opponents, agents and sponsors in their order. Only edges that count make a
  /// proxy; a fight of sponsor and opponent themselves that counts makes it none.
  ///
  /// - Parameter graph: the graph of this network, for what else joins sponsor and opponent.
  public func proxies(in graph: AllianceGraph) -> [Proxy] {
    var result: [Proxy] = []
    var between: [[ActorID]: [Edge]] = [:]
    for edge in graph.relations { between[Self.pair(edge.source, edge.target), default: []].append(edge) }
    for opponent in actors.indices {
      let fights = fights(of: opponent)
      let foes = Set(fights.map(\.foe))
      for (agent, fight) in fights {
        for next in neighbours[agent] where next.actor != opponent && !foes.contains(next.actor) {
          let sponsor = actors[next.actor]
          guard
            let support = dyads[next.dyad].edges.first(where: { $0.type == .backs && $0.source == sponsor })
          else { continue }
          result.append(
            Proxy(
              sponsor: sponsor, agent: actors[agent], opponent: actors[opponent], support: support,
              fight: fight, direct: between[Self.pair(sponsor, actors[opponent])] ?? []))
        }
      }
    }
    return result
  }

  private func fights(of actor: Int) -> [(foe: Int, edge: Edge)] {
    neighbours[actor].compactMap { next in
      dyads[next.dyad].edges.first { $0.type == .fighting }.map { (next.actor, $0) }
    }
  }

  private static func pair(_ a: ActorID, _ b: ActorID) -> [ActorID] {
    Ordering(a, b) == .before ? [a, b] : [b, a]
  }
}
