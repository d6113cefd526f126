import AllianceGraphs
import GraphExport
import GraphvizRendering
import Relations

/// What the script of a page works on: the graph, and of a difference what happened to each of its parts.
struct PageData {
  struct RelationEntry {
    var edge: Edge
    var sentence: String
    var change: String?
    /// What changed, in words.
    var summary: String?
    /// Mentions that only the earlier graph has.
    var lost: [RelationMention] = []
    var gained: Set<RelationMention> = []
  }

  private(set) var relations: [RelationEntry] = []
  private var articles: [ArticleRecord] = []
  private var actors: [Actor] = []
  private var changeOfActor: [ActorID: String] = [:]
  private var isComparison = false
  var corrections: [Page.CorrectionNote] = []
  var accepted: Set<Relation> = []
  var isLive = false

  init(_ graph: AllianceGraph) {
    articles = graph.articles
    actors = graph.actors
    relations = graph.relations.map { RelationEntry(edge: $0, sentence: graph.sentence($0)) }
  }

  init(_ diff: GraphDiff, from old: AllianceGraph, to new: AllianceGraph) {
    isComparison = true
    articles = old.articles.filter { new.article($0.id) == nil } + new.articles
    actors = diff.goneActors + new.actors
    for actor in new.actors { changeOfActor[actor.id] = "unchanged" }
    for actor in diff.newActors { changeOfActor[actor.id] = "added" }
    for change in diff.changedActors { changeOfActor[change.after.id] = "changed" }
    for actor in diff.goneActors { changeOfActor[actor.id] = "gone" }

    let added = Set(diff.added.map(\.relation))
    let changes = Dictionary(
      (diff.reworded + diff.changed).map { ($0.after.relation, $0) }, uniquingKeysWith: { $1 })
    relations = new.relations.map { edge in
      var entry = RelationEntry(edge: edge, sentence: new.sentence(edge), change: "unchanged")
      if added.contains(edge.relation) {
        entry.change = "added"
      } else if let change = changes[edge.relation] {
        if !change.aspects.isEmpty {
          entry.change = "changed"
          entry.summary = change.summary
        }
        entry.lost = change.lost
        entry.gained = Set(change.gained)
      }
      return entry
    }
    relations += diff.gone.map { RelationEntry(edge: $0, sentence: old.sentence($0), change: "gone") }
  }

  /// The diagram as an `svg` element whose groups say which actors and relations they are.
  func drawing(of drawn: DrawnDiagram, label: String) throws(RenderingError) -> String {
    let svg = try render(dot: drawn.dot, format: .svg)
    let actorPlaces = Dictionary(actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let relationPlaces = places
    let inline = InlineDrawing(
      node: { index in
        guard index < drawn.actors.count, let place = actorPlaces[drawn.actors[index]] else { return "" }
        let actor = actors[place]
        let change = changeOfActor[actor.id].map { " c-\($0)" } ?? ""
        return """
          class="node k-\(actor.kind.rawValue)\(change)" data-actor="\(place)" role="button" tabindex="-1" \
          aria-label="\(HTMLText.escaped(actor.name))"
          """
      },
      edge: { index in
        guard index < drawn.relations.count else { return "" }
        let entries = drawn.relations[index].compactMap { relationPlaces[$0] }
        guard let first = entries.first.map({ relations[$0] }) else { return "" }
        let change = first.change.map { " c-\($0)" } ?? ""
        let label = entries.map { relations[$0].sentence }.joined(separator: "; ")
        return """
          class="edge t-\(first.edge.type.rawValue) s-\(first.edge.status.rawValue)\(change)" \
          data-relations="\(entries.map(String.init).joined(separator: " "))" role="button" tabindex="-1" \
          aria-label="\(HTMLText.escaped(label))"
          """
      })
    return inline.inline(svg, label: label.isEmpty ? "Diagram" : "Diagram: " + label)
  }

  /// Where each relation stands among the entries. A gone one may have come back turned; the later graph counts.
  private var places: [Relation: Int] {
    Dictionary(relations.enumerated().map { ($1.edge.relation, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The data as JSON, actors and articles by their places.
  func json(title: String, subtitle: String, texts: [String: String], drawn: DrawnDiagram) -> [UInt8] {
    var passages = Passages(texts: texts)
    let actorPlaces = Dictionary(actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    let articlePlaces = Dictionary(articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    var text = JSONText()
    text.object { text in
      text.member("title", title)
      text.member("subtitle", subtitle)
      text.flag("comparison", isComparison)
      text.flag("live", isLive)
      text.key("articles")
      text.array(articles) { text, article in
        text.object(inline: true) { text in
          text.member("id", article.id)
          text.member("title", article.title)
          text.member("date", article.date)
          text.member("publisher", article.publisher)
          text.member("url", article.url)
          text.member("copyOf", article.copyOf)
        }
      }
      text.key("actors")
      text.array(actors) { text, actor in
        text.object(inline: true) { text in
          text.member("id", actor.id)
          text.member("name", actor.name)
          text.member("kind", actor.kind.rawValue)
          text.key("aliases")
          text.array(actor.aliases) { $0.string($1) }
          text.member("change", changeOfActor[actor.id])
        }
      }
      text.key("relations")
      text.array(relations) { text, entry in
        text.object(inline: true) { text in
          text.member("source", actorPlaces[entry.edge.source] ?? 0)
          text.member("type", entry.edge.type.rawValue)
          text.member("target", actorPlaces[entry.edge.target] ?? 0)
          text.member("sentence", entry.sentence)
          text.member("change", entry.change)
          text.member("summary", entry.summary)
          text.flag("accepted", accepted.contains(entry.edge.relation))
          text.key("mentions")
          let mentions = entry.edge.mentions.map { ($0, entry.gained.contains($0) ? "gained" : nil) }
          text.array(mentions + entry.lost.map { ($0, "lost") }) { text, mention in
            let place = passages.place(of: mention.0.evidence)
            text.write(
              mention.0, at: place, article: articlePlaces[mention.0.evidence.article] ?? 0,
              initiator: mention.0.initiator.flatMap { actorPlaces[$0] }, change: mention.1)
          }
        }
      }
      text.key("passages")
      text.array(passages.all) { $0.string($1) }
      text.key("corrections")
      text.array(corrections) { text, correction in
        text.object(inline: true) { text in
          text.member("text", correction.text)
          text.member("note", correction.note)
        }
      }
    }
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(
    _ mention: RelationMention, at place: Passages.Place, article: Int, initiator: Int?, change: String?
  ) {
    object { text in
      text.member("article", article)
      text.member("passage", place.passage)
      text.key("quote")
      text.range(place.quote)
      text.key("trigger")
      text.range(place.trigger)
      text.member("rule", mention.evidence.rule)
      text.member("status", mention.status.rawValue)
      text.member("support", mention.support?.rawValue)
      text.flag("disputed", mention.disputed)
      if let initiator { text.member("initiator", initiator) }
      text.member("confidence", mention.confidence)
      text.member("attribution", mention.evidence.attribution)
      text.member("change", change)
    }
  }

  private mutating func range(_ range: Range<Int>) {
    array([range.lowerBound, range.upperBound]) { text, bound in text.bare(String(bound)) }
  }
}
