/// Finds the row of a 32-bit hash in a sorted list that is read where it lies.
///
/// 4,097 starts, one for each value of the upper 12 bits and the end, then the sorted hashes.
package struct HashIndex: @unchecked Sendable {
  package static let buckets = 4_096

  package let count: Int
  private let bytes: UnsafeRawBufferPointer

  package init(bytes: UnsafeRawBufferPointer) throws {
    let header = (Self.buckets + 1) * 4
    guard bytes.count >= header, bytes.count % 4 == 0 else {
      throw ModelError("an index of words is cut off")
    }
    self.bytes = bytes
    count = bytes.count / 4 - Self.buckets - 1
    var previous = 0
    for bucket in 0...Self.buckets {
      let start = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bucket * 4, as: UInt32.self)))
      guard start >= previous, start <= count else { throw ModelError("an index of words is out of order") }
      previous = start
    }
  }

  /// The row of a hash, or −1; constant time.
  package func row(of hash: UInt32) -> Int {
    let bucket = Int(hash >> 20)
    var low = value(bucket)
    var high = value(bucket + 1)
    while low < high {
      let middle = (low + high) / 2
      let other = UInt32(truncatingIfNeeded: value(Self.buckets + 1 + middle))
      if other == hash { return middle }
      if other < hash { low = middle + 1 } else { high = middle }
    }
    return -1
  }

  private func value(_ index: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
  }
}

/// Rows of 8-bit numbers with a scale each, read where they lie: the scales, then the numbers.
package struct QuantizedTable: @unchecked Sendable {
  private let columns: Int
  private let scales: UnsafeRawPointer
  private let elements: UnsafePointer<Int8>

  package init(bytes: UnsafeRawBufferPointer, rows: Int, columns: Int) throws {
    guard rows > 0, columns > 0, bytes.count == rows * 4 + rows * columns, let base = bytes.baseAddress else {
      throw ModelError("a table has \(bytes.count) bytes, not \(rows * 4 + rows * columns)")
    }
    self.columns = columns
    scales = base
    elements = (base + rows * 4).assumingMemoryBound(to: Int8.self)
  }

  /// target = row.
  @inline(__always)
  package func write(row: Int, to target: UnsafeMutablePointer<Float>) {
    let scale = scaleOf(row)
    let source = elements + row * columns
    for k in 0..<columns { target[k] = Float(source[k]) * scale }
  }

  /// target += row.
  @inline(__always)
  package func add(row: Int, to target: UnsafeMutablePointer<Float>) {
    let scale = scaleOf(row)
    let source = elements + row * columns
    for k in 0..<columns { target[k] += Float(source[k]) * scale }
  }

  @inline(__always)
  private func scaleOf(_ row: Int) -> Float {
    Float(bitPattern: UInt32(littleEndian: scales.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self)))
  }
}
