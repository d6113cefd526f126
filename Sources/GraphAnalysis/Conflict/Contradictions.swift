import AllianceGraphs
import Relations

/// What texts say against each other.
public struct Contradictions: Hashable, Sendable {
  /// Those who are friends and foes at once, as far as edges that count go, in order.
  public let ambivalent: [Dyad]
  /// Relations that some claim and others deny, in order.
  public let disputes: [Dispute]

  public var isEmpty: Bool { ambivalent.isEmpty && disputes.isEmpty }

  /// - Parameter graph: the graph of the network; its disputes are found whatever the edge's status.
  public init(_ network: SignedNetwork, in graph: AllianceGraph) {
    ambivalent = network.dyads.filter { $0.stance == .ambivalent }
    disputes = graph.relations.compactMap { Dispute($0, in: graph) }
  }
}

/// A relation that is claimed and denied, and by whom.
public struct Dispute: Hashable, Sendable {
  /// Somebody who takes a side.
  public struct Voice: Hashable, Sendable {
    /// Whom the text names as saying so; nil where it speaks for itself.
    public let speaker: String?
    public let article: ArticleRecord
    /// What is said, in order.
    public let mentions: [RelationMention]
  }

  public let edge: Edge
  /// Who says or alleges that it is so.
  public let claims: [Voice]
  /// Who denies it.
  public let denials: [Voice]
  /// Texts that report both in one breath; empty where claims and denials stand by themselves.
  public let reports: [Voice]

  /// Nil unless the edge is both claimed and denied.
  init?(_ edge: Edge, in graph: AllianceGraph) {
    var claims = edge.mentions.filter { $0.status == .asserted || $0.status == .alleged }
    var denials = edge.mentions.filter { $0.status == .denied }
    var reports: [RelationMention] = []
    if claims.isEmpty || denials.isEmpty {
      reports = edge.mentions.filter(\.disputed)
      if reports.isEmpty { return nil }
      claims.removeAll(where: \.disputed)
      denials.removeAll(where: \.disputed)
    }
    self.edge = edge
    self.claims = Self.voices(claims, in: graph)
    self.denials = Self.voices(denials, in: graph)
    self.reports = Self.voices(reports, in: graph)
  }

  /// Mentions by article and speaker, in the order of the articles.
  private static func voices(_ mentions: [RelationMention], in graph: AllianceGraph) -> [Voice] {
    var order: [[String?]] = []
    var grouped: [[String?]: [RelationMention]] = [:]
    for mention in mentions {
      let key = [mention.evidence.article, mention.evidence.attribution]
      if grouped[key] == nil { order.append(key) }
      grouped[key, default: []].append(mention)
    }
    return order.map { key in
      let record = graph.article(key[0]!) ?? ArticleRecord(id: key[0]!, title: "")
      return Voice(speaker: key[1], article: record, mentions: grouped[key]!)
    }
  }
}
