import Foundation

extension Trainer {
  /// Writes the weights alone, to go on from or to write a model from later.
  public func saveCheckpoint(to file: URL) throws {
    try Data(bytes: parameters.base, count: layout.count * 4).write(to: file)
  }

  /// Reads weights that a trainer of the same data and sizes has written.
  public func loadCheckpoint(from file: URL) throws {
    let data = try Data(contentsOf: file)
    guard data.count == layout.count * 4 else { throw CheckpointError(file: file.path) }
    data.withUnsafeBytes { raw in
      for i in 0..<layout.count { parameters[i] = raw.loadUnaligned(fromByteOffset: i * 4, as: Float.self) }
    }
  }
}

/// Says that a checkpoint belongs to other data or sizes.
public struct CheckpointError: Error, CustomStringConvertible {
  var file: String

  public var description: String { "\(file): the weights are those of another network; train anew" }
}
