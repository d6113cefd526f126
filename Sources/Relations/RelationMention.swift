import Documents

/// Where a text says that a relation holds.
public struct Evidence: Hashable, Sendable {
  /// The `id` of the article.
  public var article: String
  /// The UTF-8 range of the quote in the article's text.
  public var range: Range<Int>
  /// The quote: the article's text in `range`.
  public var text: String
  /// The UTF-8 range of the word or phrase that expresses the relation, within `range`.
  public var trigger: Range<Int>
  /// The id of the rule that found it.
  public var rule: String
  /// Who says so, as the text names them; nil where the article speaks for itself.
  public var attribution: String?
  /// When it held, as far as the text says; nil where it doesn't.
  public var held: HeldInterval?

  public init(
    article: String, range: Range<Int>, text: String, trigger: Range<Int>, rule: String,
    attribution: String? = nil, held: HeldInterval? = nil
  ) {
    self.article = article
    self.range = range
    self.text = text
    self.trigger = trigger
    self.rule = rule
    self.attribution = attribution
    self.held = held
  }
}

/// One assertion of a relation in a text. Edges of a graph are folds over relation mentions.
public struct RelationMention: Hashable, Sendable {
  public var source: ActorID
  public var type: RelationType
  public var target: ActorID
  /// Only for `backs`.
  public var support: SupportKind?
  public var status: Status
  /// Accused and denied in the same text.
  public var disputed: Bool
  /// Who attacked, for `fighting`, where the text says so.
  public var initiator: ActorID?
  /// How likely the mention is right, between 0 and 1.
  public var confidence: Double
  public var evidence: Evidence

  public init(
    source: ActorID, type: RelationType, target: ActorID, support: SupportKind? = nil,
    status: Status = .asserted, disputed: Bool = false, initiator: ActorID? = nil,
    confidence: Double = 1, evidence: Evidence
  ) {
    self.source = source
    self.type = type
    self.target = target
    self.support = support
    self.status = status
    self.disputed = disputed
    self.initiator = initiator
    self.confidence = confidence
    self.evidence = evidence
  }
}

/// What reading one article yields: who acts in it, and what it says about them.
public struct ArticleReading: Hashable, Sendable {
  public var article: Article
  /// The actors that stand in a relation, by id.
  public var actors: [Actor]
  public var mentions: [RelationMention]

  public init(article: Article, actors: [Actor], mentions: [RelationMention]) {
    self.article = article
    self.actors = actors
    self.mentions = mentions
  }
}
