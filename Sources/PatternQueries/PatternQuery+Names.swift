import AllianceGraphs
import Relations

extension PatternQuery {
  func unsureNames(in graph: AllianceGraph) -> [(name: String, search: ActorSearch)] {
    var seen: Set<String> = []
    return query.matches.flatMap(\.bracedNames).filter { seen.insert($0).inserted }.compactMap { name in
      let search = graph.findActor(named: name)
      if case .found = search { return nil }
      return (name, search)
    }
  }

  func mistakenNames(in graph: AllianceGraph) -> [(name: String, actor: Actor)] {
    query.matches.compactMap(\.condition).flatMap(\.comparedNames).compactMap { name in
      guard case .found(let actor) = graph.findActor(named: name), actor.name != name else { return nil }
      return (name, actor)
    }
  }
}

extension MatchClause {
  /// The names in braces, in its condition, too.
  fileprivate var bracedNames: [String] {
    let properties = paths.flatMap { $0.nodes.flatMap(\.properties) }
    let names = properties.compactMap { property -> String? in
      guard property.key == "name", case .literal(.string(let name)) = property.value.kind else { return nil }
      return name
    }
    return names + (condition?.bracedNames ?? [])
  }
}

extension Expression {
  fileprivate var bracedNames: [String] {
    if case .exists(let clause, _) = kind { return clause.bracedNames }
    return parts.flatMap(\.bracedNames)
  }

  /// The strings that `.name` is compared with.
  fileprivate var comparedNames: [String] {
    let terms: [Expression]
    switch kind {
    case .comparison(let compared, _): terms = compared
    case .isIn(let term, let list):
      if case .list(let elements) = list.kind { terms = [term] + elements } else { terms = [] }
    default: return parts.flatMap(\.comparedNames)
    }
    let isAboutNames = terms.contains { term in
      if case .property(_, "name") = term.kind { true } else { false }
    }
    guard isAboutNames else { return parts.flatMap(\.comparedNames) }
    return terms.compactMap { term in
      if case .literal(.string(let name)) = term.kind { name } else { nil }
    }
  }
}
