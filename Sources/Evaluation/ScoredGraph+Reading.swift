import Relations

extension ScoredGraph {
  /// The graph of one article's reading, as the score sees it: one relation for each source, type and target, with the
  /// most certain status among its mentions.
  public init(_ reading: ArticleReading) {
    actors = reading.actors.map { Actor(id: $0.id, name: $0.name, forms: $0.aliases) }
    relations = reading.mentions.map {
      Relation(
        source: $0.source, type: $0.type.rawValue, target: $0.target, status: $0.status.rawValue, evidence: [$0.evidence.text])
    }
  }

  /// For each mention its rule and whether gold has its relation; mentions of optional relations are left out.
  package static func verdicts(on reading: ArticleReading, gold: ScoredGraph) -> [(rule: String, isRight: Bool)] {
    let alignment = ActorAlignment.align(ScoredGraph(reading).actors, to: gold.actors)
    return reading.mentions.compactMap { mention in
      let source = alignment[mention.source]?.id ?? "?"
      let target = alignment[mention.target]?.id ?? "?"
      guard source != target || source == "?" else { return nil }
      let found = gold.relations.first { relation in
        relation.type == mention.type.rawValue
          && (relation.source == source && relation.target == target
            || mention.type.isSymmetric && relation.source == target && relation.target == source)
      }
      if found?.isOptional == true { return nil }
      return (mention.evidence.rule, found != nil)
    }
  }
}
