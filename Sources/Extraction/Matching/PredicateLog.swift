import Relations

/// A predicate of the lexicon in a sentence, with the actors found in its slots: perhaps only one side of it.
struct PredicateRoles {
  var sentence: Int
  var token: Int
  var type: RelationType
  var frame: String
  var isMutual: Bool
  var sources: [Argument]
  var targets: [Argument]
}

/// Collects the predicates of an article while frames are matched.
final class PredicateLog {
  private(set) var roles: [PredicateRoles] = []

  func add(_ tree: SentenceTree, _ token: Int, _ frame: Frame, sources: [Argument], targets: [Argument]) {
    roles.append(
      PredicateRoles(
        sentence: tree.index, token: token, type: frame.type, frame: frame.id, isMutual: frame.isMutual,
        sources: sources, targets: targets))
  }
}
