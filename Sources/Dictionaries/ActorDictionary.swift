import Documents
import Extraction
import Relations

/// Reads actors of an analyst's own, in YAML: new ones under `actors`, and what is to be different with those that
/// the program knows under `changes`.
package enum ActorDictionary {
  /// The gazetteer with what the files say. Throws all that is wrong with them, names that mean two actors at a time
  /// among it.
  package static func extend(
    _ gazetteer: Gazetteer, with files: [DictionaryFile]
  ) throws(DictionaryErrors) -> Gazetteer {
    var draft = GazetteerDraft(gazetteer)
    var collector = ErrorCollector()
    for file in files {
      let root = collector.attempt { () throws(LocatedError) in
        let root = try YAMLValue(parsing: file).mapping("the file", keys: ["actors", "changes"])
        guard root["actors"] != nil || root["changes"] != nil else {
          throw root.failure("neither 'actors' nor 'changes' in the file; give it some")
        }
        return root
      }
      guard let root else { continue }
      let actors = collector.attempt { () throws(LocatedError) in try root.list("actors") }
      for value in actors ?? [] {
        _ = collector.attempt { () throws(LocatedError) in try add(value, to: &draft) }
      }
      let changes = collector.attempt { () throws(LocatedError) in try root.list("changes") }
      for value in changes ?? [] {
        _ = collector.attempt { () throws(LocatedError) in try change(value, in: &draft) }
      }
    }
    for error in draft.unknownHomes { collector.add(error) }
    try collector.check()
    let extended = Gazetteer(entries: draft.entries)
    for error in draft.contested(in: extended) { collector.add(error) }
    try collector.check()
    return extended
  }

  private static let commonKeys = ["id", "name", "kind", "home", "from", "until"] + ActorForms.keys

  private static func add(_ value: YAMLValue, to draft: inout GazetteerDraft) throws(LocatedError) {
    let actor = try value.mapping("an actor", keys: commonKeys)
    let id = try actor.required("id")
    let place = actor["id"] ?? value
    let isWellFormed = id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isWellFormed else {
      throw place.failure("'\(id)' cannot be an id; use lower-case letters, digits and hyphens")
    }
    if let known = draft.entry(id) {
      throw place.failure(
        draft.place(of: id).map { "'\(id)' is defined at \($0) already; choose another id" }
          ?? "'\(id)' is \(known.name), which the program knows; to change it, move this under 'changes'")
    }
    let name = try actor.required("name")
    guard let kind = try kind(of: actor) else { throw actor.failure("an actor has no 'kind'; give it one") }
    let years = try actor.years()
    let forms = try ActorForms.read(actor, years: years)
    let own = ActorForms.Located(
      form: GazetteerForm(text: name, role: .name, from: years.from, until: years.until),
      place: actor["name"] ?? value)
    try ActorForms.check(own)
    try draft.add(
      GazetteerEntry(id: id, kind: kind, name: name, forms: []), forms: [own] + forms, at: place)
    try setHomes(of: id, actor, in: &draft)
  }

  private static func change(_ value: YAMLValue, in draft: inout GazetteerDraft) throws(LocatedError) {
    let actor = try value.mapping("a change", keys: commonKeys + ["remove"])
    let id = try actor.required("id")
    guard draft.entry(id) != nil else {
      let hint = Spelling.hint(for: id, among: draft.entries.map(\.id))
      let way = hint.isEmpty ? "; to define it, move this under 'actors'" : hint
      throw (actor["id"] ?? value).failure("unknown actor '\(id)'\(way)")
    }
    let years = try actor.years()
    for item in try actor.list("remove") {
      let text = try item.text("an item of 'remove'")
      guard draft.remove(text, from: id) else {
        let known = draft.entry(id)?.forms.map(\.text) ?? []
        throw item.failure("'\(text)' is no name of '\(id)'\(Spelling.hint(for: text, among: known))")
      }
    }
    if let name = try actor.text("name") {
      let form = GazetteerForm(text: name, role: .name, from: years.from, until: years.until)
      let own = ActorForms.Located(form: form, place: actor["name"] ?? value)
      try ActorForms.check(own)
      try draft.rename(id, own)
    }
    if let kind = try kind(of: actor) { draft.setKind(of: id, kind) }
    try draft.add(try ActorForms.read(actor, years: years), to: id)
    guard draft.entry(id)?.forms.isEmpty == false else {
      throw actor.failure("nothing is left by which '\(id)' could be found; remove fewer names")
    }
    try setHomes(of: id, actor, in: &draft)
  }

  private static func kind(of actor: YAMLMapping) throws(LocatedError) -> ActorKind? {
    guard let text = try actor.text("kind") else { return nil }
    if let kind = ActorKind(rawValue: text) { return kind }
    let known = ActorKind.allCases.map(\.rawValue)
    let hint = Spelling.hint(for: text, among: known)
    let way = hint.isEmpty ? "; use one of \(known.joined(separator: ", "))" : hint
    throw (actor["kind"] ?? actor.place).failure("unknown kind '\(text)'\(way)")
  }

  private static func setHomes(
    of id: ActorID, _ actor: YAMLMapping, in draft: inout GazetteerDraft
  ) throws(LocatedError) {
    var homes: [(id: ActorID, place: YAMLValue)] = []
    for value in try actor.list("home") { homes.append((try value.text("an item of 'home'"), value)) }
    if !homes.isEmpty { draft.setHomes(of: id, homes) }
  }
}
