import AllianceGraphs
import Documents
import Foundation
import Relations

/// A signed multigraph with a heavy tail, the same that `graph_peers.py` makes for its libraries from the same seed.
struct SyntheticGraph {
  struct Edge {
    var a: Int
    var b: Int
    var relation: Int
    var document: Int
    var confidence: Double
    var year: Int
  }

  static let names = ["backed_by", "allied_with", "part_of", "fighting", "opposes", "negotiates"]
  private static let types: [RelationType] = [
    .backs, .alliedWith, .partOf, .fighting, .opposes, .negotiatesWith,
  ]

  var actors: Int
  var edges: [Edge] = []

  init(actors: Int, edges count: Int) {
    self.actors = actors
    var random = PythonRandom(seed: 7)
    var cumulative: [Double] = []
    for weight in [0.25, 0.15, 0.05, 0.35, 0.1, 0.1] { cumulative.append((cumulative.last ?? 0) + weight) }
    edges.reserveCapacity(count)
    for _ in 0..<count {
      let a = Int(Double(actors) * pow(random.unit(), 2))
      var b = Int(Double(actors) * pow(random.unit(), 1.5))
      while b == a { b = random.below(actors) }
      let relation = random.choice(cumulative: cumulative)
      let document = random.below(5000)
      let confidence = (random.unit() * 1000).rounded(.toNearestOrEven) / 1000
      edges.append(
        Edge(
          a: a, b: b, relation: relation, document: document, confidence: confidence,
          year: 2011 + random.below(10)))
    }
  }

  /// With 1 % of the edges changed: a third deleted, a third of another type, a third added.
  var changed: SyntheticGraph {
    var random = PythonRandom(seed: 11)
    let k = edges.count / 300
    let indices = random.sample(edges.count, 2 * k)
    let deleted = Set(indices[..<k])
    let retyped = Set(indices[k...])
    var result = self
    result.edges = edges.indices.filter { !deleted.contains($0) }.map { index in
      var edge = edges[index]
      if retyped.contains(index) { edge.relation = (edge.relation + 1) % 6 }
      return edge
    }
    for _ in 0..<k {
      let (a, b, relation, document) = (
        random.below(actors), random.below(actors), random.below(6), random.below(5000)
      )
      result.edges.append(
        Edge(a: a, b: b, relation: relation, document: document, confidence: 0.5, year: 2015))
    }
    return result
  }

  /// The actors that the benchmark asks about.
  var questions: [Int] {
    var random = PythonRandom(seed: 3)
    return (0..<200).map { _ in Int(Double(actors) * pow(random.unit(), 2)) }
  }

  static func id(_ actor: Int) -> ActorID { "actor-\(actor)" }

  /// The same as articles say it. An edge's document and year make an article; "a backed by b" is "b backs a".
  func readings() -> [ArticleReading] {
    let ids = (0..<actors).map(Self.id)
    let described = ids.map { Actor(id: $0, name: $0, kind: .other, aliases: []) }
    var mentions: [[RelationMention]] = Array(repeating: [], count: 50_000)
    for edge in edges {
      let isTurned = edge.relation == 0
      let article = (edge.year - 2011) * 5000 + edge.document
      mentions[article].append(
        RelationMention(
          source: ids[isTurned ? edge.b : edge.a], type: Self.types[edge.relation],
          target: ids[isTurned ? edge.a : edge.b], confidence: edge.confidence,
          evidence: Evidence(article: "", range: 0..<0, text: "", trigger: 0..<0, rule: "seed")))
    }
    var isDescribed = [Bool](repeating: false, count: actors)
    let numbers = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    return mentions.enumerated().filter { !$1.isEmpty }.map { index, mentions in
      var actors: Set<Int> = []
      for mention in mentions { actors.formUnion([numbers[mention.source]!, numbers[mention.target]!]) }
      for actor in actors { isDescribed[actor] = true }
      let year = 2011 + index / 5000
      return ArticleReading(
        article: Article(
          id: "doc-\(index % 5000)-\(year)", title: "", date: String(year), publisher: nil, text: ""),
        actors: actors.sorted().map { described[$0] }, mentions: mentions)
    }
  }

  /// The edges as the peers' script dumps them.
  var dump: String {
    var text = ""
    for edge in edges {
      let confidence = edge.confidence == 0 ? "0.0" : edge.confidence == 1 ? "1.0" : "\(edge.confidence)"
      text +=
        "\(edge.a)\t\(edge.b)\t\(Self.names[edge.relation])\t\(edge.document)\t\(confidence)\t\(edge.year)\n"
    }
    return text
  }
}
