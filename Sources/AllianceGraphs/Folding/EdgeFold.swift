import Relations

extension Edge {
  /// Folds the mentions of one relation (canonical, at least one) into an edge.
  ///
  /// - Parameters:
  ///   - sources: which articles are copies of one another.
  ///   - date: the date of an article by its id, empty where it has none.
  ///
  /// The weight of a set of mentions is the sum of the confidences of its different quotes, the same words counting
  /// once (with their greatest confidence) however many rules carry them. Of articles that are copies of one text only
  /// the one of greatest weight counts: what an editor reworded is no second witness.
  ///
  /// **Status.**
  /// 1. Only denied: `denied`.
  /// 2. `ended`, if on the latest day that says anything (asserted, alleged or ended) "over" weighs at least as much
  ///    as the rest. Articles without a date count as earliest.
  /// 3. `asserted`, if twice the weight of what is asserted reaches the weight of what is alleged or possible, and
  ///    the weight of the denials. One plain statement outweighs an accusation, not a row of them.
  /// 4. Otherwise the heavier of `alleged` (together with what little is asserted) and `possible`; where nobody claims
  ///    it, the heavier of `possible` and `denied`.
  ///
  /// **Disputed**: claimed or asserted and denied, or so in one text.
  /// **Support**: the specific kind with the greatest weight. **Initiator**: the side named with more weight.
  /// **Confidence**: that of the surest quote in each article, since a quote's confidence is what the whole article supports;
  /// over the articles, copies counting once, noisy-or: 1 - Π(1 - c), at most 0.99 or the surest single quote.
  init(folding mentions: ArraySlice<RelationMention>, sources: Sources, date: @escaping (String) -> String) {
    precondition(!mentions.isEmpty, "an edge needs evidence")
    let relation = mentions.first!.relation
    let fold = EdgeFold(mentions: mentions, sources: sources, date: date)
    let reading = fold.reading()
    self.init(
      relation: relation,
      support: relation.type == .backs ? fold.support() : nil,
      status: reading.status,
      disputed: reading.disputed,
      initiator: relation.type == .fighting ? fold.initiator() : nil,
      confidence: fold.confidence(),
      sources: fold.sourceCount(),
      mentions: Array(mentions))
  }
}

extension Edge {
  /// What one mention says, which is what the fold over it alone comes to.
  init(single mention: RelationMention) {
    let relation = mention.relation
    self.init(
      relation: relation,
      support: relation.type == .backs ? mention.support ?? .unspecified : nil,
      status: mention.status, disputed: mention.disputed,
      initiator: relation.type == .fighting ? mention.initiator : nil,
      confidence: (mention.confidence * 1000).rounded() / 1000, sources: 1, mentions: [mention])
  }
}

private struct EdgeFold {
  var mentions: ArraySlice<RelationMention>
  var sources: Sources
  var date: (String) -> String

  func reading() -> (status: Status, disputed: Bool) {
    let flagged = mentions.contains(where: \.disputed)
    if let status = mentions.first?.status, mentions.allSatisfy({ $0.status == status }) {
      return (status, flagged)
    }
    let asserted = weight { $0.status == .asserted }
    let alleged = weight { $0.status == .alleged }
    let possible = weight { $0.status == .possible }
    let denied = weight { $0.status == .denied }
    let has = Set(mentions.map(\.status))
    let disputed = flagged || has.contains(.denied) && (has.contains(.asserted) || has.contains(.alleged))

    if has.contains(.ended) {
      let telling: Set<Status> = [.asserted, .alleged, .ended]
      let latest = mentions.filter { telling.contains($0.status) }.map { date($0.evidence.article) }.max()!
      let over = weight { $0.status == .ended && date($0.evidence.article) == latest }
      let ongoing = weight {
        ($0.status == .asserted || $0.status == .alleged) && date($0.evidence.article) == latest
      }
      let saysOver = mentions.contains { $0.status == .ended && date($0.evidence.article) == latest }
      if saysOver && over >= ongoing { return (.ended, disputed) }
    }
    if has.contains(.asserted), 2 * asserted >= alleged + possible, 2 * asserted >= denied {
      return (.asserted, disputed)
    }
    if has.contains(.asserted) || has.contains(.alleged) {
      return (asserted + alleged >= possible ? .alleged : .possible, disputed)
    }
    return (has.contains(.possible) && possible >= denied ? .possible : .denied, disputed)
  }

  func support() -> SupportKind {
    var best = (kind: SupportKind.unspecified, weight: -1.0)
    for kind in SupportKind.allCases where kind != .unspecified {
      guard mentions.contains(where: { $0.support == kind }) else { continue }
      let weight = weight { $0.support == kind }
      if weight > best.weight { best = (kind, weight) }
    }
    return best.kind
  }

  func initiator() -> ActorID? {
    let named = mentions.compactMap(\.initiator).canonical()
    guard let first = named.first else { return nil }
    guard named.count > 1 else { return first }
    let weights = named.map { actor in weight { $0.initiator == actor } }
    let greatest = weights.max()!
    let leaders = named.indices.filter { weights[$0] == greatest }
    return leaders.count == 1 ? named[leaders[0]] : nil
  }

  func confidence() -> Double {
    // The same words in several articles are one quote, and stand for the first of them.
    var quotes: [String: (source: String, confidence: Double)] = [:]
    for mention in mentions {
      let source = sources.source(of: mention.evidence.article)
      let known = quotes[mention.evidence.text] ?? (source, 0)
      quotes[mention.evidence.text] = (min(known.source, source), max(known.confidence, mention.confidence))
    }
    var best: [String: Double] = [:]
    for (source, confidence) in quotes.values { best[source] = max(best[source] ?? 0, confidence) }
    // In increasing order: floating-point products depend on it.
    let confidences = best.values.sorted()
    let surest = confidences.last!
    let doubt = confidences.reduce(1) { $0 * (1 - $1) }
    return (max(surest, min(1 - doubt, 0.99)) * 1000).rounded() / 1000
  }

  /// The number of different articles, copies counting once.
  func sourceCount() -> Int {
    var articles = Set<String>()
    for mention in mentions { articles.insert(sources.source(of: mention.evidence.article)) }
    return articles.count
  }

  private func weight(_ isCounted: (RelationMention) -> Bool) -> Double {
    quoteConfidences(mentions.filter(isCounted)[...]).reduce(0, +)
  }

  /// The greatest confidence for each different quote, in increasing order: floating-point sums depend on the order.
  private func quoteConfidences(_ given: ArraySlice<RelationMention>) -> [Double] {
    if given.count == 1 { return [given.first!.confidence] }
    let mentions = sources.isEmpty ? given : withoutCopies(given)
    var best: [String: Double] = [:]
    for mention in mentions {
      best[mention.evidence.text] = max(best[mention.evidence.text] ?? 0, mention.confidence)
    }
    return best.values.sorted()
  }

  /// Of each source the mentions of the article that weighs most, of equal ones the first.
  private func withoutCopies(_ mentions: ArraySlice<RelationMention>) -> ArraySlice<RelationMention> {
    var articles: [String: [String: [String: Double]]] = [:]
    for mention in mentions {
      let article = mention.evidence.article
      articles[sources.source(of: article), default: [:]][article, default: [:]]
        .merge([mention.evidence.text: mention.confidence], uniquingKeysWith: max)
    }
    if articles.values.allSatisfy({ $0.count == 1 }) { return mentions }
    let kept = articles.mapValues { copies in
      let weights = copies.mapValues { $0.values.sorted().reduce(0, +) }
      return weights.min { a, b in Ordering(b.value, a.value).then(Ordering(a.key, b.key)) == .before }!.key
    }
    return mentions.filter { kept[sources.source(of: $0.evidence.article)] == $0.evidence.article }[...]
  }
}
