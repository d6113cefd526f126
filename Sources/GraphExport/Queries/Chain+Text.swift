import AllianceGraphs
import Relations

extension AllianceGraph {
  /// Chains for people: who is in each, then its links with their quotes.
  public func text(of chains: [Chain], style: TextStyle = TextStyle()) -> String {
    let relations = RelationText(graph: self, style: style)
    var lines: [String] = []
    for chain in chains {
      if !lines.isEmpty { lines.append("") }
      let names = chain.actors.map(relations.name).joined(separator: " – ")
      let kind = chain.kind == .support ? "Support" : "Hostility"
      lines.append(style.paint("\(kind), \(count(chain.links.count, "step")): \(names)", .bold))
      for (place, edges) in chain.links.enumerated() {
        for edge in edges {
          lines += relations.lines(edge, first: edge.initiator ?? chain.actors[place], indent: 2)
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Neighbours for people: by distance, with what joins them to the nearer ones.
  public func text(of neighbours: [Neighbour], style: TextStyle = TextStyle()) -> String {
    let relations = RelationText(graph: self, style: style)
    var lines: [String] = []
    var distance = 0
    for neighbour in neighbours {
      if neighbour.distance != distance {
        distance = neighbour.distance
        if !lines.isEmpty { lines.append("") }
        lines.append(style.paint("\(count(distance, "step")) away:", .bold))
      }
      for edge in neighbour.edges {
        lines += relations.lines(edge, first: edge.initiator ?? neighbour.actor, indent: 2)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The actors for people, those with most relations first: name, id and kind, how many relations they stand in, and
  /// their other names.
  public func actorsText(of kinds: Set<ActorKind>? = nil) -> String {
    rankedActors(of: kinds).map { actor, number in
      let others = actor.aliases.filter { $0 != actor.name }.map(singleLine)
      let also = others.isEmpty ? "" : "; also \(others.joined(separator: ", "))"
      let kind = actor.kind.rawValue.replacing("_", with: " ")
      return "\(singleLine(actor.name)) (\(actor.id), \(kind)): \(count(number, "relation"))\(also)\n"
    }.joined()
  }

  /// The actors of some kinds with the number of their relations, the greatest first, then by id.
  func rankedActors(of kinds: Set<ActorKind>?) -> [(actor: Actor, relations: Int)] {
    var numbers: [ActorID: Int] = [:]
    for edge in relations {
      numbers[edge.source, default: 0] += 1
      numbers[edge.target, default: 0] += 1
    }
    return actors.filter { kinds?.contains($0.kind) ?? true }.map { ($0, numbers[$0.id] ?? 0) }.sorted {
      a, b in
      Ordering(b.relations, a.relations).then(Ordering(a.actor.id, b.actor.id)) == .before
    }
  }
}
