import AllianceGraphs
import Relations

/// A graph as queries walk it: actors and edges by number, with the edges of each actor.
final class GraphIndex {
  let graph: AllianceGraph
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []
  private var types: [UInt8] = []
  private let symmetric: UInt8
  /// The edges that leave each actor: those from `outStarts[actor]` up to the next start; likewise those that reach it.
  private var outStarts: [Int32] = []
  private var outEdges: [Int32] = []
  private var inStarts: [Int32] = []
  private var inEdges: [Int32] = []
  private lazy var publisherCount = PublisherCount(graph.articles)
  private lazy var articles = Dictionary(
    graph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Linear in actors and edges.
  init(_ graph: AllianceGraph) {
    self.graph = graph
    symmetric = Self.mask(Set(RelationType.allCases.filter(\.isSymmetric)))
    let numbers = Dictionary(
      graph.actors.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    for edge in graph.relations {
      sources.append(numbers[edge.source]!)
      targets.append(numbers[edge.target]!)
      types.append(Self.mask([edge.type]))
    }
    (outStarts, outEdges) = Self.grouped(by: sources, count: graph.actors.count)
    (inStarts, inEdges) = Self.grouped(by: targets, count: graph.actors.count)
  }

  private static func grouped(by ends: [Int32], count: Int) -> (starts: [Int32], edges: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for end in ends { starts[Int(end) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var edges = [Int32](repeating: 0, count: ends.count)
    for (edge, end) in ends.enumerated() {
      edges[Int(next[Int(end)])] = Int32(edge)
      next[Int(end)] += 1
    }
    return (starts, edges)
  }

  /// A bit for each type.
  static func mask(_ types: Set<RelationType>) -> UInt8 {
    var mask: UInt8 = 0
    for (bit, type) in RelationType.allCases.enumerated() where types.contains(type) {
      mask |= 1 << UInt8(bit)
    }
    return mask
  }

  /// The edges that lead on from an actor, with the actor at the other end: those it is the source of, then those it is
  /// the target of. Symmetric ones lead both ways whatever the direction.
  func steps(from node: Int, _ direction: RelationPattern.Direction, mask: UInt8) -> [(edge: Int, node: Int)]
  {
    var result: [(edge: Int, node: Int)] = []
    let outMask = direction == .left ? mask & symmetric : mask
    for place in Int(outStarts[node])..<Int(outStarts[node + 1]) {
      let edge = Int(outEdges[place])
      if types[edge] & outMask != 0 { result.append((edge, Int(targets[edge]))) }
    }
    let inMask = direction == .right ? mask & symmetric : mask
    for place in Int(inStarts[node])..<Int(inStarts[node + 1]) {
      let edge = Int(inEdges[place])
      if types[edge] & inMask != 0 { result.append((edge, Int(sources[edge]))) }
    }
    return result
  }

  // MARK: Properties

  func value(_ property: ActorProperty, of node: Int) -> Value {
    let actor = graph.actors[node]
    switch property {
    case .id: return .string(actor.id)
    case .name: return .string(actor.name)
    case .kind: return .string(actor.kind.rawValue)
    case .aliases: return .list(actor.aliases.map(Value.string))
    }
  }

  func value(_ property: RelationProperty, of relation: Int) -> Value {
    let edge = graph.relations[relation]
    func string(_ text: String?) -> Value { text.map(Value.string) ?? .null }
    switch property {
    case .status: return .string(edge.status.rawValue)
    case .confidence: return .decimal(edge.confidence)
    case .support: return string(edge.support?.rawValue)
    case .disputed: return .boolean(edge.disputed)
    case .initiator: return string(edge.initiator.flatMap { graph.actor($0)?.name })
    case .sign: return .string(edge.type.sign.rawValue)
    case .date: return string(reports(of: edge).last?.date)
    case .firstDate: return string(reports(of: edge).first { $0.date != nil }?.date)
    case .heldFrom: return string(edge.mentions.compactMap(\.evidence.held?.from).min())
    case .heldUntil: return string(edge.mentions.compactMap(\.evidence.held?.until).max())
    case .publisher: return string(reports(of: edge).last { $0.publisher != nil }?.publisher)
    case .publishers: return .list(publishers(of: relation).map(Value.string))
    case .sources: return .integer(publisherCount.count(edge.mentions))
    case .articles: return .list(edge.articles.map(Value.string))
    case .quotes:
      var seen: Set<String> = []
      return .list(edge.mentions.map(\.evidence.text).filter { seen.insert($0).inserted }.map(Value.string))
    }
  }

  func publishers(of relation: Int) -> [String] {
    Set(reports(of: graph.relations[relation]).compactMap(\.publisher)).sorted()
  }

  func dates(of relation: Int) -> [String] { reports(of: graph.relations[relation]).compactMap(\.date) }

  /// The articles that speak of it by date, those without one first, then by id.
  private func reports(of edge: Edge) -> [ArticleRecord] {
    edge.articles.compactMap { articles[$0] }.sorted { a, b in (a.date ?? "", a.id) < (b.date ?? "", b.id) }
  }
}
