import Foundation
import Linguistics

/// Fixed word vectors: 8 bits an element and a scale a row.
public struct WordVectors: Sendable {
  public let dimensions: Int
  let hashes: [UInt32]
  let scales: [Float]
  let elements: [Int8]
  private let rows: [UInt32: Int32]

  /// Reads `vocab.txt`, `vectors.i8.bin` and `scales.f32le.bin` from a folder.
  public init(folder: URL) throws {
    let words = try String(contentsOf: folder.appending(path: "vocab.txt"), encoding: .utf8)
      .split(separator: "\n")
    let bytes = try Data(contentsOf: folder.appending(path: "vectors.i8.bin"))
    let scaleBytes = try Data(contentsOf: folder.appending(path: "scales.f32le.bin"))
    let scales = scaleBytes.withUnsafeBytes { raw in
      (0..<(raw.count / 4)).map {
        Float(bitPattern: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
    self.init(
      hashes: words.map { StableHash.of($0.utf8) }, scales: scales,
      elements: bytes.map { Int8(bitPattern: $0) })
  }

  /// Of several words with the same hash the first keeps its vector.
  package init(hashes: [UInt32], scales: [Float], elements: [Int8]) {
    precondition(hashes.count == scales.count && elements.count % max(hashes.count, 1) == 0)
    dimensions = elements.count / max(hashes.count, 1)
    self.hashes = hashes
    self.scales = scales
    self.elements = elements
    var rows: [UInt32: Int32] = [:]
    for (row, hash) in hashes.enumerated() where rows[hash] == nil { rows[hash] = Int32(row) }
    self.rows = rows
  }

  func row(of hash: UInt32) -> Int32 { rows[hash] ?? -1 }

  @inline(__always)
  func write(row: Int, to target: UnsafeMutablePointer<Float>) {
    let scale = scales[row]
    elements.withUnsafeBufferPointer { e in
      for k in 0..<dimensions { target[k] = Float(e[row &* dimensions &+ k]) * scale }
    }
  }
}
