import Relations

/// Finds who fights beside those whom he supports: where a sentence says that one attacks with the air strikes, the troops
/// or the fighters of another, both of them fight. Who only pays or arms a party to a war does not.
struct SupporterRule {
  let document: ResolvedDocument
  let words: WordClasses

  /// Linear in the number of pairs of candidates of a sentence.
  func extend(_ found: [RelationCandidate], in tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    let fights = found.filter { $0.type == .fighting && !$0.isNegated && !$0.isWeak && $0.status != .ended }
    for support in found
    where support.type == .backs && !support.isNegated && support.status == .asserted
      && isArmed(support, tree)
    {
      for fight in fights {
        // Both ends, since it is not always the attacker who has support.
        for (own, enemy) in [(fight.source, fight.target), (fight.target, fight.source)]
        where own.actor == support.target.actor && enemy.actor != support.source.actor
          && !found.contains(where: {
            $0.type == .backs && $0.source.actor == support.source.actor && $0.target.actor == enemy.actor
          })
        {
          result.append(
            RelationCandidate(
              source: support.source, target: enemy, type: .fighting, status: fight.status,
              rule: "fighting.supporter", sentence: tree.index, predicate: fight.predicate,
              attribution: fight.attribution, cue: fight.cue, isHypothetical: fight.isHypothetical))
        }
      }
    }
    return result
  }

  /// Whether the support consists of forces in action.
  private func isArmed(_ support: RelationCandidate, _ tree: SentenceTree) -> Bool {
    let source = support.source.token
    let lemma = tree.lemma(source)
    if Self.strikes.contains(lemma) || words.contains(lemma, in: .fighter) { return true }
    if words.contains(lemma, in: .force) { return true }
    guard ["backs.with_help", "backs.support", "backs.protect", "backs.intervene"].contains(support.rule)
    else {
      return false
    }
    if [.armedGroup, .coalition].contains(document.register[support.source.actor].kind),
      support.rule != "backs.protect"
    {
      return true
    }
    // "with Russian air support"
    return (max(0, support.predicate - 2)...min(tree.count - 1, support.predicate + 6)).contains { k in
      ["air", "artillery", "aerial", "firepower", "airpower"].contains(tree.lemma(k))
        && tree.head(k).map { Self.help.contains(tree.lemma($0)) || Self.strikes.contains(tree.lemma($0)) }
          == true
    }
  }

  private static let strikes: Set<String> = [
    "strike", "airstrike", "raid", "bombing", "bombardment", "shelling", "firepower", "airpower", "fire",
  ]
  private static let help: Set<String> = ["support", "cover", "power", "backing", "help"]
}
