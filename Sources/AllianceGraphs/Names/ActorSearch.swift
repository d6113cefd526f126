import Relations

/// Whom a name means in a graph.
public enum ActorSearch: Hashable, Sendable {
  case found(Actor)
  /// Several actors go by the name.
  case ambiguous([Actor])
  /// Nobody does; those whose names come close, closest first.
  case unknown(near: [Actor])
}

extension AllianceGraph {
  /// Finds an actor by its id, its name, one of the surface forms in the articles, or the initials of its name: the
  /// first of these that anybody answers to. Case, accents, possessives and leading articles don't matter.
  /// Linear in the number of names.
  public func findActor(named name: String) -> ActorSearch {
    if let actor = actor(name) { return .found(actor) }
    let key = searchKey(name)
    let tiers: [(Actor) -> Bool] = [
      { searchKey($0.name) == key || searchKey($0.id) == key },
      { $0.aliases.contains { searchKey($0) == key } },
      { initials(of: $0.name) == key },
    ]
    for answers in tiers where !key.isEmpty {
      let matches = actors.filter(answers)
      if matches.count == 1 { return .found(matches[0]) }
      if matches.count > 1 { return .ambiguous(matches) }
    }
    return .unknown(near: actors(near: key))
  }

  /// At most five actors whose names are spelled almost like the key or share words with it.
  private func actors(near key: String) -> [Actor] {
    let words = Set(key.split(separator: " ").filter { $0.count > 2 })
    let allowed = max(1, key.unicodeScalars.count / 3)
    var near: [(actor: Actor, distance: Int, shared: Int)] = []
    for actor in actors {
      var distance = Int.max
      var shared = 0
      for form in [actor.name] + actor.aliases {
        let form = searchKey(form)
        distance = min(distance, spellingDistance(key, form))
        shared = max(shared, form.split(separator: " ").count { words.contains($0) })
      }
      if distance <= allowed || shared > 0 { near.append((actor, min(distance, allowed + 1), shared)) }
    }
    near.sort { a, b in
      Ordering(a.distance, b.distance)
        .then(Ordering(b.shared, a.shared))
        .then(Ordering(a.actor.id, b.actor.id)) == .before
    }
    return near.prefix(5).map(\.actor)
  }
}

/// The first letters of the words, without the little ones: "nlf" for "National Liberation Front"; nil for one word.
func initials(of name: String) -> String? {
  let little: Set<Substring> = ["of", "the", "and", "for", "in", "on"]
  let words = searchKey(name).split(separator: " ").filter { !little.contains($0) }
  return words.count > 1 ? String(words.compactMap(\.first)) : nil
}
