import Documents
import Linguistics

/// Learns where sentences end from documents of which text and sentences are known.
///
/// Logistic regression by stochastic gradient descent with AdaGrad's steps (Duchi et al. 2011); of the weights after
/// each step the mean is kept. The same documents give the same weights.
public struct BoundaryTrainer: Sendable {
  private struct Place {
    var rows: [Int32]
    var begins: Bool
  }

  private var places: [Place] = []

  public init() {}

  /// Learns from the paragraphs of documents.
  public mutating func add(_ documents: [ParsedDocument]) {
    for document in documents {
      let starts = Set(document.sentences.compactMap { $0.tokens.first?.range.lowerBound })
      BoundaryModel.visitPlaces(in: document.article.text, sentencesBeginAt: starts) { rows, begins in
        places.append(Place(rows: rows.map(Int32.init), begins: begins))
      }
    }
  }

  /// - Parameters:
  ///   - passes: how often each place is learnt from.
  ///   - decay: how strongly weights are drawn to zero.
  package func train(passes: Int = 8, decay: Float = 1e-4) -> BoundaryModel {
    let size = BoundaryModel.size
    var weights = [Float](repeating: 0, count: size)
    var sums = [Float](repeating: 0, count: size)
    var squares = [Float](repeating: 0.1, count: size)
    var random = RandomNumbers(seed: 1)
    for pass in 0..<passes {
      for place in places.shuffled(using: &random) {
        let score = place.rows.reduce(Float(0)) { $0 + weights[Int($1)] }
        let probability = logistic(Lane(repeating: score))[0]
        let error = probability - (place.begins ? 1 : 0)
        for row in place.rows {
          let row = Int(row)
          let gradient = error + decay * weights[row]
          squares[row] += gradient * gradient
          weights[row] -= 0.1 * gradient / squares[row].squareRoot()
        }
      }
      // The later half of the passes is averaged.
      if pass * 2 >= passes { for row in 0..<size { sums[row] += weights[row] } }
    }
    let averaged = Float(passes - (passes + 1) / 2)
    return BoundaryModel(weights: sums.map { $0 / averaged })
  }
}
