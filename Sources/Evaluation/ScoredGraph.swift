/// A graph as the score sees it, gold or predicted: the ends of relations are actors' ids.
public struct ScoredGraph: Hashable, Sendable {
  public struct Actor: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Every surface form; the name need not be among them.
    public var forms: [String]

    public init(id: String, name: String, forms: [String]) {
      self.id = id
      self.name = name
      self.forms = forms
    }
  }

  public struct Relation: Hashable, Sendable {
    public var source: String
    public var type: String
    public var target: String
    public var status: String
    /// Quotes that say so.
    public var evidence: [String]
    /// Annotators differed: it counts neither found nor missed.
    public var isOptional: Bool

    public init(
      source: String, type: String, target: String, status: String = "asserted", evidence: [String] = [],
      isOptional: Bool = false
    ) {
      self.source = source
      self.type = type
      self.target = target
      self.status = status
      self.evidence = evidence
      self.isOptional = isOptional
    }
  }

  public var actors: [Actor]
  public var relations: [Relation]

  public init(actors: [Actor], relations: [Relation]) {
    self.actors = actors
    self.relations = relations
  }
}
