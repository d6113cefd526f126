import AllianceGraphs
import GraphAnalysis
import Relations

extension Analysis {
  /// The analysis for people: a heading for each section, and below each answer the edges it rests on with their quotes.
  ///
  /// - Parameter limit: how many answers of a kind, and how many edges of an answer, to show; the rest is counted.
  public func text(limit: Int = 10, style: TextStyle = TextStyle(quotesPerRelation: 1)) -> String {
    let text = AnalysisText(graph: graph, limit: limit, style: style)
    var sections: [[String]] = []
    if let blocs, let camps { sections.append(text.blocs(blocs, camps)) }
    if let balance, let camps { sections.append(text.balance(balance, camps)) }
    if let proxies { sections.append(text.proxies(proxies)) }
    if let contradictions { sections.append(text.contradictions(contradictions)) }
    if let cohesion { sections.append(text.bridges(cohesion, network)) }
    if let centrality { sections.append(text.central(centrality, network)) }
    return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }
}

/// The pieces that the sections of an analysis are written with.
struct AnalysisText {
  let relations: RelationText
  let limit: Int
  let style: TextStyle

  init(graph: AllianceGraph, limit: Int, style: TextStyle) {
    relations = RelationText(graph: graph, style: style)
    self.limit = limit
    self.style = style
  }

  func name(_ actor: ActorID) -> String { relations.name(actor) }

  func heading(_ text: String) -> String { style.paint(text, .bold) }

  /// "Arland", "Arland and Borland", "Arland, Borland and Cor Front"; those above the limit, or above five, are counted.
  func names(_ actors: [ActorID]) -> String { enumeration(actors.map(name), limit: max(limit, 5)) }

  /// The lines of each element up to the limit, and how many more there are.
  func limited<Element>(
    _ elements: [Element], indent: Int = 0, noun: String, plural: String? = nil,
    _ lines: (Element) -> [String]
  ) -> [String] {
    var result = elements.prefix(limit).flatMap(lines)
    let rest = elements.count - min(elements.count, limit)
    if rest > 0 {
      let nouns = rest == 1 ? noun : plural ?? noun + "s"
      result.append(spaces(indent) + style.paint("and \(rest) more \(nouns)", .faint))
    }
    return result
  }

  /// Edges with their quotes, below a heading.
  func edges(_ edges: [Edge], indent: Int) -> [String] {
    limited(edges, indent: indent, noun: "relation") { relations.lines($0, indent: indent, isBold: false) }
  }

  /// The edges that decide dyads.
  func edges(of dyads: [Dyad], indent: Int) -> [String] { edges(dyads.flatMap(\.deciding), indent: indent) }
}

/// "a", "a and b", "a, b and c", "a, b and 7 others".
func enumeration(_ words: [String], limit: Int = .max) -> String {
  var shown = words
  if words.count > limit {
    let rest = words.count - limit
    shown = words.prefix(limit) + [rest == 1 ? "1 other" : "\(rest) others"]
  }
  guard shown.count > 1 else { return shown.first ?? "" }
  return shown.dropLast().joined(separator: ", ") + " and " + shown[shown.count - 1]
}
