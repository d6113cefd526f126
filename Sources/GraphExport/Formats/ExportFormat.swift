import AllianceGraphs

/// A file that a format writes; the name counts where a format writes several.
public struct ExportedFile: Hashable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}

/// The formats that graphs are written in without drawing them.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case json, dot, graphml, gexf, csv, neo4j, mermaid, cytoscape
  case externalSupport = "ucdp-esd"

  /// Whether the format is several files, in a folder.
  public var isFolder: Bool { self == .csv || self == .neo4j }
}

extension AllianceGraph {
  /// The graph in a format: one file, or those of a folder. The same graph is always the same bytes.
  public func exported(as format: ExportFormat) -> [ExportedFile] {
    switch format {
    case .json: [ExportedFile(name: "graph.json", bytes: json())]
    case .dot: [ExportedFile(name: "graph.dot", text: dot())]
    case .graphml: [ExportedFile(name: "graph.graphml", text: graphML())]
    case .gexf: [ExportedFile(name: "graph.gexf", text: gexf())]
    case .csv: csv()
    case .neo4j: neo4j()
    case .mermaid: [ExportedFile(name: "graph.mmd", text: mermaid())]
    case .cytoscape: [ExportedFile(name: "graph.cyjs", bytes: cytoscapeJSON())]
    case .externalSupport: [ExportedFile(name: "external-support.csv", text: externalSupportCSV())]
    }
  }
}
