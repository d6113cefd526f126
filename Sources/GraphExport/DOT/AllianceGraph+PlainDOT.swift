import AllianceGraphs
import Relations

extension AllianceGraph {
  /// Beyond so many relations a picture is not readable.
  static let mostDrawn = 20_000

  /// Names, types and statuses as DOT, without looks. Linear.
  func plainDOT() -> String {
    let text = ByteBuffer()
    text.append("digraph \"alliances\" {\n  node [shape=\"box\"];\n")
    var numbers = StringTable(minimumCapacity: actors.count)
    var identifiers: [String] = []
    var isDrawn = [Bool](repeating: false, count: actors.count)
    for actor in actors {
      _ = numbers.number(actor.id)
      identifiers.append(DOTText.identifier(actor.id))
    }
    let lines = ByteBuffer()
    var source = 0
    for edge in relations {
      // Edges are in the order of their sources.
      if Ordering(numbers.strings[source], edge.source) != .same { source = Int(numbers.number(edge.source)) }
      let target = Int(numbers.number(edge.target))
      isDrawn[source] = true
      isDrawn[target] = true
      lines.append("  ")
      lines.append(identifiers[source])
      lines.append(" -> ")
      lines.append(identifiers[target])
      lines.append(Self.attributes(edge.type))
      if edge.status != .asserted {
        lines.append(", status=\"")
        lines.append(edge.status.rawValue)
        lines.append("\"")
      }
      lines.append("];\n")
    }
    for (number, actor) in actors.enumerated() where isDrawn[number] {
      text.append("  \(identifiers[number]) [label=\(DOTText.quoted(singleLine(actor.name)))];\n")
    }
    text.append(lines)
    text.append("}\n")
    return text.text
  }

  private static func attributes(_ type: RelationType) -> StaticString {
    switch type {
    case .backs: " [label=\"backs\""
    case .alliedWith: " [label=\"allied with\", dir=\"none\""
    case .fighting: " [label=\"fighting\", dir=\"both\""
    case .opposes: " [label=\"opposes\", arrowhead=\"tee\""
    case .negotiatesWith: " [label=\"negotiates with\", dir=\"none\""
    case .partOf: " [label=\"part of\", arrowhead=\"odiamond\""
    }
  }
}
