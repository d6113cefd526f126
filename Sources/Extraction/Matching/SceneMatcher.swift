import Documents
import Relations

/// Finds opponents that a sentence leaves to be understood: the state in which a group's attack happens or whose town
/// it takes, the group that held what an army takes back, the attacker whose attack somebody condemns.
///
/// None of them is certain, so that all candidates are weak and left to the scorer.
struct SceneMatcher {
  let document: ResolvedDocument
  let words: WordClasses
  let slots: SlotFinder
  let arguments: ArgumentResolver
  let judge: StatusJudge

  private static let attacks: Set<String> = [
    "attack", "bombing", "blast", "explosion", "assault", "raid", "shooting", "ambush", "bomb", "offensive",
    "strike",
    "airstrike", "kidnapping", "killing", "insurgency", "uprising", "rebellion",
  ]
  private static let takings: Set<String> = [
    "seize", "capture", "take", "retake", "recapture", "overrun", "storm", "control", "hold", "occupy",
    "liberate",
    "reclaim", "regain", "besiege", "shell", "bomb", "bombard", "pound", "attack", "hit", "strike", "enter",
  ]

  func match(_ tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    for i in 0..<tree.count where document.names[tree.index][i] == nil {
      if Self.attacks.contains(tree.lemma(i)), tree.partOfSpeech(i) == .noun { result += attack(tree, i) }
      if Self.takings.contains(tree.lemma(i)), tree.partOfSpeech(i) == .verb { result += taking(tree, i) }
      if ["condemn", "denounce", "deplore", "decry"].contains(tree.lemma(i)), tree.partOfSpeech(i) == .verb {
        result += condemnation(tree, i)
      }
    }
    return result
  }

  /// "The group claimed responsibility for the bombing in the capital": an attack on the state where it happened.
  private func attack(_ tree: SentenceTree, _ n: Int) -> [RelationCandidate] {
    guard let state = scene(of: tree) else { return [] }
    return agents(tree, n).filter { !document.register[$0.actor].isState && $0.actor != state }.map {
      candidate(tree, n, $0, Argument(actor: state, token: n, path: .event), .fighting, "fighting.scene")
    }
  }

  private func taking(_ tree: SentenceTree, _ v: Int) -> [RelationCandidate] {
    let isPlace = slots.deepObject(tree, v).contains { filler in
      guard case .token(let i) = filler, document.mentions[tree.index][i] == nil || isStateName(tree, i)
      else { return false }
      if let span = document.names[tree.index][i] {
        if case .place = span.sense { return true }
        return isStateName(tree, i)
      }
      return words.contains(tree.lemma(i), in: .place) || words.contains(tree.lemma(i), in: .position)
    }
    guard isPlace else { return [] }
    let takers = slots.deepSubject(tree, v).flatMap { arguments.arguments(tree, $0) }
    return takers.compactMap { taker in
      let opponent = document.register[taker.actor].isState ? groupBefore(tree, v) : scene(of: tree)
      guard let opponent, opponent != taker.actor else { return nil }
      return candidate(
        tree, v, taker, Argument(actor: opponent, token: v, path: .holder), .fighting, "fighting.holder")
    }
  }

  private func condemnation(_ tree: SentenceTree, _ v: Int) -> [RelationCandidate] {
    let isAttack = slots.deepObject(tree, v).contains { filler in
      guard case .token(let i) = filler else { return false }
      return Self.attacks.contains(tree.lemma(i)) && arguments.arguments(tree, filler).isEmpty
    }
    guard isAttack, let attacker = groupBefore(tree, v) else { return [] }
    return slots.deepSubject(tree, v).flatMap { arguments.arguments(tree, $0) }.filter {
      $0.actor != attacker
    }.map {
      candidate(
        tree, v, $0, Argument(actor: attacker, token: v, path: .event), .opposes, "opposes.condemned_attack")
    }
  }

  // MARK: - Who is meant

  private func agents(_ tree: SentenceTree, _ n: Int) -> [Argument] {
    var result = slots.owner(tree, n).flatMap { arguments.arguments(tree, $0) }
    for child in tree.children(n, .nmod, .obl) where tree.preposition(child) == "by" {
      result += arguments.arguments(tree, .token(child))
    }
    return result
  }

  /// The state of the first place that a sentence names, else the one that the article is about.
  private func scene(of tree: SentenceTree) -> Int? {
    for i in 0..<tree.count {
      guard let span = document.names[tree.index][i], span.head == i else { continue }
      if case .place(let state?) = span.sense { return state }
      if isStateName(tree, i), ["in", "across", "inside"].contains(tree.preposition(i) ?? ""),
        let mention = document.mentions[tree.index][i]
      {
        return mention.actors.first
      }
    }
    return document.focus
  }

  private func isStateName(_ tree: SentenceTree, _ i: Int) -> Bool {
    guard let span = document.names[tree.index][i], case .actor(let index, .name) = span.sense else {
      return false
    }
    return document.register[index].isState
  }

  /// The armed group named last before a token, at most two sentences back.
  private func groupBefore(_ tree: SentenceTree, _ i: Int) -> Int? {
    for s in stride(from: tree.index, through: max(0, tree.index - 2), by: -1) {
      let end = s == tree.index ? i : document.mentions[s].count
      for k in stride(from: end - 1, through: 0, by: -1) {
        guard let mention = document.mentions[s][k] else { continue }
        if let group = mention.actors.first(where: { document.register[$0].kind == .armedGroup }) {
          return group
        }
      }
    }
    return nil
  }

  private func candidate(
    _ tree: SentenceTree, _ p: Int, _ source: Argument, _ target: Argument, _ type: RelationType,
    _ rule: String
  ) -> RelationCandidate {
    let judgement = judge.judge(tree, p)
    return RelationCandidate(
      source: source, target: target, type: type, status: judgement.status, isNegated: judgement.isNegated,
      rule: rule,
      isWeak: true, sentence: tree.index, predicate: p, attribution: judgement.attribution,
      hasInitiator: type == .fighting)
  }
}
