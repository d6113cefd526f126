import Foundation

/// Logistic regression over sparse binary features with L2 regularization, fitted by limited-memory BFGS
/// (Liu and Nocedal 1989, "On the limited memory BFGS method for large scale optimization").
///
/// Deterministic: no random numbers, and sums in a fixed order.
struct LogisticRegression {
  /// The features of each example, as places in the weights.
  var examples: [[Int32]]
  var labels: [Bool]
  var importance: [Double]
  var featureCount: Int
  /// The inverse strength of the regularization; larger fits closer.
  var closeness: Double
  var iterations = 120

  private let memory = 8

  /// The weights that minimize the regularized loss.
  func fit() -> [Double] {
    var weights = [Double](repeating: 0, count: featureCount)
    var (loss, gradient) = evaluate(weights)
    var steps: [[Double]] = []
    var changes: [[Double]] = []
    for iteration in 0..<iterations {
      var direction = self.direction(gradient, steps, changes)
      var slope = dot(direction, gradient)
      if slope >= 0 {
        direction = gradient.map { -$0 }
        slope = dot(direction, gradient)
        steps = []
        changes = []
      }
      var step = iteration == 0 ? min(1, 1 / dot(gradient, gradient).squareRoot()) : 1.0
      var next = weights
      var found: (loss: Double, gradient: [Double])?
      for _ in 0..<30 {
        for i in 0..<featureCount { next[i] = weights[i] + step * direction[i] }
        let trial = evaluate(next)
        if trial.loss <= loss + 1e-4 * step * slope {
          found = trial
          break
        }
        step /= 2
      }
      guard let found else { break }
      steps.append(zip(next, weights).map { $0 - $1 })
      changes.append(zip(found.gradient, gradient).map { $0 - $1 })
      if steps.count > memory {
        steps.removeFirst()
        changes.removeFirst()
      }
      let gain = loss - found.loss
      weights = next
      loss = found.loss
      gradient = found.gradient
      if gain < 1e-6 * abs(loss) { break }
    }
    return weights
  }

  private func direction(_ gradient: [Double], _ steps: [[Double]], _ changes: [[Double]]) -> [Double] {
    var q = gradient
    var alphas = [Double](repeating: 0, count: steps.count)
    for n in steps.indices.reversed() {
      let alpha = dot(steps[n], q) / dot(changes[n], steps[n])
      alphas[n] = alpha
      for i in q.indices { q[i] -= alpha * changes[n][i] }
    }
    if let step = steps.last, let change = changes.last {
      let scale = dot(step, change) / dot(change, change)
      for i in q.indices { q[i] *= scale }
    }
    for n in steps.indices {
      let beta = dot(changes[n], q) / dot(changes[n], steps[n])
      for i in q.indices { q[i] += (alphas[n] - beta) * steps[n][i] }
    }
    return q.map { -$0 }
  }

  private func evaluate(_ weights: [Double]) -> (loss: Double, gradient: [Double]) {
    var gradient = weights.map { $0 / closeness }
    var loss = dot(weights, weights) / (2 * closeness)
    for n in examples.indices {
      var sum = 0.0
      for f in examples[n] { sum += weights[Int(f)] }
      let signed = labels[n] ? sum : -sum
      loss += importance[n] * (signed > 0 ? log1p(exp(-signed)) : -signed + log1p(exp(signed)))
      let error = importance[n] * (1 / (1 + exp(-sum)) - (labels[n] ? 1 : 0))
      for f in examples[n] { gradient[Int(f)] += error }
    }
    return (loss, gradient)
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
