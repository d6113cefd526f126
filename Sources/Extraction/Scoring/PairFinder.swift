import Documents
import Relations

/// Two mentions of different actors in one sentence: raw material for the scorer, whether a rule joins them or not.
struct MentionPair {
  var sentence: Int
  /// Tokens, the earlier first, and the actors there.
  var first: Int
  var second: Int
  var firstActor: Int
  var secondActor: Int
}

/// Lists the pairs of actors that sentences mention together.
struct PairFinder {
  let document: ResolvedDocument

  func pairs(in tree: SentenceTree) -> [MentionPair] {
    var places: [(token: Int, actor: Int)] = []
    for i in 0..<tree.count {
      guard let mention = document.mentions[tree.index][i] else { continue }
      if mention.form == .pronoun, mention.rule == "pronoun.relative" { continue }
      for actor in mention.actors where places.count < 24 { places.append((i, actor)) }
    }
    var result: [MentionPair] = []
    for (n, a) in places.enumerated() {
      for b in places[(n + 1)...] where a.actor != b.actor {
        result.append(
          MentionPair(
            sentence: tree.index, first: a.token, second: b.token, firstActor: a.actor, secondActor: b.actor))
      }
    }
    return result
  }
}
