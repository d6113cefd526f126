import Documents
import Relations

/// What hangs on a word and bears on it: "not", "would", "allegedly", "former", "if".
extension StatusJudge.Climb {
  private static let modals: Set<String> = [
    "may", "might", "could", "would", "should", "can", "must", "will", "shall", "ought", "'ll", "’ll", "'d",
    "’d", "wo",
    "ca", "sha",
  ]
  private static let negations: Set<String> = [
    "not", "n't", "n’t", "never", "nor", "hardly", "scarcely", "barely",
  ]
  /// "Threatened more attacks", "offered further aid": there have been some.
  private static let additive: Set<String> = [
    "more", "further", "renewed", "continued", "ongoing", "continuing",
  ]
  private static let fictions: Set<String> = [
    "film", "movie", "novel", "game", "play", "sitcom", "thriller", "drama", "simulation", "dream",
  ]
  private static let conditions: Set<String> = ["if", "unless", "whether", "lest"]
  private static let plans: Set<String> = [
    "planned", "future", "proposed", "upcoming", "possible", "potential", "threatened", "imminent",
    "prospective",
    "eventual", "looming", "impending", "scheduled", "expected", "would-be",
  ]
  /// What goes on under these goes on already: "will continue to back".
  static let continuing: Set<String> = [
    "continue", "keep", "remain", "maintain", "expand", "increase", "intensify", "strengthen", "extend",
    "escalate",
    "boost", "deepen", "widen", "accelerate", "reinforce", "reaffirm", "sustain", "persist", "redouble",
  ]

  /// - Parameter below: The node that the climb came from; nil at the predicate.
  mutating func applyDependents(of node: Int, below: Int?) {
    let isContinuing =
      below.map { tree.relation($0) != .advcl } == true && Self.continuing.contains(tree.lemma(node))
    for child in tree.children(node) where child != below {
      let form = tree.form(child).lowercased()
      switch tree.relation(child) {
      case .advmod: applyAdverb(child, form, of: node)
      case .aux where Self.modals.contains(form) && !isContinuing: judgement.suppose(child)
      case .amod, .compound: if node == predicate { applyAttribute(child, form) }
      case .det: applyDeterminer(child, form)
      case .nsubj:
        if tree.children(child, .det).contains(where: {
          ["no", "neither"].contains(tree.form($0).lowercased())
        })
          || ["nobody", "none", "nothing", "neither"].contains(form)
          || tree.children(child, .cc).contains(where: { tree.form($0).lowercased() == "neither" })
        {
          judgement.negate(child)
        }
      // "Neither X nor Y backs Z", where the tree hangs the first word on the verb.
      case .cc where form == "neither" && child < node: judgement.negate(child)
      case .mark:
        if Self.conditions.contains(form) {
          judgement.suppose(child)
          judgement.isHypothetical = true
        } else if form == "without" {
          judgement.negate(child)
        } else if form == "to", tree.relation(node) == .root, tree.tag(node) == "VB" {
          // Headlines: "X to meet Y".
          judgement.suppose(child)
        }
      case .case: if form == "without" { judgement.negate(child) }
      case .obl:
        if tree.preposition(child) == "according_to" { attribute(to: child) }
        // "In the film, X invades Y."
        if tree.preposition(child) == "in", Self.fictions.contains(tree.lemma(child)) {
          judgement.negate(child)
        }
      case .acl:
        // "the attack, blamed on X"; but who "claimed" it did it.
        if node == predicate, tree.tag(child) == "VBN", tree.lemma(child) != "claim",
          words.contains(tree.lemma(child), in: .claim), !tree.label(child).isRelativeClause
        {
          judgement.allege(child)
        }
      case .parataxis: applyTrailingSpeaker(child, of: node)
      default: break
      }
    }
  }

  private mutating func applyAdverb(_ child: Int, _ form: String, of node: Int) {
    let next = child + 1 < tree.count ? tree.form(child + 1).lowercased() : ""
    let previous = child > 0 ? tree.form(child - 1).lowercased() : ""
    if form == "longer" || form == "anymore" || form == "more" && previous == "any" {
      if form == "anymore" || previous == "no" || previous == "any" { judgement.end(child) }
    } else if Self.negations.contains(form) || tree.lemma(child) == "not" {
      // "not only" affirms; "not … any longer" ends.
      if ["only", "just", "merely", "least"].contains(next) { return }
      let isEnd = tree.children(node, .advmod).contains {
        let other = tree.form($0).lowercased()
        return other == "anymore"
          || ["longer", "more"].contains(other) && tree.form(max(0, $0 - 1)).lowercased() == "any"
      }
      if !isEnd { judgement.negate(child) }
    } else if form == "formerly"
      || form == "once" && child == node - 1 && child > 0 && tree.tag(node) != "VBG"
    {
      judgement.end(child)
    } else if words.contains(tree.lemma(child), in: .hedge) {
      judgement.allege(child)
    }
  }

  private mutating func applyAttribute(_ child: Int, _ form: String) {
    let lemma = tree.lemma(child)
    if Self.additive.contains(form) {
      judgement.presuppose()
    } else if words.contains(lemma, in: .former) {
      judgement.end(child)
    } else if ["simulated", "mock", "fictional", "imaginary"].contains(form) {
      judgement.negate(child)
    } else if Self.plans.contains(form) {
      judgement.suppose(child)
    } else if words.contains(lemma, in: .hedge),
      !["so-called", "self-styled", "self-proclaimed"].contains(form)
    {
      judgement.allege(child)
    }
  }

  private mutating func applyDeterminer(_ child: Int, _ form: String) {
    if form == "no" || form == "neither" {
      // "no longer", "no fewer than".
      let next = child + 1 < tree.count ? tree.form(child + 1).lowercased() : ""
      if !["longer", "fewer", "less", "doubt", "secret"].contains(next) { judgement.negate(child) }
    } else if form == "any", !judgement.isNegated {
      judgement.suppose(child)
      judgement.isHypothetical = true
    }
  }

  /// "X attacked Y, Z said."
  private mutating func applyTrailingSpeaker(_ child: Int, of node: Int) {
    let classes = classes(of: child)
    guard classes.contains(.say) || classes.contains(.claim) || classes.contains(.deny) else { return }
    if classes.contains(.claim), !classes.contains(.say) { judgement.allege(child) }
    if let speaker = subject(of: child) { attribute(to: speaker) }
  }

  mutating func attribute(to speaker: Int) {
    if judgement.attribution == nil { judgement.attribution = speaker }
  }

  /// The classes of a verb together with its particle, which may turn its meaning: "rule out", "call off".
  func classes(of head: Int) -> WordClassSet {
    let lemma = tree.lemma(head)
    for child in tree.children(head, .compound, .advmod, .obl)
    where child == head + 1 || tree.label(child).isParticle {
      let phrase = words.classes(of: lemma + " " + tree.form(child).lowercased())
      if phrase != [] { return phrase }
    }
    return words.classes(of: lemma)
  }
}
