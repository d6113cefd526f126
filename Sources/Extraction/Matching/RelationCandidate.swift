import Relations

/// A relation that a rule has found in one sentence, before it is decided whether it is kept.
struct RelationCandidate {
  var source: Argument
  var target: Argument
  var type: RelationType
  var support: SupportKind?
  var status: Status
  var isNegated = false
  /// One says so and another denies it.
  var disputed = false
  /// The frame or structural rule that found it.
  var rule: String
  var isWeak = false
  var sentence: Int
  var predicate: Int
  /// The token of who says so.
  var attribution: Int?
  /// The word that decided the status.
  var cue: Int?
  /// A mere condition or somebody else's wish, not an intention of the source.
  var isHypothetical = false
  /// How many of the two arguments were not named in the sentence but taken over by a pronoun or a definite.
  var hasInitiator = false
}
