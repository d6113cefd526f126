import AllianceGraphs
import ArgumentParser
import GraphExport
import PatternQueries

struct QueryCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answers a question in the pattern language openCypher.",
    discussion: """
      MATCH (a)-[r:TYPE]->(b) WHERE condition RETURN terms ORDER BY terms SKIP n LIMIT n. Types are BACKS, ALLIED_WITH, \
      FIGHTING, OPPOSES, NEGOTIATES_WITH and PART_OF, of which ALLIED_WITH, FIGHTING and NEGOTIATES_WITH match both ways. \
      Actors have id, name, kind and aliases; relations have status, confidence, support, disputed, initiator, sign, date, \
      firstDate, heldFrom, heldUntil, publisher, publishers, sources, articles and quotes. In the braces of a pattern, name \
      is any name of the actor. graphs/QUERIES.md tells the rest. Exits with 1 where there are no rows, and with 2 where \
      the query is wrong.

      EXAMPLES
        alliance query "MATCH (p)-[:BACKS]->(g:ArmedGroup) RETURN p.name, g.name ORDER BY p.name" reports/
        alliance query "MATCH (p)-[:BACKS*1..3]->({name: 'NLF'})<-[:FIGHTING]-(e) RETURN DISTINCT p.name, e.name" g.json
        alliance query "MATCH (a) RETURN a.kind, count(*) AS number ORDER BY number DESC" reports/ --format csv
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  @Argument(help: "The query.")
  var query: String

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  @Option(help: "How to write the answer.")
  var format = Format.table

  @Option(name: [.short, .long], help: "The file for the answer. (default: standard output)")
  var output: String?

  func run(in session: Session) throws -> ExitStatus {
    let pattern = try PatternQuery(query)
    guard let graph = try session.graph(input.inputs, input.options, filter) else { return .failed }
    let table = try pattern.run(on: graph)
    for (name, search) in table.unsureNames {
      switch search {
      case .ambiguous(let actors):
        let list = actors.map { "\(singleLine($0.name)) (\(singleLine($0.id)))" }.joined(separator: " and ")
        session.terminal.say("'\(name)' is a name of \(list); all of them match")
      default:
        if let complaint = search.complaint(about: name) { session.terminal.say(complaint) }
      }
    }
    for (name, actor) in table.mistakenNames {
      session.terminal.say(
        "'\(name)' is another name of \(singleLine(actor.name)); write {name: '\(name)'} into the pattern to match any name"
      )
    }
    switch format {
    case .table: try session.deliver(Array(table.text(in: graph, style: session.textStyle).utf8), to: output)
    case .csv: try session.deliver(Array(table.csv(in: graph).utf8), to: output)
    case .json: try session.deliver(table.json(in: graph), to: output)
    }
    return table.rows.isEmpty ? .nothing : .done
  }
}
