import AllianceGraphs
import Relations

extension Answer {
  /// The answer for people, with quotes; says so where there is no evidence.
  ///
  /// - Parameter graph: the graph that gave the answer.
  public func text(in graph: AllianceGraph, style: TextStyle = TextStyle()) -> String {
    let relations = RelationText(graph: graph, style: style)
    var lines: [String] = []
    for connection in connections where connection.isDirect {
      for edge in connection.edges { lines += relations.lines(edge, first: first(connection, edge)) }
    }
    for connection in connections where !connection.isDirect {
      if !lines.isEmpty { lines.append("") }
      let middlemen = connection.through.map(relations.name).joined(separator: ", then ")
      lines.append(style.paint("\(relations.name(connection.actor)), through \(middlemen):", .bold))
      for edge in connection.edges { lines += relations.lines(edge, indent: 2) }
    }
    if lines.isEmpty {
      let articles = count(graph.articles.count, "article")
      let pair = other.map { " with \(relations.name($0))" } ?? ""
      lines.append("no evidence of \(subjectOfSearch(relations.name(subject)))\(pair) in \(articles)")
    }
    if !denied.isEmpty {
      lines += ["", style.paint("Denied:", .bold)]
      for edge in denied { lines += relations.lines(edge, indent: 2) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The other actor leads in answers about friends and foes, but for the side that attacked.
  private func first(_ connection: Connection, _ edge: Edge) -> ActorID? {
    edge.initiator ?? (question == .relations ? subject : connection.actor)
  }

  private func subjectOfSearch(_ name: String) -> String {
    switch question {
    case .backers, .backersThrough: "backers of \(name)"
    case .backed: "anyone backed by \(name)"
    case .allies: "allies of \(name)"
    case .enemies: "enemies of \(name)"
    case .members, .membersThrough: "members of \(name)"
    case .relations: "relations of \(name)"
    case .wholes: "anything that \(name) is part of"
    }
  }
}

extension ActorSearch {
  /// What to tell whoever asked for an actor by that name; nil if it was found.
  public func complaint(about name: String) -> String? {
    switch self {
    case .found: nil
    case .ambiguous(let actors):
      "'\(name)' may be \(Self.list(actors.map { "\(singleLine($0.name)) (\($0.id))" })); ask by the id in brackets"
    case .unknown(let near) where near.isEmpty: "unknown actor '\(name)'"
    case .unknown(let near):
      "unknown actor '\(name)'; did you mean \(Self.list(near.map { singleLine($0.name) }))?"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
  }
}
