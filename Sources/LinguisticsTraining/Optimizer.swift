import Linguistics

/// Adam (Kingma and Ba 2015) with clipped gradients; rows of tables that a step does not touch rest.
final class Optimizer: @unchecked Sendable {
  private let layout: ParameterLayout
  private let first: FloatBuffer
  private let second: FloatBuffer
  private var step = 0
  private let beta1: Float = 0.9
  private let beta2: Float = 0.98

  init(layout: ParameterLayout) {
    self.layout = layout
    first = FloatBuffer(count: layout.count)
    second = FloatBuffer(count: layout.count)
  }

  /// Moves the parameters against the sum of the gradients, and clears those.
  func apply(
    _ gradients: [FloatBuffer], touched: [[Bool]], to parameters: FloatBuffer, rate: Float, clip: Float = 4
  ) {
    step += 1
    let runs = activeRuns(touched)
    let sum = gradients[0].base
    var norm: Float = 0
    for run in runs {
      var lanes = Lane(repeating: 0)
      for i in stride(from: run.lowerBound, to: run.upperBound, by: 8) {
        var value = sum.lane(i)
        for other in gradients.dropFirst() { value += other.base.lane(i) }
        sum.store(value, i)
        lanes += value * value
      }
      norm += lanes.sum()
    }
    let length = norm.squareRoot()
    guard length.isFinite else { preconditionFailure("the gradient is not finite at step \(step)") }
    let factor = Lane(repeating: length > clip ? clip / length : 1)
    let correction1 = 1 - power(beta1, step)
    let correction2 = 1 - power(beta2, step)
    let b1 = Lane(repeating: beta1)
    let b2 = Lane(repeating: beta2)
    let one = Lane(repeating: 1)
    let size = Lane(repeating: rate / correction1)
    let root2 = Lane(repeating: 1 / correction2)
    for run in runs {
      for i in stride(from: run.lowerBound, to: run.upperBound, by: 8) {
        let g = sum.lane(i) * factor
        let m = first.base.lane(i) * b1 + g * (one - b1)
        let v = second.base.lane(i) * b2 + g * g * (one - b2)
        first.base.store(m, i)
        second.base.store(v, i)
        let change = m * size / ((v * root2).squareRoot() + Lane(repeating: 1e-8))
        parameters.base.store(parameters.base.lane(i) - change, i)
      }
      for gradient in gradients {
        (gradient.base + run.lowerBound).update(repeating: 0, count: run.count)
      }
    }
  }

  /// The runs of floats to update, each beginning and ending at a multiple of 8.
  private func activeRuns(_ touched: [[Bool]]) -> [Range<Int>] {
    let shape = layout.shape
    var runs: [Range<Int>] = []
    let word = layout.offset("word")
    let affix = layout.offset("affix")
    for row in 0..<(shape.words + shape.affixes) where touched.contains(where: { $0[row] }) {
      let start = row < shape.words ? word + row * shape.word : affix + (row - shape.words) * shape.affix
      let end = start + (row < shape.words ? shape.word : shape.affix)
      if let last = runs.last, last.upperBound == start {
        runs[runs.count - 1] = last.lowerBound..<end
      } else {
        runs.append(start..<end)
      }
    }
    runs.append(layout.tableCount..<layout.count)
    return runs
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Double = 1
    for _ in 0..<min(exponent, 5_000) { result *= Double(base) }
    return Float(result)
  }
}
