extension Checker {
  /// The term with slots for its variables.
  mutating func check(_ expression: Expression) throws(QueryError) -> Expression {
    let position = expression.position
    func made(_ kind: Expression.Kind) -> Expression { Expression(kind: kind, position: position) }
    switch expression.kind {
    case .literal: return expression
    case .variable(let name, _):
      guard let variable = variables[name] else { throw unknownVariable(name, position) }
      return made(.variable(name, slot: variable.slot))
    case .property(let owner, let key):
      let owner = try check(owner)
      try checkProperty(key, of: kind(of: owner), position)
      return made(.property(owner, key))
    case .hasLabels(let owner, var labelled):
      for index in labelled.indices { try check(&labelled[index]) }
      let owner = try check(owner)
      if kind(of: owner) != .node, kind(of: owner) != .value {
        throw QueryError(position, "only actors have kinds, and this is \(kind(of: owner).words)")
      }
      return made(.hasLabels(owner, labelled))
    case .not(let term): return made(.not(try check(term)))
    case .and(let a, let b): return made(.and(try check(a), try check(b)))
    case .or(let a, let b): return made(.or(try check(a), try check(b)))
    case .xor(let a, let b): return made(.xor(try check(a), try check(b)))
    case .comparison(let terms, let comparisons):
      for (a, b) in zip(terms, terms.dropFirst()) {
        try checkWord(b, against: a)
        try checkWord(a, against: b)
      }
      return made(.comparison(try check(terms), comparisons))
    case .arithmetic(let operation, let a, let b):
      return made(.arithmetic(operation, try check(a), try check(b)))
    case .negated(let term): return made(.negated(try check(term)))
    case .isIn(let term, let list):
      if case .list(let elements) = list.kind {
        for element in elements { try checkWord(element, against: term) }
      }
      return made(.isIn(try check(term), try check(list)))
    case .textTest(let test, let a, let b): return made(.textTest(test, try check(a), try check(b)))
    case .isNull(let term, let isNegated): return made(.isNull(try check(term), isNegated: isNegated))
    case .list(let elements): return made(.list(try check(elements)))
    case .element(let list, let index): return made(.element(try check(list), try check(index)))
    case .call(let name, let arguments): return made(try call(name, arguments, position))
    case .aggregate(let aggregate, let isDistinct, let term):
      if let place = placeWithoutAggregates {
        throw QueryError(position, "\(aggregate.rawValue)() can't stand in \(place)")
      }
      placeWithoutAggregates = "another aggregate"
      defer { placeWithoutAggregates = nil }
      var checked: Expression?
      if let term { checked = try check(term) }
      return made(.aggregate(aggregate, isDistinct: isDistinct, checked))
    case .quantified(let quantifier, let name, _, let list, let condition):
      let list = try check(list)
      let hidden = variables[name]
      let slot = newSlot()
      variables[name] = Variable(slot: slot, kind: elementKind(of: list))
      defer { variables[name] = hidden }
      return made(
        .quantified(quantifier, variable: name, slot: slot, list: list, condition: try check(condition)))
    case .exists(let clause, let inBraces): return made(try exists(clause, inBraces: inBraces))
    case .bracedProperty: preconditionFailure("made after checking only")
    }
  }

  private mutating func check(_ expressions: [Expression]) throws(QueryError) -> [Expression] {
    var result: [Expression] = []
    for expression in expressions { result.append(try check(expression)) }
    return result
  }

  private mutating func exists(_ clause: MatchClause, inBraces: Bool) throws(QueryError) -> Expression.Kind {
    let outside = variables
    if !inBraces {
      for path in clause.paths {
        let named =
          path.nodes.map { ($0.variable, $0.position) } + path.relations.map { ($0.variable, $0.position) }
        for case (let name?, let position) in named where variables[name] == nil {
          let error = unknownVariable(name, position)
          throw QueryError(
            position, "\(error.message); to introduce one, write exists { … } around the pattern")
        }
      }
    }
    let place = placeWithoutAggregates
    placeWithoutAggregates = "a pattern"
    defer {
      variables = outside
      placeWithoutAggregates = place
    }
    return .exists(try check(clause, outer: Set(outside.keys)), inBraces: inBraces)
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ position: Position
  ) throws(QueryError) -> Expression.Kind {
    guard let function = Function(named: name) else {
      let known =
        Function.allCases.map(\.rawValue) + Expression.Aggregate.allCases.map(\.rawValue)
        + Expression.Quantifier.allCases.map(\.rawValue)
      throw QueryError(position, "unknown function '\(name)'\(Vocabulary.hint(for: name, among: known))")
    }
    let wanted = function.argumentCount ?? max(1, arguments.count)
    if arguments.count != wanted {
      let count = arguments.isEmpty ? "none" : "\(arguments.count)"
      let argument = wanted == 1 ? "argument" : "arguments"
      throw QueryError(position, "\(function.rawValue)() takes \(wanted) \(argument), found \(count)")
    }
    let arguments = try check(arguments)
    if let expected = function.argumentKind {
      let given = kind(of: arguments[0])
      if given != expected, given != .value {
        throw QueryError(
          arguments[0].position, "\(function.rawValue)() takes \(expected.words), and this is \(given.words)")
      }
    }
    if function == .exists {
      guard case .property = arguments[0].kind else {
        throw QueryError(arguments[0].position, "exists() takes a property such as 'r.date', or a pattern")
      }
    }
    return .call(function.rawValue, arguments)
  }

  /// Finds words that what they are compared with never is.
  private func checkWord(_ word: Expression, against term: Expression) throws(QueryError) {
    switch term.kind {
    case .property(_, let key): try checkWord(word, ofProperty: key)
    case .call(let name, _) where name.lowercased() == "type":
      try checkWord(word, among: Vocabulary.typeNames, "no type is")
    default: break
    }
  }

  /// What a checked term stands for, as far as that shows.
  func kind(of expression: Expression) -> Kind {
    switch expression.kind {
    case .variable(_, let slot): return variables.values.first { $0.slot == slot }?.kind ?? .value
    case .call(let name, let arguments):
      switch Function(named: name) {
      case .startNode, .endNode: return .node
      case .head, .last: return elementKind(of: arguments[0])
      default: return .value
      }
    case .element(let list, _): return elementKind(of: list)
    default: return .value
    }
  }

  private func elementKind(of list: Expression) -> Kind {
    if kind(of: list) == .relations { return .relation }
    guard case .call(let name, _) = list.kind else { return .value }
    switch Function(named: name) {
    case .nodes: return .node
    case .relationships: return .relation
    default: return .value
    }
  }
}

extension Function {
  /// What the argument has to be; nil for a value.
  fileprivate var argumentKind: Checker.Kind? {
    switch self {
    case .type, .startNode, .endNode: .relation
    case .length, .nodes, .relationships: .path
    case .labels: .node
    case .size, .exists, .coalesce, .head, .last, .toLower, .toUpper, .toString: nil
    }
  }
}
