/// The Graphviz programs that place nodes.
public enum LayoutEngine: String, CaseIterable, Hashable, Sendable {
  /// Layers, for pictures that a reader takes in at a glance.
  case dot
  /// Springs, with labels and clusters.
  case fdp
  /// Stress, for a few hundred nodes.
  case neato
  /// Springs on many scales, for thousands of nodes.
  case sfdp
  case circo
  case twopi

  /// The engine for a graph of this size: layers while they stay readable and fast, springs beyond.
  ///
  /// A layout cannot be interrupted, and that of `dot` grows with the product of layers and edges, so dense
  /// graphs leave it earlier than sparse ones.
  public static func suitable(nodes: Int, edges: Int) -> LayoutEngine {
    nodes <= 200 && edges <= 600 ? .dot : .sfdp
  }
}

/// How nodes are placed and lines drawn.
struct Layout {
  var engine: LayoutEngine
  var isSimplified: Bool
}
