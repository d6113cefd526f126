import AllianceGraphs
import GraphSamples
import PatternQueries
import Relations
import Testing

extension AllianceGraph {
  /// A graph of statements such as "arland backs borland", one a line; the kinds of actors by id, `other` where left out.
  static func of(_ statements: String, kinds: [ActorID: ActorKind] = [:]) -> AllianceGraph {
    var mentions: [RelationMention] = []
    for (number, line) in statements.split(whereSeparator: \.isNewline).enumerated() {
      let words = line.split(separator: " ").map(String.init)
      let status = words.count > 3 ? Status(rawValue: words[3])! : .asserted
      mentions.append(.of(words[0], RelationType(rawValue: words[1])!, words[2], status, at: number))
    }
    let ends = Set(mentions.flatMap { [$0.source, $0.target] }).union(kinds.keys)
    let actors = ends.sorted().map {
      Actor.of($0, $0.capitalized, kinds[$0] ?? .other, aliases: [$0.capitalized])
    }
    return AllianceGraph(readings: [
      .of("report", date: "2020-01-01", publisher: "Wire", actors: actors, mentions)
    ])
  }
}

/// The rows of the answer, each value in short: actors by id, relations as "a backs b".
func ask(_ query: String, _ graph: AllianceGraph = AllianceGraph()) throws -> [[String]] {
  try PatternQuery(query).run(on: graph).rows.map { $0.map(short) }
}

/// The same in no particular order.
func askUnordered(_ query: String, _ graph: AllianceGraph) throws -> [[String]] {
  try ask(query, graph).sorted { $0.lexicographicallyPrecedes($1) }
}

/// What a term comes to.
func term(_ text: String) throws -> String { try ask("RETURN \(text) AS x")[0][0] }

func short(_ value: QueryValue) -> String {
  switch value {
  case .null: return "null"
  case .boolean(let value): return "\(value)"
  case .integer(let number): return "\(number)"
  case .decimal(let number): return "\(number)"
  case .string(let text): return "'\(text)'"
  case .list(let values): return "[\(values.map(short).joined(separator: ", "))]"
  case .actor(let id): return id
  case .relation(let relation): return "\(relation.source) \(relation.type.rawValue) \(relation.target)"
  case .path(let actors, let relations): return "\(actors.joined(separator: "-")) (\(relations.count))"
  }
}

/// The error that a query is answered with.
func complaint(_ query: String, _ graph: AllianceGraph = AllianceGraph()) -> String {
  do throws(QueryError) {
    _ = try PatternQuery(query).run(on: graph)
    return "none"
  } catch {
    return error.description
  }
}
