import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as a picture in DOT, for Graphviz: who stands with whom and against whom, as the texts say.
  ///
  /// Boxes tell kinds of actor; colours and ends of lines tell types of relation; lines are broken where the relation
  /// is not asserted, and wider the more evidence there is. Tooltips hold the quotes. Actors without relations are
  /// left out. Nodes have the actors' ids as names; an edge may be written from its target, with the arrow at its
  /// tail, where that makes the better layout. The same graph is always the same text.
  ///
  /// A graph of more than 20,000 relations makes no picture that anybody could read: its DOT holds names, types and
  /// statuses alone, for programs.
  ///
  /// - Parameter title: what stands above the picture; nil takes the headline of a single article.
  /// - Complexity: linear in the number of edges beyond 200 actors; up to there quadratic in the number of actors.
  public func dot(title: String? = nil) -> String {
    relations.count > Self.mostDrawn ? plainDOT() : DOTWriter.write(Diagram(self, title: title))
  }
}

extension Diagram {
  init(_ graph: AllianceGraph, title: String?) {
    let drawn = Set(graph.relations.flatMap { [$0.source, $0.target] })
    let words = DiagramWords(graph)
    self.init(
      title: title ?? Self.title(of: graph.articles),
      subtitle: Self.subtitle(of: graph.articles, isHeadlineShown: title == nil),
      nodes: graph.actors.filter { drawn.contains($0.id) }.map { Node($0, words) },
      edges: graph.relations.map { Edge($0, words, label: words.label(of: $0)) })
  }

  static func title(of articles: [ArticleRecord]) -> String {
    if articles.count == 1, !articles[0].title.isEmpty { return articles[0].title }
    return articles.isEmpty ? "" : "Who stands with whom, and against whom"
  }

  /// How many articles, by whom and of which days.
  static func subtitle(of articles: [ArticleRecord], isHeadlineShown: Bool) -> String {
    var parts: [String] = []
    if articles.count > 1 { parts.append("\(articles.count) articles") }
    if articles.count == 1, !isHeadlineShown, !articles[0].title.isEmpty { parts.append(articles[0].title) }
    let publishers = Set(articles.compactMap(\.publisher)).sorted()
    if publishers.count > 4 {
      parts.append("\(publishers.count) publishers")
    } else if !publishers.isEmpty {
      parts.append(publishers.joined(separator: ", "))
    }
    let dates = articles.compactMap(\.date)
    if let first = dates.min(), let last = dates.max() {
      parts.append(first == last ? first : "\(first) to \(last)")
    }
    return parts.joined(separator: " · ")
  }
}
