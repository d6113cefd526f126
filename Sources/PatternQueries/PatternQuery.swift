import AllianceGraphs
import Relations

/// A question to a graph in the pattern language openCypher, as far as reading needs it:
/// `MATCH (p)-[:BACKS*1..3]->(g {name: 'NLF'})<-[:FIGHTING]-(e) WHERE p.kind = 'state' RETURN p.name, e.name`.
///
/// Supported are MATCH and OPTIONAL MATCH with WHERE, and RETURN with DISTINCT, aggregates, ORDER BY, SKIP and LIMIT. What
/// they mean is what openCypher 9 says (openCypher Implementers Group, "Cypher Query Language Reference, Version 9"), with
/// these additions: a type whose ends can be exchanged matches both ways; in the braces of a pattern, `name` is any name of
/// an actor, and `publisher` and `date` those of any report; types, kinds and properties that no graph has are errors.
public struct PatternQuery: Sendable {
  /// How much a query may do if nothing else is asked for: enough for tens of seconds.
  public static let defaultBudget = 50_000_000

  let query: CheckedQuery

  /// Reads a query and checks its names. Linear in its length.
  ///
  /// - Throws: at the first thing that is wrong, with line and column.
  public init(_ text: String) throws(QueryError) {
    query = try Checker.check(Parser.parse(text))
  }

  /// Answers the query.
  ///
  /// - Parameter budget: how many actors and relations may be looked at.
  /// - Throws: where a term comes to something that can't be worked with, and where the budget is exceeded.
  /// - Complexity: linear in the graph for the index; then as the pattern has it, exponential in the lengths of `*`.
  public func run(on graph: AllianceGraph, budget: Int = defaultBudget) throws(QueryError) -> QueryTable {
    let index = GraphIndex(graph)
    let rows: [[Value]]
    do {
      rows = try Runner(query, on: index, budget: budget).run()
    } catch let error as QueryError {
      throw error
    } catch {
      preconditionFailure("evaluation throws nothing else: \(error)")
    }
    return QueryTable(
      columns: query.columns.map(\.name), rows: rows.map { $0.map { QueryValue($0, in: graph) } },
      unsureNames: unsureNames(in: graph), mistakenNames: rows.isEmpty ? mistakenNames(in: graph) : [])
  }
}

/// The answer to a query.
public struct QueryTable: Sendable {
  public let columns: [String]
  public let rows: [[QueryValue]]
  /// Names in the braces of the pattern that nobody or several go by, in the order of the query.
  public let unsureNames: [(name: String, search: ActorSearch)]
  /// Where nothing was found: names that WHERE compares with main names, and that are other names of these actors.
  public let mistakenNames: [(name: String, actor: Actor)]
}

/// A value in the answer to a query.
public enum QueryValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case decimal(Double)
  case string(String)
  case list([QueryValue])
  case actor(ActorID)
  case relation(Relation)
  /// An actor more than relations; these may point either way.
  case path(actors: [ActorID], relations: [Relation])

  init(_ value: Value, in graph: AllianceGraph) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let number): self = .integer(number)
    case .decimal(let number): self = .decimal(number)
    case .string(let text): self = .string(text)
    case .list(let values): self = .list(values.map { QueryValue($0, in: graph) })
    case .node(let index): self = .actor(graph.actors[index].id)
    case .relation(let index): self = .relation(graph.relations[index].relation)
    case .path(let nodes, let relations):
      self = .path(
        actors: nodes.map { graph.actors[$0].id }, relations: relations.map { graph.relations[$0].relation })
    }
  }
}
