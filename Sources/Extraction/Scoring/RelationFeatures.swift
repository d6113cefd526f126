import Documents
import Relations

/// Describes a hypothesis by features for the scorer: the rules that found it, the trees between its ends, what kinds of
/// actors they are, and what else the article says about the two.
///
/// One pair of mentions stands in many hypotheses, of every type and both directions, and in each twice: by itself and with all
/// others. What describes it is therefore built once and kept, so that an instance belongs to one article and one thread.
final class RelationFeatures {
  let article: ArticleHypotheses
  /// Which types strong rules found for an ordered pair of actors.
  private let found: [Ends: Set<RelationType>]
  private let together: [Ends: Int]
  /// By pair and direction.
  private var described: [[Feature]?]
  private var describedByType: [DescriptionKey: [Feature]] = [:]

  private struct DescriptionKey: Hashable {
    var pair: Int
    var type: RelationType
    var isForward: Bool
  }

  private struct Ends: Hashable {
    var source: Int
    var target: Int
  }

  init(_ article: ArticleHypotheses) {
    self.article = article
    var found: [Ends: Set<RelationType>] = [:]
    for hypothesis in article.hypotheses
    where hypothesis.candidates.contains(where: { !$0.isNegated && !$0.isWeak }) {
      let key = hypothesis.key
      found[Ends(source: key.source, target: key.target), default: []].insert(key.type)
      if key.type.isSymmetric {
        found[Ends(source: key.target, target: key.source), default: []].insert(key.type)
      }
    }
    self.found = found
    var together: [Ends: Int] = [:]
    for pair in article.pairs {
      together[
        Ends(source: min(pair.firstActor, pair.secondActor), target: max(pair.firstActor, pair.secondActor)),
        default: 0] += 1
    }
    self.together = together
    described = [[Feature]?](repeating: nil, count: article.pairs.count * 2)
  }

  /// What the scorer weighs. Takes time linear in the number of places.
  func features(of hypothesis: RelationHypothesis) -> HypothesisFeatures {
    let ends = endsFeatures(hypothesis)
    return HypothesisFeatures(
      whole: identities(of: hypothesis, ends, .whole),
      places: places(of: hypothesis).map { identities(of: $0, ends, .place) })
  }

  /// The identities of the features of one place, or of all together.
  func identities(of hypothesis: RelationHypothesis, _ scope: FeatureScope) -> [UInt32] {
    identities(of: hypothesis, endsFeatures(hypothesis), scope)
  }

  private func identities(
    of hypothesis: RelationHypothesis, _ ends: [Feature], _ scope: FeatureScope
  ) -> [UInt32] {
    var hashes: [UInt64] = []
    collect(hypothesis, ends) { hashes.append($0.hash) }
    hashes.sort()
    let salts = FeatureSalts(scope, hypothesis.key.type)
    var result: [UInt32] = []
    result.reserveCapacity(hashes.count * 2)
    var last: UInt64?
    for hash in hashes where hash != last {
      last = hash
      let (any, own) = FeatureIdentity.identities(hash, salts)
      result.append(any)
      result.append(own)
    }
    return result
  }

  /// The hypothesis at each place by itself: at each pair of mentions with what rules found for the two in that sentence,
  /// and in sentences where rules found it without such a pair.
  func places(of hypothesis: RelationHypothesis) -> [RelationHypothesis] {
    var result: [RelationHypothesis] = []
    var sentences: Set<Int> = []
    for index in hypothesis.pairs.prefix(Self.mostPlaces) {
      let pair = article.pairs[index]
      sentences.insert(pair.sentence)
      let near = hypothesis.candidates.filter { $0.sentence == pair.sentence }
      let exact = near.filter { Set([$0.source.token, $0.target.token]) == [pair.first, pair.second] }
      result.append(
        RelationHypothesis(key: hypothesis.key, candidates: exact.isEmpty ? near : exact, pairs: [index]))
    }
    for candidate in hypothesis.candidates where sentences.insert(candidate.sentence).inserted {
      result.append(
        RelationHypothesis(
          key: hypothesis.key, candidates: hypothesis.candidates.filter { $0.sentence == candidate.sentence })
      )
    }
    return result
  }

  private static let mostPlaces = 24

  /// The features in words.
  func names(of hypothesis: RelationHypothesis) -> Set<String> {
    var result: Set<String> = []
    collect(hypothesis, endsFeatures(hypothesis)) { result.insert($0.name) }
    return result
  }

  private func collect(_ hypothesis: RelationHypothesis, _ ends: [Feature], _ add: (Feature) -> Void) {
    add(Self.bias)
    rules(hypothesis) { add(Feature("rule " + $0)) }
    for feature in ends { add(feature) }
    for index in hypothesis.pairs.prefix(12) {
      let pair = article.pairs[index]
      // Directed types look from source to target, symmetric ones from left to right.
      let isForward = hypothesis.key.type.isSymmetric || pair.firstActor == hypothesis.key.source
      for feature in description(index, isForward) { add(feature) }
      for feature in description(index, hypothesis.key, isForward) { add(feature) }
    }
  }

  private static let bias = Feature("bias")

  private func endsFeatures(_ hypothesis: RelationHypothesis) -> [Feature] {
    var result: [Feature] = []
    ends(hypothesis) { result.append(Feature("ends " + $0)) }
    return result
  }

  /// What stands between two mentions, whatever the type of the relation.
  private func description(_ index: Int, _ isForward: Bool) -> [Feature] {
    let place = index * 2 + (isForward ? 1 : 0)
    if let known = described[place] { return known }
    var result: [Feature] = []
    PairDescriber(article: article).describe(article.pairs[index], isForward: isForward) {
      result.append(Feature("pair " + $0))
    }
    described[place] = result
    return result
  }

  /// What the predicates of the type have to do with two mentions.
  private func description(
    _ index: Int, _ key: RelationHypothesis.Key, _ isForward: Bool
  ) -> [Feature] {
    let place = DescriptionKey(pair: index, type: key.type, isForward: isForward)
    if let known = describedByType[place] { return known }
    var result: [Feature] = []
    PairDescriber(article: article).describe(article.pairs[index], key, isForward: isForward) {
      result.append(Feature("pair " + $0))
    }
    describedByType[place] = result
    return result
  }

  // MARK: - What rules found

  private func rules(_ hypothesis: RelationHypothesis, _ emit: (String) -> Void) {
    var strong = 0
    for candidate in hypothesis.candidates {
      let prefix = candidate.isNegated ? "negated " : candidate.isWeak ? "weak " : ""
      if prefix.isEmpty { strong += 1 }
      emit(prefix + candidate.rule)
      emit(prefix + String(candidate.rule.prefix { $0 != "." }))
      emit(prefix + "paths \(candidate.source.path) \(candidate.target.path)")
      emit(prefix + "forms \(form(candidate.source, candidate)) \(form(candidate.target, candidate))")
      emit(prefix + "status \(candidate.status)")
      let tree = article.document.trees[candidate.sentence]
      emit(prefix + "word " + tree.lemma(candidate.predicate))
      emit(prefix + "pos \(tree.partOfSpeech(candidate.predicate))")
      if tree.sentence.role == .headline { emit(prefix + "headline") }
    }
    if strong == 0 { emit(hypothesis.candidates.isEmpty ? "none" : "no strong") }
    if strong >= 1 { emit("one") }
    if strong >= 2 { emit("two") }
    if strong >= 3 { emit("three") }
  }

  private func form(_ argument: Argument, _ candidate: RelationCandidate) -> String {
    article.document.mentions[candidate.sentence][argument.token]?.form.rawValue ?? "other"
  }

  // MARK: - Who they are

  private func ends(_ hypothesis: RelationHypothesis, _ emit: (String) -> Void) {
    let key = hypothesis.key
    let source = article.document.register[key.source]
    let target = article.document.register[key.target]
    emit("kinds \(source.kind) \(target.kind)")
    emit("source \(source.kind)")
    emit("target \(target.kind)")
    emit("known \(source.entry != nil) \(target.entry != nil)")
    if source.entry?.home == target.id || target.entry?.home == source.id || source.owner == key.target
      || target.owner == key.source
    {
      emit("home")
    }
    if source.id == "united-nations" || target.id == "united-nations" { emit("united nations") }
    emit("count \(bucket(source.count)) \(bucket(target.count))")
    let low = min(key.source, key.target)
    let high = max(key.source, key.target)
    let times = together[Ends(source: low, target: high)] ?? 0
    emit("together \(bucket(times))")
    let others = found[Ends(source: key.source, target: key.target)] ?? []
    let reverse = found[Ends(source: key.target, target: key.source)] ?? []
    for type in RelationType.allCases {
      if others.contains(type), type != key.type { emit("also \(type)") }
      if reverse.contains(type), type != key.type || !type.isSymmetric { emit("reverse \(type)") }
    }
    if others.isEmpty, reverse.isEmpty { emit("nothing else") }
    if article.document.focus == key.source { emit("focus source") }
    if article.document.focus == key.target { emit("focus target") }
  }

  private func bucket(_ n: Int) -> String {
    n >= 8 ? "8" : n >= 4 ? "4" : n >= 3 ? "3" : String(n)
  }
}
