/// What the rules of resolution say, in words for people.
enum RuleMeanings {
  private static let meanings: [String: String] = [
    "name.name": "a name of it", "name.adjective": "an adjective that means it",
    "name.acronym": "its short form",
    "name.people": "a word for those who belong to it", "name.nickname": "a byname of it",
    "name.seat": "the place it is governed from", "name.leader": "who leads it or speaks for it",
    "name.organ": "a body that acts for it", "name.place": "a place in it",
    "name.own": "a name that the article introduces", "name.before-noun": "the name before the noun",
    "person.affiliation": "a person whom the article counts to it",
    "person.officer-here": "an officer or official where nothing else is at hand",
    "person.own": "a person of unknown side", "person.surname": "a person who was introduced before",
    "pronoun.conjunct": "a pronoun beside another", "pronoun.person": "a pronoun for a person named before",
    "pronoun.plural": "a pronoun for several named before", "pronoun.relative": "a relative pronoun",
    "pronoun.speaker": "“we” or “our” of who is quoted",
    "pronoun.thing": "a pronoun for what was named before",
    "body.as-before": "a body named before", "body.of-owner": "a body of it",
    "body.of-state-here": "a body of the state that the article is about",
    "collective.as-before": "a collective named before", "collective.bare": "a collective without an owner",
    "collective.of-home": "a collective that is at home there", "collective.own": "a collective of its own",
    "coalition.as-before": "an alliance named before", "coalition.own": "an alliance of its own",
    "country.as-before": "a state named before", "fighters.of-group": "fighters of the group",
    "forces.foreign": "forces from abroad", "group.as-before": "a group named before",
    "group.led": "a group by its leader", "group.of-group": "a part of the group",
    "group.of-home": "a group that is at home there", "group.unnamed": "a group without a name",
    "allies.own": "allies of it", "loyal.to-leader": "those loyal to its leader",
    "member.of-latest-group": "members of the group named last", "pair.latest-two": "the two named last",
    "pair.side-by-side": "the two named side by side", "title.as-named": "the person named with this title",
    "body.in-scene": "a body of the state where the sentence plays",
    "groups.own": "groups without a name", "groups.as-before": "groups named before",
    "offshoot.own": "a part that left it or joined it", "offshoot.as-named": "the group that is called so",
    "offshoot.as-before": "a group named before", "elders.own": "elders of a people",
    "name.known-as": "the name by which it is known",
    "owner": "whose it is",
  ]

  /// A rule that has no words of its own is told by the words of its id.
  static func meaning(of rule: String) -> String {
    if let known = meanings[rule] { return known }
    return String(rule.map { $0 == "." || $0 == "-" || $0 == "_" ? " " : $0 })
  }

  /// nil for an expression that means the actor itself.
  static func meaning(of path: ArgumentPath) -> String? {
    switch path {
    case .direct: nil
    case .part: "a part or number of it"
    case .possession: "something that belongs to it"
    case .holder: "a place that it holds"
    case .event: "an action of it"
    default: "something of it"
    }
  }
}
