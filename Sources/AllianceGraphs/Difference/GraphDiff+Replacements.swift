import Relations

extension GraphDiff {
  /// Recognizes among the relations that went and came those that took another's place: a directed one turned round,
  /// then, where one alone went and one alone came between the same two, one of another type.
  static func replacements(
    of gone: [Edge], by added: [Edge]
  ) -> (gone: [Edge], added: [Edge], changes: [RelationChange]) {
    var changes: [RelationChange] = []
    var arrivals = Dictionary(added.map { ($0.relation, $0) }, uniquingKeysWith: { a, _ in a })
    var departed: [Edge] = []
    for before in gone {
      if !before.type.isSymmetric, let after = arrivals.removeValue(forKey: before.relation.reversed) {
        changes.append(RelationChange(before: before, after: after))
      } else {
        departed.append(before)
      }
    }
    let arrived = added.filter { arrivals[$0.relation] != nil }
    let arrivedByDyad = Dictionary(grouping: arrived, by: \.dyad)
    let departedByDyad = Dictionary(grouping: departed, by: \.dyad)
    var replaced: Set<Relation> = []
    for before in departed {
      guard departedByDyad[before.dyad]?.count == 1, let after = arrivedByDyad[before.dyad], after.count == 1
      else { continue }
      changes.append(RelationChange(before: before, after: after[0]))
      replaced.formUnion([before.relation, after[0].relation])
    }
    return (
      departed.filter { !replaced.contains($0.relation) }, arrived.filter { !replaced.contains($0.relation) },
      changes
    )
  }
}

extension Edge {
  /// The two ends, whichever way round.
  fileprivate var dyad: [ActorID] {
    Ordering(source, target) == .before ? [source, target] : [target, source]
  }
}
