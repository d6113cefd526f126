import AllianceGraphs
import Relations

/// Gives every name of a query its meaning, and says what has none: variables, types, kinds, properties, functions, and
/// words that a property never is.
///
/// Where openCypher has an unknown type or property match nothing, this is an error: the vocabulary of a graph is closed,
/// and a misspelt word should not look like an answer.
struct Checker {
  /// What a variable stands for, as far as the pattern tells.
  enum Kind {
    case node, relation, relations, path, value
  }

  struct Variable {
    var slot: Int
    var kind: Kind
  }

  var variables: [String: Variable] = [:]
  var slotCount = 0
  /// Whether aggregates may stand here, and if not, how an error message calls the place.
  var placeWithoutAggregates: String? = "WHERE"

  /// Linear in the size of the query, but for the columns that ORDER BY may repeat.
  static func check(_ query: Query) throws(QueryError) -> CheckedQuery {
    var checker = Checker()
    var result = CheckedQuery()
    for clause in query.matches { result.matches.append(try checker.check(clause, outer: nil)) }
    try checker.check(query.returned, into: &result)
    result.slotCount = checker.slotCount
    return result
  }

  mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  func unknownVariable(_ name: String, _ position: Position) -> QueryError {
    let known = variables.keys.sorted()
    let hint = known.isEmpty ? "" : Vocabulary.hint(for: name, among: known)
    return QueryError(position, "unknown variable '\(name)'\(hint)")
  }

  // MARK: Patterns

  /// - Parameter outer: the variables that a pattern inside a condition has from outside; nil for a clause of its own.
  mutating func check(_ clause: MatchClause, outer: Set<String>?) throws(QueryError) -> MatchClause {
    var result = clause
    var relationNames: Set<String> = []
    result.outerSlots = Set((outer ?? Set(variables.keys)).compactMap { variables[$0]?.slot })
    for path in result.paths.indices {
      for node in result.paths[path].nodes.indices { try declare(&result.paths[path].nodes[node]) }
      for relation in result.paths[path].relations.indices {
        let pattern = result.paths[path].relations[relation]
        if let name = pattern.variable, !relationNames.insert(name).inserted {
          throw QueryError(
            pattern.position,
            "'\(name)' stands for two relations of one MATCH, which never uses a relation twice")
        }
        try declare(&result.paths[path].relations[relation])
      }
      if let name = result.paths[path].variable {
        if variables[name] != nil {
          throw QueryError(result.paths[path].position, "'\(name)' already stands for something else")
        }
        result.paths[path].slot = newSlot()
        variables[name] = Variable(slot: result.paths[path].slot!, kind: .path)
      }
    }
    // Properties may speak of variables that come later.
    for path in result.paths.indices {
      for node in result.paths[path].nodes.indices {
        try check(&result.paths[path].nodes[node].properties, of: .node)
      }
      for relation in result.paths[path].relations.indices {
        try check(&result.paths[path].relations[relation].properties, of: .relation)
      }
    }
    if let condition = clause.condition { result.condition = try check(condition) }
    return result
  }

  private mutating func declare(_ node: inout NodePattern) throws(QueryError) {
    node.slot = try slot(of: node.variable, kind: .node, node.position)
    for index in node.labels.indices { try check(&node.labels[index]) }
  }

  private mutating func declare(_ relation: inout RelationPattern) throws(QueryError) {
    let kind: Kind = relation.length == nil ? .relation : .relations
    relation.slot = try slot(of: relation.variable, kind: kind, relation.position)
    for typeName in relation.typeNames {
      guard let type = Vocabulary.type(typeName.name) else {
        throw QueryError(
          typeName.position,
          "unknown relation type '\(typeName.name)'"
            + Vocabulary.hint(for: typeName.name, among: Vocabulary.typeNames))
      }
      relation.types.insert(type)
    }
  }

  private mutating func slot(of name: String?, kind: Kind, _ position: Position) throws(QueryError) -> Int {
    guard let name else { return newSlot() }
    if let known = variables[name] {
      if known.kind != kind {
        throw QueryError(position, "'\(name)' stands for \(known.kind.words), and here for \(kind.words)")
      }
      return known.slot
    }
    let slot = newSlot()
    variables[name] = Variable(slot: slot, kind: kind)
    return slot
  }

  func check(_ labels: inout LabelPattern) throws(QueryError) {
    for name in labels.names {
      guard let kinds = Vocabulary.kinds(name) else {
        throw QueryError(
          labels.position,
          "unknown kind of actor '\(name)'\(Vocabulary.hint(for: name, among: Vocabulary.labels))")
      }
      labels.kinds.formUnion(kinds)
    }
  }

  private mutating func check(_ properties: inout [BracedProperty], of kind: Kind) throws(QueryError) {
    for index in properties.indices {
      let property = properties[index]
      try checkProperty(property.key, of: kind, property.position)
      try checkWord(property.value, ofProperty: property.key)
      properties[index].value = try check(property.value)
    }
  }

  func checkProperty(_ key: String, of kind: Kind, _ position: Position) throws(QueryError) {
    let ofActors = ActorProperty.allCases.map(\.rawValue)
    let ofRelations = RelationProperty.allCases.map(\.rawValue)
    let known: [String]
    switch kind {
    case .node: known = ofActors
    case .relation: known = ofRelations
    case .value: known = ofActors + ofRelations
    case .path:
      throw QueryError(position, "a path has no properties; use length(p), nodes(p) or relationships(p)")
    case .relations:
      throw QueryError(
        position, "a pattern with '*' yields a list of relations; use all(r IN list WHERE r.\(key) …)")
    }
    if known.contains(key) { return }
    let whose = kind == .node ? " of an actor" : kind == .relation ? " of a relation" : ""
    throw QueryError(
      position, "unknown property '\(key)'\(whose)\(Vocabulary.hint(for: key, among: known))")
  }

  /// Finds words that the property never is.
  func checkWord(_ value: Expression, ofProperty key: String) throws(QueryError) {
    guard let words = Vocabulary.values(ofProperty: key) else { return }
    try checkWord(value, among: words, "no \(key) is")
  }

  func checkWord(_ value: Expression, among words: [String], _ complaint: String) throws(QueryError) {
    guard case .literal(.string(let word)) = value.kind, !words.contains(word) else { return }
    throw QueryError(value.position, "\(complaint) '\(word)'\(Vocabulary.hint(for: word, among: words))")
  }
}

extension Checker.Kind {
  var words: String {
    switch self {
    case .node: "an actor"
    case .relation: "a relation"
    case .relations: "a list of relations"
    case .path: "a path"
    case .value: "a value"
    }
  }
}
