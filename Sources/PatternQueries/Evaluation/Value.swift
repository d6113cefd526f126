/// What a term comes to while a query is answered; actors and relations are their places in the graph's lists.
///
/// Values are equal (`==`) as DISTINCT and grouping see them: null equals null. What `=` says is `equals`.
enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case decimal(Double)
  case string(String)
  case list([Value])
  case node(Int)
  case relation(Int)
  case path(nodes: [Int], relations: [Int])

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    default: nil
    }
  }

  /// What `a = b` says: nil where that is unknown, as it is of null. Values of different kinds are unequal.
  static func equals(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.null, _), (_, .null): return nil
    case (.list(let a), .list(let b)):
      if a.count != b.count { return false }
      var result: Bool? = true
      for (x, y) in zip(a, b) {
        switch equals(x, y) {
        case false: return false
        case nil: result = nil
        default: break
        }
      }
      return result
    case (.decimal(let a), .decimal(let b)): return a == b
    default: return a == b
    }
  }

  /// What `a < b` and `a > b` say; nil where the two can't be compared.
  static func compare(_ a: Value, _ b: Value) -> Order? {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): return Order(a, b)
    case (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal):
      let (a, b) = (a.number!, b.number!)
      return a.isNaN || b.isNaN ? nil : Order(a, b)
    case (.string(let a), .string(let b)): return Order(a, b)
    case (.boolean(let a), .boolean(let b)): return Order(a ? 1 : 0, b ? 1 : 0)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        guard let order = compare(x, y) else { return nil }
        if order != .same { return order }
      }
      return Order(a.count, b.count)
    default: return nil
    }
  }

  enum Order {
    case less, same, greater

    init<Term: Comparable>(_ a: Term, _ b: Term) { self = a < b ? .less : b < a ? .greater : .same }
  }
}

extension Value: Hashable {
  static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.integer, .decimal), (.decimal, .integer): a.number == b.number
    case (.decimal(let a), .decimal(let b)): a == b || a.isNaN && b.isNaN
    case (.string(let a), .string(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.node(let a), .node(let b)): a == b
    case (.relation(let a), .relation(let b)): a == b
    case (.path(let a, let b), .path(let c, let d)): a == c && b == d
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let number): hasher.combine(Double(number))
    case .decimal(let number): hasher.combine(number.isNaN ? .infinity : number)
    case .string(let text): hasher.combine(text)
    case .list(let values): hasher.combine(values)
    case .node(let index): hasher.combine(index)
    case .relation(let index): hasher.combine(index)
    case .path(let nodes, let relations):
      hasher.combine(nodes)
      hasher.combine(relations)
    }
  }
}

extension Value {
  /// The order of ORDER BY, in which all values have a place: actors, relations, lists, paths, strings, truth values,
  /// numbers, null. A descending order turns all of it, so that null comes first.
  static func isOrdered(_ a: Value, before b: Value) -> Bool { ordered(a, b) == .less }

  static func ordered(_ a: Value, _ b: Value) -> Order {
    if a.rank != b.rank { return Order(a.rank, b.rank) }
    switch (a, b) {
    case (.node(let a), .node(let b)), (.relation(let a), .relation(let b)): return Order(a, b)
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) {
        let order = ordered(x, y)
        if order != .same { return order }
      }
      return Order(a.count, b.count)
    case (.path(let a, let c), .path(let b, let d)):
      let (a, b) = (a + c, b + d)
      return a == b ? .same : a.lexicographicallyPrecedes(b) ? .less : .greater
    case (.decimal(let a), _) where a.isNaN:
      if case .decimal(let b) = b, b.isNaN { return .same }
      return .greater
    case (_, .decimal(let b)) where b.isNaN: return .less
    default: return compare(a, b) ?? .same
    }
  }

  private var rank: Int {
    switch self {
    case .node: 0
    case .relation: 1
    case .list: 2
    case .path: 3
    case .string: 4
    case .boolean: 5
    case .integer, .decimal: 6
    case .null: 7
    }
  }
}
