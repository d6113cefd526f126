import Relations

/// A relation with all its evidence, and the reading that the evidence as a whole supports best.
public struct Edge: Hashable, Sendable {
  public let relation: Relation
  /// For `backs`: the kind of support best attested, `unspecified` only where no text is more specific.
  public let support: SupportKind?
  public let status: Status
  /// Claimed by some and denied by others.
  public let disputed: Bool
  /// For `fighting`: who attacked, where the texts name one side more than the other.
  public let initiator: ActorID?
  /// How likely it is that the texts say this of these two, between 0 and 1 (rounded to three digits).
  public let confidence: Double
  /// How many articles speak of it, all copies of one text counting once.
  public let sources: Int
  /// Every mention of the relation, by article and place in it.
  public let mentions: [RelationMention]

  public var source: ActorID { relation.source }
  public var type: RelationType { relation.type }
  public var target: ActorID { relation.target }

  /// The ids of the articles that speak of it, in order, each once.
  public var articles: [String] {
    var result: [String] = []
    for mention in mentions where mention.evidence.article != result.last {
      result.append(mention.evidence.article)
    }
    return result
  }
}
