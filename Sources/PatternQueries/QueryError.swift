/// What is wrong with a query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counts from 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int
  /// In lower case, with the way out where there is one.
  public var message: String

  init(_ position: Position, _ message: String) {
    line = position.line
    column = position.column
    self.message = message
  }

  /// `query:1:17: expected ')', found '-'`
  public var description: String { "query:\(line):\(column): \(message)" }
}

/// A place in the text of a query.
struct Position: Hashable, Sendable {
  var line = 1
  var column = 1
}
