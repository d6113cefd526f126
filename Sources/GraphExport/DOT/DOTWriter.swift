import Relations

/// Writes a diagram as DOT.
///
/// Time and support run from the outer edges of the picture towards the middle, where the two sides meet: backers
/// stand outside those they back, wholes outside their parts, foes face each other. Lines that would bend this order
/// (talks, alliances, quarrels within a side) do not take part in it.
struct DOTWriter {
  private let diagram: Diagram
  private let sides: Sides?
  /// The first directed relation of a dyad, which the symmetric ones follow so that they run in parallel.
  private let flow: [Pair: Pair]
  private var text = ""

  private struct Pair: Hashable {
    var first: ActorID
    var second: ActorID
  }

  /// Beyond this, layers are neither readable nor quick: no sides and no labels at lines.
  static let layeredNodes = 200
  static let layeredEdges = 600
  private static let labelledEdges = 150
  private static let forcedLabels = 3

  static func write(_ diagram: Diagram) -> String {
    var writer = DOTWriter(diagram)
    writer.writeGraph()
    return writer.text
  }

  private init(_ diagram: Diagram) {
    self.diagram = diagram
    let isLayered =
      diagram.nodes.count <= Self.layeredNodes && diagram.edges.count <= Self.layeredEdges
    sides = isLayered ? Sides(diagram) : nil
    var flow: [Pair: Pair] = [:]
    for edge in diagram.edges where !edge.type.isSymmetric {
      let direction = Pair(first: edge.source, second: edge.target)
      for key in [direction, Pair(first: edge.target, second: edge.source)] where flow[key] == nil {
        flow[key] = direction
      }
    }
    self.flow = flow
  }

  private mutating func writeGraph() {
    let name = diagram.title.isEmpty ? "alliances" : DOTText.shortened(diagram.title, to: 200)
    text += "digraph \(DOTText.identifier(name)) {\n"
    text +=
      "  charset=\"UTF-8\"; bgcolor=\"white\"; outputorder=\"edgesfirst\"; pad=\"0.25\"; fontname=\"\(DiagramStyle.font)\";\n"
    if sides != nil {
      text += "  rankdir=\"LR\"; nodesep=\"0.25\"; ranksep=\"0.9\"; splines=\"true\";\n"
      // Where labels beside the layout are many, those that find no room of their own are left out; the tooltips
      // have them.
      let looseLabels = diagram.edges.count { !$0.label.isEmpty && course(of: $0).rank != .ordered }
      if looseLabels > Self.forcedLabels { text += "  forcelabels=\"false\";\n" }
    } else {
      text += "  overlap=\"prism\"; overlap_scaling=\"-6\"; sep=\"+8\"; splines=\"line\"; K=\"1\";\n"
    }
    let legend = diagram.isBare ? "" : Legend(diagram).label
    if !legend.isEmpty { text += "  labelloc=\"t\"; labeljust=\"l\"; label=<\(legend)>;\n" }
    text += """
        node [shape="box", fontname="\(DiagramStyle.font)", fontsize="13", fontcolor="#1A1A1A", \
      color="#555555", margin="0.14,0.07", width="0.7", height="0.4"];
        edge [dir="both", fontname="\(DiagramStyle.font)", fontsize="9.5"];

      """
    for node in diagram.nodes { write(node) }
    for edge in diagram.edges { write(edge) }
    text += "}\n"
  }

  private mutating func write(_ node: Diagram.Node) {
    let box = DiagramStyle.box(node.kind)
    var attributes = Attributes()
    let name = DOTText.shortened(node.name, to: 70)
    attributes.add("label", DOTText.quoted(DOTText.wrapped(name, width: 18)))
    attributes.add("tooltip", DOTText.quoted(node.tooltip))
    var styles = [box.isRounded ? "rounded,filled" : "filled"]
    if let change = node.change {
      attributes.add("fillcolor", "\"\(DiagramStyle.fill(change))\"")
      attributes.add("color", "\"\(DiagramStyle.color(change))\"")
      if change == .gone { styles.append("dashed") }
    } else {
      attributes.add("fillcolor", "\"\(box.fill)\"")
    }
    attributes.add("style", "\"\(styles.joined(separator: ","))\"")
    if box.hasDoubleOutline { attributes.add("peripheries", "\"2\"") }
    text += "  \(DOTText.identifier(node.id)) \(attributes.text);\n"
  }

  private mutating func write(_ edge: Diagram.Edge) {
    let line = DiagramStyle.line(edge.type)
    let course = course(of: edge)
    let color = edge.change.map(DiagramStyle.color) ?? line.color
    let pattern =
      edge.change == nil || edge.change == .unchanged
      ? DiagramStyle.pattern(edge.status) : edge.change == .gone ? "dashed" : nil
    var attributes = Attributes()
    // A broken double line is not legible: a single one, broken.
    let isDouble = line.isDouble && pattern == nil
    attributes.add("color", isDouble ? "\"\(color):white:\(color)\"" : "\"\(color)\"")
    let width = DiagramStyle.width(weight: edge.weight, line) * (isDouble ? 0.75 : 1)
    attributes.add("penwidth", "\"\(Self.tenths(width))\"")
    if let pattern { attributes.add("style", "\"\(pattern)\"") }
    let ends = (source: edge.isMutual ? line.head : line.tail, target: line.head)
    let (tail, head) = course.isTurned ? (ends.target, ends.source) : (ends.source, ends.target)
    attributes.add("arrowtail", "\"\(tail)\"")
    attributes.add("arrowhead", "\"\(head)\"")
    attributes.add("arrowsize", "\"\(line.endSize)\"")
    if !edge.label.isEmpty, diagram.edges.count <= Self.labelledEdges {
      // The label of an edge within the first layer makes Graphviz 2.42 free the wrong memory; a label that takes no
      // part in the layout does not, and is beside the line all the same.
      let name = course.rank == .ordered ? "label" : "xlabel"
      attributes.add(name, DOTText.quoted(" \(edge.label) "))
      attributes.add("fontcolor", "\"\(color)\"")
    }
    switch course.rank {
    case .ordered: break
    case .level: attributes.add("minlen", "\"0\"")
    case .free: attributes.add("constraint", "\"false\"")
    }
    attributes.add("tooltip", DOTText.quoted(edge.tooltip))
    if !edge.label.isEmpty { attributes.add("labeltooltip", DOTText.quoted(edge.tooltip)) }
    let (from, to) = course.isTurned ? (edge.target, edge.source) : (edge.source, edge.target)
    text += "  \(DOTText.identifier(from)) -> \(DOTText.identifier(to)) \(attributes.text);\n"
  }

  /// How an edge takes part in the order of the layers.
  private struct Course {
    enum Rank { case ordered, level, free }

    var rank: Rank
    /// Written from target to source, because the target stands further to the left.
    var isTurned: Bool
  }

  private func course(of edge: Diagram.Edge) -> Course {
    guard let sides else { return Course(rank: .ordered, isTurned: false) }
    let isAcross = sides[edge.source] != sides[edge.target]
    let isRight = sides[edge.source] == .right
    switch edge.type {
    case .backs:
      return Course(rank: .ordered, isTurned: isRight)
    case .partOf:
      return Course(rank: .ordered, isTurned: isAcross ? isRight : !isRight)
    case .fighting, .opposes:
      return isAcross ? Course(rank: .ordered, isTurned: isRight) : Course(rank: .free, isTurned: false)
    case .alliedWith, .negotiatesWith:
      // Runs beside what else joins the two, in the same direction.
      var isTurned = isRight
      if let flow = flow[Pair(first: edge.source, second: edge.target)] {
        isTurned = (flow.first != edge.source) != isRight
      }
      return Course(rank: isAcross ? .free : .level, isTurned: isTurned)
    }
  }

  /// A positive number with one digit after the point, the same on every platform.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A list of attributes whose values are already quoted.
  private struct Attributes {
    private var parts: [String] = []

    mutating func add(_ name: String, _ value: String) { parts.append("\(name)=\(value)") }

    var text: String { "[\(parts.joined(separator: ", "))]" }
  }
}
