import Documents
import Relations

/// What an article offers to the scorer.
struct ArticleHypotheses {
  var document: ResolvedDocument
  var pairs: [MentionPair]
  var hypotheses: [RelationHypothesis]
  /// The predicates of each sentence that belong to a frame, with the frame's type.
  var triggers: [[Trigger]]
  /// By sentence, the predicates that the frames matched, with the actors in their slots.
  var roles: [[PredicateRoles]]
}

/// A word in a sentence that heads a predicate of the lexicon.
struct Trigger {
  var token: Int
  var type: RelationType
  var frame: String
}

/// Gathers all that an article may state: what rules found, and the pairs of actors that a sentence with a predicate of
/// the type mentions together.
struct HypothesisBuilder {
  let words: WordClasses
  let frames: FrameLexicon

  func build(_ document: ResolvedDocument, candidates: [RelationCandidate], roles: [PredicateRoles])
    -> ArticleHypotheses
  {
    var rolesBySentence = [[PredicateRoles]](repeating: [], count: document.trees.count)
    for role in roles { rolesBySentence[role.sentence].append(role) }
    var byKey: [RelationHypothesis.Key: RelationHypothesis] = [:]
    for candidate in candidates {
      let key = RelationHypothesis.Key(candidate.source.actor, candidate.type, candidate.target.actor)
      byKey[key, default: RelationHypothesis(key: key)].candidates.append(candidate)
    }
    var pairs: [MentionPair] = []
    var triggers: [[Trigger]] = []
    let finder = PairFinder(document: document)
    for tree in document.trees {
      guard tree.sentence.role != .credit else {
        triggers.append([])
        continue
      }
      let found = self.triggers(in: tree, document)
      triggers.append(found)
      let types = Set(found.map(\.type))
      for pair in finder.pairs(in: tree) {
        let index = pairs.count
        pairs.append(pair)
        for type in RelationType.allCases {
          var keys = [RelationHypothesis.Key(pair.firstActor, type, pair.secondActor)]
          if !type.isSymmetric {
            keys.append(RelationHypothesis.Key(pair.secondActor, type, pair.firstActor))
          }
          for key in keys where types.contains(type) || byKey[key] != nil {
            byKey[key, default: RelationHypothesis(key: key)].pairs.append(index)
          }
        }
      }
    }
    return ArticleHypotheses(
      document: document, pairs: pairs, hypotheses: byKey.values.sorted { $0.key < $1.key },
      triggers: triggers,
      roles: rolesBySentence)
  }

  private func triggers(in tree: SentenceTree, _ document: ResolvedDocument) -> [Trigger] {
    var result: [Trigger] = []
    for i in 0..<tree.count where document.names[tree.index][i] == nil {
      let kinds: [PredicateKind]
      switch tree.partOfSpeech(i) {
      case .verb: kinds = [.verb, .participle]
      case .noun: kinds = [.noun]
      case .adjective: kinds = [.adjective, .participle]
      default: continue
      }
      for kind in kinds {
        let lemma = kind == .participle ? tree.form(i).lowercased() : tree.lemma(i)
        for predicate in frames.predicates(of: lemma, kind)
        where predicate.lemmas.count == 1 && predicate.nounOfVerb == nil {
          let frame = frames.frame(of: predicate)
          if !result.contains(where: { $0.token == i && $0.type == frame.type }) {
            result.append(Trigger(token: i, type: frame.type, frame: frame.id))
          }
        }
      }
    }
    return result
  }
}
