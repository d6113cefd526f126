import AllianceGraphs

/// Reads a query by the grammar of openCypher 9, as far as it is supported: MATCH and OPTIONAL MATCH with WHERE, then
/// RETURN with ORDER BY, SKIP and LIMIT.
///
/// Recursive descent. Linear in the number of tokens, but for parentheses, which may begin a pattern or a term: each is
/// tried as both. Nesting beyond `deepest` is an error rather than a stack overflow.
struct Parser {
  let characters: [Character]
  let tokens: [Token]
  var index = 0
  var depth = 0
  /// The last token that began the details of a relation, `[` after `-`: from there on it must be a pattern.
  var lastDetail = 0

  /// How many operators there were: each makes the tree of terms deeper.
  private var operators = 0

  static let deepest = 60
  static let mostOperators = 500

  static func parse(_ text: String) throws(QueryError) -> Query {
    let characters = Array(text)
    var parser = Parser(characters, try Lexer.tokens(of: characters))
    return try parser.query()
  }

  private init(_ characters: [Character], _ tokens: [Token]) {
    self.characters = characters
    self.tokens = tokens
  }

  var token: Token { tokens[index] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Words that have a meaning of their own wherever they stand.
  static let reserved: Set<String> = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "ORDER", "BY", "SKIP", "LIMIT", "DISTINCT", "AS", "AND", "OR",
    "XOR", "NOT",
    "IN", "STARTS", "ENDS", "CONTAINS", "IS", "NULL", "TRUE", "FALSE", "ASC", "ASCENDING", "DESC",
    "DESCENDING", "CASE",
    "WITH", "UNWIND", "UNION", "CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "CALL",
  ]

  private static let writing: Set<String> = ["CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE"]
  private static let unsupported: Set<String> = ["WITH", "UNWIND", "UNION", "CALL"]

  /// The keyword at the current place, in capitals.
  var keyword: String? {
    guard case .name(let name, isQuoted: false) = token.kind else { return nil }
    let word = name.uppercased()
    return Self.reserved.contains(word) ? word : nil
  }

  func isAt(_ mark: String) -> Bool { token.kind == .mark(mark) }

  mutating func accept(_ mark: String) -> Bool {
    guard isAt(mark) else { return false }
    advance()
    return true
  }

  mutating func accept(keyword word: String) -> Bool {
    guard keyword == word else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: String, or others: String = "") throws(QueryError) {
    if !accept(mark) { throw expected(others.isEmpty ? "'\(mark)'" : "\(others) or '\(mark)'") }
  }

  mutating func expect(keyword word: String) throws(QueryError) {
    if !accept(keyword: word) { throw expected(word) }
  }

  /// What to say where something else was expected than what stands there.
  func expected(_ what: String) -> QueryError {
    var message = "expected \(what), found \(token.description)"
    if case .name(let name, isQuoted: false) = token.kind {
      let word = name.uppercased()
      if Self.writing.contains(word) {
        message = "\(word) is not supported: queries only read"
      } else if Self.unsupported.contains(word) {
        message = "\(word) is not supported: a query is MATCH … RETURN …"
      } else if keyword == nil {
        // Only words that may stand here.
        let words = what.split { !$0.isLetter }.map(String.init).filter(Self.reserved.contains)
        if let near = likelySpelling(of: word, among: words) { message += "; did you mean \(near)?" }
      }
    }
    if isAt("$") { message = "parameters are not supported; write the value into the query" }
    return QueryError(token.position, message)
  }

  /// Guards against stack overflow.
  mutating func nested<Result>(
    _ parse: (inout Parser) throws(QueryError) -> Result
  ) throws(QueryError) -> Result {
    if depth == Self.deepest {
      throw QueryError(token.position, "nested deeper than \(Self.deepest) levels")
    }
    depth += 1
    defer { depth -= 1 }
    return try parse(&self)
  }

  /// Passes over an operator; too many of them would overflow the stack as nesting does.
  mutating func takeOperator() throws(QueryError) {
    operators += 1
    if operators > Self.mostOperators {
      throw QueryError(
        token.position, "more than \(Self.mostOperators) operators; use IN for many alternatives")
    }
    advance()
  }

  private mutating func query() throws(QueryError) -> Query {
    var matches: [MatchClause] = []
    while keyword == "MATCH" || keyword == "OPTIONAL" {
      let isOptional = accept(keyword: "OPTIONAL")
      try expect(keyword: "MATCH")
      matches.append(try matchClause(isOptional: isOptional))
    }
    let followers = matches.isEmpty ? "MATCH or RETURN" : "MATCH, OPTIONAL MATCH or RETURN"
    let continuation =
      matches.isEmpty
      ? followers
      : matches[matches.count - 1].condition == nil ? "',', WHERE, \(followers)" : "AND, OR, \(followers)"
    guard keyword == "RETURN" else { throw expected(continuation) }
    let returned = try returnClause()
    _ = accept(";")
    guard token.kind == .end else {
      let next =
        returned.limit != nil
        ? "the end of the query"
        : returned.skip != nil
          ? "LIMIT or the end of the query"
          : returned.order.isEmpty
            ? "',', AS, ORDER BY, SKIP, LIMIT or the end of the query"
            : "',', ASC, DESC, SKIP, LIMIT or the end of the query"
      throw expected(next)
    }
    return Query(matches: matches, returned: returned)
  }

  private mutating func matchClause(isOptional: Bool) throws(QueryError) -> MatchClause {
    var clause = MatchClause(isOptional: isOptional, paths: [try namedPath()])
    while accept(",") { clause.paths.append(try namedPath()) }
    if accept(keyword: "WHERE") { clause.condition = try expression() }
    return clause
  }

  private mutating func returnClause() throws(QueryError) -> ReturnClause {
    var clause = ReturnClause(position: token.position)
    try expect(keyword: "RETURN")
    clause.isDistinct = accept(keyword: "DISTINCT")
    if accept("*") {
      clause.hasStar = true
    } else {
      clause.items.append(try item())
    }
    while accept(",") { clause.items.append(try item()) }
    if accept(keyword: "ORDER") {
      try expect(keyword: "BY")
      repeat { clause.order.append(try key()) } while accept(",")
    }
    if accept(keyword: "SKIP") { clause.skip = try expression() }
    if accept(keyword: "LIMIT") { clause.limit = try expression() }
    return clause
  }

  private mutating func item() throws(QueryError) -> ReturnClause.Item {
    let start = token.range.lowerBound
    let position = token.position
    let expression = try expression()
    let text = String(characters[start..<tokens[index - 1].range.upperBound])
    guard accept(keyword: "AS") else {
      let name = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return ReturnClause.Item(expression: expression, name: name, position: position)
    }
    return ReturnClause.Item(
      expression: expression, name: try name("a name for the column"), position: position)
  }

  private mutating func key() throws(QueryError) -> ReturnClause.Key {
    let expression = try expression()
    if accept(keyword: "DESC") || accept(keyword: "DESCENDING") {
      return ReturnClause.Key(expression: expression, isDescending: true)
    }
    if keyword == "ASC" || keyword == "ASCENDING" { advance() }
    return ReturnClause.Key(expression: expression, isDescending: false)
  }

  /// A variable or the like, which is no keyword.
  mutating func name(_ what: String) throws(QueryError) -> String {
    guard case .name(let name, _) = token.kind, keyword == nil else { throw expected(what) }
    advance()
    return name
  }

  /// A property, label or type, which may be spelled like a keyword.
  mutating func schemaName(_ what: String) throws(QueryError) -> String {
    guard case .name(let name, _) = token.kind else { throw expected(what) }
    advance()
    return name
  }
}
