/// A matrix of weights laid out for multiplication from the left: panels of eight columns, each running over
/// all rows.
package struct PackedMatrix: Sendable {
  package let rows: Int
  package let columns: Int
  private let panels: FloatBuffer

  /// Packs a row-major matrix; the number of columns is a multiple of 8.
  package init(rows: Int, columns: Int, values: UnsafePointer<Float>) {
    precondition(columns % 8 == 0)
    self.rows = rows
    self.columns = columns
    panels = FloatBuffer(count: rows * columns)
    for panel in 0..<(columns / 8) {
      let target = panels.base + panel * rows * 8
      for row in 0..<rows {
        target.store(values.lane(row * columns + panel * 8), row * 8)
      }
    }
  }

  /// result = inputs · self + bias, for `count` rows; `count` is a multiple of 4. `inputs` has `inputStride` floats a
  /// row, of which the first `rows` count. Each row's sums run in the same order whatever the other rows are.
  package func apply(
    to inputs: UnsafePointer<Float>, inputStride: Int, count: Int, bias: UnsafePointer<Float>?,
    result: UnsafeMutablePointer<Float>
  ) {
    var block = 0
    while block < count {
      let end = min(block + 16, count)
      for panel in 0..<(columns / 8) {
        let weights = UnsafePointer(panels.base + panel * rows * 8)
        let start = bias.map { $0.lane(panel * 8) } ?? Lane(repeating: 0)
        var row = block
        while row < end {
          multiplyFour(
            inputs + row * inputStride, inputStride, weights, start, result + row * columns + panel * 8)
          row += 4
        }
      }
      block = end
    }
  }

  @inline(__always)
  private func multiplyFour(
    _ a: UnsafePointer<Float>, _ stride: Int, _ weights: UnsafePointer<Float>, _ start: Lane,
    _ result: UnsafeMutablePointer<Float>
  ) {
    var s0 = start
    var s1 = start
    var s2 = start
    var s3 = start
    let a1 = a + stride
    let a2 = a1 + stride
    let a3 = a2 + stride
    for k in 0..<rows {
      let w = weights.lane(k &* 8)
      s0 += Lane(repeating: a[k]) * w
      s1 += Lane(repeating: a1[k]) * w
      s2 += Lane(repeating: a2[k]) * w
      s3 += Lane(repeating: a3[k]) * w
    }
    result.store(s0, 0)
    result.store(s1, columns)
    result.store(s2, 2 * columns)
    result.store(s3, 3 * columns)
  }
}
