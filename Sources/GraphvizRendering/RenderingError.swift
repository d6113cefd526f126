/// Why a picture could not be drawn.
public enum RenderingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is not DOT; what Graphviz says about it.
  case malformed(String)
  /// The nodes could not be placed.
  case layout(LayoutEngine, String)
  /// The picture could not be written in this format.
  case drawing(PictureFormat, String)
  /// Graphviz itself could not be started.
  case unavailable

  public var description: String {
    switch self {
    case .malformed(let message): "not a DOT graph: \(message)"
    case .layout(let engine, let message): "layout by \(engine.rawValue) failed: \(message)"
    case .drawing(let format, let message):
      "drawing \(format.rawValue) failed: \(message); is Graphviz fully installed?"
    case .unavailable: "Graphviz could not be started; install libgraphviz-dev"
    }
  }
}
