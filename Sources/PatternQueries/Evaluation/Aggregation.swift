/// What an aggregate comes to over the rows of a group; null doesn't count.
struct Aggregation {
  let call: CheckedQuery.AggregateCall
  private var seen: Set<Value> = []
  private var count = 0
  private var list: [Value] = []
  private var sum = Value.integer(0)
  private var extreme = Value.null

  init(_ call: CheckedQuery.AggregateCall) { self.call = call }

  /// - Parameter term: nil for `count(*)`.
  mutating func add(_ term: Value?) throws {
    guard let term else {
      count += 1
      return
    }
    if term.isNull || call.isDistinct && !seen.insert(term).inserted { return }
    count += 1
    switch call.aggregate {
    case .count: break
    case .collect: list.append(term)
    case .min: if extreme.isNull || Value.isOrdered(term, before: extreme) { extreme = term }
    case .max: if extreme.isNull || Value.isOrdered(extreme, before: term) { extreme = term }
    case .sum, .avg:
      guard let number = term.number else {
        throw QueryError(call.position, "\(call.aggregate.rawValue)() takes numbers, found \(term.words)")
      }
      if case .integer(let a) = sum, case .integer(let b) = term {
        let (total, overflow) = a.addingReportingOverflow(b)
        if overflow { throw QueryError(call.position, "a number out of range") }
        sum = .integer(total)
      } else {
        sum = .decimal(sum.number! + number)
      }
    }
  }

  var value: Value {
    switch call.aggregate {
    case .count: .integer(count)
    case .collect: .list(list)
    case .min, .max: extreme
    case .sum: sum
    case .avg: count == 0 ? .null : .decimal(sum.number! / Double(count))
    }
  }
}
