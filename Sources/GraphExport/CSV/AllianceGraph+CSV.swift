import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as three tables for spreadsheets, R and Gephi: actors, edges and the quotes they rest on. Linear.
  ///
  /// `Id`, `Label`, `Source`, `Target`, `Type` and `Weight` are what Gephi's import expects. Text that a spreadsheet
  /// would take for a formula begins with an apostrophe.
  public func csv() -> [ExportedFile] {
    let table = GraphTable(self)
    var nodes = CSVText(for: .spreadsheet)
    nodes.header(["Id", "Label"] + table.actorColumns.dropFirst().map(\.name))
    for actor in actors {
      nodes.row(
        [.text(actor.id), .text(actor.name)] + table.actorColumns.dropFirst().map { $0.value(actor) })
    }

    let columns = table.edgeColumns.filter { $0.name != "weight" }
    var edges = CSVText(for: .spreadsheet)
    edges.header(["Source", "Target", "Type", "Weight"] + columns.map(\.name))
    for edge in relations {
      edges.row(
        [
          .text(edge.source), .text(edge.target), .text(edge.type.isSymmetric ? "Undirected" : "Directed"),
          .integer(edge.sources),
        ] + columns.map { $0.value(edge) })
    }
    return [
      ExportedFile(name: "nodes.csv", text: nodes.text), ExportedFile(name: "edges.csv", text: edges.text),
      ExportedFile(name: "evidence.csv", text: evidence(table)),
    ]
  }

  private func evidence(_ table: GraphTable) -> String {
    var text = CSVText(for: .spreadsheet)
    text.header([
      "source", "relation", "target", "status", "disputed", "support", "initiator", "confidence",
      "attribution",
      "quote", "article", "date", "publisher", "url", "start", "end", "trigger_start", "trigger_end", "rule",
    ])
    for mention in mentions {
      let evidence = mention.evidence
      let article = article(evidence.article)
      text.row([
        .text(mention.source), .text(mention.type.rawValue), .text(mention.target),
        .text(mention.status.rawValue), .flag(mention.disputed), mention.support.map { .text($0.rawValue) },
        mention.initiator.map { .text($0) }, .number(mention.confidence),
        evidence.attribution.map { .text($0) }, .text(evidence.text), .text(evidence.article),
        article?.date.map { .text($0) }, article?.publisher.map { .text($0) }, article?.url.map { .text($0) },
        .integer(evidence.range.lowerBound), .integer(evidence.range.upperBound),
        .integer(evidence.trigger.lowerBound), .integer(evidence.trigger.upperBound), .text(evidence.rule),
      ])
    }
    return text.text
  }
}
