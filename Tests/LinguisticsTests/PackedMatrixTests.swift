import Testing

@testable import Linguistics
@testable import LinguisticsTraining

@Suite struct PackedMatrixTests {
  /// Products of rounded numbers against the same in double precision.
  @Test(arguments: [(2, 8), (64, 16), (256, 24)])
  func approximatesTheProduct(rows: Int, columns: Int) throws {
    var random = RandomNumbers(seed: 9)
    let weights = (0..<(rows * columns)).map { _ in random.unit() * 2 - 1 }
    let inputs = (0..<(8 * rows)).map { $0 / rows == 3 ? 0 : random.unit() * 6 - 3 }
    let bias = (0..<columns).map { _ in random.unit() }
    let result = try multiply(inputs, weights, rows: rows, columns: columns, bias: bias)
    for row in 0..<8 {
      for column in 0..<columns {
        var expected = Double(bias[column])
        var size = 0.0
        for k in 0..<rows {
          let product = Double(inputs[row * rows + k]) * Double(weights[k * columns + column])
          expected += product
          size += abs(product)
        }
        #expect(abs(Double(result[row * columns + column]) - expected) <= 0.002 * size + 1e-5)
      }
    }
  }

  /// The largest sums that can occur do not overflow.
  @Test func extremesDoNotOverflow() throws {
    let result = try multiply(
      [Float](repeating: 5, count: 4 * 256), [Float](repeating: -7, count: 256 * 8), rows: 256, columns: 8,
      bias: [Float](repeating: 0, count: 8))
    for value in result { #expect(abs(value + 5 * 7 * 256) < 1) }
  }

  /// What a processor can do changes the time, not the result.
  @Test(arguments: [4, 8, 12, 16, 20])
  func everyKernelGivesTheSameBits(count: Int) throws {
    var random = RandomNumbers(seed: 3)
    let weights = (0..<(384 * 24)).map { _ in random.unit() * 2 - 1 }
    let inputs = (0..<(count * 384)).map { _ in random.unit() * 6 - 3 }
    let bias = (0..<24).map { _ in random.unit() }
    let portable = try multiply(inputs, weights, rows: 384, columns: 24, bias: bias, kernel: nil)
    for kernel in [PackedMatrix.narrowKernel, PackedMatrix.fastestKernel] {
      let result = try multiply(inputs, weights, rows: 384, columns: 24, bias: bias, kernel: kernel)
      #expect(result == portable)
    }
  }

  @Test func refusesBytesOfAnotherSize() {
    _ = [UInt8](repeating: 0, count: 100).withUnsafeBytes { bytes in
      #expect(throws: ModelError.self) { try PackedMatrix(bytes: bytes, rows: 2, columns: 8) }
    }
  }

  private func multiply(
    _ inputs: [Float], _ weights: [Float], rows: Int, columns: Int, bias: [Float],
    kernel: PackedMatrix.Kernel? = PackedMatrix.fastestKernel
  ) throws -> [Float] {
    let count = inputs.count / rows
    var result = [Float](repeating: 0, count: count * columns)
    let bytes = PackedMatrix.packed(rows: rows, columns: columns, values: weights)
    try bytes.withUnsafeBytes { raw in
      let matrix = try PackedMatrix(bytes: raw, rows: rows, columns: columns)
      inputs.withUnsafeBufferPointer { x in
        bias.withUnsafeBufferPointer { b in
          result.withUnsafeMutableBufferPointer { y in
            matrix.apply(
              to: x.baseAddress!, inputStride: rows, count: count, bias: b.baseAddress!,
              result: y.baseAddress!, kernel: kernel)
          }
        }
      }
    }
    return result
  }
}
