import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as the two files that `neo4j-admin database import full --nodes=actors.csv --relationships=relations.csv`
  /// takes. Linear.
  ///
  /// Actors have the labels `Actor` and their kind (`ArmedGroup`), relationships their type as Cypher writes it
  /// (`FIGHTING`). The files are for that program, not for spreadsheets: text stands as it is, without the apostrophe
  /// of `csv()`, but for control characters, which become spaces.
  public func neo4j() -> [ExportedFile] {
    let table = GraphTable(self)
    var nodes = CSVText(for: .program)
    nodes.header(["id:ID(Actor)"] + table.actorColumns.map { Self.header($0) } + [":LABEL"])
    for actor in actors {
      nodes.row(
        [.text(actor.id)] + table.actorColumns.map { $0.value(actor) } + [.text("Actor;\(actor.kind.label)")])
    }
    let columns = table.edgeColumns.filter { $0.name != "relation" }
    var edges = CSVText(for: .program)
    edges.header([":START_ID(Actor)", ":END_ID(Actor)", ":TYPE"] + columns.map { Self.header($0) })
    for edge in relations {
      edges.row(
        [.text(edge.source), .text(edge.target), .text(edge.type.rawValue.uppercased())]
          + columns.map { $0.value(edge) })
    }
    return [
      ExportedFile(name: "actors.csv", text: nodes.text),
      ExportedFile(name: "relations.csv", text: edges.text),
    ]
  }

  private static func header<Subject>(_ column: GraphTable.Column<Subject>) -> String {
    if ["aliases", "articles", "publishers"].contains(column.name) { return "\(column.name):string[]" }
    return switch column.type {
    case .text: "\(column.name):string"
    case .integer: "\(column.name):int"
    case .number: "\(column.name):double"
    case .flag: "\(column.name):boolean"
    }
  }
}

extension ActorKind {
  /// As labels of nodes are written: `ArmedGroup`.
  fileprivate var label: String {
    rawValue.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
