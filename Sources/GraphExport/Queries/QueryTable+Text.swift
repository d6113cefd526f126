import AllianceGraphs
import PatternQueries
import Relations

extension QueryTable {
  /// The answer for people: a table with aligned columns, numbers at the right, and the number of rows below.
  ///
  /// - Parameter graph: the graph that was asked.
  public func text(in graph: AllianceGraph, style: TextStyle = TextStyle()) -> String {
    let words = QueryWords(graph)
    let heads = columns.map(singleLine)
    let cells = rows.map { $0.map { singleLine(words.text($0)) } }
    let widths = heads.indices.map { column in
      cells.reduce(heads[column].count) { max($0, $1[column].count) }
    }
    func line(_ fields: [String], isRight: (Int) -> Bool) -> String {
      let padded = fields.enumerated().map { column, field in
        let gap = spaces(widths[column] - field.count)
        return isRight(column) ? gap + field : field + gap
      }
      let line = padded.joined(separator: " | ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let isNumeric = heads.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0[column].isNumberOrNull }
    }
    var lines = [style.paint(line(heads) { isNumeric[$0] }, .bold)]
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-"))
    lines += cells.map { line($0) { isNumeric[$0] } }
    lines.append("(\(count(rows.count, "row")))")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The answer as CSV (RFC 4180, lines ended by a line feed): null is an empty field, an actor its id, and what is no
  /// single value as `text(in:)` has it.
  public func csv(in graph: AllianceGraph) -> String {
    let words = QueryWords(graph)
    let lines =
      [columns]
      + rows.map { row in
        row.map { value in
          switch value {
          case .null: ""
          case .actor(let id): id
          default: words.text(value)
          }
        }
      }
    return lines.map { $0.map(Self.csvField).joined(separator: ",") + "\n" }.joined()
  }

  private static func csvField(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// The answer for programs: the names of the columns, and the rows as lists of values.
  public func json(in graph: AllianceGraph) -> [UInt8] {
    var text = JSONText()
    text.object { text in
      text.member("format", "alliance-table")
      text.member("version", 1)
      text.key("columns")
      text.array(columns, inline: true) { $0.string($1) }
      text.key("rows")
      text.array(rows) { text, row in text.array(row, inline: true) { $0.write($1, in: graph) } }
    }
    text.newline()
    return text.bytes
  }
}

/// Values of a query in words.
private struct QueryWords {
  private let relations: RelationText

  init(_ graph: AllianceGraph) { relations = RelationText(graph: graph, style: TextStyle()) }

  func text(_ value: QueryValue) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .integer(let number): return String(number)
    case .decimal(let number): return number.description
    case .string(let text): return text
    case .list(let values):
      let parts = values.map { value in
        if case .string(let text) = value {
          return "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
        }
        return text(value)
      }
      return "[\(parts.joined(separator: ", "))]"
    case .actor(let id): return relations.name(id)
    case .relation(let relation):
      return relations.graph.edge(relation).map { relations.sentence($0) } ?? ""
    case .path(let actors, let steps):
      var text = relations.name(actors[0])
      for (place, step) in steps.enumerated() {
        let type = step.type.rawValue.uppercased()
        let arrow =
          step.type.isSymmetric ? "-\(type)-" : step.source == actors[place] ? "-\(type)->" : "<-\(type)-"
        text += " \(arrow) \(relations.name(actors[place + 1]))"
      }
      return text
    }
  }
}

extension QueryValue {
  fileprivate var isNumberOrNull: Bool {
    switch self {
    case .integer, .decimal, .null: true
    default: false
    }
  }
}

extension JSONText {
  fileprivate mutating func write(_ value: QueryValue, in graph: AllianceGraph) {
    switch value {
    case .null: bare("null")
    case .boolean(let value): bare(value ? "true" : "false")
    case .integer(let number): bare(String(number))
    case .decimal(let number): bare(number.isFinite ? number.description : "null")
    case .string(let text): string(text)
    case .list(let values): array(values, inline: true) { $0.write($1, in: graph) }
    case .actor(let id): write(id, in: graph)
    case .relation(let relation): write(relation, in: graph)
    case .path(let actors, let relations):
      object(inline: true) { text in
        text.key("actors")
        text.array(actors) { $0.write($1, in: graph) }
        text.key("relations")
        text.array(relations) { $0.write($1, in: graph) }
      }
    }
  }

  private mutating func write(_ relation: Relation, in graph: AllianceGraph) {
    let edge = graph.edge(relation)
    object(inline: true) { text in
      text.member("source", relation.source)
      text.member("type", relation.type.rawValue)
      text.member("target", relation.target)
      text.member("support", edge?.support?.rawValue)
      text.member("status", edge?.status.rawValue)
      if let edge { text.member("confidence", edge.confidence) }
    }
  }
}
