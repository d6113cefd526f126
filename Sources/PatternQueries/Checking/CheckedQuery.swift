/// A query whose names are known and have slots: the places of a row that keep their values.
struct CheckedQuery {
  struct Column {
    var expression: Expression
    var name: String
    var position: Position
    /// Where a row keeps its value for ORDER BY.
    var slot: Int
  }

  struct AggregateCall {
    var aggregate: Expression.Aggregate
    var isDistinct: Bool
    var term: Expression?
    var slot: Int
    var position: Position
  }

  var matches: [MatchClause] = []
  var columns: [Column] = []
  /// What rows are grouped by: the columns without aggregates; nil where nothing is aggregated.
  var grouping: [Expression]?
  var aggregates: [AggregateCall] = []
  var order: [ReturnClause.Key] = []
  var isDistinct = false
  var skip = 0
  var limit: Int?
  var slotCount = 0
}
