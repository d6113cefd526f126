import AllianceGraphs
import Relations

/// What holds a network together: its parts, and the relations and actors whose loss would part it further.
///
/// Here every dyad that counts is a line, whatever its sign: talks and wars connect, too. Bridges and cut points as in
/// Tarjan (1974), in one depth-first search. O(n + m).
public struct Cohesion: Hashable, Sendable {
  /// A line that alone joins two parts of the network.
  public struct Bridge: Hashable, Sendable {
    public let dyad: Dyad
    /// Who stands on the side of fewer actors, by id; of equal sides the one without the actor that comes first.
    public let cutOff: [ActorID]
  }

  /// An actor without whom others would not be joined.
  public struct CutActor: Hashable, Sendable {
    public let actor: ActorID
    /// How many actors would stay together: the greatest part that its component would fall into.
    public let remaining: Int
    /// The other parts, the greatest first, each by id.
    public let cutOff: [[ActorID]]
  }

  /// The actors that are joined, directly or through others, the greatest component first; without those who stand alone.
  public let components: [[ActorID]]
  /// Bridges with more than one actor on either side, those that cut off most first.
  public let bridges: [Bridge]
  /// How many actors hang on the rest by a single line.
  public let pendants: Int
  /// Those whose loss cuts off most actors first.
  public let cutActors: [CutActor]

  public init(_ network: SignedNetwork) {
    let structure = Components(network.neighbours.map { $0.map { (point: $0.actor, line: $0.dyad) } })
    func names(_ points: [Int]) -> [ActorID] { points.sorted().map { network.actors[$0] } }

    components = structure.stretches.filter { $0.count > 1 }.map { structure.order[$0].sorted() }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map(names)

    let bridges = structure.bridges.map { line in
      let whole = structure.stretches[structure.component[network.ends[line].first]]
      let beyond = structure.beyond[line]!
      let far = Array(structure.order[beyond])
      if 2 * far.count < whole.count { return (line: line, cutOff: far) }
      let near =
        Array(structure.order[whole.lowerBound..<beyond.lowerBound])
        + structure.order[beyond.upperBound..<whole.upperBound]
      return (line: line, cutOff: near.count < far.count || near.min()! > far.min()! ? near : far)
    }
    pendants = bridges.count { $0.cutOff.count == 1 }
    self.bridges = bridges.filter { $0.cutOff.count > 1 }
      .sorted { ($1.cutOff.count, $0.line) < ($0.cutOff.count, $1.line) }
      .map { Bridge(dyad: network.dyads[$0.line], cutOff: names($0.cutOff)) }

    cutActors = structure.cutPoints.map { point in
      let whole = structure.stretches[structure.component[point]]
      let below = structure.below[point]!
      var parts = below.map { structure.order[$0].sorted() }
      var above: [Int] = []
      var position = whole.lowerBound
      for part in below {
        above += structure.order[position..<part.lowerBound]
        position = part.upperBound
      }
      above += structure.order[position..<whole.upperBound]
      above.removeAll { $0 == point }
      if !above.isEmpty { parts.append(above.sorted()) }
      parts.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
      return (point: point, parts: parts, lost: parts.dropFirst().reduce(0) { $0 + $1.count })
    }.sorted { ($1.lost, $0.point) < ($0.lost, $1.point) }
      .map { cut in
        CutActor(
          actor: network.actors[cut.point], remaining: cut.parts[0].count,
          cutOff: cut.parts.dropFirst().map(names))
      }
  }
}
