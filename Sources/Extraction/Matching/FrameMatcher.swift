import Documents
import Relations

/// Matches the frames of the lexicon against the trees of an article.
struct FrameMatcher {
  let document: ResolvedDocument

  let words: WordClasses

  let frames: FrameLexicon

  let slots: SlotFinder

  let arguments: ArgumentResolver

  let judge: StatusJudge

  /// Where the actors found for each predicate are noted, complete or not, for those who want to know.
  var log: PredicateLog?

  init(document: ResolvedDocument, words: WordClasses, frames: FrameLexicon) {
    self.document = document
    self.words = words
    self.frames = frames
    slots = SlotFinder(document: document, words: words)
    arguments = ArgumentResolver(document: document, words: words, slots: slots)
    judge = StatusJudge(words: words)
  }

  func match(_ tree: SentenceTree) -> [RelationCandidate] {
    var result: [RelationCandidate] = []
    // Teams that meet, clash and beat one another are no parties to a conflict.
    if (0..<tree.count).contains(where: { words.contains(tree.lemma($0), in: .sport) }) { return [] }
    // The words of a name are no predicates ("Front", "Union", "Strike").
    for i in 0..<tree.count where document.names[tree.index][i] == nil {
      let lemma = tree.lemma(i)
      let form = tree.form(i).lowercased()
      func verbs(_ key: String) {
        for p in applicable(tree, i, key, .verb) { result += matchVerb(tree, i, p) }
      }
      func nouns(_ key: String) {
        for p in applicable(tree, i, key, .noun) { result += matchNoun(tree, i, p) }
      }
      func adjectives(_ key: String) {
        for p in applicable(tree, i, key, .adjective) { result += matchAdjective(tree, i, p) }
      }
      func participles() {
        for p in applicable(tree, i, form, .participle) { result += matchParticiple(tree, i, p) }
      }
      switch tree.partOfSpeech(i) {
      case .verb, .auxiliary:
        // "government-sanctioned militias": compounds are for participles.
        if i < 2 || tree.form(i - 1) != "-" || tree.relation(i) != .amod { verbs(lemma) }
        // Nouns that say it whatever the verb: "advanced with the help of …".
        verbs("*")
        if ["VBN", "VBG", "VBD"].contains(tree.tag(i)) {
          participles()
          adjectives(form)
        }
        if tree.tag(i) == "VBG" { nouns(form) }
      case .noun, .properNoun:
        nouns(lemma)
        participles()
        // "Russia backs the junta": a noun with an object is a verb.
        if tree.child(i, .obj) != nil, tree.child(i, .case) == nil { verbs(lemma) }
      case .adjective, .adverb, .adposition, .other:
        adjectives(lemma)
        participles()
        if slots.isMistakenParticiple(tree, i) { for key in Self.verbs(of: form) + ["*"] { verbs(key) } }
        // "its ally Moscow": nouns before names are easily taken for adjectives.
        if tree.relation(i) == .amod || tree.relation(i) == .compound {
          let isBeforeName = tree.head(i).map { document.names[tree.index][$0] != nil } == true
          for p in applicable(tree, i, lemma, .noun)
          where isBeforeName && (p.sources + p.targets).contains(.copula) {
            result += matchNoun(tree, i, p)
          }
        }
      default: break
      }
      if i + 2 < tree.count, tree.form(i + 1) == "-" {
        for p in frames.predicates(of: form, .prefix) { result += matchPrefix(tree, i, p) }
      }
      // "Anti-Houthi" may be one token.
      if let hyphen = form.utf8.firstIndex(of: UInt8(ascii: "-")), hyphen != form.startIndex {
        for p in frames.predicates(of: String(form[..<hyphen]), .prefix) {
          result += matchJoinedPrefix(
            tree, i, p, String(Substring(tree.form(i).utf8.drop { $0 != UInt8(ascii: "-") }.dropFirst())))
        }
      }
    }
    return result
  }

  /// The predicates of a word whose other words are there, without those whose sense a longer one of another type
  /// changes: in "hit Iran with sanctions" nobody is hit, and a "trade war" is no war.
  func applicable(_ tree: SentenceTree, _ i: Int, _ key: String, _ kind: PredicateKind) -> [Predicate] {
    let present = frames.predicates(of: key, kind).filter {
      hasCompanions(tree, i, $0) && ($0.nounOfVerb == nil || noun(tree, i, $0) != nil)
    }
    guard present.count > 1 else { return present }
    return present.filter { short in
      !present.contains { long in
        Self.length(long) > Self.length(short) && short.lemmas.allSatisfy(long.lemmas.contains)
          && short.nounOfVerb == nil && changesSense(tree, i, long)
          && frames.frame(of: long).type != frames.frame(of: short).type
      }
    }
  }

  /// What a form in "ed" may be the past participle of.
  static func verbs(of form: String) -> [String] {
    guard form.hasSuffix("ed"), form.count > 4 else { return [] }
    let stem = String(form.dropLast(2))
    return [stem, stem + "e"]
  }

  static func length(_ predicate: Predicate) -> Int {
    predicate.lemmas.count + (predicate.nounOfVerb == nil ? 0 : 1)
  }

  /// Objects and what something is done with belong to the sense of a verb; other obliques only add to it.
  func changesSense(_ tree: SentenceTree, _ i: Int, _ predicate: Predicate) -> Bool {
    guard let noun = noun(tree, i, predicate) else { return true }
    return tree.relation(noun) != .obl || ["with", "from"].contains(tree.preposition(noun) ?? "")
  }

  /// The noun that a verb needs, as its object or an oblique.
  func noun(_ tree: SentenceTree, _ v: Int, _ predicate: Predicate) -> Int? {
    guard let required = predicate.nounOfVerb else { return nil }
    return tree.children(v, .obj, .obl, .xcomp, .compound).first {
      tree.lemma($0) == required && !Self.circumstantial.contains(tree.preposition($0) ?? "")
        && (predicate.prepositionOfNoun == nil || tree.preposition($0) == predicate.prepositionOfNoun)
    }
      ?? (predicate.lemmas == ["*"] ? adjunct(tree, v, required, predicate.prepositionOfNoun) : nil)
      ?? tree.children(v, .nsubj).first {
        tree.label($0).isPassive && tree.lemma($0) == required && predicate.prepositionOfNoun == nil
      } ?? reducedSubject(tree, v, required, predicate)
  }

  /// "talks between X and Y, sponsored by Z": the noun that a passive participle is said of.
  func reducedSubject(_ tree: SentenceTree, _ v: Int, _ noun: String, _ predicate: Predicate) -> Int? {
    guard predicate.prepositionOfNoun == nil, tree.tag(v) == "VBN", tree.relation(v) == .acl,
      !tree.label(v).isRelativeClause, tree.child(v, .obj) == nil, let head = tree.head(v),
      tree.lemma(head) == noun
    else { return nil }
    return head
  }

  /// What follows these is no part of what a verb says.
  private static let circumstantial: Set<String> = [
    "over", "about", "after", "despite", "amid", "during", "because_of", "due_to", "following", "before",
    "without",
  ]

  /// An adjunct of a verb that the tree has attached to a noun before it ("retook ground from rebels with help from …"),
  /// or to its subject ("forces with Russian air support took back …").
  func adjunct(_ tree: SentenceTree, _ v: Int, _ noun: String, _ preposition: String?) -> Int? {
    (0..<tree.count).first { k in
      guard tree.lemma(k) == noun, tree.preposition(k) == preposition, tree.relation(k) == .nmod,
        var node = tree.head(k)
      else { return false }
      while tree.isNominal(node), [.nmod, .obj, .obl, .nsubj, .conj].contains(tree.relation(node)),
        let above = tree.head(node)
      {
        node = above
      }
      return node == v
    }
  }

  /// Whether the other words of a phrase ("carry out", "state of war") stand below its head.
  func hasCompanions(_ tree: SentenceTree, _ i: Int, _ predicate: Predicate) -> Bool {
    guard predicate.lemmas.count > 1 else { return true }
    let own = tree.lemma(i)
    let form = tree.form(i).lowercased()
    return predicate.lemmas.allSatisfy { lemma in
      lemma == own || lemma == form || lemma == "*"
        || (max(0, i - 4)..<min(tree.count, i + 7)).contains { k in
          k != i && (tree.lemma(k) == lemma || tree.form(k).lowercased() == lemma)
            && tree.isDescendant(k, of: i)
        }
    }
  }

  func matchVerb(_ tree: SentenceTree, _ v: Int, _ predicate: Predicate) -> [RelationCandidate] {
    let noun = noun(tree, v, predicate)
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject: return slots.deepSubject(tree, v)
      case .object:
        return slots.deepObject(tree, v).filter { filler in
          if case .token(let i) = filler, i == noun { return false }
          return true
        }
      case .indirectObject:
        let given = tree.children(v, .iobj)
        // "was given shelter by X"
        if given.isEmpty, slots.isPassive(tree, v), tree.child(v, .obj) != nil {
          return slots.surfaceSubject(tree, v)
        }
        return given.map { .token($0) }
      case .preposition(let p):
        // What "with" adds to any verb has arguments of its own only.
        let own = predicate.lemmas == ["*"] && predicate.prepositionOfNoun != nil
        var found = own ? [] : slots.prepositional(tree, v, p).filter { $0 != .token(noun ?? -1) }
        if let noun { found += slots.prepositionalOfNoun(tree, noun, p) }
        return found
      case .clauseSubject: return slots.clauseSubject(tree, v)
      case .clauseObject: return slots.clauseObject(tree, v)
      case .owner: return noun.map { slots.owner(tree, $0) } ?? []
      case .copula, .first, .head: return []
      }
    }
    var judgement = judge.judge(tree, v)
    if tree.relation(v) == .ccomp, let saying = tree.head(v), slots.extracted(tree, from: saying) != nil,
      let speaker = tree.child(saying, .nsubj), document.mentions[tree.index][speaker] != nil
    {
      // "the group, which the ministry says is armed by X": put in, it is what one side says.
      judgement.allege(saying)
    }
    return combine(
      tree, v, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  func matchNoun(_ tree: SentenceTree, _ n: Int, _ predicate: Predicate) -> [RelationCandidate] {
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .owner: return slots.owner(tree, n)
      case .copula: return slots.copula(tree, n)
      case .subject: return slots.lightVerb(tree, n).map { slots.deepSubject(tree, $0) } ?? []
      case .object:
        return slots.lightVerb(tree, n).map { slots.deepObject(tree, $0).filter { $0 != .token(n) } } ?? []
      case .preposition(let p): return slots.prepositionalOfNoun(tree, n, p)
      case .indirectObject:
        return slots.lightVerb(tree, n).map { tree.children($0, .iobj).map { .token($0) } } ?? []
      case .head: return tree.head(n).map { [.token($0)] } ?? []
      case .clauseSubject, .clauseObject, .first: return []
      }
    }
    let judgement = judge.judge(tree, n)
    return combine(
      tree, n, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }

  func matchAdjective(_ tree: SentenceTree, _ a: Int, _ predicate: Predicate) -> [RelationCandidate] {
    func fill(_ slot: Slot) -> [Filler] {
      switch slot {
      case .subject, .head, .copula, .owner: return slots.adjectiveSubject(tree, a)
      case .object, .indirectObject: return []
      case .preposition(let p): return slots.prepositional(tree, a, p)
      case .clauseSubject: return slots.clauseSubject(tree, a)
      case .clauseObject: return slots.clauseObject(tree, a)
      case .first: return slots.compoundFirst(tree, a)
      }
    }
    let judgement = judge.judge(tree, a)
    return combine(
      tree, a, predicate, judgement, sources: predicate.sources.map(fill),
      targets: predicate.targets.map(fill))
  }
}
