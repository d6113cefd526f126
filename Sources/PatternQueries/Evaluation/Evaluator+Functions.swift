import AllianceGraphs
import Foundation
import Relations

extension Evaluator {
  func arithmetic(
    _ operation: Expression.Arithmetic, _ a: Value, _ b: Value, _ position: Position
  ) throws -> Value {
    if a.isNull || b.isNull { return .null }
    switch (operation, a, b) {
    case (.plus, .string(let a), .string(let b)): return .string(a + b)
    case (.plus, .list(let a), .list(let b)): return .list(a + b)
    case (.plus, .list(let a), let b): return .list(a + [b])
    case (.plus, let a, .list(let b)): return .list([a] + b)
    case (.plus, .string(let a), _) where b.number != nil: return .string(a + b.text)
    case (.plus, _, .string(let b)) where a.number != nil: return .string(a.text + b)
    case (.power, _, _):
      if let a = a.number, let b = b.number { return .decimal(pow(a, b)) }
    case (_, .integer(let a), .integer(let b)): return .integer(try whole(operation, a, b, position))
    default:
      if let a = a.number, let b = b.number { return .decimal(fraction(operation, a, b)) }
    }
    throw QueryError(
      position, "'\(operation.rawValue)' can't take \(a.words) and \(b.words)")
  }

  private func whole(
    _ operation: Expression.Arithmetic, _ a: Int, _ b: Int, _ position: Position
  ) throws -> Int {
    let (result, overflow) =
      switch operation {
      case .plus: a.addingReportingOverflow(b)
      case .minus: a.subtractingReportingOverflow(b)
      case .times: a.multipliedReportingOverflow(by: b)
      case .divided: a.dividedReportingOverflow(by: b)
      case .remainder: a.remainderReportingOverflow(dividingBy: b)
      case .power: preconditionFailure("powers are decimal")
      }
    if overflow { throw QueryError(position, b == 0 ? "a division by zero" : "a number out of range") }
    return result
  }

  private func fraction(_ operation: Expression.Arithmetic, _ a: Double, _ b: Double) -> Double {
    switch operation {
    case .plus: a + b
    case .minus: a - b
    case .times: a * b
    case .divided: a / b
    case .remainder: a.truncatingRemainder(dividingBy: b)
    case .power: pow(a, b)
    }
  }

  func element(_ list: Expression, _ place: Expression) throws -> Value {
    switch (try value(list), try value(place)) {
    case (.null, _), (_, .null): return .null
    case (.list(let elements), .integer(let place)):
      let offset = place < 0 ? elements.count + place : place
      return elements.indices.contains(offset) ? elements[offset] : .null
    case (.list, let other):
      throw QueryError(place.position, "a place in a list is a whole number, found \(other.words)")
    case (let other, _):
      throw QueryError(list.position, "only lists have elements, and this is \(other.words)")
    }
  }

  func call(_ function: Function, _ arguments: [Expression], _ position: Position) throws -> Value {
    if function == .coalesce {
      for argument in arguments {
        let value = try value(argument)
        if !value.isNull { return value }
      }
      return .null
    }
    let argument = try value(arguments[0])
    if function == .exists { return .boolean(!argument.isNull) }
    switch (function, argument) {
    case (_, .null): return .null
    case (.type, .relation(let edge)): return .string(Vocabulary.name(index.graph.relations[edge].type))
    case (.startNode, .relation(let edge)): return .node(Int(index.sources[edge]))
    case (.endNode, .relation(let edge)): return .node(Int(index.targets[edge]))
    case (.length, .path(_, let relations)): return .integer(relations.count)
    case (.nodes, .path(let nodes, _)): return .list(nodes.map(Value.node))
    case (.relationships, .path(_, let relations)): return .list(relations.map(Value.relation))
    case (.labels, .node(let node)): return .list([.string(Vocabulary.label(index.graph.actors[node].kind))])
    case (.size, .list(let elements)): return .integer(elements.count)
    case (.size, .string(let text)): return .integer(text.count)
    case (.head, .list(let elements)): return elements.first ?? .null
    case (.last, .list(let elements)): return elements.last ?? .null
    case (.toLower, .string(let text)): return .string(text.lowercased())
    case (.toUpper, .string(let text)): return .string(text.uppercased())
    case (.toString, .string), (.toString, .integer), (.toString, .decimal), (.toString, .boolean):
      return .string(argument.text)
    default:
      throw QueryError(arguments[0].position, "\(function.rawValue)() can't take \(argument.words)")
    }
  }

  // MARK: Properties in braces

  /// Whether an actor or relation has a property as braces mean it: `name` is any name of the actor, `publisher` and
  /// `date` are those of any report. In a list of relations all have to have it.
  func matches(_ owner: Value, _ key: String, _ wanted: Value) throws -> Bool? {
    if owner.isNull || wanted.isNull { return nil }
    switch owner {
    case .list(let relations):
      var result: Bool? = true
      for relation in relations {
        let truth = try matches(relation, key, wanted)
        if truth == false { return false }
        if truth == nil { result = nil }
      }
      return result
    case .node(let node) where key == ActorProperty.name.rawValue:
      guard case .string(let name) = wanted else { return false }
      return nodes(named: name).contains(node)
    case .relation(let relation) where key == RelationProperty.publisher.rawValue:
      guard case .string(let name) = wanted else { return false }
      let wantedKey = searchKey(name)
      return index.publishers(of: relation).contains { searchKey($0) == wantedKey }
    case .relation(let relation) where key == RelationProperty.date.rawValue:
      guard case .string(let text) = wanted, let date = CalendarDate(text) else { return false }
      return index.dates(of: relation).contains { CalendarDate($0).map { $0.isWithin(date) } ?? false }
    default: return Value.equals(property(key, of: owner), wanted)
    }
  }

  /// Those who go by the name, as all commands find them.
  func nodes(named name: String) -> Set<Int> {
    if let known = nodesByName[name] { return known }
    let found: [ActorID] =
      switch index.graph.findActor(named: name) {
      case .found(let actor): [actor.id]
      case .ambiguous(let actors): actors.map(\.id)
      case .unknown: []
      }
    let nodes = Set(index.graph.actors.indices.filter { found.contains(index.graph.actors[$0].id) })
    nodesByName[name] = nodes
    return nodes
  }
}

extension Value {
  /// As an error message calls it.
  var words: String {
    switch self {
    case .null: "null"
    case .boolean: "a truth value"
    case .integer, .decimal: "a number"
    case .string: "a string"
    case .list: "a list"
    case .node: "an actor"
    case .relation: "a relation"
    case .path: "a path"
    }
  }

  /// A number, string or truth value as text.
  var text: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .string(let text): text
    default: ""
    }
  }
}
