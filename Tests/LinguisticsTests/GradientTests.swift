import Documents
import Testing

@testable import Linguistics
@testable import LinguisticsTraining

/// The gradient written by hand against difference quotients of the loss.
@Test func gradientMatchesDifferences() {
  let examples = TinyCorpus.examples
  let vectors = TinyCorpus.vectors
  let vocabulary = Vocabulary(examples: examples, minimum: 1)
  var shape = ModelShape()
  shape.vector = vectors.dimensions
  shape.word = 16
  shape.affix = 16
  shape.flags = 14
  shape.hidden = 8
  shape.layers = 2
  shape.arc = 16
  shape.sum = 8
  shape.product = 8
  shape.affixes = 64
  shape = vocabulary.complete(shape)
  let layout = ParameterLayout(shape: shape)
  let parameters = layout.initialValues(seed: 3)
  var noise = RandomNumbers(seed: 5)
  for i in 0..<layout.count { parameters[i] += (noise.unit() - 0.5) * 0.2 }
  let network = TrainableNetwork(layout: layout, vectors: vectors)
  let batch = examples.map { vocabulary.encode($0, shape: shape, vectors: vectors) }
  let gradient = FloatBuffer(count: layout.count)
  var touched = [Bool](repeating: false, count: shape.words + shape.affixes)

  /// The loss with the same words and units dropped each time.
  func loss(_ gradient: FloatBuffer) -> Double {
    var random = RandomNumbers(seed: 11)
    let loss = network.addGradient(
      of: batch, parameters, to: gradient, touched: &touched, scale: 1, weights: .init(),
      dropout: .init(unit: 0.2, word: 0.2), random: &random)
    return Double(loss.total)
  }
  _ = loss(gradient)
  let ignored = FloatBuffer(count: layout.count)
  for (tensor, offset) in zip(layout.tensors, layout.offsets) {
    let ranked = (0..<tensor.count).sorted { abs(gradient[offset + $0]) > abs(gradient[offset + $1]) }
    var candidates = Array(ranked.prefix(3))
    candidates.append(ranked[ranked.count / 3])
    for index in candidates {
      let old = parameters[offset + index]
      let step: Float = 0.001
      parameters[offset + index] = old + step
      let above = loss(ignored)
      parameters[offset + index] = old - step
      let below = loss(ignored)
      parameters[offset + index] = old
      let quotient = (above - below) / Double(2 * step)
      let expected = Double(gradient[offset + index])
      #expect(
        abs(quotient - expected) <= 0.03 * max(abs(expected), abs(quotient)) + 0.02,
        "\(tensor.name)[\(index)]: \(expected) for \(quotient)")
    }
  }
}
