import JSONReading

/// What is wrong with a graph file, and on which line.
public struct GraphFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the caller calls the file.
  public let file: String
  /// Counts from 1.
  public let line: Int
  public let message: String

  public var description: String { "\(file):\(line): \(message)" }

  init(_ fault: JSONFault, in bytes: [UInt8], file: String) {
    self.file = file
    self.line = 1 + bytes.prefix(fault.offset).count { $0 == UInt8(ascii: "\n") }
    self.message = fault.message
  }
}
