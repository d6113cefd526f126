import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as a Mermaid flowchart, which GitHub, GitLab, Obsidian and others draw inside Markdown. Linear.
  ///
  /// Shapes tell kinds of actor; types and what is not asserted stand on the lines, whose colours are those of the
  /// diagrams. Actors without relations are left out.
  public func mermaid() -> String {
    let drawn = Set(relations.flatMap { [$0.source, $0.target] })
    let shown = actors.filter { drawn.contains($0.id) }
    var names: [ActorID: String] = [:]
    var text = "flowchart LR\n"
    for (index, actor) in shown.enumerated() {
      let name = "a\(index + 1)"
      names[actor.id] = name
      let (opening, closing) = actor.kind.mermaidShape
      text += "  \(name)\(opening)\"\(Self.mermaid(actor.name))\"\(closing)\n"
    }
    let words = DiagramWords(self)
    for edge in relations {
      guard let source = names[edge.source], let target = names[edge.target] else { continue }
      let firmness = words.label(of: edge)
      let label = DiagramStyle.name(edge.type) + (firmness.isEmpty ? "" : ": \(firmness)")
      text += "  \(source) \(edge.mermaidArrow)|\"\(label)\"| \(target)\n"
    }
    for type in RelationType.allCases {
      let numbers = relations.indices.filter { relations[$0].type == type }.map(String.init)
      if numbers.isEmpty { continue }
      let color = DiagramStyle.line(type).color
      text += "  linkStyle \(numbers.joined(separator: ",")) stroke:\(color),color:\(color)\n"
    }
    return text
  }

  /// Text within quotation marks: all but letters, digits, spaces and a few marks as entities by number, for Mermaid
  /// reads quotes, Markdown, HTML and its own entities there.
  private static func mermaid(_ text: String) -> String {
    let line = singleLine(text)
    if line.isEmpty { return " " }
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "'", "(", ")", "/":
        result.unicodeScalars.append(scalar)
      case _ where scalar.value >= 0xA0: result.unicodeScalars.append(scalar)
      default: result += "#\(scalar.value);"
      }
    }
    // "1. Korps" would begin a list.
    let startsList = result.first?.isNumber == true || result.first == "-"
    return startsList ? "\u{200B}" + result : result
  }
}

extension Edge {
  fileprivate var mermaidArrow: String {
    let isFirm = status == .asserted
    return switch type {
    case .fighting: isFirm ? "<-->" : "<-.->"
    case .alliedWith: isFirm ? "===" : "-.-"
    case .negotiatesWith: isFirm ? "o--o" : "o-.-o"
    case .opposes: isFirm ? "--x" : "-.-x"
    case .backs, .partOf: isFirm ? "-->" : "-.->"
    }
  }
}

extension ActorKind {
  fileprivate var mermaidShape: (String, String) {
    switch self {
    case .state, .government: ("[", "]")
    case .armedGroup, .community, .person: ("(", ")")
    case .coalition: ("[[", "]]")
    case .internationalOrganization: ("([", "])")
    case .politicalParty, .other: ("{{", "}}")
    }
  }
}
