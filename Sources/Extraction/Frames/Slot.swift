/// Where an argument of a predicate stands.
package enum Slot: Hashable, Sendable {
  /// Of verbs the deep subject (active subject, or who follows "by"), of adjectives what they are said of.
  case subject
  /// The deep object: the object, or the subject of a passive.
  case object
  case indirectObject
  /// Of nouns: the possessor, and the subject of a light verb that governs the noun; of verbs the same of the
  /// noun that they need ("came to Assad's aid").
  case owner
  /// Of nouns: what the noun is said of ("X is an ally", "X, an ally").
  case copula
  /// Of participles and prefixes: the name in the compound (Iran in "Iran-backed", "pro-Iran").
  case first
  /// Of participles and prefixes: the noun that they modify.
  case head
  /// The subject and the object of the clause that the verb governs ("urged X to leave Y").
  case clauseSubject, clauseObject
  /// What follows a preposition; one of several words has them joined by `_` ("in_favor_of").
  case preposition(String)

  /// What the frames' file calls it.
  package var name: String {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .indirectObject: "iobj"
    case .owner: "owner"
    case .copula: "copula"
    case .first: "first"
    case .head: "head"
    case .clauseSubject: "clause.subject"
    case .clauseObject: "clause.object"
    case .preposition(let words): words
    }
  }

  private static let byName: [String: Slot] = {
    let grammatical = Set(PredicateKind.allCases.flatMap(grammatical(of:)))
    let slots = Array(grammatical) + prepositions.map(Slot.preposition)
    return Dictionary(uniqueKeysWithValues: slots.map { ($0.name, $0) })
  }()

  /// Those that predicates of a kind can have; prepositions aside, which all but compounds can.
  static func grammatical(of kind: PredicateKind) -> [Slot] {
    switch kind {
    case .verb: [.subject, .object, .indirectObject, .owner, .clauseSubject, .clauseObject]
    case .noun: [.owner, .copula]
    case .adjective: [.subject]
    case .participle, .prefix: [.first, .head]
    }
  }

  /// The slot that a name stands for; nil if it is unknown.
  static func named(_ name: String) -> Slot? {
    byName[name]
  }

  /// Prepositions that can stand before an argument; others are taken for misspelt ones.
  static let prepositions: Set<String> = [
    "aboard", "about", "above", "across", "after", "against", "ahead_of", "along", "along_with", "alongside",
    "amid", "amidst", "among", "amongst", "around", "as", "as_part_of", "as_well_as", "aside_from", "at",
    "at_the_hands_of", "because_of", "before", "behind", "below", "beneath", "beside", "besides", "between",
    "beyond", "but", "by", "by_means_of", "close_to", "concerning", "despite", "down", "due_to", "during",
    "except", "excluding", "following", "for", "for_the_sake_of", "from", "from_behind", "in",
    "in_addition_to",
    "in_aid_of", "in_alliance_with", "in_cahoots_with", "in_charge_of", "in_collaboration_with",
    "in_concert_with", "in_conjunction_with", "in_control_of", "in_cooperation_with", "in_coordination_with",
    "in_defence_of", "in_defense_of", "in_exchange_for", "in_favor_of", "in_favour_of", "in_front_of",
    "in_league_with", "in_line_with", "in_opposition_to", "in_partnership_with", "in_place_of",
    "in_response_to",
    "in_retaliation_for", "in_return_for", "in_solidarity_with", "in_spite_of", "in_support_of",
    "in_tandem_with",
    "in_terms_of", "in_the_face_of", "in_the_hands_of", "in_the_name_of", "including", "inside", "instead_of",
    "into", "like", "near", "next_to", "of", "off", "on", "on_account_of", "on_behalf_of", "on_top_of",
    "onto",
    "opposite", "other_than", "out", "out_of", "outside", "over", "past", "per", "prior_to", "rather_than",
    "regarding", "since", "such_as", "thanks_to", "through", "throughout", "till", "to", "together_with",
    "toward",
    "towards", "under", "underneath", "under_the_auspices_of", "under_the_command_of", "unlike", "until",
    "up",
    "up_to", "upon", "versus", "via", "vis-a-vis", "vs", "with", "with_regard_to", "with_respect_to",
    "within",
    "without",
  ]
}
