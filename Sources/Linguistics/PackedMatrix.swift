import CKernels

/// A matrix of weights, rounded to whole numbers and laid out for multiplication from the left.
///
/// Products of 16-bit numbers are summed in 32 bits, which takes half the time of floats without wide vectors and
/// gives the same sums in any order. Each column of weights and each row of inputs has a scale of its own; with 12
/// bits for a weight and 13 for an input no sum of up to 256 products overflows.
///
/// The bytes are read where they lie: the scales of the columns, then panels of eight columns; in each, for two rows at
/// a time, the weights of four columns in one vector and those of the other four in the next.
package struct PackedMatrix: @unchecked Sendable {
  package let rows: Int
  package let columns: Int
  private let scales: UnsafePointer<Float>
  private let weights: UnsafeRawPointer

  private static let inputLimit: Float = 4_095

  /// Opens a matrix that `packed` has made. The bytes must outlive it and begin at a multiple of 4.
  package init(bytes: UnsafeRawBufferPointer, rows: Int, columns: Int) throws {
    guard columns % 8 == 0, rows % 2 == 0, (2...4_096).contains(rows), columns > 0,
      bytes.count == columns * 4 + rows * columns * 2, let base = bytes.baseAddress
    else { throw ModelError("a matrix of \(rows) times \(columns) has \(bytes.count) bytes") }
    guard Int(bitPattern: base) % 4 == 0 else {
      throw ModelError("the bytes do not begin at a multiple of 4")
    }
    self.rows = rows
    self.columns = columns
    scales = base.assumingMemoryBound(to: Float.self)
    weights = base + columns * 4
  }

  /// Rounds and lays out a row-major matrix; the number of columns is a multiple of 8, that of rows of 2.
  package static func packed(rows: Int, columns: Int, values: [Float]) -> [UInt8] {
    precondition(
      columns % 8 == 0 && rows % 2 == 0 && rows > 0 && rows <= 4_096 && values.count == rows * columns)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(columns * 4 + rows * columns * 2)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let limit = min(2_047, (Float(Int32.max) / (inputLimit * Float(rows))).rounded(.down))
    let scales = (0..<columns).map { column in
      (0..<rows).reduce(0) { max($0, abs(values[$1 * columns + column])) } / limit
    }
    for scale in scales { append(scale.bitPattern) }
    for panel in 0..<(columns / 8) {
      for pair in 0..<(rows / 2) {
        for lane in 0..<16 {
          let column = panel * 8 + lane / 2
          let value = values[(pair * 2 + lane % 2) * columns + column]
          append(scales[column] > 0 ? Int16(max(-limit, min(limit, (value / scales[column]).rounded()))) : 0)
        }
      }
    }
    return bytes
  }

  /// result = inputs · self + bias, for `count` rows; `count` is a multiple of 4. `inputs` has `inputStride` floats a
  /// row, of which the first `rows` count. A row's result does not depend on the other rows.
  package func apply(
    to inputs: UnsafePointer<Float>, inputStride: Int, count: Int, bias: UnsafePointer<Float>?,
    result: UnsafeMutablePointer<Float>, kernel: Kernel? = fastestKernel
  ) {
    precondition(count % 4 == 0)
    let pairs = rows / 2
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.blockRows * pairs) { quantized in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockRows) { inputScales in
        let block = quantized.baseAddress!
        var first = 0
        while first < count {
          let height = min(Self.blockRows, count - first)
          for row in 0..<height {
            inputScales[row] = quantize(inputs + (first + row) * inputStride, to: block + row * pairs)
          }
          let scales = UnsafePointer(inputScales.baseAddress!)
          let target = result + first * columns
          if let kernel {
            kernel(block, pairs, height, weights, columns, scales, self.scales, bias, target)
          } else {
            multiply(block, height, scales, bias: bias, result: target)
          }
          first += height
        }
      }
    }
  }

  private static let blockRows = 16

  /// What the kernels do, for every processor.
  private func multiply(
    _ block: UnsafePointer<Int32>, _ height: Int, _ inputScales: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, result: UnsafeMutablePointer<Float>
  ) {
    for panel in 0..<(columns / 8) {
      let start = bias.map { $0.lane(panel * 8) } ?? Lane(repeating: 0)
      for row in stride(from: 0, to: height, by: 4) {
        multiplyFour(
          block + row * (rows / 2), weights + panel * rows * 16, rows / 2,
          SIMD4(inputScales[row], inputScales[row + 1], inputScales[row + 2], inputScales[row + 3]),
          scales.lane(panel * 8), start, result + row * columns + panel * 8)
      }
    }
  }

  /// The innermost loop in wider registers than every processor of the kind has. All kernels give the same bits.
  package typealias Kernel = alliance_kernel

  package static let fastestKernel: Kernel? = alliance_fastest_kernel()
  package static let narrowKernel: Kernel? = alliance_avx2_kernel()

  /// Rounds a row of inputs to whole numbers, two to an element, and returns what one unit of them is worth.
  private func quantize(_ row: UnsafePointer<Float>, to target: UnsafeMutablePointer<Int32>) -> Float {
    // Adding 1.5 · 2²³ leaves the nearest whole number in the low bits of the sum.
    let magic: Float = 12_582_912
    let whole = rows / 8 * 8
    var largestLanes = Lane(repeating: 0)
    for k in stride(from: 0, to: whole, by: 8) {
      let lane = row.lane(k)
      let size = lane.replacing(with: Lane(repeating: 0) - lane, where: lane .< Lane(repeating: 0))
      largestLanes = largestLanes.replacing(with: size, where: size .> largestLanes)
    }
    var largest = largestLanes.max()
    for k in whole..<rows { largest = max(largest, abs(row[k])) }
    guard largest > 0 else {
      target.update(repeating: 0, count: rows / 2)
      return 0
    }
    let factor = Self.inputLimit / largest
    for k in stride(from: 0, to: whole, by: 8) {
      let bits = unsafeBitCast(
        row.lane(k) * Lane(repeating: factor) + Lane(repeating: magic), to: SIMD8<UInt32>.self)
      let pairs =
        (bits.evenHalf & SIMD4<UInt32>(repeating: 0xffff)) | (bits.oddHalf &<< SIMD4<UInt32>(repeating: 16))
      UnsafeMutableRawPointer(target + k / 2).storeBytes(of: pairs, as: SIMD4<UInt32>.self)
    }
    for pair in (whole / 2)..<(rows / 2) {
      let low = (row[pair &* 2] * factor + magic).bitPattern
      let high = (row[pair &* 2 &+ 1] * factor + magic).bitPattern
      target[pair] = Int32(truncatingIfNeeded: (low & 0xffff) | (high << 16))
    }
    return largest / Self.inputLimit
  }

  #if DEBUG
    /// Four rows by one panel, number by number: without optimisation vectors cost a call for each operation. Sums of
    /// whole numbers are the same in any order.
    private func multiplyFour(
      _ inputs: UnsafePointer<Int32>, _ weights: UnsafeRawPointer, _ pairs: Int, _ inputScales: SIMD4<Float>,
      _ scales: Lane, _ start: Lane, _ result: UnsafeMutablePointer<Float>
    ) {
      let numbers = UnsafeRawPointer(inputs).assumingMemoryBound(to: Int16.self)
      let values = weights.assumingMemoryBound(to: Int16.self)
      var row = 0
      while row < 4 {
        let own = numbers + row &* pairs &* 2
        var column = 0
        while column < 8 {
          var sum: Int32 = 0
          var offset = column &* 2
          var k = 0
          while k < pairs &* 2 {
            sum =
              sum &+ Int32(own[k]) &* Int32(values[offset])
              &+ Int32(own[k &+ 1]) &* Int32(values[offset &+ 1])
            k = k &+ 2
            offset = offset &+ 16
          }
          result[row * columns + column] = Float(sum) * (scales[column] * inputScales[row]) + start[column]
          column += 1
        }
        row += 1
      }
    }
  #else
    /// Four rows by one panel.
    @inline(__always)
    private func multiplyFour(
      _ inputs: UnsafePointer<Int32>, _ weights: UnsafeRawPointer, _ pairs: Int,
      _ inputScales: SIMD4<Float>, _ scales: Lane, _ start: Lane, _ result: UnsafeMutablePointer<Float>
    ) {
      let inputs1 = inputs + pairs
      let inputs2 = inputs1 + pairs
      let inputs3 = inputs2 + pairs
      var s00 = SIMD4<Int32>(repeating: 0)
      var s01 = s00
      var s10 = s00
      var s11 = s00
      var s20 = s00
      var s21 = s00
      var s30 = s00
      var s31 = s00
      for pair in 0..<pairs {
        let w0 = weights.loadUnaligned(fromByteOffset: pair &* 32, as: SIMD8<Int16>.self)
        let w1 = weights.loadUnaligned(fromByteOffset: pair &* 32 &+ 16, as: SIMD8<Int16>.self)
        let a0 = Self.pair(inputs[pair])
        s00 &+= Self.products(a0, w0)
        s01 &+= Self.products(a0, w1)
        let a1 = Self.pair(inputs1[pair])
        s10 &+= Self.products(a1, w0)
        s11 &+= Self.products(a1, w1)
        let a2 = Self.pair(inputs2[pair])
        s20 &+= Self.products(a2, w0)
        s21 &+= Self.products(a2, w1)
        let a3 = Self.pair(inputs3[pair])
        s30 &+= Self.products(a3, w0)
        s31 &+= Self.products(a3, w1)
      }
      func finish(_ low: SIMD4<Int32>, _ high: SIMD4<Int32>, _ row: Int) {
        let sums = Lane(lowHalf: SIMD4<Float>(low), highHalf: SIMD4<Float>(high))
        result.store(sums * (scales * Lane(repeating: inputScales[row])) + start, row * columns)
      }
      finish(s00, s01, 0)
      finish(s10, s11, 1)
      finish(s20, s21, 2)
      finish(s30, s31, 3)
    }

    /// Two inputs, repeated beside the weights of four columns.
    @inline(__always)
    private static func pair(_ value: Int32) -> SIMD8<Int16> {
      unsafeBitCast(SIMD4<Int32>(repeating: value), to: SIMD8<Int16>.self)
    }

    /// Sums of the products of neighbours: one instruction (`pmaddwd`) where the compiler knows the pattern.
    @inline(__always)
    private static func products(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
      let all = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
      return all.evenHalf &+ all.oddHalf
    }
  #endif
}
