import AllianceGraphs
import Relations

/// Why a graph of articles is as it is: its edges with what found their evidence.
public struct GraphExplanation: Sendable {
  public let graph: AllianceGraph
  private let readings: [ReadingExplanation]
  private let byMention: [RelationMention: MentionExplanation]

  /// - Parameters:
  ///   - readings: of the articles, in any order.
  ///   - graphs: what was read before; of these only the rules are known.
  ///   - filter: which part of the graph to explain.
  public init(
    _ readings: [ReadingExplanation], graphs: [AllianceGraph] = [], filter: GraphFilter = GraphFilter()
  ) {
    self.readings = readings.sorted {
      Ordering($0.reading.article.id, $1.reading.article.id) == .before
    }
    let read = AllianceGraph(readings: readings.map(\.reading))
    graph = (graphs.isEmpty ? read : AllianceGraph(merging: graphs + [read])).filtered(by: filter)
    var byMention: [RelationMention: MentionExplanation] = [:]
    for reading in self.readings {
      for (mention, explanation) in zip(reading.reading.mentions, reading.relations) {
        let canonical = mention.normalized
        // The ends of what has no direction may have changed places.
        var turned = explanation
        if canonical.source != mention.source { swap(&turned.source, &turned.target) }
        byMention[canonical] = byMention[canonical] ?? turned
      }
    }
    self.byMention = byMention
  }

  func explanation(of mention: RelationMention) -> MentionExplanation? { byMention[mention] }

  /// What each article joined to an actor, by article; articles that do not mention it aside.
  func joinings(of actor: ActorID) -> [(article: String, joinings: [ActorExplanation.Joining])] {
    readings.compactMap { reading in
      guard let found = reading.actors.first(where: { $0.actor == actor }), !found.joinings.isEmpty else {
        return nil
      }
      return (reading.reading.article.id, found.joinings)
    }
  }

  /// The edges to explain: one relation, those of an actor, or all.
  func edges(_ subject: ExplanationSubject) -> [Edge] {
    switch subject {
    case .everything: graph.relations
    case .actor(let id): graph.relations.filter { $0.source == id || $0.target == id }
    case .relation(let relation): graph.relations.filter { $0.relation == relation }
    }
  }

  /// Whether there is nothing of it in the graph.
  public func isEmpty(_ subject: ExplanationSubject) -> Bool {
    edges(subject).isEmpty && actors(subject).isEmpty
  }

  /// The actors whose names are to be explained with them, in order.
  func actors(_ subject: ExplanationSubject) -> [Actor] {
    if case .actor(let id) = subject { return graph.actors.filter { $0.id == id } }
    let ends = Set(edges(subject).flatMap { [$0.source, $0.target] })
    return graph.actors.filter { ends.contains($0.id) }
  }
}

/// What somebody wants explained.
public enum ExplanationSubject: Hashable, Sendable {
  case everything
  case actor(ActorID)
  case relation(Relation)
}
