import Relations

/// One actor of one graph that is several in the other.
public struct ActorRegrouping: Hashable, Sendable {
  /// By id.
  public let before: [Actor]
  /// By id.
  public let after: [Actor]
}

/// Which actors of two graphs are the same although their ids differ.
///
/// An id follows from the name by which articles call an actor, so that the same group may have one id in one graph and
/// another in the other. Actors of like kinds are taken for the same where the name of one, or the initials of its name, is
/// among the names that the other goes by, and nobody else goes by it; an actor that both graphs know takes over
/// or gives off another only where the name has come to it or left it. Where several of either side would be the same,
/// none is.
public struct ActorIdentities: Hashable, Sendable {
  /// Actors that go by another id now, by the ids they have now.
  public let renames: [ActorChange]
  /// One actor before, several now.
  public let splits: [ActorRegrouping]
  /// Several before, one now.
  public let merges: [ActorRegrouping]

  public var isEmpty: Bool { renames.isEmpty && splits.isEmpty && merges.isEmpty }

  /// The ids, of before and now, of all actors that are known to the other graph in another way.
  var actors: Set<ActorID> {
    let regrouped = (splits + merges).flatMap { $0.before + $0.after }
    return Set((regrouped + renames.flatMap { [$0.before, $0.after] }).map(\.id))
  }

  /// Compares the actors of two graphs. O(n) in the actors known to both by id; in their names where ids differ.
  public init(from old: AllianceGraph, to new: AllianceGraph) {
    let gone = old.actors.filter { new.actor($0.id) == nil }
    let arrived = new.actors.filter { old.actor($0.id) == nil }
    guard !gone.isEmpty || !arrived.isEmpty else {
      (renames, splits, merges) = ([], [], [])
      return
    }
    let groups = Self.groups(gone, arrived, NameTable(old.actors), NameTable(new.actors))
    var renames: [ActorChange] = []
    var splits: [ActorRegrouping] = []
    var merges: [ActorRegrouping] = []
    for group in groups {
      switch (group.before.count, group.after.count) {
      case (1, 1): renames.append(ActorChange(before: group.before[0], after: group.after[0]))
      case (1, 2...): splits.append(group)
      case (2..., 1): merges.append(group)
      default: break
      }
    }
    self.renames = renames.sorted { Ordering($0.after.id, $1.after.id) == .before }
    self.splits = splits
    self.merges = merges
  }

  /// The actors linked with one another, directly or through others, by the first of each group.
  private static func groups(
    _ gone: [Actor], _ arrived: [Actor], _ before: NameTable, _ after: NameTable
  ) -> [ActorRegrouping] {
    let goneIDs = Set(gone.map(\.id))
    let arrivedIDs = Set(arrived.map(\.id))
    var links: [(old: Actor, new: Actor)] = []
    for actor in gone {
      for other in after.actors(called: actor, in: before) {
        // One that was there before takes over the name only if it did not go by it already.
        if !arrivedIDs.contains(other.id), let earlier = before.actor(other.id),
          before.goes(earlier, by: actor)
        {
          continue
        }
        links.append((actor, other))
      }
    }
    for actor in arrived {
      for other in before.actors(called: actor, in: after) {
        if !goneIDs.contains(other.id), let later = after.actor(other.id), after.goes(later, by: actor) {
          continue
        }
        links.append((other, actor))
      }
    }
    return joined(links, before, after)
  }

  private static func joined(
    _ links: [(old: Actor, new: Actor)], _ before: NameTable, _ after: NameTable
  ) -> [ActorRegrouping] {
    var groups: [(before: Set<ActorID>, after: Set<ActorID>)] = []
    for link in links {
      var group: (before: Set<ActorID>, after: Set<ActorID>) = ([link.old.id], [link.new.id])
      // An id that both graphs know is one actor.
      if after.actor(link.old.id) != nil { group.after.insert(link.old.id) }
      if before.actor(link.new.id) != nil { group.before.insert(link.new.id) }
      groups.removeAll { other in
        if other.before.isDisjoint(with: group.before) && other.after.isDisjoint(with: group.after) {
          return false
        }
        group.before.formUnion(other.before)
        group.after.formUnion(other.after)
        return true
      }
      groups.append(group)
    }
    return groups.map { group in
      ActorRegrouping(
        before: Array(group.before).canonical().map { before.actor($0)! },
        after: Array(group.after).canonical().map { after.actor($0)! })
    }.sorted { Ordering($0.before[0].id, $1.before[0].id) == .before }
  }
}

/// Who goes by which names in a graph.
private struct NameTable {
  private let byID: [ActorID: Actor]
  /// The actors that go by a name, by the name's key.
  private var bearers: [String: [Actor]] = [:]

  init(_ actors: [Actor]) {
    byID = Dictionary(uniqueKeysWithValues: actors.map { ($0.id, $0) })
    for actor in actors {
      for key in Self.keys(of: actor) { bearers[key, default: []].append(actor) }
    }
  }

  func actor(_ id: ActorID) -> Actor? { byID[id] }

  /// The actors of this graph that go by the name of one of another graph, or whose name, or its initials, that one
  /// goes by. A name that two go by in either graph says nothing.
  func actors(called other: Actor, in others: NameTable) -> [Actor] {
    var found: [Actor] = []
    let name = searchKey(other.name)
    for key in Self.keys(of: other) {
      guard others.bearers[key]?.count == 1, let bearers = bearers[key], bearers.count == 1 else { continue }
      if key == name || searchKey(bearers[0].name) == key, !found.contains(bearers[0]) {
        found.append(bearers[0])
      }
    }
    return found.filter { Self.areAlike($0.kind, other.kind) && $0.id != other.id }
  }

  func goes(_ actor: Actor, by other: Actor) -> Bool {
    let keys = Self.keys(of: actor)
    return keys.contains(searchKey(other.name)) || Self.keys(of: other).contains(searchKey(actor.name))
  }

  /// The keys of what names an actor: "the army" and "rebels" may be anybody's.
  private static func keys(of actor: Actor) -> [String] {
    var keys = ([actor.name] + actor.aliases).filter(isProper).map(searchKey)
    if let letters = initials(of: actor.name), letters.count > 2 { keys.append(letters) }
    return keys.filter { !$0.isEmpty }.canonical()
  }

  /// Whether every word but little ones has a capital letter, or the name is in a script without any.
  private static func isProper(_ name: String) -> Bool {
    let words = name.split { $0.isWhitespace || $0 == "-" }.filter {
      $0.count > 3 || $0.contains(where: \.isUppercase)
    }
    return !words.isEmpty && words.allSatisfy { $0.contains { $0.isUppercase || !$0.isCased && $0.isLetter } }
  }

  private static func areAlike(_ a: ActorKind, _ b: ActorKind) -> Bool {
    if a == .other || b == .other { return true }
    return rank(a) == rank(b)
  }

  /// States, persons, and organized groups of whatever kind.
  private static func rank(_ kind: ActorKind) -> Int {
    switch kind {
    case .state, .government: 0
    case .person: 1
    case .armedGroup, .coalition, .internationalOrganization, .politicalParty, .community, .other: 2
    }
  }
}
