import AllianceGraphs
import Relations

/// The words of a picture: what stands beside lines, and the tooltips that say what the text view of a graph says.
struct DiagramWords {
  private let relations: RelationText

  init(_ graph: AllianceGraph) {
    relations = RelationText(graph: graph, style: TextStyle())
  }

  func tooltip(of actor: Actor) -> String {
    let others = actor.aliases.filter { $0 != actor.name }
    let named =
      others.isEmpty ? "" : "\nalso named: \(others.prefix(8).map(singleLine).joined(separator: ", "))"
    return "\(singleLine(actor.name)) (\(DiagramStyle.name(actor.kind)))\(named)"
  }

  /// The relation in words, and the quotes it rests on.
  func tooltip(of edge: Edge) -> String {
    let quotes = relations.quotes(edge.mentions, status: edge.status, indent: 0)
    return ([relations.statement(edge)] + quotes).joined(separator: "\n")
  }

  /// How firm the relation is, where it is not plainly asserted.
  func label(of edge: Edge) -> String {
    let words = [edge.status == .asserted ? nil : edge.status.rawValue, edge.disputed ? "disputed" : nil]
    return words.compactMap(\.self).joined(separator: ", ")
  }
}

extension Diagram.Node {
  init(_ actor: Actor, _ words: DiagramWords, change: Diagram.Change? = nil) {
    self.init(
      id: actor.id, name: singleLine(actor.name), kind: actor.kind, tooltip: words.tooltip(of: actor),
      change: change)
  }
}

extension Diagram.Edge {
  init(_ edge: Edge, _ words: DiagramWords, label: String, change: Diagram.Change? = nil) {
    self.init(
      source: edge.source, type: edge.type, target: edge.target, status: edge.status,
      weight: edge.mentions.count, label: label, tooltip: words.tooltip(of: edge), change: change)
  }
}
