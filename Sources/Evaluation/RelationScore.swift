import Relations

/// How well predicted graphs agree with gold ones, micro-averaged over articles.
///
/// A relation is right if source, type and target are; direction counts where the type has one. Relations that gold
/// marks as optional count neither when they are found nor when they are missed.
public struct RelationScore: Sendable {
  /// `relations`, `core` (backs, allied_with and fighting), `type NAME` for each type, `polarity` (pairs of friends
  /// and of foes), `pairs` (of actors joined by any relation) and `actors` (that stand in a relation, one to one).
  public private(set) var tallies: [String: Tally] = [:]
  public private(set) var articles = 0
  /// What was missed and what was wrong, a line each, in the order of the articles.
  public private(set) var errors: [String] = []
  /// Relations in each article, in the order in which they were counted.
  public private(set) var byArticle: [(name: String, tally: Tally)] = []

  /// The articles in which gold has no relation, not even an optional one, and the relations found in them.
  public private(set) var negatives: (articles: Int, relations: Int) = (0, 0)

  private var found = 0
  private var statusRight = 0
  private var evidenceRight = 0
  private var asserted = 0
  private var assertedWrong = 0
  private var straight = 0
  private var turned = 0
  private var nodes = 0
  private var goldNodes = 0

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

  private func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// Counts one article.
  public mutating func add(predicted guess: ScoredGraph, gold: ScoredGraph, article: String) {
    articles += 1
    let match = RelationMatch(guess: guess, gold: gold)
    let (p, g) = (match.predictedKeys, match.goldKeys)
    addTallies(p, g)
    var tally = Tally()
    tally.add(p, g)
    byArticle.append((article, tally))
    if match.gold.isEmpty {
      negatives.articles += 1
      negatives.relations += p.count
    }
    addActors(match)
    let directed = p.filter { !RelationMatch.isSymmetric($0.type) }
    straight += directed.intersection(g).count
    turned += directed.count {
      !g.contains($0) && g.contains(RelationMatch.Key($0.target, $0.type, $0.source))
    }
    for key in p.intersection(g) { addFound(match.gold[key]!, match.predicted[key]!) }
    errors += match.errors(in: article)
  }

  private mutating func addTallies(_ p: Set<RelationMatch.Key>, _ g: Set<RelationMatch.Key>) {
    func add(_ name: String, _ isCounted: (String) -> Bool) {
      tallies[name, default: Tally()].add(p.filter { isCounted($0.type) }, g.filter { isCounted($0.type) })
    }
    add("relations") { _ in true }
    add("core") { ["backs", "allied_with", "fighting"].contains($0) }
    for type in RelationType.allCases { add("type " + type.rawValue) { $0 == type.rawValue } }
    let signed = { (keys: Set<RelationMatch.Key>) in
      Set(keys.compactMap { RelationMatch.Pair(signOf: $0) })
    }
    tallies["polarity", default: Tally()].add(signed(p), signed(g))
    let pairs = { (keys: Set<RelationMatch.Key>) in Set(keys.map { RelationMatch.Pair($0) }) }
    tallies["pairs", default: Tally()].add(pairs(p), pairs(g))
  }

  private mutating func addActors(_ match: RelationMatch) {
    let best = match.bestActors
    let gold = Set(match.goldKeys.flatMap { [$0.source, $0.target] })
    let spare = Set(match.optional.flatMap { [$0.source, $0.target] }).subtracting(gold)
    var predicted = Set(best.keys.filter { gold.contains($0) || !spare.contains($0) })
    for actor in match.liveActors where match.alignment[actor].flatMap({ best[$0.id] }) != actor {
      predicted.insert("?" + actor)
    }
    tallies["actors", default: Tally()].add(predicted, gold)
    nodes += match.liveActors.count { match.alignment[$0].map { gold.contains($0.id) } ?? false }
    goldNodes += best.keys.count { gold.contains($0) }
  }

  private mutating func addFound(_ gold: ScoredGraph.Relation, _ guesses: [ScoredGraph.Relation]) {
    found += 1
    if guesses.contains(where: { $0.status == gold.status }) { statusRight += 1 }
    if guesses.allSatisfy({ $0.status == "asserted" }) {
      asserted += 1
      if gold.status != "asserted" { assertedWrong += 1 }
    }
    let texts = guesses.flatMap(\.evidence).map(ActorAlignment.normalized)
    let quotes = gold.evidence.map(ActorAlignment.normalized)
    let isQuoted = quotes.contains { quote in
      texts.contains { quote.isEmpty || $0.contains(quote) || !$0.isEmpty && quote.contains($0) }
    }
    if isQuoted { evidenceRight += 1 }
  }
}
