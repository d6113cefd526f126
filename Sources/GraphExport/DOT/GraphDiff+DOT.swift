import AllianceGraphs
import Relations

extension GraphDiff {
  /// The difference as a picture in DOT: what is new in green, what is gone in red and dashed, what changed in amber,
  /// and in grey what is as before. Lines that are not grey say beside them what happened.
  ///
  /// - Parameters:
  ///   - old: the graph compared from.
  ///   - new: the graph compared to.
  ///   - title: what stands above the picture.
  public func dot(from old: AllianceGraph, to new: AllianceGraph, title: String? = nil) -> String {
    DOTWriter.write(Diagram(self, from: old, to: new, title: title))
  }
}

extension Diagram {
  init(_ diff: GraphDiff, from old: AllianceGraph, to new: AllianceGraph, title: String?) {
    let before = diff.identities.aligned(old, with: new)
    let oldWords = DiagramWords(before)
    let newWords = DiagramWords(new)
    let isAdded = Set(diff.added.map(\.relation))
    let changes = Dictionary(diff.changed.map { ($0.after.relation, $0) }, uniquingKeysWith: { $1 })
    let current = new.relations.map { edge in
      if isAdded.contains(edge.relation) {
        return Edge(edge, newWords, label: Self.label("+", edge, newWords), change: .added)
      }
      if let change = changes[edge.relation] {
        return Edge(edge, newWords, label: Self.label(change), change: .changed)
      }
      return Edge(edge, newWords, label: newWords.label(of: edge), change: .unchanged)
    }
    let gone = diff.gone.map { edge in
      Edge(edge, oldWords, label: Self.label("−", edge, oldWords), change: .gone)
    }
    let edges = current + gone

    let drawn = Set(edges.flatMap { [$0.source, $0.target] })
    let isNew = Set(diff.newActors.map(\.id))
    let regrouped = diff.identities.splits.flatMap(\.after) + diff.identities.merges.flatMap(\.after)
    let isChanged = Set(diff.changedActors.map(\.after.id) + regrouped.map(\.id))
    let nodes = new.actors.map { actor in
      let change: Change =
        isNew.contains(actor.id) ? .added : isChanged.contains(actor.id) ? .changed : .unchanged
      return Node(actor, newWords, change: change)
    }
    let goneNodes = before.actors.filter { new.actor($0.id) == nil }.map { Node($0, oldWords, change: .gone) }
    self.init(
      title: title ?? "What changed",
      subtitle: [old, new].map { Self.subtitle(of: $0.articles, isHeadlineShown: false) }
        .filter { !$0.isEmpty }.joined(separator: "\n→ "),
      nodes: (nodes + goneNodes).filter { drawn.contains($0.id) }.sorted { $0.id < $1.id },
      edges: edges)
  }

  private static func label(_ mark: String, _ edge: AllianceGraphs.Edge, _ words: DiagramWords) -> String {
    let firmness = words.label(of: edge)
    return "\(mark) \(DiagramStyle.name(edge.type))" + (firmness.isEmpty ? "" : " (\(firmness))")
  }

  private static func label(_ change: RelationChange) -> String {
    "\(DiagramStyle.name(change.after.type)): \(summary(change))"
  }

  static func summary(_ change: RelationChange) -> String {
    let aspects = change.aspects.map { aspect in
      switch aspect {
      case .status(let from, let to): "\(from.rawValue) → \(to.rawValue)"
      case .disputed(let isDisputed): isDisputed ? "now disputed" : "no longer disputed"
      case .support(let from, let to): "\(from.rawValue) → \(to.rawValue)"
      case .initiator: "other attacker"
      case .turned: "was the other way round"
      case .type(let from, _): "was \(DiagramStyle.name(from))"
      }
    }
    return aspects.joined(separator: ", ")
  }
}
