import Relations

/// What joins two actors: the identity of an edge. The ends of a symmetric type stand in the order of their ids.
public struct Relation: Hashable, Sendable {
  public let source: ActorID
  public let type: RelationType
  public let target: ActorID

  public init(_ source: ActorID, _ type: RelationType, _ target: ActorID) {
    let turned = type.isSymmetric && Ordering(target, source) == .before
    self.source = turned ? target : source
    self.type = type
    self.target = turned ? source : target
  }

  /// The same type the other way round; itself where the type is symmetric.
  public var reversed: Relation { Relation(target, type, source) }

  /// The end that is not `actor`.
  public func other(than actor: ActorID) -> ActorID { actor == source ? target : source }

  public func joins(_ actor: ActorID) -> Bool { actor == source || actor == target }
}

extension Relation: CanonicallyOrdered {
  package static func order(_ a: Self, _ b: Self) -> Ordering {
    Ordering(a.source, b.source).then(Ordering(declared: a.type, b.type)).then(Ordering(a.target, b.target))
  }
}

extension RelationMention {
  /// What the mention asserts.
  public var relation: Relation { Relation(source, type, target) }

  /// Whether both, normalized, assert the same relation.
  func hasSameRelation(as other: RelationMention) -> Bool {
    type == other.type && source == other.source && target == other.target
  }

  /// The one spelling of what the mention says: symmetric ends in order, `support` for `backs` alone and always,
  /// `initiator` for `fighting` alone and one of the ends, confidence within 0...1.
  package var normalized: RelationMention {
    var result = self
    let relation = relation
    result.source = relation.source
    result.target = relation.target
    result.support = type == .backs ? support ?? .unspecified : nil
    result.initiator = type == .fighting && (initiator == source || initiator == target) ? initiator : nil
    result.confidence = confidence >= 0 ? min(confidence, 1) : 0
    return result
  }
}

extension RelationMention: CanonicallyOrdered {
  /// As `Relation.order`, without making the relations where the ends already stand in order.
  private static func relationOrder(_ a: Self, _ b: Self) -> Ordering {
    if a.type.isSymmetric || b.type.isSymmetric { return Relation.order(a.relation, b.relation) }
    return Ordering(a.source, b.source).then(Ordering(declared: a.type, b.type))
      .then(Ordering(a.target, b.target))
  }

  package static func order(_ a: Self, _ b: Self) -> Ordering {
    relationOrder(a, b)
      .then(Ordering(a.evidence.article, b.evidence.article))
      .then(Ordering(a.evidence.range, b.evidence.range))
      .then(Ordering(a.evidence.trigger, b.evidence.trigger))
      .then(Ordering(a.evidence.rule, b.evidence.rule))
      .then(Ordering(declared: a.status, b.status))
      .then(Ordering(a.support?.rawValue, b.support?.rawValue))
      .then(Ordering(a.initiator, b.initiator))
      .then(Ordering(a.disputed, b.disputed))
      .then(Ordering(b.confidence, a.confidence))
      .then(Ordering(a.evidence.attribution, b.evidence.attribution))
      .then(Ordering(a.evidence.text, b.evidence.text))
      .then(Ordering(a.evidence.held?.from, b.evidence.held?.from))
      .then(Ordering(a.evidence.held?.until, b.evidence.held?.until))
  }
}
