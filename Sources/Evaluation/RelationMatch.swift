import Relations

/// The relations of one predicted and one gold graph, brought to the same actors.
struct RelationMatch {
  /// Source, type and target; the ends of a type without direction stand in order.
  struct Key: Hashable, Comparable {
    var source: String
    var target: String
    var type: String

    init(_ source: String, _ type: String, _ target: String) {
      let turns = RelationMatch.isSymmetric(type) && RelationMatch.precedes(target, source)
      (self.source, self.target) = turns ? (target, source) : (source, target)
      self.type = type
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.source != b.source { return RelationMatch.precedes(a.source, b.source) }
      if a.target != b.target { return RelationMatch.precedes(a.target, b.target) }
      return RelationMatch.precedes(a.type, b.type)
    }
  }

  /// Two actors in order, with the sign of what joins them or without.
  struct Pair: Hashable {
    var first: String
    var second: String
    var sign: Sign?

    init(_ key: Key) {
      let turns = RelationMatch.precedes(key.target, key.source)
      (first, second) = turns ? (key.target, key.source) : (key.source, key.target)
    }

    /// A pair of friends or foes; nil for neither.
    init?(signOf key: Key) {
      guard let sign = RelationType(rawValue: key.type)?.sign, sign != .neutral else { return nil }
      self.init(key)
      self.sign = sign
    }
  }

  /// Predicted actors to gold actors.
  let alignment: [String: (id: String, strength: Double)]
  private(set) var gold: [Key: ScoredGraph.Relation] = [:]
  /// With the ids of gold, and `?ID` for an actor that gold does not have.
  private(set) var predicted: [Key: [ScoredGraph.Relation]] = [:]
  let optional: Set<Key>
  /// The predicted actors that stand in a relation, in the order of the graph.
  private let live: [String]
  /// All ends of predicted relations.
  let liveActors: Set<String>
  private var names: [String: String] = [:]

  init(guess: ScoredGraph, gold graph: ScoredGraph) {
    alignment = ActorAlignment.align(guess.actors, to: graph.actors)
    for relation in graph.relations {
      gold[Key(relation.source, relation.type, relation.target)] = relation
    }
    for relation in guess.relations where RelationType(rawValue: relation.type) != nil {
      let source = alignment[relation.source]?.id ?? "?" + relation.source
      let target = alignment[relation.target]?.id ?? "?" + relation.target
      if source != target { predicted[Key(source, relation.type, target), default: []].append(relation) }
    }
    optional = Set(gold.filter { $0.value.isOptional }.keys)
    let ends = Set(guess.relations.flatMap { [$0.source, $0.target] })
    liveActors = ends
    live = guess.actors.map(\.id).filter { ends.contains($0) }
    for actor in graph.actors { names[actor.id] = actor.name }
    for actor in guess.actors { names["?" + actor.id] = actor.name + " (no gold actor)" }
  }

  var goldKeys: Set<Key> { Set(gold.keys).subtracting(optional) }
  var predictedKeys: Set<Key> { Set(predicted.keys).subtracting(optional) }

  /// For each gold actor the predicted actor in a relation that agrees with it best.
  var bestActors: [String: String] {
    var best: [String: String] = [:]
    for actor in live {
      guard let (id, strength) = alignment[actor] else { continue }
      if strength > best[id].flatMap({ alignment[$0]?.strength }) ?? 0 { best[id] = actor }
    }
    return best
  }

  /// What was missed and what is wrong, a line each, with a quote of at most 160 Unicode scalars.
  func errors(in article: String) -> [String] {
    func line(_ word: String, _ key: Key, _ quote: String) -> String {
      let (source, target) = (names[key.source] ?? key.source, names[key.target] ?? key.target)
      return "\(word) \(article): \(source) —\(key.type)→ \(target): \(quote)"
    }
    let missed = goldKeys.subtracting(predicted.keys).sorted().map {
      line("MISSED", $0, gold[$0]?.evidence.first ?? "")
    }
    let wrong = predictedKeys.subtracting(gold.keys).sorted().map { key in
      let quote = predicted[key]?.first?.evidence.first ?? ""
      return line("WRONG ", key, String(String.UnicodeScalarView(quote.unicodeScalars.prefix(160))))
    }
    return missed + wrong
  }

  static func isSymmetric(_ type: String) -> Bool {
    RelationType(rawValue: type)?.isSymmetric ?? false
  }

  /// The order of Unicode scalars.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }
}
