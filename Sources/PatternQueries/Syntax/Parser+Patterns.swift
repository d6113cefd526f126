extension Parser {
  /// `p = (a)-[…]->(b)`, or without the name.
  mutating func namedPath() throws(QueryError) -> PathPattern {
    var variable: String?
    if case .name = token.kind {
      variable = try name("a node such as '(a)'")
      try expect("=")
    }
    var path = try path()
    path.variable = variable
    return path
  }

  mutating func path() throws(QueryError) -> PathPattern {
    let position = token.position
    var path = PathPattern(nodes: [try node()], relations: [], position: position)
    while isAt("-") || isAt("<") {
      path.relations.append(try relation())
      path.nodes.append(try node())
    }
    return path
  }

  private mutating func node() throws(QueryError) -> NodePattern {
    var node = NodePattern(position: token.position)
    if !accept("(") { throw expected("a node such as '(a)'") }
    if case .name = token.kind { node.variable = try name("a variable, ':', '{' or ')'") }
    while isAt(":") { node.labels.append(try labels()) }
    if isAt("{") { node.properties = try properties() }
    if !accept(")") {
      let before = node.variable == nil && node.labels.isEmpty ? "a variable, " : ""
      throw expected(node.properties.isEmpty ? "\(before)':', '{' or ')'" : "')'")
    }
    return node
  }

  /// `:State|Government`
  mutating func labels() throws(QueryError) -> LabelPattern {
    try expect(":")
    var labels = LabelPattern(names: [], position: token.position)
    repeat {
      _ = accept(":")
      labels.names.append(try schemaName("a kind of actor"))
    } while accept("|")
    return labels
  }

  private mutating func relation() throws(QueryError) -> RelationPattern {
    var relation = RelationPattern(position: token.position)
    let pointsLeft = accept("<")
    if !accept("-") { throw expected("'-' of an arrow such as '<-['") }
    if isAt("[") {
      try detail(of: &relation)
    }
    if !accept("-") { throw expected("'-' of an arrow such as '-->'") }
    let pointsRight = accept(">")
    relation.direction = pointsLeft == pointsRight ? .either : pointsLeft ? .left : .right
    return relation
  }

  private mutating func detail(of relation: inout RelationPattern) throws(QueryError) {
    lastDetail = index
    try expect("[")
    if case .name = token.kind { relation.variable = try name("a variable, ':', '*', '{' or ']'") }
    if accept(":") {
      repeat {
        _ = accept(":")
        let position = token.position
        let name = try schemaName("a type of relation")
        relation.typeNames.append(RelationPattern.TypeName(name: name, position: position))
      } while accept("|")
    }
    if accept("*") { relation.length = try length() }
    if isAt("{") { relation.properties = try properties() }
    if !accept("]") {
      if !relation.properties.isEmpty { throw expected("']'") }
      if relation.length != nil { throw expected("'..', '{' or ']'") }
      throw expected(relation.typeNames.isEmpty ? "':', '*', '{' or ']'" : "'|', '*', '{' or ']'")
    }
  }

  /// What follows the star: nothing, `2`, `1..3`, `..3` or `1..`.
  private mutating func length() throws(QueryError) -> RelationPattern.Length {
    let least = bound()
    guard accept("..") else { return RelationPattern.Length(least: least ?? 1, most: least) }
    return RelationPattern.Length(least: least ?? 1, most: bound())
  }

  private mutating func bound() -> Int? {
    guard case .integer(let number) = token.kind else { return nil }
    advance()
    return number
  }

  private mutating func properties() throws(QueryError) -> [BracedProperty] {
    try expect("{")
    var properties: [BracedProperty] = []
    if accept("}") { return properties }
    repeat {
      let position = token.position
      let key = try schemaName("a property")
      try expect(":")
      properties.append(BracedProperty(key: key, value: try expression(), position: position))
    } while accept(",")
    try expect("}", or: "','")
    return properties
  }
}
