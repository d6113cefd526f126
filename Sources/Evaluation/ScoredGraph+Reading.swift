import Relations

extension ScoredGraph {
  /// What one article's reading says, mention by mention. The score of what the program writes is that of the graph
  /// folded from it, which weighs the mentions of a relation against each other.
  public init(_ reading: ArticleReading) {
    self.init(
      actors: reading.actors.map { Actor(id: $0.id, name: $0.name, forms: $0.aliases) },
      relations: reading.mentions.map {
        Relation(
          source: $0.source, type: $0.type.rawValue, target: $0.target, status: $0.status.rawValue,
          evidence: [$0.evidence.text])
      })
  }

  /// For each mention its rule and whether gold has its relation; mentions of optional relations are left out.
  package static func verdicts(
    on reading: ArticleReading, gold: ScoredGraph
  ) -> [(rule: String, isRight: Bool)] {
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
