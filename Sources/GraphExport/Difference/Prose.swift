import AllianceGraphs
import Relations

/// English for sentences about actors and relations.
struct Prose {
  let graph: AllianceGraph

  /// The name as it stands within a sentence: "the Rapid Support Forces", "Hamas", "rebels in Darfur".
  func name(_ id: ActorID) -> String {
    guard let actor = graph.actor(id) else { return id }
    return Self.name(actor)
  }

  static func name(_ actor: Actor) -> String {
    let name = singleLine(actor.name)
    let words = name.split(separator: " ")
    guard let last = actor.headNoun, let first = words.first else { return name }
    if first == "The" || first == "the" { return "the" + name.dropFirst(3) }
    let isSingular = !actor.isPlural
    switch actor.kind {
    case .person: return name
    case .state, .government:
      return first == "United" || countriesWithArticle.contains(String(last)) ? "the \(name)" : name
    case _ where last.first?.isLowercase == true: return isSingular ? "the \(name)" : name
    default:
      let isDefinite = heads.contains(last.lowercased()) || actor.isPlural && words.count == 1
      return isDefinite ? "the \(name)" : name
    }
  }

  private static let countriesWithArticle: Set<String> = [
    "Bahamas", "Emirates", "Federation", "Islands", "Kingdom", "Maldives", "Netherlands", "Philippines",
    "Republic",
    "Republics", "States", "Union",
  ]

  /// What a name with an article ends in, or has before "of".
  private static let heads: Set<String> = [
    "administration", "agency", "alliance", "army", "authority", "battalion", "brigade", "brigades", "bloc",
    "coalition",
    "command", "commission", "committee", "community", "congress", "corps", "council", "faction",
    "federation", "force",
    "forces", "fighters", "front", "government", "group", "guard", "guards", "league", "militia", "militias",
    "mission",
    "movement", "nations", "network", "organisation", "organization", "pact", "party", "rebels", "regiment",
    "resistance",
    "service", "shield", "state", "treaty", "union", "units", "wing",
  ]

  /// "the fighting between Arland and Borland", "Arland's backing of Borland".
  func noun(_ edge: Edge) -> String {
    let (source, target) = (name(edge.source), name(edge.target))
    switch edge.type {
    case .backs: return "\(Self.possessive(source)) backing of \(target)"
    case .alliedWith: return "the alliance of \(source) and \(target)"
    case .fighting: return "the fighting between \(source) and \(target)"
    case .opposes: return "\(Self.possessive(source)) opposition to \(target)"
    case .negotiatesWith: return "the talks of \(source) and \(target)"
    case .partOf: return "\(Self.possessive(source)) part in \(target)"
    }
  }

  /// "Arland backs Borland".
  func clause(_ edge: Edge) -> String {
    let isPlural = graph.actor(edge.source)?.isPlural ?? false
    return "\(name(edge.source)) \(isPlural ? edge.type.pluralPhrase : edge.type.phrase) \(name(edge.target))"
  }

  static func past(_ type: RelationType, isPlural: Bool) -> String {
    switch type {
    case .backs: "backed"
    case .alliedWith: isPlural ? "were allied with" : "was allied with"
    case .fighting: isPlural ? "were fighting" : "was fighting"
    case .opposes: "opposed"
    case .negotiatesWith: "negotiated with"
    case .partOf: isPlural ? "were part of" : "was part of"
    }
  }

  static func possessive(_ name: String) -> String { name.hasSuffix("s") ? "\(name)'" : "\(name)'s" }

  /// Numbers up to nine in words, as newspapers write them.
  static func number(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  static func number(_ number: Int, _ noun: String) -> String {
    "\(Self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// "17 April 2023", "April 2023", "2023".
  static func date(_ date: String) -> String {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    guard let year = date.split(separator: "-").first, parts.count > 1, (1...12).contains(parts[1]) else {
      return date
    }
    let month = "\(months[parts[1] - 1]) \(year)"
    return parts.count > 2 ? "\(parts[2]) \(month)" : month
  }

  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}
