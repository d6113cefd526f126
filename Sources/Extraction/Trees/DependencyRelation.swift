/// The universal dependency relations, without their subtypes.
enum DependencyRelation: String {
  case acl, advcl, advmod, amod, appos, aux, `case`, cc, ccomp, clf, compound, conj, cop, csubj, dep, det
  case discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nsubj, nummod, obj, obl
  case orphan, parataxis, punct, reparandum, root, vocative, xcomp
}

/// A dependency relation with the subtypes that extraction looks at.
struct DependencyLabel {
  var relation: DependencyRelation
  var isPassive = false
  var isRelativeClause = false
  var isPossessive = false
  var isParticle = false
  /// A title or description before or after a name ("President Bush").
  var isDescription = false
  var isAgent = false

  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    relation = parts.first.flatMap { DependencyRelation(rawValue: String($0)) } ?? .dep
    guard parts.count == 2 else { return }
    switch parts[1] {
    case "pass": isPassive = true
    case "relcl": isRelativeClause = true
    case "poss": isPossessive = true
    case "prt": isParticle = true
    case "desc": isDescription = true
    case "agent": isAgent = true
    default: break
    }
  }
}
