import Documents
import Relations

/// What a verb, an adjective or a noun makes of a clause below it: "denied that …", "plans to …", "accused of …".
extension StatusJudge.Climb {
  mutating func stepFromClause(_ node: Int, to head: Int) -> Step {
    let label = tree.label(node)
    switch label.relation {
    case .ccomp: return stepFromContent(node, to: head)
    case .xcomp:
      // "has yet to meet"
      if tree.lemma(head) == "have", tree.children(head, .advmod).contains(where: { tree.lemma($0) == "yet" })
      {
        judgement.negate(head)
        return .up(appliesDependents: true)
      }
      if governs(head, infinitive: node) { return .up(appliesDependents: true) }
      if isPassive(head), classes(of: head).contains(.say) { judgement.allege(head) }
      return .up(appliesDependents: true)
    case .acl:
      return label.isRelativeClause && !hasMark(node, "that") ? .stop : stepFromNounClause(node, to: head)
    case .advcl: return stepFromAdjunct(node, to: head)
    case .parataxis:
      let classes = classes(of: head)
      if classes.contains(.say) || classes.contains(.claim), let speaker = subject(of: head) {
        attribute(to: speaker)
      }
      return .stop
    case .conj:
      // "Let X fight Y."
      if tree.lemma(head) == "let", subject(of: head) == nil { suppose(head, by: nil, node) }
      return .up(appliesDependents: sharesDependents(node, of: head))
    default: return .stop
    }
  }

  /// "X says that …", "X denied …", "X fears …".
  private mutating func stepFromContent(_ node: Int, to head: Int) -> Step {
    let classes = classes(of: head)
    let speaker = subject(of: head)
    if classes.contains(.say) || classes.contains(.claim) || classes.contains(.deny) {
      if let speaker, !tree.label(speaker).isPassive { attribute(to: speaker) }
    }
    if tree.isNominal(head),
      ["report", "rumor", "rumour", "claim", "allegation", "accusation"].contains(tree.lemma(head))
    {
      judgement.allege(head)
      return .up(appliesDependents: true)
    }
    if classes.contains(.deny) {
      judgement.deny(head)
    } else if classes.contains(.say), !classes.contains(.want) {
      return .up(appliesDependents: false)
    } else if classes.contains(.claim) {
      judgement.allege(head)
    } else if classes.contains(.fail) {
      judgement.negate(head)
    } else if classes.contains(.want), tree.lemma(head) != "call" {
      // "warned that X had attacked" tells what happened, "feared that X would attack" not.
      if tree.lemma(head) != "warn" || isInfinite(node) { suppose(head, by: subject(of: head), node) }
    } else if tree.lemma(head) == "let", speaker == nil {
      suppose(head, by: nil, node)
    } else {
      return .up(appliesDependents: false)
    }
    return .up(appliesDependents: true)
  }

  /// Applies what a word does to an infinitive or a participle that it governs; false if it does nothing.
  private mutating func governs(_ head: Int, infinitive node: Int) -> Bool {
    let classes = classes(of: head)
    let lemma = tree.lemma(head)
    if classes.contains(.deny) {
      judgement.deny(head)
    } else if classes.contains(.fail) {
      judgement.negate(head)
    } else if classes.contains(.end) {
      // "stopped arming", not "stopped to arm".
      if tree.tag(node) == "VBG" { judgement.end(head) }
    } else if classes.contains(.claim), lemma != "argue" {
      judgement.allege(head)
    } else if lemma == "call" {
      // "called on X to attack", not "called it an attack".
      guard hasMark(node, "to") else { return false }
      suppose(head, by: nil, node)
    } else if classes.contains(.want) || lemma == "agree" && hasMark(node, "to")
      || lemma == "go" && tree.form(head).lowercased() == "going"
      || lemma == "set" && isPassive(head)
      || ["let", "about", "wait", "determine", "determined"].contains(lemma)
    {
      suppose(head, by: subject(of: head), node)
    } else {
      return false
    }
    return true
  }

  /// "accusations that …", "a plan to …", "rebels backed by …".
  private mutating func stepFromNounClause(_ node: Int, to head: Int) -> Step {
    let isMarked = tree.child(node, .mark) != nil
    if !isMarked, tree.tag(node) == "VBN" || tree.tag(node) == "VBG" {
      // "reports that jets had launched strikes supporting X": what only an event does stands and falls with it.
      return tree.tag(node) == "VBG" && words.contains(tree.lemma(head), in: .event) && !isDefinite(head)
        ? .up(appliesDependents: false) : .stop
    }
    // "accused X of backing Y": what hangs on X is said of it by the verb.
    if let verb = tree.head(head), tree.isVerb(verb),
      tree.relation(head) == .obj || tree.label(head).isPassive,
      !classes(of: verb).isDisjoint(with: [.claim, .fail, .want, .deny, .end]), !hasMark(node, "that")
    {
      applied = verb
      return stepFromAdjunct(node, to: verb)
    }
    if governs(head, infinitive: node) { return .up(appliesDependents: true) }
    if hasMark(node, "to") {
      // "talks to end the war": nothing says that the end has come.
      if judgement.status == .ended { judgement.suppose(head) }
      // Headlines: "X to meet Y".
      if tree.head(head) == nil, tree.partOfSpeech(head) == .properNoun { judgement.suppose(node) }
      return .up(appliesDependents: true)
    }
    switch tree.lemma(head) {
    case "report", "rumor", "rumour":
      judgement.allege(head)
      return .up(appliesDependents: true)
    case "evidence", "proof", "sign", "indication", "information", "fact", "news", "word":
      return .up(appliesDependents: true)
    default:
      return .stop
    }
  }

  /// "accused of arming", "by arming", "to arm", "without arming", "after arming".
  private mutating func stepFromAdjunct(_ node: Int, to head: Int) -> Step {
    let mark = tree.children(node, .mark, .case).first.map { child in
      ([child] + tree.children(child, .fixed)).map { tree.form($0).lowercased() }.joined(separator: "_")
    }
    switch mark {
    case "of", "from", "against", "for", "about", "with", "as", "over", "at":
      let classes = classes(of: head)
      if classes.contains(.claim), mark != "over" || tree.lemma(head) == "accuse" {
        if let speaker = speaker(of: head) { attribute(to: speaker) }
        judgement.allege(head)
        return .up(appliesDependents: false)
      }
      if mark == "from" || mark == "of",
        classes.contains(.fail) || tree.lemma(head) == "stop" || tree.lemma(head) == "keep"
      {
        judgement.negate(head)
        return .up(appliesDependents: true)
      }
      if classes.contains(.want), mark != "as", mark != "over" {
        suppose(head, by: subject(of: head), node)
        return .up(appliesDependents: true)
      }
      return .stop
    case "instead_of", "rather_than", "rather", "instead":
      judgement.negate(head)
      return .stop
    case "to":
      // The parser may take the complement of "vowed to" for an adjunct.
      if governs(head, infinitive: node) { return .up(appliesDependents: true) }
      if judgement.status == .ended { judgement.suppose(node) }
      return .up(appliesDependents: true)
    case "by":
      return .up(appliesDependents: true)
    case "before", "until", "till":
      // "before X meets Y": yet to come.
      if ["VBZ", "VBP"].contains(tree.tag(node)) { judgement.suppose(node) }
      return .stop
    default:
      return .stop
    }
  }

  // MARK: - Clauses

  /// Marks as possible; an intention if who intends is who would act, else a hypothesis.
  mutating func suppose(_ head: Int, by subject: Int?, _ node: Int) {
    judgement.suppose(head)
    let someoneElse = tree.children(head, .obj, .iobj).contains { $0 != node && tree.isNominal($0) }
    let ownSubject = tree.isVerb(node) && tree.child(node, .nsubj) != nil
    if someoneElse || ownSubject || subject == nil && tree.lemma(head) == "call" {
      judgement.isHypothetical = true
    }
  }

  func hasMark(_ node: Int, _ form: String) -> Bool {
    tree.children(node, .mark).contains { tree.form($0).lowercased() == form }
  }

  func isPassive(_ head: Int) -> Bool {
    tree.tag(head) == "VBN" && tree.children(head).contains { tree.label($0).isPassive }
  }

  /// Whether a clause has no finite verb, or one with a modal.
  private func isInfinite(_ node: Int) -> Bool {
    tree.tag(node) == "VB"
  }

  /// Who accuses: the subject, or the agent of the passive.
  private func speaker(of head: Int) -> Int? {
    if isPassive(head) || tree.child(head, .nsubj).map({ tree.label($0).isPassive }) == true {
      return tree.children(head, .obl).first { tree.preposition($0) == "by" }
    }
    return subject(of: head)
  }

  /// Whether a coordinated verb stands under the auxiliaries and negations of the first: "would attack and seize", but not
  /// "would attack and has seized".
  private func sharesDependents(_ node: Int, of head: Int) -> Bool {
    guard tree.isVerb(node), tree.isVerb(head) else {
      return tree.children(node, .det).isEmpty && tree.children(node, .nsubj).isEmpty
    }
    if tree.child(node, .nsubj) != nil || tree.child(node, .aux) != nil { return false }
    switch tree.tag(node) {
    case "VB", "VBN", "VBG": return tree.tag(head) == tree.tag(node)
    default: return false
    }
  }
}
