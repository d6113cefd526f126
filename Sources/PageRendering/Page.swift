import AllianceGraphs
import CPage
import GraphExport
import GraphvizRendering
import Relations

/// A page to look at a graph, or the difference of two, with the evidence for each edge: one HTML file that needs
/// neither network nor server.
///
/// What the articles say reaches the page as escaped text and as data that no browser runs. A strict Content Security
/// Policy lets nothing run or be loaded but the page's own script and style, known by their digests.
public struct Page: Sendable {
  /// What is said of the corrections that the graph went through, for people.
  public struct CorrectionNote: Hashable, Sendable {
    public var text: String
    public var note: String?

    public init(text: String, note: String? = nil) {
      self.text = text
      self.note = note
    }
  }

  private let graph: AllianceGraph
  private let old: AllianceGraph?
  private let texts: [String: String]
  private let title: String?
  /// In the order in which they were made.
  public var corrections: [CorrectionNote] = []
  /// The relations that an analyst has confirmed.
  public var accepted: Set<Relation> = []
  /// Whether a server answers the page: it then offers to read articles, to ask and to correct.
  public var isLive = false

  /// A page about a graph.
  ///
  /// - Parameters:
  ///   - texts: the texts of articles by id, as far as they are at hand: quotes are shown in their paragraphs.
  ///   - title: what stands above; nil takes the headline of a single article.
  public init(_ graph: AllianceGraph, texts: [String: String] = [:], title: String? = nil) {
    self.graph = graph
    self.texts = texts
    self.title = title
    old = nil
  }

  /// A page about what changed between two graphs.
  public init(
    from old: AllianceGraph, to new: AllianceGraph, texts: [String: String] = [:], title: String? = nil
  ) {
    graph = new
    self.old = old
    self.texts = texts
    self.title = title ?? "What changed"
  }

  /// The page in UTF-8; the same for the same graph, texts and version of Graphviz.
  ///
  /// - Throws: where Graphviz cannot lay the diagram out.
  /// - Complexity: that of the layout; otherwise linear in the size of the graph and the paragraphs quoted.
  public func html() throws(RenderingError) -> [UInt8] {
    let drawn: DrawnDiagram
    var data: PageData
    if let old {
      let diff = GraphDiff(from: old, to: graph)
      drawn = diff.drawnDiagram(from: old, to: graph)
      data = PageData(diff, from: old, to: graph)
    } else {
      drawn = graph.drawnDiagram()
      data = PageData(graph)
    }
    data.accepted = accepted
    data.corrections = corrections
    data.isLive = isLive
    var heading = graph.heading(title: title)
    if let old {
      heading.subtitle = [old, graph].map { $0.heading(title: nil).subtitle }.joined(separator: " → ")
    }
    let drawing = try data.drawing(of: drawn, label: heading.title)
    let json = data.json(title: heading.title, subtitle: heading.subtitle, texts: texts, drawn: drawn)
    return Array(
      PageFrame.filled([
        "policy": PageFrame.policy(isLive: isLive),
        "title": HTMLText.escaped(heading.title.isEmpty ? "Alliance" : heading.title),
        "subtitle": HTMLText.escaped(heading.subtitle),
        "style": PageFrame.style,
        "drawing": drawing,
        "data": HTMLText.json(json),
        "script": PageFrame.script(isLive: isLive),
      ]).utf8)
  }

  /// The policy for a header, where a server sends the page; what a header alone can say is in it.
  public static func policyHeader(isLive: Bool) -> String {
    PageFrame.policy(isLive: isLive) + "; frame-ancestors 'none'"
  }
}
