import Foundation
import Relations

/// Precision and recall from counts.
public struct Tally: Hashable, Sendable {
  public private(set) var hit = 0
  public private(set) var predicted = 0
  public private(set) var gold = 0

  public var precision: Double { predicted == 0 ? 0 : Double(hit) / Double(predicted) }
  public var recall: Double { gold == 0 ? 0 : Double(hit) / Double(gold) }
  public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  mutating func add<Key: Hashable>(_ predicted: Set<Key>, _ gold: Set<Key>) {
    hit += predicted.intersection(gold).count
    self.predicted += predicted.count
    self.gold += gold.count
  }
}

/// How well predicted graphs agree with gold ones, micro-averaged over articles.
public struct RelationScore: Sendable {
  /// Named tallies: `relations`, `core` (backs, allied_with, fighting), each type, `polarity`, `pairs`, `actors`.
  public private(set) var tallies: [String: Tally] = [:]
  public private(set) var articles = 0
  private var found = 0
  private var statusRight = 0
  private var evidenceRight = 0
  private var asserted = 0
  private var assertedWrong = 0
  private var straight = 0
  private var turned = 0
  private var nodes = 0
  private var goldNodes = 0
  /// What was missed and what was wrong, a line each, in the order of the articles.
  public private(set) var errors: [String] = []

  public init() {}

  /// Among the relations found, the share whose status is right.
  public var status: Double { share(statusRight, found) }
  /// Among the relations found, the share with a gold quote in their evidence.
  public var evidence: Double { share(evidenceRight, found) }
  /// Among the relations found and given as asserted, the share that gold has otherwise.
  public var falseAsserted: Double { share(assertedWrong, asserted) }
  /// Among directed relations found either way round, the share the right way round.
  public var direction: Double { share(straight, straight + turned) }
  /// Predicted actors for each gold actor found; 1 is best.
  public var splits: Double { share(nodes, goldNodes) }

  private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  private struct Key: Hashable, Comparable {
    var source: String
    var target: String
    var type: String

    init(_ source: String, _ type: String, _ target: String) {
      let isSymmetric = RelationType(rawValue: type)?.isSymmetric ?? false
      (self.source, self.target) = isSymmetric && target < source ? (target, source) : (source, target)
      self.type = type
    }

    static func < (a: Key, b: Key) -> Bool { (a.source, a.target, a.type) < (b.source, b.target, b.type) }
  }

  private struct Pair: Hashable {
    var first: String
    var second: String
    var sign: String

    init(_ key: Key, sign: String = "") {
      (first, second) = key.source < key.target ? (key.source, key.target) : (key.target, key.source)
      self.sign = sign
    }
  }

  /// Counts one article.
  public mutating func add(predicted guess: ScoredGraph, gold: ScoredGraph, article: String) {
    articles += 1
    let alignment = ActorAlignment.align(guess.actors, to: gold.actors)
    func goldID(_ id: String) -> String { alignment[id]?.id ?? "?" + id }
    var goldRelations: [Key: ScoredGraph.Relation] = [:]
    for relation in gold.relations { goldRelations[Key(relation.source, relation.type, relation.target)] = relation }
    var guessRelations: [Key: [ScoredGraph.Relation]] = [:]
    for relation in guess.relations where RelationType(rawValue: relation.type) != nil {
      let source = goldID(relation.source)
      let target = goldID(relation.target)
      if source != target { guessRelations[Key(source, relation.type, target), default: []].append(relation) }
    }
    let optional = Set(goldRelations.filter { $0.value.isOptional }.keys)
    let g = Set(goldRelations.keys).subtracting(optional)
    let p = Set(guessRelations.keys).subtracting(optional)

    tallies["relations", default: Tally()].add(p, g)
    let core: Set<String> = ["backs", "allied_with", "fighting"]
    tallies["core", default: Tally()].add(p.filter { core.contains($0.type) }, g.filter { core.contains($0.type) })
    for type in RelationType.allCases {
      let name = type.rawValue
      tallies["type " + name, default: Tally()].add(p.filter { $0.type == name }, g.filter { $0.type == name })
    }
    func signs(_ keys: Set<Key>) -> Set<Pair> {
      Set(
        keys.compactMap { key in
          switch RelationType(rawValue: key.type)?.sign {
          case .cooperative: Pair(key, sign: "+")
          case .conflictual: Pair(key, sign: "-")
          default: nil
          }
        })
    }
    tallies["polarity", default: Tally()].add(signs(p), signs(g))
    tallies["pairs", default: Tally()].add(Set(p.map { Pair($0) }), Set(g.map { Pair($0) }))
    addActors(guess, alignment, gold: g, optional: optional)

    let directed = p.filter { !(RelationType(rawValue: $0.type)?.isSymmetric ?? false) }
    straight += directed.intersection(g).count
    turned += directed.filter { !g.contains($0) && g.contains(Key($0.target, $0.type, $0.source)) }.count
    for key in p.intersection(g) {
      guard let gold = goldRelations[key], let guesses = guessRelations[key] else { continue }
      found += 1
      if guesses.contains(where: { $0.status == gold.status }) { statusRight += 1 }
      if guesses.allSatisfy({ $0.status == "asserted" }) {
        asserted += 1
        if gold.status != "asserted" { assertedWrong += 1 }
      }
      let texts = guesses.flatMap(\.evidence).map(ActorAlignment.normalized)
      let quotes = gold.evidence.map(ActorAlignment.normalized)
      if quotes.contains(where: { quote in texts.contains { $0.contains(quote) || !$0.isEmpty && quote.contains($0) } }) {
        evidenceRight += 1
      }
    }
    listErrors(p, g, guess, gold, goldRelations, guessRelations, article)
  }

  private mutating func addActors(
    _ guess: ScoredGraph, _ alignment: [String: (id: String, strength: Double)], gold: Set<Key>, optional: Set<Key>
  ) {
    let live = Set(guess.relations.flatMap { [$0.source, $0.target] })
    var best: [String: String] = [:]
    for actor in guess.actors where live.contains(actor.id) {
      guard let (id, strength) = alignment[actor.id] else { continue }
      if strength > best[id].flatMap({ alignment[$0]?.strength }) ?? 0 { best[id] = actor.id }
    }
    let goldLive = Set(gold.flatMap { [$0.source, $0.target] })
    let spare = Set(optional.flatMap { [$0.source, $0.target] }).subtracting(goldLive)
    var predicted = Set(best.keys.filter { goldLive.contains($0) || !spare.contains($0) })
    for actor in live where alignment[actor].flatMap({ best[$0.id] }) != actor { predicted.insert("?" + actor) }
    tallies["actors", default: Tally()].add(predicted, goldLive)
    nodes += live.filter { alignment[$0].map { goldLive.contains($0.id) } ?? false }.count
    goldNodes += best.keys.filter(goldLive.contains).count
  }

  private mutating func listErrors(
    _ p: Set<Key>, _ g: Set<Key>, _ guess: ScoredGraph, _ gold: ScoredGraph, _ goldRelations: [Key: ScoredGraph.Relation],
    _ guessRelations: [Key: [ScoredGraph.Relation]], _ article: String
  ) {
    var names: [String: String] = [:]
    for actor in gold.actors { names[actor.id] = actor.name }
    for actor in guess.actors { names["?" + actor.id] = actor.name + " (no gold actor)" }
    func line(_ word: String, _ key: Key, _ quote: String) -> String {
      "\(word) \(article): \(names[key.source] ?? key.source) —\(key.type)→ \(names[key.target] ?? key.target): \(quote)"
    }
    for key in g.subtracting(p).sorted() { errors.append(line("MISSED", key, goldRelations[key]?.evidence.first ?? "")) }
    for key in p.subtracting(g).sorted() {
      errors.append(line("WRONG ", key, String((guessRelations[key]?.first?.evidence.first ?? "").prefix(160))))
    }
  }

  /// The table of all figures.
  public var table: String {
    var lines = ["\(articles) articles   precision recall    f1   (hit/predicted/gold)"]
    let order = ["relations", "core"] + RelationType.allCases.map { "type " + $0.rawValue } + ["polarity", "pairs", "actors"]
    for name in order {
      let tally = tallies[name] ?? Tally()
      let padded = name.padding(toLength: 22, withPad: " ", startingAt: 0)
      lines.append(
        padded + String(format: " %6.3f %6.3f %6.3f", tally.precision, tally.recall, tally.f1)
          + "  (\(tally.hit)/\(tally.predicted)/\(tally.gold))")
    }
    lines.append(
      String(format: "status right %.3f   false asserted %.3f   direction right %.3f", status, falseAsserted, direction))
    lines.append(String(format: "evidence right %.3f   splits %.2f", evidence, splits))
    return lines.joined(separator: "\n")
  }
}
