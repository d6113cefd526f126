import Documents
import Relations

/// Decides which hypotheses of an article are kept, and on what evidence.
struct Decision {
  let scorer: RelationScorer
  let judge: StatusJudge
  /// By rule, the probability below which the scorer cannot go; what such a rule finds is kept.
  var leastConfidence: [String: Double] = [:]

  /// The candidates to keep, with the probability of their relation.
  func kept(_ article: ArticleHypotheses) -> [(candidate: RelationCandidate, confidence: Double)] {
    let features = RelationFeatures(article)
    var result: [(RelationCandidate, Double)] = []
    for hypothesis in article.hypotheses {
      let affirmed = hypothesis.candidates.filter { !$0.isNegated }
      let least = affirmed.compactMap { leastConfidence[$0.rule] }.max()
      let described = features.features(of: hypothesis)
      let probability = max(scorer.probability(described), least ?? 0)
      guard probability >= scorer.threshold || least != nil else { continue }
      let strong = affirmed.filter { !$0.isWeak }
      let found = strong.isEmpty ? affirmed : strong
      let places = zip(features.places(of: hypothesis), described.places.map(scorer.sum))
      for candidate in found + suggested(hypothesis, Array(places), beside: found, article) {
        result.append((candidate, probability))
      }
    }
    return result.sorted { a, b in (a.0.sentence, a.0.predicate) < (b.0.sentence, b.0.predicate) }
  }

  /// How much less than the best place another may speak for a relation to be quoted too, in log odds.
  private static let margin = 1.0
  /// How many places are quoted at most beside those that rules found.
  private static let mostSuggested = 2

  /// The sentences that speak most for a relation, of those in which no rule found it.
  private func suggested(
    _ hypothesis: RelationHypothesis, _ places: [(place: RelationHypothesis, score: Double)],
    beside found: [RelationCandidate], _ article: ArticleHypotheses
  ) -> [RelationCandidate] {
    let best = places.map(\.score).max() ?? 0
    var sentences = Set(found.map(\.sentence))
    var result: [RelationCandidate] = []
    for (place, score) in places.sorted(by: { $0.score > $1.score }) {
      let isNeeded = found.isEmpty && result.isEmpty
      guard isNeeded || score >= best - Self.margin && result.count < Self.mostSuggested else { break }
      guard let index = place.pairs.first, !sentences.contains(article.pairs[index].sentence),
        let candidate = suggestion(hypothesis, article.pairs[index], article)
      else { continue }
      sentences.insert(candidate.sentence)
      result.append(candidate)
    }
    return result
  }

  private func suggestion(
    _ hypothesis: RelationHypothesis, _ pair: MentionPair, _ article: ArticleHypotheses
  ) -> RelationCandidate? {
    let type = hypothesis.key.type
    let tree = article.document.trees[pair.sentence]
    guard let trigger = trigger(of: type, pair, tree, article) else { return nil }
    let judgement = judge.judge(tree, trigger)
    // What a rule has read as not being so here is no evidence that it is.
    if judgement.isNegated, hypothesis.candidates.contains(where: { $0.sentence == pair.sentence }) {
      return nil
    }
    let isForward = pair.firstActor == hypothesis.key.source
    let first = Argument(actor: pair.firstActor, token: pair.first, path: .direct)
    let second = Argument(actor: pair.secondActor, token: pair.second, path: .direct)
    return RelationCandidate(
      source: isForward ? first : second, target: isForward ? second : first, type: type,
      status: judgement.status, rule: "\(type.rawValue).context", sentence: pair.sentence, predicate: trigger,
      attribution: judgement.attribution)
  }

  /// The predicate of the type that lies nearest to the two mentions.
  private func trigger(
    of type: RelationType, _ pair: MentionPair, _ tree: SentenceTree, _ article: ArticleHypotheses
  ) -> Int? {
    article.triggers[pair.sentence].filter { $0.type == type }.min { a, b in
      func distance(_ t: Int) -> Int {
        max(0, pair.first - t, t - pair.second) * 4 + min(abs(t - pair.first), abs(t - pair.second))
      }
      return (distance(a.token), a.token) < (distance(b.token), b.token)
    }?.token
  }
}
