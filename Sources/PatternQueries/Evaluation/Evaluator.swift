import AllianceGraphs
import Foundation

/// Works out terms over the row at hand, with the three-valued logic of openCypher: what is said of null is unknown.
final class Evaluator {
  let index: GraphIndex
  var row: [Value]
  /// Plans of the patterns inside conditions, made once each, by where they stand.
  private var plans: [Position: Plan] = [:]
  /// Who goes by which name, as far as it was asked for.
  var nodesByName: [String: Set<Int>] = [:]
  /// What is left of the work that a query may take.
  var budget: Int

  init(index: GraphIndex, slotCount: Int, budget: Int) {
    self.index = index
    self.budget = budget
    row = Array(repeating: .null, count: slotCount)
  }

  /// Whether a condition holds; nil where that is unknown.
  func truth(_ expression: Expression) throws -> Bool? {
    switch try value(expression) {
    case .boolean(let truth): return truth
    case .null: return nil
    case let other:
      throw QueryError(expression.position, "expected true or false, found \(other.words)")
    }
  }

  func value(_ expression: Expression) throws -> Value {
    func truthValue(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .null }
    switch expression.kind {
    case .literal(let value): return value
    case .variable(_, let slot): return row[slot!]
    case .property(let owner, let key): return property(key, of: try value(owner))
    case .hasLabels(let owner, let labelled):
      guard case .node(let node) = try value(owner) else { return .null }
      let kind = index.graph.actors[node].kind
      return .boolean(labelled.allSatisfy { $0.kinds.contains(kind) })
    case .not(let term): return truthValue(try truth(term).map(!))
    case .and(let a, let b): return truthValue(try conjunction(a, b))
    case .or(let a, let b):
      let left = try truth(a)
      if left == true { return .boolean(true) }
      let right = try truth(b)
      return right == true ? .boolean(true) : left == nil || right == nil ? .null : .boolean(false)
    case .xor(let a, let b):
      guard let left = try truth(a), let right = try truth(b) else { return .null }
      return .boolean(left != right)
    case .comparison(let terms, let comparisons): return truthValue(try compare(terms, comparisons))
    case .arithmetic(let operation, let a, let b):
      return try arithmetic(operation, try value(a), try value(b), expression.position)
    case .negated(let term):
      return try arithmetic(.minus, .integer(0), try value(term), expression.position)
    case .isIn(let term, let list): return truthValue(try contains(list, try value(term)))
    case .textTest(let test, let a, let b):
      guard case .string(let text) = try value(a), case .string(let part) = try value(b) else { return .null }
      switch test {
      case .startsWith: return .boolean(text.hasPrefix(part))
      case .endsWith: return .boolean(text.hasSuffix(part))
      case .contains: return .boolean(part.isEmpty || text.contains(part))
      }
    case .isNull(let term, let isNegated): return .boolean(try value(term).isNull != isNegated)
    case .list(let elements): return .list(try elements.map(value))
    case .element(let list, let place): return try element(list, place)
    case .call(let name, let arguments):
      return try call(Function(named: name)!, arguments, expression.position)
    case .quantified(let quantifier, _, let slot, let list, let condition):
      return truthValue(try quantify(quantifier, slot!, list, condition))
    case .exists(let clause, _): return .boolean(try occurs(clause))
    case .bracedProperty(let owner, let property):
      return truthValue(try matches(try value(owner), property.key, try value(property.value)))
    case .aggregate: preconditionFailure("read from its slot")
    }
  }

  private func conjunction(_ a: Expression, _ b: Expression) throws -> Bool? {
    let left = try truth(a)
    if left == false { return false }
    let right = try truth(b)
    return right == false ? false : left == nil || right == nil ? nil : true
  }

  func property(_ key: String, of owner: Value) -> Value {
    switch owner {
    case .node(let node): ActorProperty(rawValue: key).map { index.value($0, of: node) } ?? .null
    case .relation(let relation):
      RelationProperty(rawValue: key).map { index.value($0, of: relation) } ?? .null
    default: .null
    }
  }

  private func compare(_ terms: [Expression], _ comparisons: [Expression.Comparison]) throws -> Bool? {
    var result: Bool? = true
    var left = try value(terms[0])
    for (comparison, term) in zip(comparisons, terms.dropFirst()) {
      let right = try value(term)
      let truth: Bool? =
        switch comparison {
        case .equal: Value.equals(left, right)
        case .unequal: Value.equals(left, right).map(!)
        case .less: Value.compare(left, right).map { $0 == .less }
        case .lessOrEqual: Value.compare(left, right).map { $0 != .greater }
        case .greater: Value.compare(left, right).map { $0 == .greater }
        case .greaterOrEqual: Value.compare(left, right).map { $0 != .less }
        }
      if truth == false { return false }
      if truth == nil { result = nil }
      left = right
    }
    return result
  }

  private func contains(_ list: Expression, _ term: Value) throws -> Bool? {
    switch try value(list) {
    case .null: return nil
    case .list(let elements):
      var result: Bool? = false
      for element in elements {
        switch Value.equals(term, element) {
        case true: return true
        case nil: result = nil
        default: break
        }
      }
      return result
    case let other: throw QueryError(list.position, "IN takes a list, found \(other.words)")
    }
  }

  private func quantify(
    _ quantifier: Expression.Quantifier, _ slot: Int, _ list: Expression, _ condition: Expression
  ) throws -> Bool? {
    let elements: [Value]
    switch try value(list) {
    case .null: return nil
    case .list(let values): elements = values
    case let other:
      throw QueryError(list.position, "\(quantifier.rawValue)() takes a list, found \(other.words)")
    }
    let truths = try elements.map { element in
      row[slot] = element
      return try truth(condition)
    }
    let (yes, unknown) = (truths.count { $0 == true }, truths.count { $0 == nil })
    switch quantifier {
    case .all: return yes + unknown < truths.count ? false : unknown > 0 ? nil : true
    case .any: return yes > 0 ? true : unknown > 0 ? nil : false
    case .none: return yes > 0 ? false : unknown > 0 ? nil : true
    case .single: return yes > 1 ? false : unknown > 0 ? nil : yes == 1
    }
  }

  private func occurs(_ clause: MatchClause) throws -> Bool {
    let plan: Plan
    let position = clause.paths[0].position
    if let known = plans[position] {
      plan = known
    } else {
      plan = try Plan(clause, bound: clause.outerSlots, self)
      plans[position] = plan
    }
    struct Found: Error {}
    let matcher = Matcher(plan: plan, evaluator: self) { throw Found() }
    do { try matcher.run() } catch is Found { return true }
    return false
  }
}
