import Documents
import Relations

/// Describes two mentions in one sentence for the scorer: the words and branches between them, and what the predicates of a
/// type have to do with them.
struct PairDescriber {
  let article: ArticleHypotheses

  /// What holds for relations of every type.
  func describe(_ pair: MentionPair, isForward: Bool, _ emit: (String) -> Void) {
    let tree = article.document.trees[pair.sentence]
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
    let between = (pair.first + 1..<max(pair.first + 1, pair.second)).filter {
      article.document.mentions[pair.sentence][$0].map { mention in
        mention.form != .modifier && !mention.actors.contains(pair.firstActor)
          && !mention.actors.contains(pair.secondActor)
      } ?? false
    }.count
    emit("others between \(min(between, 3))")
  }

  /// What the predicates of a type have to do with the two.
  func describe(
    _ pair: MentionPair, _ key: RelationHypothesis.Key, isForward: Bool, _ emit: (String) -> Void
  ) {
    let tree = article.document.trees[pair.sentence]
    let (a, b) = isForward ? (pair.first, pair.second) : (pair.second, pair.first)
    let (up, top, down) = path(tree, a, b)
    roles(pair, key, emit)
    // The predicates of the type, and where they stand to the two.
    for trigger in article.triggers[pair.sentence] where trigger.type == key.type {
      let place = trigger.token < pair.first ? "before" : trigger.token > pair.second ? "after" : "between"
      let isOnPath = trigger.token == top || up.contains(trigger.token) || down.contains(trigger.token)
      emit("trigger \(trigger.frame)")
      emit("trigger \(isOnPath ? "on path" : place) \(isForward)")
      emit("trigger \(trigger.frame) \(isOnPath ? "on path" : place) \(isForward)")
      emit("trigger word \(tree.lemma(trigger.token)) \(isOnPath)")
      emit("trigger reach \(reach(tree, trigger.token, a)) \(reach(tree, trigger.token, b))")
    }
    for trigger in article.triggers[pair.sentence] where trigger.type != key.type {
      if trigger.token == top { emit("other trigger \(trigger.type)") }
    }
  }

  /// How far the predicates of the type go with the two as their ends: which slots they fill, which stay empty and
  /// which somebody else fills.
  private func roles(_ pair: MentionPair, _ key: RelationHypothesis.Key, _ emit: (String) -> Void) {
    let isSymmetric = key.type.isSymmetric
    let tree = article.document.trees[pair.sentence]
    for role in article.roles[pair.sentence] where role.type == key.type {
      func state(_ arguments: [Argument], _ actor: Int) -> String {
        arguments.isEmpty ? "empty" : arguments.contains { $0.actor == actor } ? "self" : "other"
      }
      var turns = [(key.source, key.target)]
      if isSymmetric { turns.append((key.target, key.source)) }
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
