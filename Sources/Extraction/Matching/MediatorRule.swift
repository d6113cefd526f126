import Relations

/// Finds between whom somebody mediates where the sentence leaves it to the one before: "They signed a truce. The deal was
/// brokered by Qatar."
struct MediatorRule {
  let document: ResolvedDocument
  let judge: StatusJudge

  /// Linear in the number of predicates times the candidates near them.
  func extend(_ found: [RelationCandidate], roles: [PredicateRoles]) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    for role in roles where role.frame == "negotiates.mediate" && role.targets.isEmpty {
      let tree = document.trees[role.sentence]
      guard tree.isVerb(role.token), tree.tag(role.token) != "VB", tree.tag(role.token) != "VBG",
        let event = encounter(tree, role.token)
      else { continue }
      let judgement = judge.judge(tree, role.token)
      guard !judgement.isNegated else { continue }
      let mediators = role.sources.filter { [.direct, .part, .possession].contains($0.path) }
      for mediator in mediators {
        let parties = parties(found, before: role).filter { $0.actor != mediator.actor }
        guard parties.count > 1 else { continue }
        let isHere = found.contains { $0.sentence == role.sentence && $0.predicate == event }
        guard isHere || isKnown(tree, event) else { continue }
        result += parties.map {
          RelationCandidate(
            source: mediator, target: Argument(actor: $0.actor, token: event, path: .event),
            type: .negotiatesWith, status: judgement.status, rule: "negotiates.mediated_deal",
            sentence: role.sentence, predicate: role.token)
        }
      }
    }
    return result
  }

  /// The talks or the deal that a verb of mediation has as its object.
  private func encounter(_ tree: SentenceTree, _ verb: Int) -> Int? {
    let isModifier = tree.relation(verb) == .acl && !tree.label(verb).isRelativeClause
    let candidates =
      tree.children(verb, .obj) + tree.children(verb, .nsubj).filter { tree.label($0).isPassive }
      + (isModifier ? [tree.head(verb)].compactMap { $0 } : [])
    return candidates.first { tree.isNominal($0) }
  }

  private func isKnown(_ tree: SentenceTree, _ event: Int) -> Bool {
    tree.children(event, .det).contains { ["the", "this", "these", "those"].contains(tree.lemma($0)) }
      || tree.tag(event) == "NNS" && tree.children(event, .det).isEmpty
  }

  /// Who talked or made a deal with one another last, at most two sentences before.
  private func parties(_ found: [RelationCandidate], before role: PredicateRoles) -> [Argument] {
    let near = found.filter {
      $0.type == .negotiatesWith && !$0.isNegated && !$0.isWeak && $0.status != .ended
        && ["negotiates.talk", "negotiates.deal", "negotiates.truce", "negotiates.meet"].contains($0.rule)
        && (role.sentence - 2...role.sentence).contains($0.sentence)
        && ($0.sentence, $0.predicate) < (role.sentence, role.token)
    }
    guard let last = near.max(by: { ($0.sentence, $0.predicate) < ($1.sentence, $1.predicate) }) else {
      return []
    }
    var result: [Argument] = []
    for candidate in near where (candidate.sentence, candidate.predicate) == (last.sentence, last.predicate) {
      for end in [candidate.source, candidate.target] where !result.contains(where: { $0.actor == end.actor })
      {
        result.append(end)
      }
    }
    return result
  }
}
