import Documents
import Relations

/// "The Syrian opposition" where the article names the alliance that speaks for it: the two are one actor.
extension MentionResolver {
  /// Which actors are another one by what the first pass has found, as indices of the register.
  func unitedOppositions() -> [Int: Int] {
    let callsItself = described["opposition"].map(Set.init) ?? []
    let oppositions = register.indices.filter { index in
      let actor = register[index]
      guard actor.count > 0, actor.kind != .armedGroup else { return false }
      if let entry = actor.entry { return entry.id.hasSuffix("-opposition") }
      return callsItself.contains(index) && !actor.isNamed
    }
    guard !oppositions.isEmpty else { return [:] }
    let alliances = namedOppositions(besides: oppositions)
    guard let first = alliances.first else { return [:] }
    if alliances.count > 1, register[first].count < 2 * register[alliances[1]].count { return [:] }
    let homes = register[first].entry?.homes ?? []
    var result: [Int: Int] = [:]
    for opposition in oppositions where opposition != first {
      let states =
        register[opposition].entry?.homes ?? register[opposition].owner.map { [register[$0].id] } ?? []
      if states.isEmpty || homes.isEmpty || !Set(states).isDisjoint(with: homes) {
        result[opposition] = first
      }
    }
    return result
  }

  /// The named coalitions and parties that the article calls an opposition, the most mentioned first.
  private func namedOppositions(besides oppositions: [Int]) -> [Int] {
    var found: Set<Int> = []
    for tree in trees {
      let s = tree.index
      for i in 0..<tree.count {
        guard let span = spanAt[s][i], span.tokens.lowerBound == i,
          case .actor(let index, let role) = span.sense,
          role == .name || role == .acronym, !oppositions.contains(index),
          [.coalition, .politicalParty].contains(register[index].kind), register[index].entry?.homes != []
        else { continue }
        let near = max(0, i - 4)..<min(tree.count, span.tokens.upperBound + 7)
        if near.contains(where: {
          tree.lemma($0) == "opposition" && (spanAt[s][$0] == nil || span.tokens.contains($0))
        }) {
          found.insert(index)
        }
      }
    }
    return found.sorted { (register[$1].count, $0) < (register[$0].count, $1) }
  }
}
