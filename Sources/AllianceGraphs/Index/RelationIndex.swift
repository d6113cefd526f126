import Relations

/// A graph's relations by number, for algorithms and for many questions: who is joined with whom in arrays of integers,
/// in compressed sparse rows.
///
/// Actors have the numbers of their places in `AllianceGraph.actors`, edges those of their places in `relations`. Making
/// one takes linear time; it is a value apart from the graph and does not follow its changes.
public struct RelationIndex: Sendable {
  /// The actors' ids by number.
  public let actors: [ActorID]
  /// The ends of the edges and their types.
  public let sources: [Int32]
  public let targets: [Int32]
  public let types: [RelationType]
  /// The number of mentions of each edge.
  public let mentionCounts: [Int32]

  /// For each actor where its backers begin in `backers`; one more at the end.
  let backerStarts: [Int32]
  /// Who backs, actor by actor.
  let backers: [Int32]

  /// - Complexity: linear in the numbers of actors and edges.
  public init(_ graph: AllianceGraph) {
    var numbers = StringTable(minimumCapacity: graph.actors.count)
    for actor in graph.actors { _ = numbers.number(actor.id) }
    let count = graph.actors.count
    var sources = [Int32](repeating: 0, count: graph.relations.count)
    var targets = sources
    var types: [RelationType] = []
    types.reserveCapacity(sources.count)
    // Edges are in the order of their sources: these need no look-up.
    var source: Int32 = 0
    for (number, edge) in graph.relations.enumerated() {
      if Ordering(numbers.strings[Int(source)], edge.source) != .same { source = numbers.number(edge.source) }
      sources[number] = source
      targets[number] = numbers.number(edge.target)
      types.append(edge.type)
    }
    precondition(numbers.count == count, "an edge joins actors of its graph")
    actors = numbers.strings
    mentionCounts = graph.relations.map { Int32($0.mentions.count) }
    self.sources = sources
    self.targets = targets
    self.types = types

    var starts = [Int32](repeating: 0, count: count + 1)
    for number in sources.indices where types[number] == .backs { starts[Int(targets[number]) + 1] += 1 }
    for actor in 0..<count { starts[actor + 1] += starts[actor] }
    backerStarts = starts
    var backers = [Int32](repeating: 0, count: Int(starts[count]))
    for number in sources.indices where types[number] == .backs {
      let target = Int(targets[number])
      backers[Int(starts[target])] = sources[number]
      starts[target] += 1
    }
    self.backers = backers
  }
}
