/// Why an article was read as it was: for each relation mention what found it, and for each actor what joined its names.
public struct ReadingExplanation: Hashable, Sendable {
  public var reading: ArticleReading
  /// One for each mention of the reading, in its order.
  public var relations: [MentionExplanation]
  /// One for each actor of the reading, in its order.
  public var actors: [ActorExplanation]

  public init(reading: ArticleReading, relations: [MentionExplanation], actors: [ActorExplanation]) {
    precondition(relations.count == reading.mentions.count && actors.count == reading.actors.count)
    self.reading = reading
    self.relations = relations
    self.actors = actors
  }
}

/// Why a relation mention is there.
public struct MentionExplanation: Hashable, Sendable {
  /// An end of the relation: which words lead to the actor, and how.
  public struct End: Hashable, Sendable {
    /// The expression in the text ("the group's fighters").
    public var expression: String
    /// The rule that resolved the expression.
    public var resolution: Resolution
    /// How the expression stands for the actor where it does not mean it: "something that belongs to it".
    public var path: String?

    public init(expression: String, resolution: Resolution, path: String? = nil) {
      self.expression = expression
      self.resolution = resolution
      self.path = path
    }
  }

  /// A feature of the text that made the relation more or less likely.
  public struct Reason: Hashable, Sendable {
    /// In readable words.
    public var words: String
    /// What it adds to the logarithm of the odds.
    public var weight: Double

    public init(words: String, weight: Double) {
      self.words = words
      self.weight = weight
    }
  }

  /// Where the rule is defined (`frames.txt:120`); nil for rules of sentence structure.
  public var definition: String?
  /// The least confidence that the rule lays down, whatever the scorer makes of it; nil for rules of the program.
  public var leastConfidence: Double?
  /// The word that expresses the relation.
  public var trigger: String
  /// The word that made the relation more or less than asserted, where one did.
  public var statusCue: String?
  public var source: End
  public var target: End
  /// What spoke for the relation and against it, the strongest first; empty where no scorer decided.
  public var reasonsFor: [Reason]
  public var reasonsAgainst: [Reason]

  public init(
    definition: String?, leastConfidence: Double? = nil, trigger: String, statusCue: String?, source: End,
    target: End, reasonsFor: [Reason] = [], reasonsAgainst: [Reason] = []
  ) {
    self.definition = definition
    self.leastConfidence = leastConfidence
    self.trigger = trigger
    self.statusCue = statusCue
    self.source = source
    self.target = target
    self.reasonsFor = reasonsFor
    self.reasonsAgainst = reasonsAgainst
  }
}

/// A rule by which an expression was taken for an actor.
public struct Resolution: Hashable, Sendable {
  /// The id of the rule ("pronoun.thing").
  public var rule: String
  /// What the rule says, in words.
  public var meaning: String

  public init(rule: String, meaning: String) {
    self.rule = rule
    self.meaning = meaning
  }
}

/// Which expressions were joined to one actor, by the rules that joined them.
public struct ActorExplanation: Hashable, Sendable {
  public struct Joining: Hashable, Sendable {
    public var resolution: Resolution
    /// The expressions in the order of the text, each once, with how often it was so resolved.
    public var expressions: [Expression]

    public init(resolution: Resolution, expressions: [Expression]) {
      self.resolution = resolution
      self.expressions = expressions
    }
  }

  public struct Expression: Hashable, Sendable {
    public var text: String
    public var count: Int

    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  public var actor: ActorID
  /// In the order in which the text first uses the rules.
  public var joinings: [Joining]

  public init(actor: ActorID, joinings: [Joining]) {
    self.actor = actor
    self.joinings = joinings
  }
}
