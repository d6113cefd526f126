import Relations

/// A term of WHERE, RETURN or ORDER BY, with where it stands. Equal are terms that say the same, wherever they stand.
struct Expression: Hashable, Sendable {
  enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum Arithmetic: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"
    case power = "^"
  }

  enum TextTest: Hashable, Sendable {
    case startsWith, endsWith, contains
  }

  enum Quantifier: String, CaseIterable, Hashable, Sendable {
    case all, any, none, single
  }

  enum Aggregate: String, CaseIterable, Hashable, Sendable {
    case count, collect, sum, avg, min, max
  }

  indirect enum Kind: Hashable, Sendable {
    case literal(Value)
    /// The slot is where a row keeps its value; nil before the query is checked.
    case variable(String, slot: Int?)
    case property(Expression, String)
    case hasLabels(Expression, [LabelPattern])
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case xor(Expression, Expression)
    /// `a < b <= c`: every neighbouring pair.
    case comparison([Expression], [Comparison])
    case arithmetic(Arithmetic, Expression, Expression)
    case negated(Expression)
    case isIn(Expression, Expression)
    case textTest(TextTest, Expression, Expression)
    case isNull(Expression, isNegated: Bool)
    case list([Expression])
    case element(Expression, Expression)
    /// Before the query is checked, the name may be that of no function.
    case call(String, [Expression])
    /// Without an argument: count(*).
    case aggregate(Aggregate, isDistinct: Bool, Expression?)
    case quantified(Quantifier, variable: String, slot: Int?, list: Expression, condition: Expression)
    /// Whether the pattern occurs. One in braces may introduce variables.
    case exists(MatchClause, inBraces: Bool)
    /// A property in the braces of a pattern, which matches any name of an actor and any publisher of a relation.
    case bracedProperty(Expression, BracedProperty)
  }

  var kind: Kind
  var position: Position

  static func == (a: Self, b: Self) -> Bool { a.kind == b.kind }

  func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A kind of actor after a colon, or several of which one has to apply.
struct LabelPattern: Hashable, Sendable {
  var names: [String]
  /// The kinds that the names stand for; empty before the query is checked, and all kinds for `Actor`.
  var kinds: Set<ActorKind> = []
  var position: Position

  static func == (a: Self, b: Self) -> Bool { a.names == b.names }

  func hash(into hasher: inout Hasher) { hasher.combine(names) }
}

/// `name: 'NLF'` in the braces of a pattern.
struct BracedProperty: Hashable, Sendable {
  var key: String
  var value: Expression
  var position: Position

  static func == (a: Self, b: Self) -> Bool { a.key == b.key && a.value == b.value }

  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}
