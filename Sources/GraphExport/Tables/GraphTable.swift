import AllianceGraphs
import Relations

/// What formats of tables and attributes say about actors and relations: one list of columns for all of them, so that a
/// fact has one name wherever it is exported.
struct GraphTable {
  /// A fact in the types that formats tell apart.
  enum Value: Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)

    /// Without quotes or escapes; numbers with the shortest digits that read back as the same number.
    var plain: String {
      switch self {
      case .text(let text): text
      case .integer(let number): String(number)
      case .number(let number): Int(exactly: number).map { "\($0).0" } ?? number.description
      case .flag(let flag): flag ? "true" : "false"
      }
    }
  }

  enum ValueType {
    case text, integer, number, flag
  }

  /// A column of the table of actors or of that of relations; a fact that is not known is nil.
  struct Column<Subject> {
    var name: String
    var type: ValueType
    var value: (Subject) -> Value?
  }

  let actorColumns: [Column<Actor>]
  let edgeColumns: [Column<Edge>]
  private let articles: ArticleIndex

  init(_ graph: AllianceGraph) {
    let articles = ArticleIndex(graph)
    self.articles = articles
    actorColumns = [
      Column(name: "name", type: .text) { .text($0.name) },
      Column(name: "kind", type: .text) { .text($0.kind.rawValue) },
      Column(name: "aliases", type: .text) { .text(Self.list($0.aliases)) },
      Column(name: "relations", type: .integer) { .integer(articles.degree[$0.id] ?? 0) },
    ]
    edgeColumns = [
      Column(name: "relation", type: .text) { .text($0.type.rawValue) },
      Column(name: "sign", type: .integer) { .integer($0.type.sign.number) },
      Column(name: "symmetric", type: .flag) { .flag($0.type.isSymmetric) },
      Column(name: "status", type: .text) { .text($0.status.rawValue) },
      Column(name: "disputed", type: .flag) { .flag($0.disputed) },
      Column(name: "support", type: .text) { $0.support.map { .text($0.rawValue) } },
      Column(name: "initiator", type: .text) { $0.initiator.map { .text($0) } },
      Column(name: "confidence", type: .number) { .number($0.confidence) },
      Column(name: "weight", type: .number) { .number(Double($0.sources)) },
      Column(name: "mentions", type: .integer) { .integer($0.mentions.count) },
      Column(name: "first_reported", type: .text) { articles.dates(of: $0).first.map { .text($0) } },
      Column(name: "last_reported", type: .text) { articles.dates(of: $0).last.map { .text($0) } },
      Column(name: "articles", type: .text) { .text(Self.list($0.articles)) },
      Column(name: "publishers", type: .text) { .text(Self.list(articles.publishers(of: $0))) },
      Column(name: "quote", type: .text) { .text(Self.surest($0).evidence.text) },
    ]
  }

  /// The date of an article where it has one that is a date.
  func date(of article: String) -> CalendarDate? { articles.date(of: article) }

  func publisher(of article: String) -> String? { articles.publishers[article] }

  /// Several names in one field: parted by semicolons, of which those within a name become commas.
  static func list(_ names: [String]) -> String {
    names.map { $0.replacing(";", with: ",") }.joined(separator: ";")
  }

  /// The mention of greatest confidence, of several the first.
  private static func surest(_ edge: Edge) -> RelationMention {
    var best = edge.mentions[0]
    for mention in edge.mentions where mention.confidence > best.confidence { best = mention }
    return best
  }
}

extension Sign {
  /// As signed networks write it: 1, 0, -1.
  var number: Int {
    switch self {
    case .cooperative: 1
    case .neutral: 0
    case .conflictual: -1
    }
  }
}

/// What a graph says of its articles, by their ids.
private struct ArticleIndex {
  private var calendar: [String: CalendarDate] = [:]
  private(set) var publishers: [String: String] = [:]
  /// The number of edges of each actor.
  private(set) var degree: [ActorID: Int] = [:]

  init(_ graph: AllianceGraph) {
    for article in graph.articles {
      calendar[article.id] = article.date.flatMap(CalendarDate.init)
      publishers[article.id] = article.publisher
    }
    for edge in graph.relations {
      degree[edge.source, default: 0] += 1
      degree[edge.target, default: 0] += 1
    }
  }

  func date(of article: String) -> CalendarDate? { calendar[article] }

  /// The dates of the articles that speak of it, as the articles give them, the earliest first.
  func dates(of edge: Edge) -> [String] {
    edge.articles.compactMap(date(of:))
      .sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
      .map(\.description)
  }

  func publishers(of edge: Edge) -> [String] {
    edge.articles.compactMap { publishers[$0] }.canonical()
  }
}
