import Relations

/// `(p:State {name: 'NLF'})`
struct NodePattern: Hashable, Sendable {
  var variable: String?
  var slot: Int?
  var labels: [LabelPattern] = []
  var properties: [BracedProperty] = []
  var position: Position
}

/// `-[r:BACKS|ALLIED_WITH*1..3 {status: 'asserted'}]->`
struct RelationPattern: Hashable, Sendable {
  enum Direction: Hashable, Sendable {
    case right, left, either
  }

  struct TypeName: Hashable, Sendable {
    var name: String
    var position: Position
  }

  /// How many relations in a row; without an upper bound where the pattern has none.
  struct Length: Hashable, Sendable {
    var least: Int
    var most: Int?
  }

  var variable: String?
  var slot: Int?
  var direction = Direction.either
  var typeNames: [TypeName] = []
  /// What the names stand for; empty for any type.
  var types: Set<RelationType> = []
  /// Nil for a single relation.
  var length: Length?
  var properties: [BracedProperty] = []
  var position: Position
}

/// Nodes and the relations between them, from left to right.
struct PathPattern: Hashable, Sendable {
  var variable: String?
  var slot: Int?
  var nodes: [NodePattern]
  var relations: [RelationPattern]
  var position: Position
}

/// `MATCH … WHERE …`: no relation is used twice among its paths.
struct MatchClause: Hashable, Sendable {
  var isOptional = false
  var paths: [PathPattern]
  var condition: Expression?
  /// The slots of what is bound before; known once the query is checked.
  var outerSlots: Set<Int> = []
}

/// `RETURN … ORDER BY … SKIP … LIMIT …`
struct ReturnClause: Sendable {
  struct Item: Sendable {
    var expression: Expression
    /// What stands above the column.
    var name: String
    var position: Position
  }

  struct Key: Sendable {
    var expression: Expression
    var isDescending: Bool
  }

  var isDistinct = false
  /// All variables, as `*` asks for, come before the items.
  var hasStar = false
  var items: [Item] = []
  var order: [Key] = []
  var skip: Expression?
  var limit: Expression?
  var position: Position
}

struct Query: Sendable {
  var matches: [MatchClause]
  var returned: ReturnClause
}
