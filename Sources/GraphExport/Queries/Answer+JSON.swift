import AllianceGraphs
import Relations

extension Answer {
  /// The answer for programs: who answers, by which relations (as in the graph format, with their evidence) and through
  /// whom, what is only denied, and the articles that the evidence names.
  ///
  /// - Parameter graph: the graph that gave the answer.
  public func json(in graph: AllianceGraph) -> [UInt8] {
    graph.answerJSON(question.rawValue, connections.flatMap(\.edges) + denied) { text in
      text.key("actor")
      text.write(subject, in: graph)
      if let other {
        text.key("with")
        text.write(other, in: graph)
      }
      text.key("connections")
      text.array(connections) { text, connection in
        text.object { text in
          text.key("actor")
          text.write(connection.actor, in: graph)
          if !connection.isDirect {
            text.key("through")
            text.array(connection.through, inline: true) { $0.string($1) }
          }
          text.key("relations")
          text.array(connection.edges) { $0.write($1) }
        }
      }
      text.key("denied")
      text.array(denied) { $0.write($1) }
    }
  }
}

extension AllianceGraph {
  /// Chains for programs.
  public func json(of chains: [Chain]) -> [UInt8] {
    answerJSON("path", chains.flatMap { $0.links.flatMap(\.self) }) { text in
      text.key("chains")
      text.array(chains) { text, chain in
        text.object { text in
          text.member("kind", chain.kind.rawValue)
          text.key("actors")
          text.array(chain.actors) { $0.write($1, in: self) }
          text.key("links")
          text.array(chain.links) { text, edges in text.array(edges) { $0.write($1) } }
        }
      }
    }
  }

  /// Neighbours for programs.
  public func json(of neighbours: [Neighbour]) -> [UInt8] {
    answerJSON("neighbours", neighbours.flatMap(\.edges)) { text in
      text.key("neighbours")
      text.array(neighbours) { text, neighbour in
        text.object { text in
          text.key("actor")
          text.write(neighbour.actor, in: self)
          text.member("distance", neighbour.distance)
          text.key("relations")
          text.array(neighbour.edges) { $0.write($1) }
        }
      }
    }
  }

  /// The actors for programs, in the order of `actorsText(of:)`.
  public func actorsJSON(of kinds: Set<ActorKind>? = nil) -> [UInt8] {
    answerJSON("actors", []) { text in
      text.key("actors")
      text.array(rankedActors(of: kinds)) { text, ranked in
        text.object { text in
          text.member("id", ranked.actor.id)
          text.member("name", ranked.actor.name)
          text.member("kind", ranked.actor.kind.rawValue)
          text.member("relations", ranked.relations)
          text.key("aliases")
          text.array(ranked.actor.aliases, inline: true) { $0.string($1) }
        }
      }
    }
  }

  fileprivate func answerJSON(
    _ question: String, _ edges: [Edge], _ body: (inout JSONText) -> Void
  ) -> [UInt8] {
    let named = Set(edges.flatMap(\.articles))
    var text = JSONText()
    text.object { text in
      text.member("format", "alliance-answer")
      text.member("version", 1)
      text.member("question", question)
      body(&text)
      guard !edges.isEmpty else { return }
      text.key("articles")
      text.array(articles.filter { named.contains($0.id) }) { text, article in
        text.object { text in
          text.member("id", article.id)
          text.member("title", article.title)
          text.member("date", article.date)
          text.member("publisher", article.publisher)
          text.member("url", article.url)
          text.member("copyOf", article.copyOf)
        }
      }
    }
    text.newline()
    return text.bytes
  }
}

extension JSONText {
  /// An actor as answers name it.
  mutating func write(_ id: ActorID, in graph: AllianceGraph) {
    let actor = graph.actor(id)
    object(inline: true) { text in
      text.member("id", id)
      text.member("name", actor?.name)
      text.member("kind", actor?.kind.rawValue)
    }
  }
}
