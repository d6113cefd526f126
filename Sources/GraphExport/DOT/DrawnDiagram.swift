import AllianceGraphs
import Relations

/// A picture that becomes a part of a page: its source in DOT, without heading, legend and tooltips, and what its nodes
/// and edges stand for.
package struct DrawnDiagram: Sendable {
  package let dot: String
  /// The actor of each node, in the order of the source.
  package let actors: [ActorID]
  /// The relations of each edge, in the order of the source: two that answer each other may be one line.
  package let relations: [[Relation]]

  init(_ diagram: Diagram) {
    var diagram = diagram
    diagram.isBare = true
    for index in diagram.nodes.indices { diagram.nodes[index].tooltip = "" }
    for index in diagram.edges.indices { diagram.edges[index].tooltip = "" }
    dot = DOTWriter.write(diagram)
    actors = diagram.nodes.map(\.id)
    relations = diagram.edges.map { edge in
      let relation = Relation(edge.source, edge.type, edge.target)
      return edge.isMutual ? [relation, relation.reversed] : [relation]
    }
  }
}

extension AllianceGraph {
  /// The graph as a picture for a page.
  package func drawnDiagram() -> DrawnDiagram { DrawnDiagram(Diagram(self, title: "")) }

  /// "Arland backs Cor Front".
  package func sentence(_ edge: Edge) -> String {
    RelationText(graph: self, style: TextStyle()).sentence(edge)
  }

  /// What stands above a picture of the graph, and below that: how many articles, by whom and of which days.
  package func heading(title: String?) -> (title: String, subtitle: String) {
    (title ?? Diagram.title(of: articles), Diagram.subtitle(of: articles, isHeadlineShown: title == nil))
  }
}

extension GraphDiff {
  /// The difference as a picture for a page.
  package func drawnDiagram(from old: AllianceGraph, to new: AllianceGraph) -> DrawnDiagram {
    DrawnDiagram(Diagram(self, from: old, to: new, title: ""))
  }
}

extension RelationChange {
  /// What changed, in words: "alleged → asserted".
  package var summary: String { Diagram.summary(self) }
}
