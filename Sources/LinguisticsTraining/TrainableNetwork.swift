import Linguistics

/// The network with all that its gradient needs: one a thread.
///
/// The forward pass is that of `Linguistics.Network`, with dropout; the backward pass is written by hand, and the
/// tests compare it with difference quotients.
final class TrainableNetwork: @unchecked Sendable {
  let layout: ParameterLayout
  let shape: ModelShape
  let vectors: WordVectors
  let scratch = MultiplicationScratch()

  /// The share of what is dropped: units, and words.
  struct Dropout: Sendable {
    var unit: Float = 0
    var word: Float = 0
  }

  /// What an error of each kind counts.
  struct LossWeights: Sendable {
    var tags: [TagKind: Float] = [.partOfSpeech: 0.6, .tag: 0.6, .features: 0.3, .name: 1, .lemma: 0.3]
    var arc: Float = 1
    var label: Float = 1
  }

  init(layout: ParameterLayout, vectors: WordVectors) {
    self.layout = layout
    shape = layout.shape
    self.vectors = vectors
  }

  /// The values of every layer for a batch.
  struct Activations {
    var count = 0
    var padded = 0
    var starts: [Int] = []
    var wordRows: [Int32] = []
    var input: FloatBuffer
    var projected: FloatBuffer
    var layerInputs: [FloatBuffer] = []
    var masks: [FloatBuffer] = []
    var gates: [FloatBuffer] = []
    var states: [FloatBuffer] = []
    var outputs: [FloatBuffer] = []
    var attachment: FloatBuffer
    var attachmentMask: FloatBuffer?
    var tags: FloatBuffer
    var queries: FloatBuffer
  }

  func forward(
    _ batch: [EncodedExample], _ parameters: FloatBuffer, dropout: Dropout, random: inout RandomNumbers
  ) -> Activations {
    let count = batch.reduce(0) { $0 + $1.count }
    let padded = (count + 15) / 16 * 16
    let s = shape
    let p = UnsafePointer(parameters.base)
    var a = Activations(
      input: FloatBuffer(count: padded * s.input), projected: FloatBuffer(count: padded * s.width),
      attachment: FloatBuffer(count: padded * s.attachment), tags: FloatBuffer(count: padded * s.tags),
      queries: FloatBuffer(count: padded * s.arc))
    a.count = count
    a.padded = padded
    var start = 0
    for example in batch {
      a.starts.append(start)
      start += example.count
    }
    writeInput(batch, p, dropout, &random, &a)

    setRows(a.projected, padded, s.width, p + layout.offset("projection.bias"))
    multiply(a.input, padded, s.input, p + layout.offset("projection"), s.width, a.projected)
    leak(a.projected)

    var current = a.projected
    for layer in 0...s.layers {
      let mask = dropout.unit > 0 ? sentenceMask(batch, padded, dropout.unit, &random) : nil
      let masked = FloatBuffer(count: padded * s.width)
      if let mask {
        a.masks.append(mask)
        for i in Swift.stride(from: 0, to: padded * s.width, by: 8) {
          masked.base.store(current.base.lane(i) * mask.base.lane(i), i)
        }
      } else {
        masked.base.update(from: current.base, count: padded * s.width)
      }
      a.layerInputs.append(masked)
      if layer == s.layers { break }
      let gates = FloatBuffer(count: padded * 6 * s.hidden)
      let states = FloatBuffer(count: padded * s.width)
      let outputs = FloatBuffer(count: padded * s.width)
      multiply(masked, padded, s.width, p + layout.offset("layer\(layer)"), 6 * s.hidden, gates)
      for (example, start) in zip(batch, a.starts) {
        RecurrentUnit.run(
          count: example.count, size: s.hidden, gates: gates.base + start * 6 * s.hidden,
          inputs: current.base + start * s.width, peephole: p + layout.offset("layer\(layer).peephole"),
          bias: p + layout.offset("layer\(layer).bias"), states: states.base + start * s.width,
          outputs: outputs.base + start * s.width)
      }
      a.gates.append(gates)
      a.states.append(states)
      a.outputs.append(outputs)
      current = outputs
    }

    let top = a.layerInputs[s.layers]
    setRows(a.attachment, padded, s.attachment, p + layout.offset("attachment.bias"))
    multiply(top, padded, s.width, p + layout.offset("attachment"), s.attachment, a.attachment)
    leak(a.attachment)
    if dropout.unit > 0 {
      let mask = FloatBuffer(count: padded * s.attachment)
      let keep = 1 / (1 - dropout.unit)
      for i in 0..<(count * s.attachment) {
        mask[i] = random.unit() < dropout.unit ? 0 : keep
        a.attachment[i] *= mask[i]
      }
      a.attachmentMask = mask
    }
    setRows(a.tags, padded, s.tags, p + layout.offset("tags.bias"))
    multiply(top, padded, s.width, p + layout.offset("tags"), s.tags, a.tags)
    setRows(a.queries, padded, s.arc, p + layout.offset("arc.bias"))
    scratch.multiply(
      rows: padded, columns: s.arc, depth: s.arc,
      MatrixView(base: a.attachment.base, rowStride: s.attachment),
      MatrixView(base: p + layout.offset("arc"), rowStride: s.arc), addingTo: a.queries.base,
      resultStride: s.arc)
    return a
  }

  /// The scores of each head (the root first) for each word of a sentence.
  func arcScores(_ a: Activations, _ parameters: FloatBuffer, sentence: Int, count: Int) -> [Float] {
    let s = shape
    let start = a.starts[sentence]
    let root = UnsafePointer(parameters.base + layout.offset("root"))
    let distance = UnsafePointer(parameters.base + layout.offset("distance"))
    var scores = [Float](repeating: 0, count: count * (count + 1))
    var near = [Float](repeating: 0, count: Distance.buckets)
    for i in 0..<count {
      let query = UnsafePointer(a.queries.base + (start + i) * s.arc)
      let dependent = UnsafePointer(a.attachment.base + (start + i) * s.attachment)
      for b in 0..<Distance.buckets { near[b] = dot(dependent, distance + b * s.arc, count: s.arc) }
      scores[i * (count + 1)] = dot(query, root, count: s.arc) + near[Distance.root]
      for j in 0..<count where j != i {
        let head = UnsafePointer(a.attachment.base + (start + j) * s.attachment + s.attachment / 2)
        scores[i * (count + 1) + j + 1] = dot(query, head, count: s.arc) + near[Distance.bucket(j - i)]
      }
      scores[i * (count + 1) + i + 1] = -.infinity
    }
    return scores
  }

  /// What the label of word `word` under `head` (−1: the root) is read from.
  func pair(
    _ a: Activations, _ parameters: FloatBuffer, word: Int, head: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    let s = shape
    let dependent = UnsafePointer(a.attachment.base + word * s.attachment + s.arc)
    let governor = headVector(a, parameters, head) + s.arc
    let near = UnsafePointer(parameters.base + labelDistance(word: word, head: head))
    for i in Swift.stride(from: 0, to: s.sum, by: 8) {
      target.store(leaky(dependent.lane(i) + governor.lane(i) + near.lane(i)), i)
    }
    for i in Swift.stride(from: s.sum, to: s.pair, by: 8) {
      target.store(dependent.lane(i) * governor.lane(i), i)
    }
  }

  /// Where the vector of the distance between a word and its head begins.
  func labelDistance(word: Int, head: Int) -> Int {
    let bucket = head < 0 ? Distance.root : Distance.bucket(head - word)
    return layout.offset("label.distance") + bucket * shape.sum
  }

  func headVector(_ a: Activations, _ parameters: FloatBuffer, _ head: Int) -> UnsafePointer<Float> {
    head < 0
      ? UnsafePointer(parameters.base + layout.offset("root"))
      : UnsafePointer(a.attachment.base + head * shape.attachment + shape.attachment / 2)
  }

  /// The scores of the labels given each word's head (an index in the batch, −1 the root, −2 none).
  func labelScores(_ a: Activations, _ parameters: FloatBuffer, heads: [Int]) -> (FloatBuffer, FloatBuffer) {
    let s = shape
    let pairs = FloatBuffer(count: a.padded * s.pair)
    for (word, head) in heads.enumerated() where head > -2 {
      pair(a, parameters, word: word, head: head, into: pairs.base + word * s.pair)
    }
    let scores = FloatBuffer(count: a.padded * s.paddedRelations)
    setRows(scores, a.padded, s.paddedRelations, UnsafePointer(parameters.base + layout.offset("label.bias")))
    multiply(
      pairs, a.padded, s.pair, UnsafePointer(parameters.base + layout.offset("label")), s.paddedRelations,
      scores)
    return (pairs, scores)
  }

  // MARK: Pieces

  private func writeInput(
    _ batch: [EncodedExample], _ p: UnsafePointer<Float>, _ dropout: Dropout, _ random: inout RandomNumbers,
    _ a: inout Activations
  ) {
    let s = shape
    let word = p + layout.offset("word")
    let affix = p + layout.offset("affix")
    var t = 0
    for example in batch {
      for i in 0..<example.count {
        let row = a.input.base + t * s.input
        var hasVector = example.vectorRows[i] >= 0
        if dropout.word > 0 && random.unit() < dropout.word * 0.3 { hasVector = false }
        if hasVector { vectors.write(row: Int(example.vectorRows[i]), to: row) }
        for f in 0..<s.flags { row[s.vector + f] = example.flags[i * s.flags + f] }
        if !hasVector { row[s.vector] = 0 }
        var wordRow = example.formRows[i] > 0 ? example.formRows[i] : example.lowerRows[i]
        if dropout.word > 0 && random.unit() < dropout.word {
          wordRow =
            example.formRows[i] != example.lowerRows[i] && random.unit() < 0.5 ? example.lowerRows[i] : 0
        }
        a.wordRows.append(wordRow)
        let wordPart = row + s.vector + s.flags
        for k in 0..<s.word { wordPart[k] = word[Int(wordRow) * s.word + k] }
        let affixPart = wordPart + s.word
        for index in example.affixStarts[i]..<example.affixStarts[i + 1] {
          add(affix + Int(example.affixes[Int(index)]) * s.affix, times: 1, to: affixPart, count: s.affix)
        }
        t += 1
      }
    }
  }

  private func sentenceMask(
    _ batch: [EncodedExample], _ padded: Int, _ rate: Float, _ random: inout RandomNumbers
  ) -> FloatBuffer {
    let width = shape.width
    let mask = FloatBuffer(count: padded * width)
    let keep = 1 / (1 - rate)
    var t = 0
    for example in batch {
      let first = mask.base + t * width
      for k in 0..<width { first[k] = random.unit() < rate ? 0 : keep }
      for i in 1..<max(example.count, 1) { (first + i * width).update(from: first, count: width) }
      t += example.count
    }
    return mask
  }

  func multiply(
    _ x: FloatBuffer, _ rows: Int, _ depth: Int, _ weights: UnsafePointer<Float>, _ columns: Int,
    _ y: FloatBuffer
  ) {
    scratch.multiply(
      rows: rows, columns: columns, depth: depth, MatrixView(base: x.base, rowStride: depth),
      MatrixView(base: weights, rowStride: columns), addingTo: y.base, resultStride: columns)
  }

  private func setRows(_ target: FloatBuffer, _ rows: Int, _ columns: Int, _ values: UnsafePointer<Float>) {
    for row in 0..<rows { (target.base + row * columns).update(from: values, count: columns) }
  }

  private func leak(_ buffer: FloatBuffer) {
    for i in Swift.stride(from: 0, to: buffer.count, by: 8) {
      buffer.base.store(leaky(buffer.base.lane(i)), i)
    }
  }
}
