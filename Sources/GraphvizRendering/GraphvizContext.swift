import CGraphviz
import Synchronization

/// What Graphviz has said since the last call of `take`, in pieces as it said them.
///
/// A lock of its own: Graphviz calls back while the lock of the context is held.
private let messages = Mutex<String>("")

/// The context of libgvc, with its plugins loaded. There is one in a process, used under a lock, because libgvc
/// keeps state in globals: two renderings at once crash.
struct GraphvizContext: ~Copyable {
  private let handle: OpaquePointer?

  init() {
    agseterr(AGWARN)
    agseterrf { text in
      if let text { messages.withLock { $0 += String(cString: text) } }
      return 0
    }
    handle = gvContext()
  }

  deinit {
    if let handle { gvFreeContext(handle) }
  }

  /// Parses, lays out and draws; the layout suits the size where none is given.
  mutating func render(
    _ dot: String, format: PictureFormat, layout: Layout?
  ) throws(RenderingError) -> [UInt8] {
    guard let handle else { throw .unavailable }
    _ = takeMessages()
    let graph = try ParsedGraph.parse(dot)
    // A grid of points is drawn finely enough to be printed, while that does not make it huge: at most 5,000 points wide
    // and high, at 96 an inch. The other formats have no grid.
    if format == .png {
      let isSmall = graph.nodeCount <= 60
      alliance_gv_set_default(graph.handle, isSmall ? "dpi" : "size", isSmall ? "192" : "52,52")
    }
    let engine = layout?.engine ?? .suitable(nodes: graph.nodeCount, edges: graph.edgeCount)
    if let layout, layout.isSimplified {
      alliance_gv_set(graph.handle, "splines", "line")
      alliance_gv_set(graph.handle, "overlap", "true")
    }
    let status = gvLayout(handle, graph.handle, engine.rawValue)
    // Frees what a layout that failed half-way has left, too.
    defer { gvFreeLayout(handle, graph.handle) }
    let complaint = takeMessages()
    guard status == 0, !complaint.isError else { throw .layout(engine, complaint.text) }
    return try draw(graph, handle, format)
  }

  private func draw(
    _ graph: borrowing ParsedGraph, _ handle: OpaquePointer, _ format: PictureFormat
  ) throws(RenderingError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = alliance_gv_render(handle, graph.handle, format.rawValue, &bytes, &count)
    defer { free(bytes) }
    let complaint = takeMessages()
    guard status == 0, !complaint.isError, let bytes, count > 0 else {
      throw .drawing(format, complaint.text)
    }
    return Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

/// A graph as libcgraph holds it.
private struct ParsedGraph: ~Copyable {
  let handle: UnsafeMutablePointer<Agraph_t>

  static func parse(_ dot: String) throws(RenderingError) -> ParsedGraph {
    // A C string ends at its first NUL: what follows would be cut off in silence.
    if dot.utf8.contains(0) { throw .malformed("it contains a NUL character") }
    guard let handle = alliance_gv_parse(dot) else { throw .malformed(takeMessages().text) }
    let graph = ParsedGraph(handle: handle)
    let complaint = takeMessages()
    if complaint.isError { throw .malformed(complaint.text) }
    return graph
  }

  private init(handle: UnsafeMutablePointer<Agraph_t>) { self.handle = handle }

  deinit { agclose(handle) }

  var nodeCount: Int { Int(alliance_gv_node_count(handle)) }
  var edgeCount: Int { Int(alliance_gv_edge_count(handle)) }
}

/// What Graphviz said: on one line, and whether it is more than a warning.
private struct Complaint {
  var text: String
  var isError: Bool
}

private func takeMessages() -> Complaint {
  let said = messages.withLock { text in
    defer { text = "" }
    return text
  }
  let lines = said.split(whereSeparator: \.isNewline)
  let text = lines.joined(separator: " ")
  return Complaint(
    text: text.isEmpty ? "Graphviz gave no reason" : text, isError: said.contains("Error: "))
}
