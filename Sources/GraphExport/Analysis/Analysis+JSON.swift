import AllianceGraphs
import GraphAnalysis
import Relations

extension Analysis {
  /// The version of the JSON form of analyses.
  public static let jsonVersion = 1

  /// The analysis for programs, as JSON in UTF-8: a member for each section looked at, which refer to actors by id and to
  /// relations by their ends and type; then those actors, articles and relations, as a graph has them. A dyad is
  /// written as its ends, its `stance` and the relations that count.
  ///
  /// - Parameter limit: how many frustrated triads to list; there may be very many.
  public func json(limit: Int = .max) -> [UInt8] {
    var text = JSONText()
    var cited = Citations()
    text.object { text in
      text.member("format", "alliance-analysis")
      text.member("version", Self.jsonVersion)
      text.key("counting")
      text.array(Status.allCases.filter(network.statuses.contains), inline: true) { $0.string($1.rawValue) }
      if let blocs { text.write("blocs", blocs, &cited) }
      if let camps { text.write("camps", camps, &cited) }
      if let balance { text.write(balance, limit: limit, &cited) }
      if let proxies { text.write(proxies, &cited) }
      if let contradictions { text.write(contradictions, &cited) }
      if let cohesion { text.write(cohesion, network, &cited) }
      if let centrality { text.write(centrality, network, &cited) }
      text.write(cited, in: graph)
    }
    text.newline()
    return text.bytes
  }
}

/// What an analysis refers to.
struct Citations {
  private(set) var relations: Set<Relation> = []
  private(set) var actors: Set<ActorID> = []

  mutating func cite(_ edge: Edge) {
    relations.insert(edge.relation)
    actors.formUnion([edge.source, edge.target])
  }

  mutating func cite(_ actor: ActorID) { actors.insert(actor) }
}

extension JSONText {
  /// The actors, articles and relations referred to, in the order of the graph.
  fileprivate mutating func write(_ cited: Citations, in graph: AllianceGraph) {
    let relations = graph.relations.filter { cited.relations.contains($0.relation) }
    let articles = Set(relations.flatMap(\.articles))
    key("actors")
    array(graph.actors.filter { cited.actors.contains($0.id) }) { text, actor in
      text.object(inline: true) { text in
        text.member("id", actor.id)
        text.member("name", actor.name)
        text.member("kind", actor.kind.rawValue)
      }
    }
    key("articles")
    array(graph.articles.filter { articles.contains($0.id) }) { $0.write($1) }
    key("relations")
    array(relations) { $0.write($1) }
  }

  mutating func reference(_ edge: Edge, _ cited: inout Citations) {
    cited.cite(edge)
    object(inline: true) { text in
      text.member("source", edge.source)
      text.member("type", edge.type.rawValue)
      text.member("target", edge.target)
    }
  }

  mutating func references(_ key: String, _ edges: [Edge], _ cited: inout Citations) {
    self.key(key)
    var local = cited
    array(edges) { $0.reference($1, &local) }
    cited = local
  }

  mutating func actors(_ key: String, _ actors: [ActorID], _ cited: inout Citations) {
    for actor in actors { cited.cite(actor) }
    self.key(key)
    array(actors, inline: true) { $0.string($1) }
  }

  fileprivate mutating func dyads(_ key: String, _ dyads: [Dyad], _ cited: inout Citations) {
    self.key(key)
    var local = cited
    array(dyads) { text, dyad in text.write(dyad, &local) }
    cited = local
  }

  fileprivate mutating func write(_ dyad: Dyad, _ cited: inout Citations) {
    var local = cited
    object { text in
      text.member("first", dyad.first)
      text.member("second", dyad.second)
      text.member("stance", dyad.stance.rawValue)
      text.references("relations", dyad.edges, &local)
    }
    cited = local
  }

  fileprivate mutating func write(_ key: String, _ blocs: Blocs, _ cited: inout Citations) {
    self.key(key)
    var local = cited
    object { text in
      text.member("frustration", blocs.frustration)
      text.member("lowerBound", blocs.lowerBound)
      text.key("isExact")
      text.bool(blocs.isExact)
      text.key("blocs")
      text.array(Array(zip(blocs.blocs, blocs.bonds))) { text, bloc in
        text.object { text in
          text.actors("members", bloc.0, &local)
          text.dyads("bonds", bloc.1, &local)
        }
      }
      text.key("fronts")
      text.array(blocs.fronts) { text, front in
        text.object { text in
          text.key("between")
          text.array([front.first, front.second], inline: true) { $0.number($1) }
          text.dyads("dyads", front.dyads, &local)
        }
      }
      text.dyads("against", blocs.frustrated, &local)
      text.key("undecided")
      text.array(blocs.undecided) { text, undecided in
        local.cite(undecided.actor)
        text.object(inline: true) { text in
          text.member("actor", undecided.actor)
          text.key("alternatives")
          text.array(undecided.alternatives) { $0.number($1) }
          text.flag("alone", undecided.canStandAlone)
        }
      }
      text.actors("unaligned", blocs.unaligned, &local)
    }
    cited = local
  }

  fileprivate mutating func write(_ balance: Balance, limit: Int, _ cited: inout Citations) {
    key("balance")
    var local = cited
    object { text in
      text.member("triads", balance.triads)
      text.member("frustrated", balance.frustratedCount)
      if let degree = balance.degree { text.member("degree", (degree * 10_000).rounded() / 10_000) }
      text.key("kinds")
      text.object(inline: true) { text in
        for kind in Triad.Kind.allCases { text.member(kind.rawValue, balance.counts[kind]!) }
      }
      text.key("frustratedTriads")
      text.array(balance.frustrated(limit: limit)) { text, triad in
        text.object { text in
          text.member("kind", triad.kind.rawValue)
          text.actors("actors", triad.actors, &local)
          text.dyads("dyads", triad.dyads, &local)
        }
      }
      text.key("strains")
      text.array(balance.strains) { text, strain in
        text.object { text in
          text.member("frustrated", strain.frustrated)
          text.member("balanced", strain.balanced)
          text.key("dyad")
          text.write(strain.dyad, &local)
        }
      }
    }
    cited = local
  }

  fileprivate mutating func write(_ proxies: [Proxy], _ cited: inout Citations) {
    key("proxies")
    var local = cited
    array(proxies) { text, proxy in
      text.object { text in
        text.member("sponsor", proxy.sponsor)
        text.member("agent", proxy.agent)
        text.member("opponent", proxy.opponent)
        text.flag("backsBothSides", proxy.backsBothSides)
        text.key("support")
        text.reference(proxy.support, &local)
        text.key("fight")
        text.reference(proxy.fight, &local)
        text.references("direct", proxy.direct, &local)
      }
    }
    cited = local
  }

  fileprivate mutating func write(_ contradictions: Contradictions, _ cited: inout Citations) {
    key("contradictions")
    var local = cited
    object { text in
      text.dyads("friendsAndFoes", contradictions.ambivalent, &local)
      text.key("claimedAndDenied")
      text.array(contradictions.disputes) { text, dispute in
        text.object { text in
          text.key("relation")
          text.reference(dispute.edge, &local)
          text.voices("claims", dispute.claims)
          text.voices("denials", dispute.denials)
          text.voices("reports", dispute.reports)
        }
      }
    }
    cited = local
  }

  private mutating func voices(_ key: String, _ voices: [Dispute.Voice]) {
    self.key(key)
    array(voices) { text, voice in
      text.object { text in
        text.member("speaker", voice.speaker)
        text.member("article", voice.article.id)
        text.key("evidence")
        text.array(voice.mentions) { $0.write($1) }
      }
    }
  }

  fileprivate mutating func write(
    _ cohesion: Cohesion, _ network: SignedNetwork, _ cited: inout Citations
  ) {
    key("bridges")
    var local = cited
    object { text in
      text.key("components")
      text.array(cohesion.components) { text, component in
        for actor in component { local.cite(actor) }
        text.array(component, inline: true) { $0.string($1) }
      }
      text.member("pendants", cohesion.pendants)
      text.key("bridges")
      text.array(cohesion.bridges) { text, bridge in
        text.object { text in
          text.key("dyad")
          text.write(bridge.dyad, &local)
          text.actors("cutOff", bridge.cutOff, &local)
        }
      }
      text.key("cutActors")
      text.array(cohesion.cutActors) { text, cut in
        local.cite(cut.actor)
        text.object { text in
          text.member("actor", cut.actor)
          text.member("remaining", cut.remaining)
          text.key("cutOff")
          text.array(cut.cutOff) { text, part in text.array(part, inline: true) { $0.string($1) } }
          text.dyads("dyads", network.dyads(joining: cut.actor, with: cut.cutOff.flatMap(\.self)), &local)
        }
      }
    }
    cited = local
  }

  fileprivate mutating func write(
    _ centrality: Centrality, _ network: SignedNetwork, _ cited: inout Citations
  ) {
    for dyad in network.dyads { for edge in dyad.edges { cited.cite(edge) } }
    key("central")
    object { text in
      text.key("isEstimated")
      text.bool(centrality.isEstimated)
      text.key("standings")
      text.array(centrality.standings) { text, standing in
        text.object(inline: true) { text in
          text.member("actor", standing.actor)
          text.member("friends", standing.friends)
          text.member("foes", standing.foes)
          text.member("both", standing.ambivalent)
          text.member("talks", standing.talks)
          text.member("betweenness", standing.betweenness)
        }
      }
    }
  }
}
