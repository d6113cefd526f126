import Foundation
import Relations

/// An actor while its article is being read.
struct ArticleActor {
  var id: ActorID
  var name: String
  var kind: ActorKind
  /// The gazetteer entry it is, if any.
  var entry: GazetteerEntry?
  /// The state or community that a collective belongs to ("Syrian rebels": Syria), as an index of the register.
  var owner: Int?
  /// How often each surface form occurs.
  var forms: [String: Int] = [:]
  /// The nouns that the article has used for it ("rebel", "group", "army").
  var descriptors: Set<String> = []
  /// The communities that the article says it comes from ("the Shia group X"), as indices of the register.
  var communities: Set<Int> = []
  /// How often it is mentioned other than by a pronoun.
  var count = 0
  /// How often it is mentioned by a name.
  var timesNamed = 0
  var isCoalition: Bool { kind == .coalition || kind == .internationalOrganization }
  /// Whether it has a name of its own, unlike "Syrian rebels".
  var isNamed: Bool { name.split(separator: " ").last?.contains(where: \.isUppercase) ?? false }
  /// It is a forum of all states, not an alliance.
  var isUnitedNations: Bool { id.hasPrefix("united-nations") || id.hasPrefix("un-") }
  var isState: Bool { kind == .state || kind == .government }
  var isGroup: Bool { kind == .armedGroup || kind == .politicalParty || kind == .coalition }
}

/// Who occurs in the article: hands out one index to each actor, whatever it is called.
struct ActorRegister {
  private(set) var actors: [ArticleActor] = []
  private var byKey: [String: Int] = [:]

  subscript(index: Int) -> ArticleActor {
    get { actors[index] }
    set { actors[index] = newValue }
  }

  var indices: Range<Int> { actors.indices }

  func index(forKey key: String) -> Int? { byKey[key] }

  mutating func index(for entry: GazetteerEntry) -> Int {
    if let known = byKey["entry " + entry.id] { return known }
    return add(
      ArticleActor(id: entry.id, name: entry.name, kind: entry.kind, entry: entry), key: "entry " + entry.id)
  }

  /// An actor without an entry: a name of the article's own or a collective, told apart by `key`.
  mutating func index(forKey key: String, name: String, kind: ActorKind, owner: Int? = nil) -> Int {
    if let known = byKey[key] { return known }
    return add(
      ArticleActor(id: Self.identifier(for: name), name: name, kind: kind, owner: owner), key: key)
  }

  /// Lets another key stand for an actor that is there already.
  mutating func link(_ key: String, to index: Int) {
    if byKey[key] == nil { byKey[key] = index }
  }

  private mutating func add(_ actor: ArticleActor, key: String) -> Int {
    var actor = actor
    let taken = Set(actors.map(\.id))
    var number = 2
    let stem = actor.id
    while taken.contains(actor.id) {
      actor.id = "\(stem)-\(number)"
      number += 1
    }
    actors.append(actor)
    byKey[key] = actors.count - 1
    return actors.count - 1
  }

  /// Lower-case words joined by hyphens: "Jaish al-Nasr" becomes "jaish-al-nasr".
  static func identifier(for name: String) -> ActorID {
    var result = ""
    for character in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if character.properties.isAlphabetic || ("0"..."9").contains(character) {
        result.unicodeScalars.append(contentsOf: character.properties.lowercaseMapping.unicodeScalars)
      } else if character.properties.generalCategory != .nonspacingMark, !result.hasSuffix("-"),
        !result.isEmpty
      {
        if character != "'" && character != "’" { result += "-" }
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "actor" : result
  }
}
