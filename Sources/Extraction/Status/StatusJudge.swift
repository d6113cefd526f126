import Documents
import Relations

/// Judges how firmly a text says what a predicate says, by the words that have scope over it.
///
/// The judgement starts as a plain statement and climbs the dependency tree; negation, modals, hedges and the verbs and
/// nouns above change it one after the other, so that they can cancel each other ("did not deny", "talks to end the
/// war"). The climb ends where a phrase takes the fact for granted: at relative clauses, at adjuncts ("after attacking
/// …"), and at noun phrases that are definite ("in response to the government's war"). The inventory follows the
/// factuality cues of Saurí and Pustejovsky, "FactBank" (2009).
struct StatusJudge {
  let words: WordClasses

  /// Takes time linear in the length of the sentence.
  func judge(_ tree: SentenceTree, _ predicate: Int) -> Judgement {
    var climb = Climb(words: words, tree: tree, predicate: predicate)
    climb.run()
    return climb.judgement
  }

  /// The way from a predicate up to the root of its sentence.
  struct Climb {
    let words: WordClasses
    let tree: SentenceTree
    let predicate: Int
    var judgement = Judgement(status: .asserted)
    /// A head that has been applied already, out of turn.
    var applied: Int?

    init(words: WordClasses, tree: SentenceTree, predicate: Int) {
      self.words = words
      self.tree = tree
      self.predicate = predicate
    }

    /// How to go on from a head.
    enum Step {
      /// What is above takes what is below for granted.
      case stop
      /// What is above the head still has scope; what hangs on the head itself has or has not.
      case up(appliesDependents: Bool)
    }

    mutating func run() {
      var node = predicate
      var below: Int?
      var applies = true
      for _ in 0..<tree.count {
        if applies { applyDependents(of: node, below: below) }
        guard let head = tree.head(node) else {
          applyQuestion(root: node)
          return
        }
        switch isClause(node) ? stepFromClause(node, to: head) : stepFromNominal(node, to: head) {
        case .stop: return
        case .up(let appliesDependents): applies = appliesDependents
        }
        below = node
        node = head
      }
    }

    /// Whether a node stands for a clause; what is coordinated is like the first.
    private func isClause(_ node: Int) -> Bool {
      let first = tree.firstConjunct(node)
      switch tree.relation(first) {
      case .ccomp, .advcl, .acl, .csubj, .parataxis: return true
      case .xcomp: return tree.isVerb(first) || !tree.isNominal(first)
      case .root: return tree.isVerb(node)
      default: return false
      }
    }

    /// The subject of a verb; coordinated verbs share the first one's.
    func subject(of verb: Int) -> Int? {
      var node = verb
      while true {
        if let subject = tree.child(node, .nsubj) { return subject }
        guard tree.relation(node) == .conj, let head = tree.head(node), tree.isVerb(head) else { return nil }
        node = head
      }
    }

    /// "Will X back Y?" asks; "why does X back Y?" takes it for granted.
    private mutating func applyQuestion(root: Int) {
      let last = (max(0, tree.count - 3)..<tree.count).last { tree.form($0).contains("?") }
      guard let last else { return }
      let asksWhat = (0..<root).contains { tree.tag($0).hasPrefix("W") }
      if !asksWhat { judgement.suppose(last) }
    }
  }
}
