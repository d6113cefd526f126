extension Checker {
  mutating func check(_ clause: ReturnClause, into result: inout CheckedQuery) throws(QueryError) {
    var columns = try columns(of: clause)
    var names: Set<String> = []
    for column in columns where !names.insert(column.name).inserted {
      throw QueryError(
        column.position, "two columns are called '\(column.name)'; rename one with AS")
    }
    let terms = columns.map(\.expression)
    let isGrouped = terms.contains(where: \.hasAggregate)
    if isGrouped {
      let keys = terms.filter { !$0.hasAggregate }
      for term in terms where term.hasAggregate { try checkGrouping(term, keys) }
      result.grouping = keys
    }
    result.order = try order(clause, columns, terms, isGrouped)
    // Aggregates are computed first and then read like variables.
    for index in columns.indices { columns[index].expression = extract(columns[index].expression, &result) }
    for index in result.order.indices {
      result.order[index].expression = extract(result.order[index].expression, &result)
    }
    result.columns = columns
    result.isDistinct = clause.isDistinct
    result.skip = try clause.skip.map { expression throws(QueryError) in try count(expression, "SKIP") } ?? 0
    result.limit = try clause.limit.map { expression throws(QueryError) in try count(expression, "LIMIT") }
  }

  private mutating func columns(of clause: ReturnClause) throws(QueryError) -> [CheckedQuery.Column] {
    placeWithoutAggregates = nil
    var columns: [CheckedQuery.Column] = []
    if clause.hasStar {
      if variables.isEmpty {
        throw QueryError(clause.position, "RETURN * without a variable; name something")
      }
      for name in variables.keys.sorted() {
        let expression = Expression(
          kind: .variable(name, slot: variables[name]!.slot), position: clause.position)
        columns.append(
          CheckedQuery.Column(expression: expression, name: name, position: clause.position, slot: newSlot()))
      }
    }
    for item in clause.items {
      let expression = try check(item.expression)
      columns.append(
        CheckedQuery.Column(
          expression: expression, name: item.name, position: item.position, slot: newSlot()))
    }
    return columns
  }

  /// What stands beside an aggregate has to be a column of its own, or else it is not clear which row it is of.
  private func checkGrouping(_ term: Expression, _ keys: [Expression]) throws(QueryError) {
    if keys.contains(term) { return }
    switch term.kind {
    case .aggregate, .literal: return
    case .variable(let name, _):
      throw QueryError(
        term.position,
        "'\(name)' stands beside an aggregate, but no column says which; add a column that has it alone")
    case .exists, .quantified:
      throw QueryError(term.position, "this stands beside an aggregate; make it a column of its own")
    default: for part in term.parts { try checkGrouping(part, keys) }
    }
  }

  private mutating func order(
    _ clause: ReturnClause, _ columns: [CheckedQuery.Column], _ terms: [Expression], _ isGrouped: Bool
  ) throws(QueryError) -> [ReturnClause.Key] {
    let hidden = variables
    defer { variables = hidden }
    for (column, term) in zip(columns, terms) {
      // Names of columns count more than variables.
      variables[column.name] = Variable(slot: column.slot, kind: kind(of: term))
    }
    placeWithoutAggregates = isGrouped ? nil : "ORDER BY where RETURN has no aggregate"
    var order: [ReturnClause.Key] = []
    for key in clause.order {
      var key = key
      let slots = columns.map(\.slot)
      key.expression = try check(key.expression).replacing { part in
        terms.firstIndex(of: part).map { .variable(columns[$0].name, slot: slots[$0]) }
      }
      if isGrouped || clause.isDistinct {
        try checkOrder(key.expression, slots, isGrouped ? "an aggregate" : "DISTINCT")
      }
      order.append(key)
    }
    return order
  }

  /// Rows that stand for several can only be ordered by what they have in common.
  private func checkOrder(_ term: Expression, _ slots: [Int], _ reason: String) throws(QueryError) {
    switch term.kind {
    case .aggregate: return
    case .variable(let name, let slot):
      if slots.contains(slot!) { return }
      throw QueryError(
        term.position, "'\(name)' is not among the columns; with \(reason) only those can be ordered by")
    default: for part in term.parts { try checkOrder(part, slots, reason) }
    }
  }

  private mutating func extract(_ expression: Expression, _ result: inout CheckedQuery) -> Expression {
    var calls = result.aggregates
    var next = slotCount
    let replaced = expression.replacing { part in
      guard case .aggregate(let aggregate, let isDistinct, let term) = part.kind else { return nil }
      calls.append(
        CheckedQuery.AggregateCall(
          aggregate: aggregate, isDistinct: isDistinct, term: term, slot: next, position: part.position))
      next += 1
      return .variable(aggregate.rawValue, slot: next - 1)
    }
    result.aggregates = calls
    slotCount = next
    return replaced
  }

  private func count(_ expression: Expression, _ word: String) throws(QueryError) -> Int {
    guard case .literal(.integer(let number)) = expression.kind else {
      throw QueryError(expression.position, "\(word) takes a whole number from 0")
    }
    return number
  }
}
