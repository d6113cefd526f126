import Relations

/// What in the text made the scorer keep a relation.
struct ScoreReasons {
  /// How many reasons are given for and against.
  static let number = 4

  let scorer: RelationScorer
  private let features: RelationFeatures
  private let hypotheses: [RelationHypothesis.Key: RelationHypothesis]

  init(article: ArticleHypotheses, scorer: RelationScorer) {
    self.scorer = scorer
    features = RelationFeatures(article)
    hypotheses = Dictionary(article.hypotheses.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The features that weigh most, in words; those that say the same in words are one.
  func reasons(
    for candidate: RelationCandidate
  ) -> (pro: [MentionExplanation.Reason], contra: [MentionExplanation.Reason]) {
    let key = RelationHypothesis.Key(candidate.source.actor, candidate.type, candidate.target.actor)
    guard let hypothesis = hypotheses[key] else { return ([], []) }
    var weights: [String: Double] = [:]
    func count(_ part: RelationHypothesis, _ scope: FeatureScope) {
      for name in features.names(of: part).sorted() {
        let weight = scorer.weight(of: name, for: key.type, at: scope)
        guard weight != 0, let words = FeatureWords.words(for: name, type: key.type) else { continue }
        weights[words, default: 0] += weight
      }
    }
    count(hypothesis, .whole)
    let places = features.places(of: hypothesis)
    let best = places.max {
      scorer.sum(features.identities(of: $0, .place)) < scorer.sum(features.identities(of: $1, .place))
    }
    if let best { count(best, .place) }
    let reasons = weights.map { MentionExplanation.Reason(words: $0, weight: ($1 * 100).rounded() / 100) }
      .sorted { (abs($1.weight), $0.words) < (abs($0.weight), $1.words) }
    return (
      Array(reasons.filter { $0.weight > 0 }.prefix(Self.number)),
      Array(reasons.filter { $0.weight < 0 }.prefix(Self.number))
    )
  }
}
