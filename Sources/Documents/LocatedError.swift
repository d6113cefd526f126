/// What is wrong with a file that people write or programs exchange, and on which line.
public struct LocatedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the caller calls the file.
  public var file: String
  /// Counts from 1.
  public var line: Int
  /// In lower case, with the way out where there is one.
  public var reason: String

  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `rules.txt:41: unknown relation type 'backd'; did you mean 'backs'?`
  public var description: String { "\(file):\(line): \(reason)" }
}
