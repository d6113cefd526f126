/// Reads and prints annotated text in CoNLL-U, the format of Universal Dependencies
/// (<https://universaldependencies.org/format.html>).
public enum CoNLLU {}

/// Why a CoNLL-U text cannot be read, and where.
public struct CoNLLUError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// Counts from 1.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}
