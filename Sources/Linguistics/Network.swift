/// The trained network: from words to scores. Immutable.
///
/// Three ideas of others in one small network: layers of simple recurrent units (Lei et al. 2018) shared by all tasks,
/// a biaffine score for each arc (Dozat and Manning 2017), and a label read from the sum and the product of two
/// vectors in place of a full bilinear form, which costs fifty times less.
package final class Network: Sendable {
  package let shape: ModelShape
  private let projection: PackedMatrix
  private let projectionBias: FloatBuffer
  private let layers: [Layer]
  private let attachment: PackedMatrix
  private let attachmentBias: FloatBuffer
  private let root: FloatBuffer
  private let arc: PackedMatrix
  private let arcBias: FloatBuffer
  private let distance: FloatBuffer
  private let labelDistance: FloatBuffer
  private let label: PackedMatrix
  private let labelBias: FloatBuffer
  private let tags: PackedMatrix
  private let tagsBias: FloatBuffer

  private struct Layer: Sendable {
    let weights: PackedMatrix
    let peephole: FloatBuffer
    let bias: FloatBuffer
  }

  package init(file: ModelFile, shape: ModelShape) throws {
    self.shape = shape
    let tensors = Dictionary(uniqueKeysWithValues: shape.tensors.map { ($0.name, $0) })
    func values(_ name: String) throws -> FloatBuffer {
      let count = tensors[name]!.count
      let bytes = try file.section("tensor.\(name)", length: count * 4)
      let buffer = FloatBuffer(count: count)
      for i in 0..<count {
        buffer[i] = Float(
          bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 4, as: UInt32.self)))
      }
      return buffer
    }
    func matrix(_ name: String) throws -> PackedMatrix {
      try PackedMatrix(
        bytes: file.section("tensor.\(name)"), rows: tensors[name]!.rows, columns: tensors[name]!.columns)
    }
    projection = try matrix("projection")
    projectionBias = try values("projection.bias")
    layers = try (0..<shape.layers).map {
      try Layer(
        weights: matrix("layer\($0)"), peephole: values("layer\($0).peephole"),
        bias: values("layer\($0).bias"))
    }
    attachment = try matrix("attachment")
    attachmentBias = try values("attachment.bias")
    root = try values("root")
    arc = try matrix("arc")
    arcBias = try values("arc.bias")
    distance = try values("distance")
    labelDistance = try values("label.distance")
    label = try matrix("label")
    labelBias = try values("label.bias")
    tags = try matrix("tags")
    tagsBias = try values("tags.bias")
  }

  /// What the network says about a batch of sentences.
  package struct Output {
    /// Scores of all classes of each word, `shape.tags` floats a word.
    package let tags: FloatBuffer
    /// The best tree of each sentence; −1 for the root.
    package let heads: [[Int]]
    /// Scores of the relations of each word to its head, `shape.paddedRelations` floats a word.
    package let labels: FloatBuffer
    /// The first word of each sentence.
    package let starts: [Int]
  }

  /// Analyses sentences of `counts` words, whose rows of `shape.input` floats follow each other in `input`, which has
  /// room for a number of rows that is a multiple of 16. A sentence's analysis does not depend on the others.
  /// The output lies in the workspace: it is good until its next use.
  package func run(counts: [Int], input: FloatBuffer, in workspace: Workspace) -> Output {
    let s = shape
    var starts: [Int] = []
    var total = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    let padded = (total + 15) / 16 * 16
    var current = workspace.buffer(.current, padded * s.width)
    projection.apply(
      to: input.base, inputStride: s.input, count: padded, bias: projectionBias.base, result: current.base)
    leak(current, padded * s.width)
    var outputs = workspace.buffer(.outputs, padded * s.width)
    let gates = workspace.buffer(.gates, padded * 6 * s.hidden)
    let states = workspace.buffer(.states, padded * s.width)
    for layer in layers {
      layer.weights.apply(
        to: current.base, inputStride: s.width, count: padded, bias: nil, result: gates.base)
      for (count, start) in zip(counts, starts) {
        RecurrentUnit.run(
          count: count, size: s.hidden, gates: gates.base + start * 6 * s.hidden,
          inputs: current.base + start * s.width, peephole: layer.peephole.base, bias: layer.bias.base,
          states: states.base + start * s.width, outputs: outputs.base + start * s.width)
      }
      swap(&current, &outputs)
    }
    let sides = workspace.buffer(.sides, padded * s.attachment)
    attachment.apply(
      to: current.base, inputStride: s.width, count: padded, bias: attachmentBias.base, result: sides.base)
    leak(sides, padded * s.attachment)
    let tagScores = workspace.buffer(.tags, padded * s.tags)
    tags.apply(
      to: current.base, inputStride: s.width, count: padded, bias: tagsBias.base, result: tagScores.base)
    let queries = workspace.buffer(.queries, padded * s.arc)
    arc.apply(
      to: sides.base, inputStride: s.attachment, count: padded, bias: arcBias.base, result: queries.base)
    let heads = zip(counts, starts).map { count, start in
      Arborescence.heads(
        count: count,
        scores: arcScores(
          count: count, sides: sides.base + start * s.attachment, queries: queries.base + start * s.arc))
    }
    let pairs = workspace.buffer(.pairs, padded * s.pair)
    for (sentence, start) in zip(heads, starts) {
      for (word, head) in sentence.enumerated() {
        writePair(
          dependent: sides.base + (start + word) * s.attachment + s.arc,
          governor: (head < 0 ? root.base : sides.base + (start + head) * s.attachment + s.attachment / 2)
            + s.arc,
          near: labelDistance.base + (head < 0 ? Distance.root : Distance.bucket(head - word)) * s.sum,
          to: pairs.base + (start + word) * s.pair)
      }
    }
    let labels = workspace.buffer(.labels, padded * s.paddedRelations)
    label.apply(to: pairs.base, inputStride: s.pair, count: padded, bias: labelBias.base, result: labels.base)
    return Output(tags: tagScores, heads: heads, labels: labels, starts: starts)
  }

  private func arcScores(
    count: Int, sides: UnsafePointer<Float>, queries: UnsafePointer<Float>
  ) -> [Float] {
    let s = shape
    return [Float](unsafeUninitializedCapacity: count * (count + 1)) { scores, size in
      size = count * (count + 1)
      withUnsafeTemporaryAllocation(of: Float.self, capacity: Distance.buckets) { near in
        for word in 0..<count {
          let query = queries + word * s.arc
          let dependent = sides + word * s.attachment
          for b in 0..<Distance.buckets { near[b] = dot(dependent, distance.base + b * s.arc, count: s.arc) }
          let row = word * (count + 1)
          scores[row] = dot(query, root.base, count: s.arc) + near[Distance.root]
          for other in 0..<count {
            let head = sides + other * s.attachment + s.attachment / 2
            scores[row + other + 1] =
              other == word
              ? -.infinity : dot(query, head, count: s.arc) + near[Distance.bucket(other - word)]
          }
        }
      }
    }
  }

  private func writePair(
    dependent: UnsafePointer<Float>, governor: UnsafePointer<Float>, near: UnsafePointer<Float>,
    to target: UnsafeMutablePointer<Float>
  ) {
    for i in stride(from: 0, to: shape.sum, by: 8) {
      target.store(leaky(dependent.lane(i) + governor.lane(i) + near.lane(i)), i)
    }
    for i in stride(from: shape.sum, to: shape.pair, by: 8) {
      target.store(dependent.lane(i) * governor.lane(i), i)
    }
  }

  private func leak(_ buffer: FloatBuffer, _ count: Int) {
    for i in stride(from: 0, to: count, by: 8) { buffer.base.store(leaky(buffer.base.lane(i)), i) }
  }
}
