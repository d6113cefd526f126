import Documents
import Relations

/// Weighs what single sentences say of a relation by who says it, and by what the rest of the article says.
struct StatusReview {
  let document: ResolvedDocument

  /// The candidates in the same order, with their status as the article supports it. Takes quadratic time in the number
  /// of candidates of an article at worst.
  func review(_ candidates: [RelationCandidate]) -> [RelationCandidate] {
    let hostile = Set(
      candidates.filter { ($0.type == .fighting || $0.type == .opposes) && !$0.isNegated && !$0.isWeak }
        .map { Pair($0.source.actor, $0.target.actor) })
    return markDisputes(candidates.map { review($0, hostile: hostile) })
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init(_ a: Int, _ b: Int) {
      (first, second) = (min(a, b), max(a, b))
    }
  }

  private func review(_ candidate: RelationCandidate, hostile: Set<Pair>) -> RelationCandidate {
    var candidate = candidate
    // To threaten, plan or consider hostile steps is hostile already.
    if candidate.type == .opposes, candidate.status == .possible, !candidate.isHypothetical,
      !candidate.isNegated
    {
      candidate.status = .asserted
    }
    let speakers = speakers(of: candidate)
    guard !speakers.isEmpty else { return candidate }
    let ends = [candidate.source.actor, candidate.target.actor]
    if !speakers.isDisjoint(with: ends) {
      if candidate.isNegated, candidate.status == .asserted || candidate.status == .alleged,
        candidate.type != .opposes, candidate.type != .negotiatesWith
      {
        // "X said that it did not attack Y": a party's denial.
        candidate.isNegated = false
        candidate.status = .denied
      } else if candidate.status == .alleged, !isAccusation(candidate),
        candidate.type == .fighting || speakers.contains(candidate.source.actor)
      {
        // A party's report of what it did, or of an attack on it.
        candidate.status = .asserted
      }
    } else if candidate.status == .asserted, candidate.type == .backs || candidate.type == .alliedWith,
      speakers.contains(where: { speaker in ends.contains { hostile.contains(Pair(speaker, $0)) } })
    {
      // What a party says of the friends of its foe.
      candidate.status = .alleged
    }
    return candidate
  }

  private func speakers(of candidate: RelationCandidate) -> Set<Int> {
    guard let token = candidate.attribution else { return [] }
    let tree = document.trees[candidate.sentence]
    let head = document.names[candidate.sentence][token]?.head ?? token
    return Set(
      tree.coordinated(head).flatMap {
        // "Hezbollah's television" speaks for its owner.
        document.mentions[candidate.sentence][$0]?.actors ?? document.owners[candidate.sentence][$0]
      })
  }

  private func isAccusation(_ candidate: RelationCandidate) -> Bool {
    guard let cue = candidate.cue else { return false }
    let lemma = document.trees[candidate.sentence].lemma(cue)
    return ["accuse", "accusation", "blame", "charge", "suspect", "allege", "allegation", "implicate"]
      .contains(lemma)
  }

  /// Where one says so and another denies it, the one claims and the relation is disputed.
  private func markDisputes(_ candidates: [RelationCandidate]) -> [RelationCandidate] {
    let denied = candidates.filter { $0.status == .denied && !$0.isNegated }
    guard !denied.isEmpty else { return candidates }
    return candidates.map { candidate in
      guard !candidate.isNegated, candidate.status == .asserted || candidate.status == .alleged,
        denied.contains(where: { isSame($0, candidate) })
      else { return candidate }
      var disputed = candidate
      disputed.disputed = true
      if candidate.attribution != nil { disputed.status = .alleged }
      return disputed
    }
  }

  private func isSame(_ a: RelationCandidate, _ b: RelationCandidate) -> Bool {
    guard a.type == b.type else { return false }
    return a.source.actor == b.source.actor && a.target.actor == b.target.actor
      || a.type.isSymmetric && a.source.actor == b.target.actor && a.target.actor == b.source.actor
  }
}
