import Documents
import Extraction
import Relations

/// The entries of a gazetteer while files of one's own change them, and which line each new name stands on.
struct GazetteerDraft {
  private(set) var entries: [GazetteerEntry]
  private var positions: [ActorID: Int] = [:]
  private var definitions: [ActorID: YAMLValue] = [:]
  private var lines: [FormKey: YAMLValue] = [:]
  private var homes: [(id: ActorID, place: YAMLValue)] = []

  private struct FormKey: Hashable {
    var id: ActorID
    var role: FormRole
    var text: String
  }

  init(_ gazetteer: Gazetteer) {
    entries = gazetteer.entries
    for (position, entry) in entries.enumerated() { positions[entry.id] = position }
  }

  func entry(_ id: ActorID) -> GazetteerEntry? { positions[id].map { entries[$0] } }

  /// Where an actor of one's own is defined; nil for those of the program.
  func place(of id: ActorID) -> String? { definitions[id].map(Self.text) }

  private static func text(_ place: YAMLValue) -> String { "\(place.file):\(place.line)" }

  mutating func add(
    _ entry: GazetteerEntry, forms: [ActorForms.Located], at place: YAMLValue
  ) throws(LocatedError) {
    // A faulty name must not leave half an entry behind.
    var copy = self
    copy.positions[entry.id] = copy.entries.count
    copy.definitions[entry.id] = place
    copy.entries.append(entry)
    try copy.add(forms, to: entry.id)
    self = copy
  }

  mutating func add(_ forms: [ActorForms.Located], to id: ActorID) throws(LocatedError) {
    guard let position = positions[id] else { return }
    for (form, place) in forms.map({ ($0.form, $0.place) }) {
      let key = FormKey(id: id, role: form.role, text: form.text)
      if let earlier = lines.updateValue(place, forKey: key) {
        throw place.failure("'\(form.text)' is given at \(Self.text(earlier)) already; remove one of the two")
      }
      // What is said here counts more than what the program knew of the same name.
      entries[position].forms.removeAll { $0.text == form.text && $0.role == form.role }
      entries[position].forms.append(form)
    }
  }

  /// - Returns: whether the entry had the name.
  mutating func remove(_ text: String, from id: ActorID) -> Bool {
    guard let position = positions[id] else { return false }
    let count = entries[position].forms.count
    entries[position].forms.removeAll { $0.text == text }
    return entries[position].forms.count < count
  }

  /// The name that an entry had stays one of its names.
  mutating func rename(_ id: ActorID, _ name: ActorForms.Located) throws(LocatedError) {
    guard let position = positions[id] else { return }
    try add([name], to: id)
    entries[position].forms.insert(entries[position].forms.removeLast(), at: 0)
    entries[position].name = name.form.text
  }

  mutating func setKind(of id: ActorID, _ kind: ActorKind) {
    if let position = positions[id] { entries[position].kind = kind }
  }

  mutating func setHomes(of id: ActorID, _ homes: [(id: ActorID, place: YAMLValue)]) {
    if let position = positions[id] { entries[position].homes = homes.map(\.id) }
    self.homes += homes
  }

  /// Homes that are no entries, once all files have been read.
  var unknownHomes: [LocatedError] {
    homes.filter { positions[$0.id] == nil }.map { home in
      let hint = Spelling.hint(for: home.id, among: entries.map(\.id))
      return home.place.failure(
        "unknown home '\(home.id)'\(hint.isEmpty ? "; give the id of an actor, such as 'syria'" : hint)")
    }
  }

  /// Names that two actors claim for the same time.
  func contested(in gazetteer: Gazetteer) -> [LocatedError] {
    var result: [LocatedError] = []
    for claims in gazetteer.contested {
      let places = claims.map { claim in
        lines[FormKey(id: claim.entry.id, role: claim.form.role, text: claim.form.text)]
      }
      guard let own = places.lastIndex(where: { $0 != nil }), let place = places[own] else { continue }
      guard let other = claims.indices.first(where: { claims[$0].entry.id != claims[own].entry.id }) else {
        continue
      }
      let (mine, theirs) = (claims[own], claims[other])
      let named =
        theirs.form.text == mine.form.text
        ? theirs.entry.name : "\(theirs.entry.name), as '\(theirs.form.text)'"
      let whose =
        places[other].map { "\(named), at \(Self.text($0))" } ?? "\(named), which the program knows"
      result.append(
        place.failure(
          "'\(mine.form.text)' already means '\(theirs.entry.id)' (\(whose)); "
            + "write {name: \(mine.form.text), ambiguous: true}, give years that do not overlap, or take it from "
            + "the other with 'remove' under 'changes'"))
    }
    return result.sorted { ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason) }
  }
}
