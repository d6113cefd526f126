/// What sort of word expresses a relation.
package enum PredicateKind: String, CaseIterable, Hashable, Sendable {
  case verb, noun, adjective
  /// The second part of a compound, or an attributive participle ("Iran-backed", "armed").
  case participle
  /// The first part of a compound ("pro-", "anti-"), its hyphen left out.
  case prefix
}

/// A word or phrase that expresses a frame's relation, and where it has its arguments.
package struct Predicate: Hashable, Sendable {
  /// The index of the frame in the lexicon.
  package var frame: Int
  package var kind: PredicateKind
  /// The lemma of the head, then those of dependents that it must have, in the order of the text: the first
  /// word of a verb is the head ("open fire"), and of other phrases the last before a preposition ("state of
  /// war") or else the last ("peace talk").
  package var lemmas: [String]
  /// The noun that must be the object or an oblique of the verb; prepositions may hang on either
  /// ("come/aid": "came to the aid of").
  package var nounOfVerb: String?
  /// What must stand before that noun ("*/with help": any verb, "with the help of"); nil for anything.
  package var prepositionOfNoun: String?
  package var sources: [Slot]
  /// Empty only in mutual frames, whose one argument then has to be plural.
  package var targets: [Slot]
  /// Where it stands in the frame's file, counted from 1.
  package var line: Int

  package init(
    frame: Int, kind: PredicateKind, lemmas: [String], nounOfVerb: String? = nil,
    prepositionOfNoun: String? = nil, sources: [Slot], targets: [Slot], line: Int = 0
  ) {
    self.frame = frame
    self.kind = kind
    self.lemmas = lemmas
    self.nounOfVerb = nounOfVerb
    self.prepositionOfNoun = prepositionOfNoun
    self.sources = sources
    self.targets = targets
    self.line = line
  }
}
