import Linguistics

/// Where each tensor lies in one run of floats.
struct ParameterLayout: Sendable {
  let shape: ModelShape
  let tensors: [Tensor]
  let offsets: [Int]
  let count: Int

  init(shape: ModelShape) {
    self.shape = shape
    tensors = shape.tensors
    var offsets: [Int] = []
    var offset = 0
    for tensor in tensors {
      offsets.append(offset)
      offset += (tensor.count + 15) / 16 * 16
    }
    self.offsets = offsets
    count = offset
  }

  func offset(_ name: String) -> Int {
    offsets[tensors.firstIndex { $0.name == name }!]
  }

  /// The floats in front of the first tensor that is no table.
  var tableCount: Int { offset("projection") }

  /// Weights to start from: uniform within the bounds of Glorot and Bengio (2010), biases 0.
  func initialValues(seed: UInt64) -> FloatBuffer {
    let buffer = FloatBuffer(count: count)
    var random = RandomNumbers(seed: seed)
    for (tensor, offset) in zip(tensors, offsets) {
      var bound: Float
      if tensor.storage == .table {
        bound = 0.1
      } else if tensor.name.hasSuffix("peephole") || tensor.name == "root" {
        bound = 0.1
      } else if tensor.rows == 1 || tensor.name.hasSuffix("distance") {
        bound = 0
      } else if tensor.name.hasPrefix("layer") {
        bound = (3 / Float(tensor.rows)).squareRoot()
      } else {
        bound = (6 / Float(tensor.rows + tensor.columns)).squareRoot()
      }
      if tensor.name == "arc" { bound *= 0.5 }
      for i in 0..<tensor.count { buffer[offset + i] = (2 * random.unit() - 1) * bound }
    }
    return buffer
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed everywhere.
struct RandomNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in [0, 1).
  @inline(__always)
  mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }

  @inline(__always)
  mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % bound }
}
