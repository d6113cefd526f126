import AllianceGraphs
import Relations

/// What a picture shows, before it is written as DOT: graphs and differences of graphs become diagrams.
struct Diagram {
  struct Node {
    var id: ActorID
    var name: String
    var kind: ActorKind
    var tooltip: String
    var change: Change?
  }

  struct Edge {
    var source: ActorID
    var type: RelationType
    var target: ActorID
    var status: Status
    /// Whether the target stands in the same relation to the source: one line with both ends.
    var isMutual = false
    /// The number of pieces of evidence.
    var weight: Int
    /// Written beside the line; nothing where empty.
    var label: String
    var tooltip: String
    var change: Change?
  }

  /// What became of a node or edge between two graphs; nil in the picture of a single graph.
  enum Change: CaseIterable {
    case added, gone, changed, unchanged
  }

  var title: String
  /// Whence and when.
  var subtitle: String
  /// In the order in which they are written, by id.
  var nodes: [Node]
  /// In the order in which they are written; their ends are among the nodes.
  var edges: [Edge]
  /// Whether heading, legend and background are left to the page that the picture becomes a part of.
  var isBare = false

  init(title: String, subtitle: String, nodes: [Node], edges: [Edge]) {
    self.title = title
    self.subtitle = subtitle
    self.nodes = nodes
    self.edges = Self.joiningMutual(edges)
  }

  /// Makes one line of two directed relations of a type that answer each other and look alike.
  private static func joiningMutual(_ edges: [Edge]) -> [Edge] {
    var result: [Edge] = []
    var places: [Relation: Int] = [:]
    for edge in edges {
      let relation = Relation(edge.source, edge.type, edge.target)
      if !edge.type.isSymmetric, let place = places[relation.reversed], result[place].looksLike(edge) {
        result[place].isMutual = true
        result[place].weight = max(result[place].weight, edge.weight)
        result[place].tooltip += "\n" + edge.tooltip
      } else {
        places[relation] = result.count
        result.append(edge)
      }
    }
    return result
  }
}

extension Diagram.Edge {
  fileprivate func looksLike(_ other: Self) -> Bool {
    status == other.status && change == other.change && label == other.label
  }
}
