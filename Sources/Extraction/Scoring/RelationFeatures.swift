import Documents
import Relations

/// Describes a hypothesis by features for the scorer: the rules that found it, the trees between its ends, what kinds of
/// actors they are, and what else the article says about the two.
struct RelationFeatures {
  let article: ArticleHypotheses
  /// Which types strong rules found for an ordered pair of actors.
  private let found: [Ends: Set<RelationType>]
  private let together: [Ends: Int]

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
  }

  /// What the scorer weighs. Takes time linear in the number of places.
  func features(of hypothesis: RelationHypothesis) -> HypothesisFeatures {
    HypothesisFeatures(
      whole: hashes(of: hypothesis, .whole),
      places: places(of: hypothesis).map { hashes(of: $0, .place) })
  }

  func hashes(of hypothesis: RelationHypothesis, _ scope: FeatureScope) -> Set<UInt32> {
    Set(names(of: hypothesis).flatMap { FeatureHash.all($0, hypothesis.key.type, scope) })
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
    func emit(_ parts: String...) { result.insert(parts.joined(separator: " ")) }
    emit("bias")
    rules(hypothesis, emit: { emit("rule", $0) })
    ends(hypothesis, emit: { emit("ends", $0) })
    var seen = 0
    for index in hypothesis.pairs {
      seen += 1
      if seen > 12 { break }
      pair(article.pairs[index], hypothesis, emit: { emit("pair", $0) })
    }
    return result
  }

  // MARK: - What rules found

  private func rules(_ hypothesis: RelationHypothesis, emit: (String) -> Void) {
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

  private func ends(_ hypothesis: RelationHypothesis, emit: (String) -> Void) {
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

  // MARK: - What stands between them

  private func pair(_ pair: MentionPair, _ hypothesis: RelationHypothesis, emit: (String) -> Void) {
    let tree = article.document.trees[pair.sentence]
    // Directed types look from source to target, symmetric ones from left to right.
    let isForward = hypothesis.key.type.isSymmetric || pair.firstActor == hypothesis.key.source
    let (a, b) = isForward ? (pair.first, pair.second) : (pair.second, pair.first)
    emit(isForward ? "forward" : "backward")
    let gap = pair.second - pair.first
    emit("gap \(gap <= 2 ? "2" : gap <= 5 ? "5" : gap <= 10 ? "10" : gap <= 20 ? "20" : "far") \(isForward)")
    if tree.sentence.role == .headline { emit("headline") }
    let (up, top, down) = path(tree, a, b)
    let upText = up.map { label(tree, $0) }.joined(separator: ">")
    let downText = down.map { label(tree, $0) }.joined(separator: "<")
    if up.count + down.count <= 7 { emit("path \(upText)^\(downText)") }
    if up.count + down.count <= 5 { emit("path \(upText)^\(tree.lemma(top))^\(downText)") }
    emit("top \(tree.lemma(top))")
    emit("ends \(up.last.map { label(tree, $0) } ?? "-") \(down.last.map { label(tree, $0) } ?? "-")")
    for node in up.dropFirst() + down.dropFirst()
    where tree.partOfSpeech(node) == .noun || tree.partOfSpeech(node) == .verb {
      emit("on path \(tree.lemma(node)) \(isForward)")
    }
    if gap <= 12 {
      for k in (pair.first + 1)..<max(pair.first + 1, pair.second) {
        switch tree.partOfSpeech(k) {
        case .noun, .verb, .adjective, .adposition:
          if article.document.names[pair.sentence][k] == nil { emit("between \(tree.lemma(k)) \(isForward)") }
        default: break
        }
      }
    }
    roles(pair, hypothesis, emit: emit)
    let between = (pair.first + 1..<max(pair.first + 1, pair.second)).filter {
      article.document.mentions[pair.sentence][$0].map { mention in
        mention.form != .modifier && !mention.actors.contains(pair.firstActor)
          && !mention.actors.contains(pair.secondActor)
      } ?? false
    }.count
    emit("others between \(min(between, 3))")
    // The predicates of the type, and where they stand to the two.
    for trigger in article.triggers[pair.sentence] where trigger.type == hypothesis.key.type {
      let place = trigger.token < pair.first ? "before" : trigger.token > pair.second ? "after" : "between"
      let isOnPath = trigger.token == top || up.contains(trigger.token) || down.contains(trigger.token)
      emit("trigger \(trigger.frame)")
      emit("trigger \(isOnPath ? "on path" : place) \(isForward)")
      emit("trigger \(trigger.frame) \(isOnPath ? "on path" : place) \(isForward)")
      emit("trigger word \(tree.lemma(trigger.token)) \(isOnPath)")
      emit("trigger reach \(reach(tree, trigger.token, a)) \(reach(tree, trigger.token, b))")
    }
    for trigger in article.triggers[pair.sentence] where trigger.type != hypothesis.key.type {
      if trigger.token == top { emit("other trigger \(trigger.type)") }
    }
  }

  /// How far the predicates of the type go with the two as their ends: which slots they fill, which stay empty and
  /// which somebody else fills.
  private func roles(_ pair: MentionPair, _ hypothesis: RelationHypothesis, emit: (String) -> Void) {
    let isSymmetric = hypothesis.key.type.isSymmetric
    let tree = article.document.trees[pair.sentence]
    for role in article.roles[pair.sentence] where role.type == hypothesis.key.type {
      func state(_ arguments: [Argument], _ actor: Int) -> String {
        arguments.isEmpty ? "empty" : arguments.contains { $0.actor == actor } ? "self" : "other"
      }
      var turns = [(hypothesis.key.source, hypothesis.key.target)]
      if isSymmetric { turns.append((hypothesis.key.target, hypothesis.key.source)) }
      for (source, target) in turns {
        let from = state(role.sources, source)
        let to = state(role.targets, target)
        if isSymmetric, from != "self", to != "self" { continue }
        emit("role \(from) \(to)")
        emit("role \(role.frame) \(from) \(to)")
        if from == "self", role.sources.count > 1 { emit("role source among several") }
        if to == "self", role.targets.count > 1 { emit("role target among several") }
        if from == "self", to == "empty" {
          emit("role wants target: \(place(of: target, from: role.token, tree, pair))")
        } else if from == "empty", to == "self" {
          emit("role wants source: \(place(of: source, from: role.token, tree, pair))")
        } else if from == "self", to == "other" {
          emit("role has target: \(place(of: target, from: role.token, tree, pair))")
        }
      }
    }
  }

  /// Where an actor stands to a predicate that lacks somebody: on which side, below it or not, and whether it is the
  /// nearest on its side.
  private func place(of actor: Int, from token: Int, _ tree: SentenceTree, _ pair: MentionPair) -> String {
    let i = pair.firstActor == actor ? pair.first : pair.second
    let isRight = i > token
    let range = isRight ? (token + 1)..<i : (i + 1)..<max(i + 1, token)
    let others = range.filter { article.document.mentions[pair.sentence][$0] != nil }.count
    let isBelow = tree.isDescendant(i, of: token)
    return "\(isRight ? "right" : "left") \(isBelow ? "below" : "aside") \(min(others, 2)) \(label(tree, i))"
  }

  private func label(_ tree: SentenceTree, _ i: Int) -> String {
    let label = tree.label(i)
    var text = label.relation.rawValue
    if label.isPassive { text += ":pass" }
    if label.isPossessive { text += ":poss" }
    if label.isRelativeClause { text += ":relcl" }
    if label.relation == .obl || label.relation == .nmod, let preposition = tree.preposition(i) {
      text += ":" + preposition
    }
    return text
  }

  /// The tokens from each of two up to where their branches meet, and the token where they meet.
  private func path(_ tree: SentenceTree, _ a: Int, _ b: Int) -> (up: [Int], top: Int, down: [Int]) {
    func ancestors(_ i: Int) -> [Int] {
      var result = [i]
      while let head = tree.head(result[result.count - 1]), result.count <= tree.count { result.append(head) }
      return result
    }
    let first = ancestors(a)
    let second = ancestors(b)
    let top = first.first { second.contains($0) } ?? first[first.count - 1]
    return (Array(first.prefix { $0 != top }), top, Array(second.prefix { $0 != top }))
  }

  /// How a trigger reaches a mention: the relation of the branch below the trigger in which the mention stands.
  private func reach(_ tree: SentenceTree, _ trigger: Int, _ i: Int) -> String {
    if trigger == i { return "self" }
    var node = i
    var steps = 0
    while let head = tree.head(node), steps <= tree.count {
      if head == trigger { return label(tree, node) + (steps > 1 ? "+" : "") }
      node = head
      steps += 1
    }
    return tree.isDescendant(trigger, of: i) ? "above" : "aside"
  }
}
