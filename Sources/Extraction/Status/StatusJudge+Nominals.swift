import Documents
import Relations

/// What a verb or a noun makes of a noun below it: "halted aid", "the threat of strikes", "talks collapsed".
extension StatusJudge.Climb {
  /// Verbs that say of their subject that it happens.
  private static let happening: Set<String> = [
    "happen", "occur", "erupt", "flare", "follow", "begin", "start", "resume", "continue", "proceed", "go",
    "take", "hold",
    "ensue", "come", "break", "exist", "last", "persist", "be",
  ]
  /// Verbs that say of their object that it comes about.
  private static let causing: Set<String> = [
    "foster", "promote", "facilitate", "spark", "ignite", "cause", "achieve", "secure", "advance", "arrange",
    "organize",
    "organise", "precipitate", "unleash",
  ]
  /// Verbs that say of their subject that it came to nothing.
  private static let failing: Set<String> = [
    "collapse", "unravel", "expire", "disintegrate", "falter", "crumble",
  ]
  /// Events whose end is no more than their regular course.
  private static let meetings: Set<String> = [
    "talk", "negotiation", "meeting", "summit", "visit", "discussion", "conference",
  ]
  /// Verbs by which an end comes about.
  private static let reaching: Set<String> = [
    "put", "bring", "come", "announce", "declare", "mark", "spell", "see", "order", "celebrate", "welcome",
    "follow",
  ]
  /// Declarations that are support themselves.
  private static let declared: Set<String> = [
    "support", "backing", "allegiance", "loyalty", "solidarity", "fealty",
  ]

  mutating func stepFromNominal(_ node: Int, to head: Int) -> Step {
    let label = tree.label(node)
    switch label.relation {
    case .nsubj: return label.isPassive ? stepFromObject(node, to: head) : stepFromSubject(node, to: head)
    case .obj, .iobj, .xcomp: return stepFromObject(node, to: head)
    case .obl, .nmod:
      if label.isPossessive { return .stop }
      if label.relation == .obl, tree.preposition(node) == nil { return stepFromObject(node, to: head) }
      return stepFromOblique(node, to: head)
    case .compound:
      // "strike threat", "aid freeze", "peace talks".
      return apply(classes(of: head), of: head, to: node) ? .up(appliesDependents: true) : .stop
    case .conj: return .up(appliesDependents: !tree.isVerb(node) && tree.children(node, .det).isEmpty)
    case .ccomp, .advcl, .parataxis, .acl: return stepFromClause(node, to: head)
    default: return .stop
    }
  }

  private mutating func stepFromSubject(_ node: Int, to head: Int) -> Step {
    let lemma = tree.lemma(head)
    let classes = classes(of: head)
    let hasObject = tree.child(head, .obj) != nil
    if !hasObject, tree.isVerb(head) {
      let particle = tree.children(head, .compound, .advmod).map { tree.form($0).lowercased() }
      let breaksDown =
        ["break", "fall"].contains(lemma) && !Set(particle).isDisjoint(with: ["down", "apart", "off", "up"])
      if Self.failing.contains(lemma) || breaksDown
        || classes.contains(.end) && !Self.meetings.contains(tree.lemma(node))
      {
        judgement.end(head)
        return .up(appliesDependents: true)
      }
    }
    if !tree.isVerb(head) {
      // "talks are possible", "an attack is unlikely", "the war is over".
      if lemma == "over", tree.child(head, .cop) != nil { judgement.end(head) }
      // "reports that … were false"
      if classes.contains(.deny) { judgement.deny(head) }
      if classes.contains(.want) || classes.contains(.hedge) { judgement.suppose(head) }
      return .stop
    }
    if classes.contains(.light) || Self.happening.contains(lemma) { return .up(appliesDependents: true) }
    return isDefinite(node) ? .stop : .up(appliesDependents: true)
  }

  private mutating func stepFromObject(_ node: Int, to head: Int) -> Step {
    if head == applied { return .up(appliesDependents: true) }
    let classes = classes(of: head)
    if ["discuss", "debate"].contains(tree.lemma(head)), !isDefinite(node) {
      suppose(head, by: subject(of: head), node)
      return .stop
    }
    if apply(classes, of: head, to: node) || classes.contains(.light)
      || Self.causing.contains(tree.lemma(head))
    {
      return .up(appliesDependents: true)
    }
    // What a verb does to it presupposes it, unless the verb itself is only supposed: "could trigger a war".
    return isDefinite(node) || tree.child(head, .aux) == nil || isNegated(head)
      ? .stop : .up(appliesDependents: true)
  }

  private func isNegated(_ head: Int) -> Bool {
    tree.children(head, .advmod).contains { tree.lemma($0) == "not" || tree.lemma($0) == "never" }
  }

  private mutating func stepFromOblique(_ node: Int, to head: Int) -> Step {
    let preposition = tree.preposition(node) ?? ""
    let lemma = tree.lemma(head)
    switch preposition {
    case "without":
      return .stop
    case "in_case_of", "in_the_event_of":
      judgement.suppose(head)
      judgement.isHypothetical = true
      return .stop
    case "instead_of", "rather_than":
      judgement.negate(head)
      return .stop
    default: break
    }
    if ["case", "event"].contains(lemma), preposition == "of", tree.preposition(head) == "in" {
      judgement.suppose(head)
      judgement.isHypothetical = true
      return .stop
    }
    let phrase = words.classes(of: lemma + " " + preposition)
    let classes = phrase == [] ? classes(of: head) : phrase
    let isContent: Bool
    if tree.isVerb(head) {
      switch preposition {
      case "for": isContent = classes.contains(.want) || classes.contains(.claim)
      case "of": isContent = !classes.isDisjoint(with: [.want, .claim, .deny, .fail])
      case "about", "against", "on":
        isContent = ["warn", "speculate", "plan", "insist", "worry"].contains(lemma)
      case "from": isContent = classes.contains(.fail) || classes.contains(.end)
      case "with": isContent = ["threaten", "charge"].contains(lemma)
      case "as": isContent = classes.contains(.deny)
      case "in", "into", "to", "through":
        return classes.contains(.light)
          || ["involve", "participate", "return", "agree", "take", "join"].contains(lemma)
          ? .up(appliesDependents: true) : .stop
      default: isContent = phrase != []
      }
    } else {
      switch preposition {
      case "of", "for", "about", "against": isContent = preposition == "of" || classes.contains(.want)
      case "to": isContent = classes.contains(.end) || ["threat", "prelude", "commitment"].contains(lemma)
      case "in": isContent = classes.contains(.end)
      default: isContent = false
      }
    }
    guard isContent else { return .stop }
    if tree.isVerb(head), classes.contains(.claim), let speaker = subject(of: head), !isPassive(head) {
      attribute(to: speaker)
    }
    return apply(classes, of: head, to: node) ? .up(appliesDependents: true) : .stop
  }

  /// Applies what a word does to a noun that it governs; false if it does nothing.
  private mutating func apply(_ classes: WordClassSet, of head: Int, to node: Int) -> Bool {
    let lemma = tree.lemma(head)
    if classes.contains(.deny) {
      judgement.deny(head)
    } else if classes.contains(.end) {
      // "cut its aid by a fifth": the rest goes on.
      if ["cut", "reduce", "scale"].contains(lemma),
        tree.children(head, .obl).contains(where: { ["by", "to"].contains(tree.preposition($0) ?? "") })
      {
        return true
      }
      judgement.end(head)
      // "an end to the war" is sought more often than it comes.
      if !tree.isVerb(head), ["end", "halt", "stop"].contains(lemma), judgement.status == .ended,
        !Self.reaching.contains(tree.head(head).map { tree.lemma($0) } ?? "")
      {
        judgement.suppose(head)
      }
    } else if ["postpone", "delay", "shelve"].contains(lemma) {
      judgement.suppose(head)
    } else if classes.contains(.fail) {
      if tree.isVerb(head) { judgement.suppose(head) } else { judgement.negate(head) }
      judgement.isHypothetical = true
    } else if classes.contains(.claim) {
      // "claimed the attack" means to have done it, and what is blamed on someone has happened.
      if ["claim", "fault", "indict", "estimate"].contains(lemma), tree.isVerb(head) { return true }
      judgement.allege(head)
    } else if classes.contains(.want), lemma != "call" || tree.relation(node) == .obl {
      if ["pledge", "promise", "swear", "offer"].contains(lemma), Self.declared.contains(tree.lemma(node)) {
        return true
      }
      suppose(head, by: subject(of: head), node)
    } else {
      return false
    }
    return true
  }

  /// "the war", "this attack", "its support": the phrase takes for granted that there is one.
  func isDefinite(_ node: Int) -> Bool {
    tree.children(node).contains {
      let label = tree.label($0)
      return label.relation == .det
        && ["the", "this", "that", "these", "those"].contains(tree.form($0).lowercased())
        || label.relation == .nmod && label.isPossessive
    }
  }
}
