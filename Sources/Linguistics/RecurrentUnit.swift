import CKernels

/// The recurrence of a bidirectional layer of simple recurrent units (Lei et al. 2018).
///
///     f[t] = σ(F[t] + v · c[t−1] + b)        c[t] = f[t] c[t−1] + (1 − f[t]) z[t]
///     r[t] = σ(R[t] + w · c[t−1] + a)        h[t] = r[t] c[t] + (1 − r[t]) x[t]
///
/// z, F and R are linear in x and computed for all words at once, so that what is left to do word by word is
/// elementwise.
package enum RecurrentUnit {
  /// A step in wider registers than every processor of the kind has; the same bits.
  package typealias Kernel = alliance_recurrent_kernel

  package static let fastestKernel: Kernel? = alliance_fastest_recurrent_kernel()

  /// Runs one sentence through both directions.
  ///
  /// - Parameters:
  ///   - size: The units of one direction, a multiple of 8.
  ///   - gates: `[count × 6 size]`: z, F, R forwards, then backwards. F and R are replaced by f and r.
  ///   - inputs: x, `[count × 2 size]`.
  ///   - peephole: v, w forwards, then backwards; `bias`: b, a likewise.
  ///   - states: c is written here, `[count × 2 size]`; `outputs`: h likewise.
  package static func run(
    count: Int, size: Int, gates: UnsafeMutablePointer<Float>, inputs: UnsafePointer<Float>,
    peephole: UnsafePointer<Float>, bias: UnsafePointer<Float>, states: UnsafeMutablePointer<Float>,
    outputs: UnsafeMutablePointer<Float>, kernel: Kernel? = fastestKernel
  ) {
    let one = Lane(repeating: 1)
    for direction in 0..<2 {
      let v = peephole + direction * 2 * size
      let b = bias + direction * 2 * size
      for step in 0..<count {
        let t = direction == 0 ? step : count - 1 - step
        let previous = direction == 0 ? t - 1 : t + 1
        let g = gates + t * 6 * size + direction * 3 * size
        let row = t * 2 * size + direction * size
        let previousRow = previous * 2 * size + direction * size
        if let kernel {
          kernel(
            size, g, step == 0 ? nil : UnsafePointer(states + previousRow), inputs + row, v, b, states + row,
            outputs + row)
          continue
        }
        var i = 0
        while i < size {
          let c = step == 0 ? Lane(repeating: 0) : states.lane(previousRow + i)
          let f = logistic(g.lane(size + i) + v.lane(i) * c + b.lane(i))
          let r = logistic(g.lane(2 * size + i) + v.lane(size + i) * c + b.lane(size + i))
          let next = f * c + (one - f) * g.lane(i)
          states.store(next, row + i)
          outputs.store(r * next + (one - r) * inputs.lane(row + i), row + i)
          g.store(f, size + i)
          g.store(r, 2 * size + i)
          i += 8
        }
      }
    }
  }
}
