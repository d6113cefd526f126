/// Eight floats: one register with AVX, two with SSE2. All arithmetic of the network goes through this type, and
/// as no operation is fused the results are the same bits on every machine.
@usableFromInline
package typealias Lane = SIMD8<Float>

extension UnsafePointer<Float> {
  @inlinable @inline(__always)
  package func lane(_ offset: Int) -> Lane {
    UnsafeRawPointer(self + offset).loadUnaligned(as: Lane.self)
  }
}

extension UnsafeMutablePointer<Float> {
  @inlinable @inline(__always)
  package func lane(_ offset: Int) -> Lane {
    UnsafeRawPointer(self + offset).loadUnaligned(as: Lane.self)
  }

  @inlinable @inline(__always)
  package func store(_ value: Lane, _ offset: Int) {
    UnsafeMutableRawPointer(self + offset).storeBytes(of: value, as: Lane.self)
  }
}

/// e to the power of each element, to about two units in the last place, for arguments clamped to ±80.
/// Cephes' `expf`: the exponent by rounding to a multiple of ln 2, the rest by a polynomial of degree five.
@inlinable @inline(__always)
package func exponential(_ argument: Lane) -> Lane {
  let limit = Lane(repeating: 80)
  var x = argument.replacing(with: limit, where: argument .> limit)
  x = x.replacing(with: Lane(repeating: 0) - limit, where: x .< Lane(repeating: 0) - limit)
  // Adding 1.5 · 2²³ leaves the nearest whole number in the low bits of the sum.
  let magic = Lane(repeating: 12_582_912)
  let shifted = x * Lane(repeating: 1.442_695_04) + magic
  let whole = shifted - magic
  let rest = x - whole * Lane(repeating: 0.693_359_375) - whole * Lane(repeating: -2.121_944_4e-4)
  var p = Lane(repeating: 1.987_569_15e-4)
  p = p * rest + Lane(repeating: 1.398_199_95e-3)
  p = p * rest + Lane(repeating: 8.333_451_9e-3)
  p = p * rest + Lane(repeating: 4.166_579_6e-2)
  p = p * rest + Lane(repeating: 1.666_666_55e-1)
  p = p * rest + Lane(repeating: 5.000_000_1e-1)
  p = p * rest * rest + rest + Lane(repeating: 1)
  let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self)
  let scale = (bits &<< SIMD8<Int32>(repeating: 23)) &+ SIMD8<Int32>(repeating: 0x3F80_0000)
  return p * unsafeBitCast(scale, to: Lane.self)
}

/// 1 / (1 + e⁻ˣ).
@inlinable @inline(__always)
package func logistic(_ x: Lane) -> Lane {
  Lane(repeating: 1) / (Lane(repeating: 1) + exponential(Lane(repeating: 0) - x))
}

/// The sum of the products of two vectors; `count` is a multiple of 8.
@inlinable @inline(__always)
package func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int) -> Float {
  var sum = Lane(repeating: 0)
  var i = 0
  while i < count {
    sum += a.lane(i) * b.lane(i)
    i += 8
  }
  return sum.sum()
}

/// target += factor · source; `count` is a multiple of 8.
@inlinable @inline(__always)
package func add(
  _ source: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>, count: Int
) {
  let f = Lane(repeating: factor)
  var i = 0
  while i < count {
    target.store(target.lane(i) + source.lane(i) * f, i)
    i += 8
  }
}

/// x where it is positive, a tenth of it elsewhere.
@inlinable @inline(__always)
package func leaky(_ x: Lane) -> Lane {
  x.replacing(with: x * Lane(repeating: 0.1), where: x .< Lane(repeating: 0))
}
