import AllianceGraphs

/// Answers a checked query: the rows of its MATCH clauses one within the other, projected, grouped, ordered and cut.
final class Runner {
  private let query: CheckedQuery
  private let evaluator: Evaluator
  private var plans: [Plan] = []
  private var rows: [(columns: [Value], keys: [Value])] = []
  private var distinct: Set<[Value]> = []
  private var groups: [[Value]: Int] = [:]
  private var grouped: [(row: [Value], totals: [Aggregation])] = []

  /// There are rows enough.
  private struct Enough: Error {}

  private static let mostRows = 2_000_000

  init(_ query: CheckedQuery, on index: GraphIndex, budget: Int) {
    self.query = query
    evaluator = Evaluator(index: index, slotCount: query.slotCount, budget: budget)
  }

  func run() throws -> [[Value]] {
    var bound: Set<Int> = []
    for clause in query.matches {
      let plan = try Plan(clause, bound: bound, evaluator)
      plans.append(plan)
      bound.formUnion(plan.newSlots)
    }
    if query.limit != 0 {
      do { try match(0) } catch is Enough {}
    }
    if query.grouping != nil { try closeGroups() }
    if !query.order.isEmpty { sort() }
    let first = min(query.skip, rows.count)
    let last = min(rows.count - first, query.limit ?? rows.count) + first
    return rows[first..<last].map(\.columns)
  }

  private func match(_ number: Int) throws {
    guard number < plans.count else { return try emit() }
    var hasMatch = false
    let matcher = Matcher(plan: plans[number], evaluator: evaluator) { [unowned self] in
      hasMatch = true
      try match(number + 1)
    }
    try matcher.run()
    if query.matches[number].isOptional, !hasMatch {
      for slot in plans[number].newSlots { evaluator.row[slot] = .null }
      try match(number + 1)
    }
  }

  private func emit() throws {
    if let grouping = query.grouping {
      try total(grouping)
    } else {
      try add()
      // Nothing that comes later can change the first rows.
      if query.order.isEmpty, let limit = query.limit, rows.count >= limit.addingClamped(query.skip) {
        throw Enough()
      }
    }
  }

  /// Adds what the row at hand yields.
  private func add() throws {
    let columns = try query.columns.map { try evaluator.value($0.expression) }
    if query.isDistinct, !distinct.insert(columns).inserted { return }
    for (column, value) in zip(query.columns, columns) { evaluator.row[column.slot] = value }
    rows.append((columns, try query.order.map { try evaluator.value($0.expression) }))
    if rows.count > Self.mostRows {
      throw QueryError(
        query.columns[0].position,
        "more than \(Self.mostRows) rows; narrow the pattern, or add LIMIT without ORDER BY")
    }
  }

  private func total(_ grouping: [Expression]) throws {
    let key = try grouping.map(evaluator.value)
    let group: Int
    if let known = groups[key] {
      group = known
    } else {
      group = grouped.count
      groups[key] = group
      grouped.append((evaluator.row, query.aggregates.map { Aggregation($0) }))
    }
    for index in query.aggregates.indices {
      let value = try query.aggregates[index].term.map(evaluator.value)
      try grouped[group].totals[index].add(value)
    }
  }

  private func closeGroups() throws {
    // Of nothing at all there are zero, but only where nothing parts it.
    if grouped.isEmpty, query.grouping!.isEmpty {
      let nothing = evaluator.row.map { _ in Value.null }
      grouped.append((nothing, query.aggregates.map { Aggregation($0) }))
    }
    for group in grouped {
      evaluator.row = group.row
      for total in group.totals { evaluator.row[total.call.slot] = total.value }
      try add()
    }
  }

  private func sort() {
    let descending = query.order.map(\.isDescending)
    // Rows that are equal by all keys stay as they came.
    let order = rows.indices.sorted { a, b in
      for (place, isDescending) in descending.enumerated() {
        switch Value.ordered(rows[a].keys[place], rows[b].keys[place]) {
        case .less: return !isDescending
        case .greater: return isDescending
        case .same: continue
        }
      }
      return a < b
    }
    rows = order.map { rows[$0] }
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
