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
      let probability = max(scorer.probability(features.features(of: hypothesis)), least ?? 0)
      guard probability >= scorer.threshold || least != nil else { continue }
      let strong = affirmed.filter { !$0.isWeak }
      if !strong.isEmpty {
        for candidate in strong { result.append((candidate, probability)) }
      } else if !affirmed.isEmpty {
        for candidate in affirmed { result.append((candidate, probability)) }
      } else if let candidate = bestPair(of: hypothesis, article, features) {
        result.append((candidate, probability))
      }
    }
    return result.sorted { a, b in (a.0.sentence, a.0.predicate) < (b.0.sentence, b.0.predicate) }
  }

  /// The sentence that speaks most for a relation which no rule found.
  private func bestPair(
    of hypothesis: RelationHypothesis, _ article: ArticleHypotheses, _ features: RelationFeatures
  ) -> RelationCandidate? {
    var best: (candidate: RelationCandidate, score: Double)?
    for index in hypothesis.pairs {
      let pair = article.pairs[index]
      let tree = article.document.trees[pair.sentence]
      guard let trigger = trigger(of: hypothesis.key.type, pair, tree, article) else { continue }
      var single = RelationHypothesis(key: hypothesis.key)
      single.pairs = [index]
      let score = scorer.sum(features.hashes(of: single, .place))
      guard score > best?.score ?? -.infinity else { continue }
      let isForward = pair.firstActor == hypothesis.key.source
      let judgement = judge.judge(tree, trigger)
      // What a rule has read as not being so here is no evidence that it is.
      if judgement.isNegated, hypothesis.candidates.contains(where: { $0.sentence == pair.sentence }) {
        continue
      }
      let first = Argument(actor: pair.firstActor, token: pair.first, path: .direct)
      let second = Argument(actor: pair.secondActor, token: pair.second, path: .direct)
      best = (
        RelationCandidate(
          source: isForward ? first : second, target: isForward ? second : first, type: hypothesis.key.type,
          status: judgement.status,
          rule: "\(hypothesis.key.type.rawValue).context",
          sentence: pair.sentence, predicate: trigger, attribution: judgement.attribution), score
      )
    }
    return best?.candidate
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
