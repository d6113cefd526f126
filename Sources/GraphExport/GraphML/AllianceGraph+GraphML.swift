import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as GraphML (graphml.graphdrawing.org), which NetworkX, igraph, Gephi, yEd and others open. Linear.
  ///
  /// Ids are the actors' ids; characters that an XML token cannot have are written as `_x20_`. All edges are directed,
  /// because readers refuse a mixture: `symmetric` says where the direction means nothing. What is unknown is left out.
  public func graphML() -> String {
    let table = GraphTable(self)
    var text = XMLText()
    text.element(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
      ]
    ) { text in
      for column in table.actorColumns { text.key(column, prefix: "n", domain: "node") }
      for column in table.edgeColumns { text.key(column, prefix: "e", domain: "edge") }
      text.element("graph", ["id": "alliances", "edgedefault": "directed"]) { text in
        for actor in actors {
          text.element("node", ["id": XMLText.token(actor.id)]) { text in
            text.data(table.actorColumns, of: actor, prefix: "n")
          }
        }
        for edge in relations {
          text.element(
            "edge",
            [
              "id": XMLText.token(edge.source, edge.type.rawValue, edge.target),
              "source": XMLText.token(edge.source), "target": XMLText.token(edge.target),
            ]
          ) { $0.data(table.edgeColumns, of: edge, prefix: "e") }
        }
      }
    }
    return text.text
  }
}

extension XMLText {
  fileprivate mutating func key<Subject>(
    _ column: GraphTable.Column<Subject>, prefix: String, domain: String
  ) {
    let type =
      switch column.type {
      case .text: "string"
      case .integer: "int"
      case .number: "double"
      case .flag: "boolean"
      }
    element(
      "key",
      ["id": "\(prefix)_\(column.name)", "for": domain, "attr.name": column.name, "attr.type": type])
  }

  fileprivate mutating func data<Subject>(
    _ columns: [GraphTable.Column<Subject>], of subject: Subject, prefix: String
  ) {
    for column in columns {
      guard let value = column.value(subject) else { continue }
      element("data", ["key": "\(prefix)_\(column.name)"], text: value.plain)
    }
  }
}
