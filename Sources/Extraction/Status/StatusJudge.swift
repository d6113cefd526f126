import Documents
import Relations

/// How a text commits itself to what a predicate says.
struct Judgement {
  var status: Status
  /// Negated outright: nothing is said to have happened.
  var isNegated = false
  /// The tokens of who says so, as the subject of the verb of saying above; nil where the article speaks.
  var attribution: Int?
  /// The word that decided, for explaining.
  var cue: Int?
}

/// Judges the status of a predicate by the words that have scope over it: negation, modals, hedges, and the verbs
/// above it. The inventory follows the factuality cues of Saurí and Pustejovsky (2009), "FactBank".
struct StatusJudge {
  let words: WordClasses

  func judge(_ tree: SentenceTree, _ predicate: Int, governor: Int? = nil) -> Judgement {
    var judgement = Judgement(status: .asserted)
    var isNegated = false
    var node = predicate
    var below: Int?
    var steps = 0
    while steps < 12 {
      steps += 1
      local(tree, node, below: below, &judgement, &isNegated)
      guard let head = tree.head(node) else { break }
      above(tree, head, of: node, predicate: predicate, &judgement, &isNegated)
      // What modifies a noun in a relative clause or stands beside it is not governed by what governs the noun,
      // unless the noun itself is the predicate.
      let label = tree.label(node)
      if label.isRelativeClause || label.relation == .parataxis || label.relation == .appos { break }
      if label.relation == .acl, tree.isNominal(head), tree.tag(node) == "VBN" || tree.tag(node) == "VBG" { break }
      if label.relation == .nsubj, !label.isPassive { if words.contains(tree.lemma(head), in: .light) == false { break } }
      if label.relation == .nmod || label.relation == .amod || label.relation == .compound, node != predicate { break }
      below = node
      node = head
    }
    judgement.isNegated = isNegated
    return judgement
  }

  private func set(_ status: Status, _ cue: Int, _ judgement: inout Judgement) {
    func rank(_ s: Status) -> Int {
      switch s {
      case .asserted: 0
      case .alleged: 1
      case .possible: 2
      case .ended: 3
      case .denied: 4
      }
    }
    if rank(status) > rank(judgement.status) {
      judgement.status = status
      judgement.cue = cue
    }
  }

  /// What hangs on a word itself.
  private func local(
    _ tree: SentenceTree, _ i: Int, below: Int?, _ judgement: inout Judgement, _ isNegated: inout Bool
  ) {
    for child in tree.children(i) {
      let lemma = tree.lemma(child)
      let form = tree.form(child).lowercased()
      switch tree.relation(child) {
      case .advmod:
        if ["not", "n't", "n’t", "never", "neither", "hardly", "nor"].contains(form) || lemma == "not" {
          // "not only" affirms.
          if child + 1 < tree.count, ["only", "just", "merely"].contains(tree.lemma(child + 1)) { continue }
          isNegated.toggle()
          judgement.cue = child
        } else if form == "longer" || form == "formerly" || form == "previously" && false {
          set(.ended, child, &judgement)
        } else if words.contains(lemma, in: .hedge) {
          set(.alleged, child, &judgement)
        }
      case .aux:
        if ["may", "might", "could", "would", "should", "can", "must", "will", "shall", "'ll", "’ll", "'d", "wo", "ca"].contains(lemma) || ["wo", "ca", "'ll", "’ll"].contains(form) {
          if form == "can" || form == "could" || form == "ca", isNegated { continue }
          set(.possible, child, &judgement)
        }
      case .amod:
        if words.contains(lemma, in: .former) { set(.ended, child, &judgement) }
        if words.contains(lemma, in: .hedge) { set(["possible", "potential", "likely", "planned", "threatened", "imminent", "proposed"].contains(lemma) ? .possible : .alleged, child, &judgement) }
        if ["planned", "future", "proposed", "upcoming", "possible", "potential", "threatened", "imminent", "further"].contains(lemma), lemma != "further" { set(.possible, child, &judgement) }
      case .det:
        if form == "no" || form == "neither" { isNegated = true; judgement.cue = child }
      case .mark:
        if form == "if" || form == "unless" || form == "whether" { set(.possible, child, &judgement) }
      case .case:
        if form == "without" { isNegated = true; judgement.cue = child }
      default: break
      }
    }
  }

  /// What a word above the predicate makes of it.
  private func above(
    _ tree: SentenceTree, _ head: Int, of node: Int, predicate: Int, _ judgement: inout Judgement, _ isNegated: inout Bool
  ) {
    let lemma = tree.lemma(head)
    let classes = words.classes(of: lemma)
    let relation = tree.relation(node)
    let isClause = relation == .ccomp || relation == .xcomp || relation == .acl && !tree.label(node).isRelativeClause
      || relation == .csubj || relation == .advcl && tree.preposition(node) != nil
      || relation == .advcl && tree.children(node, .mark).contains { ["of", "from", "against", "for", "to"].contains(tree.form($0).lowercased()) && (classes.contains(.claim) || classes.contains(.want) || classes.contains(.fail) || classes.contains(.end)) }
    let isObject = relation == .obj || tree.label(node).isPassive
    let isOblique = relation == .obl || relation == .nmod
    if relation == .parataxis || relation == .ccomp {
      if classes.contains(.say) || classes.contains(.claim), let subject = tree.child(head, .nsubj) { judgement.attribution = subject }
    }
    guard isClause || isObject || isOblique && (classes.contains(.claim) || classes.contains(.deny) || classes.contains(.want) && ["of", "for"].contains(tree.preposition(node) ?? "") || ["talk", "speculation", "possibility", "risk", "fear"].contains(lemma)) else { return }
    // A predicate in its own right ("accused", "threatened") does not govern itself.
    if classes.contains(.deny), isClause || isObject { set(.denied, head, &judgement) }
    if classes.contains(.fail), isClause { isNegated = true }
    if classes.contains(.claim), isClause || isOblique || isObject { set(.alleged, head, &judgement) }
    if classes.contains(.end), isClause && relation != .ccomp || isObject { set(.ended, head, &judgement) }
    if classes.contains(.want), isClause || isObject || isOblique { set(.possible, head, &judgement) }
  }
}
