import Dispatch
import Documents
import Linguistics

/// Trains a network from examples.
///
/// The same examples, settings and seed give the same weights, bit by bit: each batch is cut into two shards whose
/// gradients are added in a fixed order, however many threads there are.
public final class Trainer {
  /// What can be chosen for a training.
  public struct Settings: Sendable {
    public var epochs = 20
    /// The last epochs, in which the rate falls to a hundredth; before them it stays the same.
    public var cooling = 8
    /// After how many of the last epochs the weights count for the mean that is kept in the end.
    public var averaged = 4
    public var seed: UInt64 = 1
    public var rate: Float = 0.0025
    public var batchWords = 1_200
    public var unitDropout: Float = 0.33
    public var wordDropout: Float = 0.15
    public var hidden = 192
    public var layers = 3
    /// Dimensions of the sum and of the product that a label is read from.
    public var labelUnits = 128
    /// The share of the sentences with names only that each epoch sees.
    public var nameShare: Float = 0.5
    /// Whether sentences are varied each time they are read.
    public var varies = true

    public init() {}
  }

  /// Words that sentences are rewritten with, as often as a word must occur to have a place in the vocabulary.
  public static let wordsOfNews = (0..<3).map { _ in Example(forms: NewsWords.allForms) }

  public let vocabulary: Vocabulary
  let layout: ParameterLayout
  let parameters: FloatBuffer
  let vectors: WordVectors
  private let settings: Settings
  private let networks: [TrainableNetwork]
  private let gradients: [FloatBuffer]
  private let optimizer: Optimizer

  /// - Parameter affixes: Rows of the table of beginnings and endings, a power of two.
  public init(vocabulary: Vocabulary, vectors: WordVectors, settings: Settings, affixes: Int = 1 << 14) {
    self.vocabulary = vocabulary
    self.vectors = vectors
    self.settings = settings
    var shape = ModelShape()
    shape.vector = vectors.dimensions
    shape.hidden = settings.hidden
    shape.layers = settings.layers
    shape.sum = settings.labelUnits
    shape.product = settings.labelUnits
    shape.affixes = affixes
    shape = vocabulary.complete(shape)
    let layout = ParameterLayout(shape: shape)
    self.layout = layout
    parameters = layout.initialValues(seed: settings.seed)
    networks = (0..<2).map { _ in TrainableNetwork(layout: layout, vectors: vectors) }
    gradients = (0..<2).map { _ in FloatBuffer(count: layout.count) }
    optimizer = Optimizer(layout: layout)
  }

  /// Trains for all epochs.
  ///
  /// - Parameters:
  ///   - parsed: Sentences with analyses; `named`: sentences with names alone.
  ///   - report: Is given a line about each epoch and the trainer.
  public func train(parsed: [Example], named: [Example], report: (String, Trainer) -> Void) {
    let augmenter = Augmenter(named: named + parsed)
    var random = RandomNumbers(seed: settings.seed &+ 17)
    let perEpoch =
      parsed.reduce(0) { $0 + $1.forms.count }
      + Int(Float(named.reduce(0) { $0 + $1.forms.count }) * settings.nameShare)
    var step = 0
    var mean = MeanOfWeights()
    for epoch in 0..<settings.epochs {
      var seen = 0
      var chosen = named.shuffled(using: &random)
      chosen = Array(chosen.prefix(Int(Float(named.count) * settings.nameShare)))
      let order = (parsed + chosen).shuffled(using: &random)
      var loss = Loss()
      var next = 0
      while next < order.count {
        var shards: [[EncodedExample]] = [[], []]
        var sizes = [0, 0]
        while next < order.count && sizes[0] + sizes[1] < settings.batchWords {
          let example = settings.varies ? augmenter.vary(order[next], using: &random) : order[next]
          next += 1
          guard !example.forms.isEmpty, example.forms.count <= 160 else { continue }
          let shard = sizes[0] <= sizes[1] ? 0 : 1
          shards[shard].append(vocabulary.encode(example, shape: layout.shape, vectors: vectors))
          sizes[shard] += example.forms.count
        }
        step += 1
        let remaining = Float(settings.epochs - epoch) - Float(seen) / Float(perEpoch)
        let warm = min(1, Float(step) / 200)
        let rate = settings.rate * warm * max(0.01, min(1, remaining / Float(settings.cooling)))
        loss = loss + take(shards, rate: rate, step: step)
        seen += sizes[0] + sizes[1]
      }
      let words = Float(max(loss.words, 1))
      let figures = [loss.tags, loss.names, loss.arcs, loss.labels].map { fixed(Double($0 / words), 4) }
      report(
        "epoch \(epoch + 1): tags \(figures[0]) names \(figures[1]) arcs \(figures[2]) labels \(figures[3])",
        self)
      if epoch >= settings.epochs - settings.averaged { mean.add(parameters) }
    }
    mean.write(to: parameters)
  }

  private func take(_ shards: [[EncodedExample]], rate: Float, step: Int) -> Loss {
    let work = ShardWork(
      shards: shards, networks: networks, gradients: gradients, parameters: parameters,
      dropout: .init(unit: settings.unitDropout, word: settings.wordDropout),
      seed: settings.seed &* 1_000_003 &+ UInt64(step))
    DispatchQueue.concurrentPerform(iterations: shards.count) { work.run($0) }
    optimizer.apply(gradients, touched: work.touched, to: parameters, rate: rate)
    return work.losses[0] + work.losses[1]
  }
}

/// What the threads of one step share; each writes only its own part.
private final class ShardWork: @unchecked Sendable {
  private let shards: [[EncodedExample]]
  private let networks: [TrainableNetwork]
  private let gradients: [FloatBuffer]
  private let parameters: FloatBuffer
  private let dropout: TrainableNetwork.Dropout
  private let seed: UInt64
  private let results: UnsafeMutablePointer<(Loss, [Bool])>

  var losses: [Loss] { shards.indices.map { results[$0].0 } }
  var touched: [[Bool]] { shards.indices.map { results[$0].1 } }

  init(
    shards: [[EncodedExample]], networks: [TrainableNetwork], gradients: [FloatBuffer],
    parameters: FloatBuffer,
    dropout: TrainableNetwork.Dropout, seed: UInt64
  ) {
    self.shards = shards
    self.networks = networks
    self.gradients = gradients
    self.parameters = parameters
    self.dropout = dropout
    self.seed = seed
    results = .allocate(capacity: shards.count)
    results.initialize(repeating: (Loss(), []), count: shards.count)
  }

  deinit {
    results.deinitialize(count: shards.count)
    results.deallocate()
  }

  func run(_ shard: Int) {
    let shape = networks[shard].shape
    var touched = [Bool](repeating: false, count: shape.words + shape.affixes)
    var random = RandomNumbers(seed: seed &* 31 &+ UInt64(shard))
    let words = max(1, shards.joined().reduce(0) { $0 + $1.count })
    guard !shards[shard].isEmpty else {
      results[shard] = (Loss(), touched)
      return
    }
    let loss = networks[shard].addGradient(
      of: shards[shard], parameters, to: gradients[shard], touched: &touched, scale: 1 / Float(words),
      weights: .init(), dropout: dropout, random: &random)
    results[shard] = (loss, touched)
  }
}

func fixed(_ value: Double, _ digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((value * scale).rounded())
  let fraction = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
}

/// The mean of weights at several points of a training: it errs less than any of them (Izmailov et al. 2018).
private struct MeanOfWeights {
  private var sums: [Double] = []
  private var count = 0

  mutating func add(_ parameters: FloatBuffer) {
    if sums.isEmpty { sums = [Double](repeating: 0, count: parameters.count) }
    for i in 0..<parameters.count { sums[i] += Double(parameters[i]) }
    count += 1
  }

  func write(to parameters: FloatBuffer) {
    for i in sums.indices { parameters[i] = Float(sums[i] / Double(count)) }
  }
}
