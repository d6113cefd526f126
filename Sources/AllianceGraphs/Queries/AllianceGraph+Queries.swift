import Relations

extension AllianceGraph {
  /// Answers a question about an actor. Linear in the number of edges, but for sorting the answer.
  public func answer(_ question: Question, about actor: ActorID) -> Answer {
    switch question {
    case .backers: backers(of: actor)
    case .backersThrough: backers(of: actor, through: true)
    case .backed: neighbours(of: actor, question) { $0.type == .backs && $0.source == actor }
    case .allies: allies(of: actor)
    case .enemies: enemies(of: actor)
    case .members: members(of: actor)
    case .membersThrough: members(of: actor, through: true)
    case .wholes: neighbours(of: actor, question) { $0.type == .partOf && $0.source == actor }
    case .relations: neighbours(of: actor, .relations) { _ in true }
    }
  }

  /// Who backs the actor.
  ///
  /// - Parameter through: whether to go on to the backers of its backers, and to the backers of the wholes that it or
  ///   a backer is part of, each by a shortest chain. Chains don't rest on what is denied or over.
  public func backers(of actor: ActorID, through: Bool = false) -> Answer {
    let direct = neighbours(of: actor, .backers) { $0.type == .backs && $0.target == actor }
    guard through else { return direct }
    let known = Set(direct.connections.map(\.actor))
    let chains = supportChains(to: actor).filter { !known.contains($0.actor) }
    return Answer(
      question: .backersThrough, subject: actor, connections: direct.connections + chains,
      denied: direct.denied)
  }

  public func allies(of actor: ActorID) -> Answer {
    neighbours(of: actor, .allies) { $0.type == .alliedWith || $0.type == .backs }
  }

  public func enemies(of actor: ActorID) -> Answer {
    neighbours(of: actor, .enemies) { $0.type.sign == .conflictual }
  }

  /// Who is part of the actor.
  ///
  /// - Parameter through: whether to go on to the parts of its parts, each by a shortest chain; round a circle of parts
  ///   only once. Chains don't rest on what is denied or over.
  public func members(of actor: ActorID, through: Bool = false) -> Answer {
    let direct = neighbours(of: actor, .members) { $0.type == .partOf && $0.target == actor }
    guard through else { return direct }
    let known = Set(direct.connections.map(\.actor))
    let chains = memberChains(to: actor).filter { !known.contains($0.actor) }
    return Answer(
      question: .membersThrough, subject: actor, connections: direct.connections + chains,
      denied: direct.denied)
  }

  /// All that joins two actors.
  public func relations(of actor: ActorID, with other: ActorID) -> Answer {
    let all = answer(.relations, about: actor)
    return Answer(
      question: .relations, subject: actor, other: other,
      connections: all.connections.filter { $0.actor == other },
      denied: all.denied.filter { $0.relation.joins(other) })
  }

  /// Those whom an edge that answers joins with the actor, each with all such edges.
  private func neighbours(
    of actor: ActorID, _ question: Question, _ answers: (Edge) -> Bool
  ) -> Answer {
    let edges = relations.filter { $0.relation.joins(actor) && answers($0) }
      .sorted { Edge.firmness($0, $1) == .before }
    var order: [ActorID] = []
    var edgesOf: [ActorID: [Edge]] = [:]
    for edge in edges where edge.status != .denied {
      let other = edge.relation.other(than: actor)
      if edgesOf[other] == nil { order.append(other) }
      edgesOf[other, default: []].append(edge)
    }
    return Answer(
      question: question, subject: actor,
      connections: order.map { Connection(actor: $0, edges: edgesOf[$0]!, through: []) },
      denied: edges.filter { $0.status == .denied })
  }

  /// Everyone who is part of a part of the actor, breadth first.
  private func memberChains(to actor: ActorID) -> [Connection] {
    var parts: [ActorID: [Edge]] = [:]
    for edge in relations where edge.type == .partOf && edge.status != .denied && edge.status != .ended {
      parts[edge.target, default: []].append(edge)
    }
    var result: [Connection] = []
    var reached: Set<ActorID> = [actor]
    var frontier: [(actor: ActorID, chain: [Edge], through: [ActorID])] = [(actor, [], [])]
    while !frontier.isEmpty {
      var next: [(actor: ActorID, chain: [Edge], through: [ActorID])] = []
      for (whole, chain, through) in frontier {
        for edge in parts[whole, default: []].sorted(by: { Edge.firmness($0, $1) == .before })
        where reached.insert(edge.source).inserted {
          let between = whole == actor ? through : [whole] + through
          if !between.isEmpty {
            result.append(Connection(actor: edge.source, edges: [edge] + chain, through: between))
          }
          next.append((edge.source, [edge] + chain, between))
        }
      }
      frontier = next
    }
    return result
  }

  /// Everyone who backs the actor through others, breadth first, so that each comes with a shortest chain.
  private func supportChains(to actor: ActorID) -> [Connection] {
    var into: [ActorID: [Edge]] = [:]
    for edge in relations where edge.status != .denied && edge.status != .ended {
      if edge.type == .backs { into[edge.target, default: []].append(edge) }
      if edge.type == .partOf { into[edge.source, default: []].append(edge) }
    }
    var result: [Connection] = []
    // Whom support for the subject passes through, with the chain from them down to it.
    var reached: Set<ActorID> = [actor]
    var backing: Set<ActorID> = [actor]
    var frontier: [(actor: ActorID, chain: [Edge], through: [ActorID])] = [(actor, [], [])]
    while !frontier.isEmpty {
      var next: [(actor: ActorID, chain: [Edge], through: [ActorID])] = []
      for (middle, chain, through) in frontier {
        for edge in into[middle, default: []].sorted(by: { Edge.firmness($0, $1) == .before }) {
          let other = edge.relation.other(than: middle)
          let longer = [edge] + chain
          let between = middle == actor ? through : [middle] + through
          if edge.type == .backs, backing.insert(other).inserted, !between.isEmpty {
            result.append(Connection(actor: other, edges: longer, through: between))
          }
          if reached.insert(other).inserted { next.append((other, longer, between)) }
        }
      }
      frontier = next
    }
    return result
  }
}
