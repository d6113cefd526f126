import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as the JSON of Cytoscape and Cytoscape.js, which NetworkX reads too (`cytoscape_graph`). Linear.
  public func cytoscapeJSON() -> [UInt8] {
    let table = GraphTable(self)
    var text = JSONText()
    text.object { text in
      text.member("format_version", "1.0")
      text.member("generated_by", "alliance")
      text.member("target_cytoscapejs_version", "~3")
      text.boolean("directed", true)
      text.boolean("multigraph", true)
      text.key("data")
      text.object { $0.member("name", "alliances") }
      text.key("elements")
      text.object { text in
        text.key("nodes")
        text.array(actors) { text, actor in
          text.data { text in
            text.member("id", actor.id)
            text.member("value", actor.id)
            text.members(table.actorColumns, of: actor)
          }
        }
        text.key("edges")
        text.array(relations) { text, edge in
          text.data { text in
            let id = XMLText.token(edge.source, edge.type.rawValue, edge.target)
            text.member("id", id)
            text.member("key", id)
            text.member("source", edge.source)
            text.member("target", edge.target)
            text.member("interaction", edge.type.rawValue)
            text.member("name", edge.type.phrase)
            text.members(table.edgeColumns, of: edge)
          }
        }
      }
    }
    text.newline()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func data(_ body: (inout JSONText) -> Void) {
    object { text in
      text.key("data")
      text.object(body)
    }
  }

  fileprivate mutating func members<Subject>(_ columns: [GraphTable.Column<Subject>], of subject: Subject) {
    for column in columns {
      switch column.value(subject) {
      case .text(let value): member(column.name, value)
      case .integer(let value): member(column.name, value)
      case .number(let value): member(column.name, value)
      case .flag(let value): boolean(column.name, value)
      case nil: break
      }
    }
  }
}
