extension Parser {
  /// From the loosest to the tightest: OR, XOR, AND, NOT, comparison, the tests of strings, lists and null, sums,
  /// products, powers, signs, properties.
  mutating func expression() throws(QueryError) -> Expression {
    try nested { parser throws(QueryError) in try parser.disjunction() }
  }

  private mutating func disjunction() throws(QueryError) -> Expression {
    var left = try exclusiveDisjunction()
    while keyword == "OR" {
      let position = token.position
      try takeOperator()
      left = Expression(kind: .or(left, try exclusiveDisjunction()), position: position)
    }
    return left
  }

  private mutating func exclusiveDisjunction() throws(QueryError) -> Expression {
    var left = try conjunction()
    while keyword == "XOR" {
      let position = token.position
      try takeOperator()
      left = Expression(kind: .xor(left, try conjunction()), position: position)
    }
    return left
  }

  private mutating func conjunction() throws(QueryError) -> Expression {
    var left = try negation()
    while keyword == "AND" {
      let position = token.position
      try takeOperator()
      left = Expression(kind: .and(left, try negation()), position: position)
    }
    return left
  }

  private mutating func negation() throws(QueryError) -> Expression {
    guard keyword == "NOT" else { return try comparison() }
    let position = token.position
    advance()
    let term = try nested { parser throws(QueryError) in try parser.negation() }
    return Expression(kind: .not(term), position: position)
  }

  private mutating func comparison() throws(QueryError) -> Expression {
    let position = token.position
    var terms = [try test()]
    var comparisons: [Expression.Comparison] = []
    while case .mark(let mark) = token.kind, let comparison = Expression.Comparison(rawValue: mark) {
      try takeOperator()
      comparisons.append(comparison)
      terms.append(try test())
    }
    if isAt("=~") {
      throw QueryError(token.position, "'=~' is not supported; use CONTAINS, STARTS WITH or ENDS WITH")
    }
    return comparisons.isEmpty
      ? terms[0] : Expression(kind: .comparison(terms, comparisons), position: position)
  }

  private mutating func test() throws(QueryError) -> Expression {
    var term = try sum()
    while let word = keyword {
      let position = token.position
      let kind: Expression.Kind
      switch word {
      case "IN":
        try takeOperator()
        kind = .isIn(term, try sum())
      case "STARTS", "ENDS":
        try takeOperator()
        try expect(keyword: "WITH")
        kind = .textTest(word == "STARTS" ? .startsWith : .endsWith, term, try sum())
      case "CONTAINS":
        try takeOperator()
        kind = .textTest(.contains, term, try sum())
      case "IS":
        try takeOperator()
        let isNegated = accept(keyword: "NOT")
        guard accept(keyword: "NULL") else { throw expected(isNegated ? "NULL" : "NULL or NOT NULL") }
        kind = .isNull(term, isNegated: isNegated)
      default: return term
      }
      term = Expression(kind: kind, position: position)
    }
    return term
  }

  private mutating func sum() throws(QueryError) -> Expression {
    var left = try product()
    while isAt("+") || isAt("-") {
      let operation = isAt("+") ? Expression.Arithmetic.plus : .minus
      let position = token.position
      try takeOperator()
      left = Expression(kind: .arithmetic(operation, left, try product()), position: position)
    }
    return left
  }

  private mutating func product() throws(QueryError) -> Expression {
    var left = try power()
    while case .mark(let mark) = token.kind, let operation = Expression.Arithmetic(rawValue: mark),
      [.times, .divided, .remainder].contains(operation)
    {
      let position = token.position
      try takeOperator()
      left = Expression(kind: .arithmetic(operation, left, try power()), position: position)
    }
    return left
  }

  private mutating func power() throws(QueryError) -> Expression {
    var left = try signed()
    while isAt("^") {
      let position = token.position
      try takeOperator()
      left = Expression(kind: .arithmetic(.power, left, try signed()), position: position)
    }
    return left
  }

  private mutating func signed() throws(QueryError) -> Expression {
    let position = token.position
    if accept("+") { return try nested { parser throws(QueryError) in try parser.signed() } }
    guard accept("-") else { return try postfix() }
    let term = try nested { parser throws(QueryError) in try parser.signed() }
    return Expression(kind: .negated(term), position: position)
  }

  private mutating func postfix() throws(QueryError) -> Expression {
    var term = try atom()
    while true {
      if isAt(".") {
        try takeOperator()
        let position = token.position
        term = Expression(kind: .property(term, try schemaName("a property")), position: position)
      } else if isAt("[") {
        let position = token.position
        try takeOperator()
        term = Expression(kind: .element(term, try expression()), position: position)
        try expect("]")
      } else if isAt(":"), case .variable = term.kind {
        let position = term.position
        var labelled: [LabelPattern] = []
        while isAt(":") { labelled.append(try labels()) }
        return Expression(kind: .hasLabels(term, labelled), position: position)
      } else {
        return term
      }
    }
  }

  private mutating func atom() throws(QueryError) -> Expression {
    let position = token.position
    func literal(_ value: Value) -> Expression { Expression(kind: .literal(value), position: position) }
    switch token.kind {
    case .integer(let number):
      advance()
      return literal(.integer(number))
    case .decimal(let number):
      advance()
      return literal(.decimal(number))
    case .string(let text):
      advance()
      return literal(.string(text))
    case .mark("["): return try list()
    case .mark("("): return try patternOrParentheses()
    case .name: return try word()
    default: throw expected("a value, a variable or '('")
    }
  }

  private mutating func list() throws(QueryError) -> Expression {
    let position = token.position
    try expect("[")
    var elements: [Expression] = []
    if accept("]") { return Expression(kind: .list([]), position: position) }
    repeat { elements.append(try expression()) } while accept(",")
    try expect("]", or: "','")
    return Expression(kind: .list(elements), position: position)
  }

  /// `(a)-[:FIGHTING]->(b)` or `(a.name = 'x')`: a pattern where it can be read as one, or gets as far as `-[`.
  private mutating func patternOrParentheses() throws(QueryError) -> Expression {
    let position = token.position
    let start = index
    do throws(QueryError) {
      let path = try path()
      if !path.relations.isEmpty {
        return Expression(kind: .exists(MatchClause(paths: [path]), inBraces: false), position: position)
      }
    } catch {
      if lastDetail > start { throw error }
    }
    index = start
    try expect("(")
    let term = try expression()
    try expect(")")
    return term
  }

  private mutating func word() throws(QueryError) -> Expression {
    let position = token.position
    func literal(_ value: Value) -> Expression { Expression(kind: .literal(value), position: position) }
    switch keyword {
    case "NULL":
      advance()
      return literal(.null)
    case "TRUE", "FALSE":
      let isTrue = keyword == "TRUE"
      advance()
      return literal(.boolean(isTrue))
    case "CASE": throw QueryError(position, "CASE is not supported")
    case .some: throw expected("a value, a variable or '('")
    case nil: break
    }
    let isQuoted = token.kind != .name(text(of: token), isQuoted: false)
    let name = try name("a value, a variable or '('")
    guard !isQuoted else { return Expression(kind: .variable(name, slot: nil), position: position) }
    if isAt("{"), name.lowercased() == "exists" { return try existsInBraces(position) }
    guard isAt("(") else { return Expression(kind: .variable(name, slot: nil), position: position) }
    return try call(name, position)
  }

  private func text(of token: Token) -> String { String(characters[token.range]) }

  /// `exists { MATCH (a)-->(b) WHERE … }`, the word MATCH being optional.
  private mutating func existsInBraces(_ position: Position) throws(QueryError) -> Expression {
    try expect("{")
    _ = accept(keyword: "MATCH")
    var clause = MatchClause(paths: [try namedPath()])
    while accept(",") { clause.paths.append(try namedPath()) }
    if accept(keyword: "WHERE") { clause.condition = try expression() }
    try expect("}", or: clause.condition == nil ? "',', WHERE" : "AND, OR")
    return Expression(kind: .exists(clause, inBraces: true), position: position)
  }

  private mutating func call(_ name: String, _ position: Position) throws(QueryError) -> Expression {
    try expect("(")
    let lower = name.lowercased()
    if let quantifier = Expression.Quantifier(rawValue: lower) { return try quantified(quantifier, position) }
    if let aggregate = Expression.Aggregate(rawValue: lower) {
      if aggregate == .count, accept("*") {
        try expect(")")
        return Expression(kind: .aggregate(.count, isDistinct: false, nil), position: position)
      }
      let isDistinct = accept(keyword: "DISTINCT")
      let term = try expression()
      try expect(")")
      return Expression(kind: .aggregate(aggregate, isDistinct: isDistinct, term), position: position)
    }
    var arguments: [Expression] = []
    if !accept(")") {
      repeat { arguments.append(try expression()) } while accept(",")
      try expect(")", or: "','")
    }
    // exists((a)-->(b)) says the same as the pattern alone.
    if lower == "exists", arguments.count == 1, case .exists = arguments[0].kind { return arguments[0] }
    return Expression(kind: .call(name, arguments), position: position)
  }

  /// `all(x IN list WHERE …)`
  private mutating func quantified(
    _ quantifier: Expression.Quantifier, _ position: Position
  ) throws(QueryError) -> Expression {
    let variable = try name("a variable")
    try expect(keyword: "IN")
    let list = try expression()
    try expect(keyword: "WHERE")
    let condition = try expression()
    try expect(")")
    return Expression(
      kind: .quantified(quantifier, variable: variable, slot: nil, list: list, condition: condition),
      position: position)
  }
}
