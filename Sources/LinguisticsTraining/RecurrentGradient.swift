import Foundation
import Linguistics

func logarithm(_ x: Float) -> Float { Float(log(Double(x))) }

/// The gradient of `RecurrentUnit.run`.
enum RecurrentGradient {
  /// Runs one sentence backwards through both directions. `gates` and `states` are as the forward pass left them;
  /// `dGates` is written, `dInputs`, `dPeephole` and `dBias` are added to.
  static func run(
    count: Int, size: Int, gates: UnsafePointer<Float>, inputs: UnsafePointer<Float>,
    states: UnsafePointer<Float>, peephole: UnsafePointer<Float>, dOutputs: UnsafePointer<Float>,
    dGates: UnsafeMutablePointer<Float>, dInputs: UnsafeMutablePointer<Float>,
    dPeephole: UnsafeMutablePointer<Float>, dBias: UnsafeMutablePointer<Float>
  ) {
    let one = Lane(repeating: 1)
    let zero = Lane(repeating: 0)
    let carried = UnsafeMutablePointer<Float>.allocate(capacity: size)
    defer { carried.deallocate() }
    for direction in 0..<2 {
      let v = peephole + direction * 2 * size
      let dv = dPeephole + direction * 2 * size
      let db = dBias + direction * 2 * size
      carried.update(repeating: 0, count: size)
      for step in (0..<count).reversed() {
        let t = direction == 0 ? step : count - 1 - step
        let previous = direction == 0 ? t - 1 : t + 1
        let gate = t * 6 * size + direction * 3 * size
        let row = t * 2 * size + direction * size
        let previousRow = previous * 2 * size + direction * size
        var i = 0
        while i < size {
          let f = gates.lane(gate + size + i)
          let r = gates.lane(gate + 2 * size + i)
          let z = gates.lane(gate + i)
          let c = states.lane(row + i)
          let before = step == 0 ? zero : states.lane(previousRow + i)
          let dh = dOutputs.lane(row + i)
          let dc = carried.lane(i) + dh * r
          dInputs.store(dInputs.lane(row + i) + dh * (one - r), row + i)
          let dR = dh * (c - inputs.lane(row + i)) * r * (one - r)
          let dF = dc * (before - z) * f * (one - f)
          dGates.store(dc * (one - f), gate + i)
          dGates.store(dF, gate + size + i)
          dGates.store(dR, gate + 2 * size + i)
          carried.store(dc * f + dF * v.lane(i) + dR * v.lane(size + i), i)
          dv.store(dv.lane(i) + dF * before, i)
          dv.store(dv.lane(size + i) + dR * before, size + i)
          db.store(db.lane(i) + dF, i)
          db.store(db.lane(size + i) + dR, size + i)
          i += 8
        }
      }
    }
  }
}
