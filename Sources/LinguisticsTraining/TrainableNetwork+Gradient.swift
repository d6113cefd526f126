import Linguistics

/// Sums of losses and what they are sums over.
struct Loss: Sendable {
  var tags: Float = 0
  var names: Float = 0
  var arcs: Float = 0
  var labels: Float = 0
  var words = 0

  var total: Float { tags + names + arcs + labels }

  static func + (a: Loss, b: Loss) -> Loss {
    Loss(
      tags: a.tags + b.tags, names: a.names + b.names, arcs: a.arcs + b.arcs, labels: a.labels + b.labels,
      words: a.words + b.words)
  }
}

extension TrainableNetwork {
  /// Adds the gradient of the loss of a batch, times `scale`, to `gradient`.
  ///
  /// - Parameter touched: Set for each row of the word table, then of the affix table, that the gradient reaches.
  func addGradient(
    of batch: [EncodedExample], _ parameters: FloatBuffer, to gradient: FloatBuffer, touched: inout [Bool],
    scale: Float, weights: LossWeights, dropout: Dropout, random: inout RandomNumbers
  ) -> Loss {
    let s = shape
    let a = forward(batch, parameters, dropout: dropout, random: &random)
    let g = gradient.base
    let p = UnsafePointer(parameters.base)
    var loss = Loss()
    loss.words = a.count

    let dTags = FloatBuffer(count: a.padded * s.tags)
    let dAttachment = FloatBuffer(count: a.padded * s.attachment)
    let dQueries = FloatBuffer(count: a.padded * s.arc)
    tagGradient(batch, a, dTags, scale, weights, &loss)
    for (index, example) in batch.enumerated() where example.heads.contains(where: { $0 > -2 }) {
      arcGradient(
        example, index, a, parameters, g, dAttachment, dQueries, scale * weights.arc, weights.arc, &loss)
    }
    labelGradient(batch, a, parameters, g, dAttachment, scale * weights.label, weights.label, &loss)

    // The queries are linear in the dependents' vectors.
    let arc = layout.offset("arc")
    addColumnSums(dQueries.base, a.padded, s.arc, g + layout.offset("arc.bias"))
    scratch.multiply(
      rows: s.arc, columns: s.arc, depth: a.padded,
      MatrixView(base: a.attachment.base, rowStride: s.attachment).transposed,
      MatrixView(base: dQueries.base, rowStride: s.arc), addingTo: g + arc, resultStride: s.arc)
    scratch.multiply(
      rows: a.padded, columns: s.arc, depth: s.arc, MatrixView(base: dQueries.base, rowStride: s.arc),
      MatrixView(base: p + arc, rowStride: s.arc).transposed, addingTo: dAttachment.base,
      resultStride: s.attachment)
    if let mask = a.attachmentMask {
      for i in 0..<(a.padded * s.attachment) {
        let kept = mask[i]
        // The mask is not 0 where the value is: its sign is that of the sum before the leak.
        dAttachment[i] *= kept * (a.attachment[i] < 0 ? 0.1 : 1)
      }
    } else {
      unleak(dAttachment, a.attachment)
    }

    // Downwards through the layers.
    let top = a.layerInputs[s.layers]
    let dTop = FloatBuffer(count: a.padded * s.width)
    backward(top, a.padded, s.width, "attachment", s.attachment, dAttachment, p, g, into: dTop)
    addColumnSums(dAttachment.base, a.padded, s.attachment, g + layout.offset("attachment.bias"))
    backward(top, a.padded, s.width, "tags", s.tags, dTags, p, g, into: dTop)
    addColumnSums(dTags.base, a.padded, s.tags, g + layout.offset("tags.bias"))
    var d = dTop
    applyMask(a, s.layers, d)
    for layer in (0..<s.layers).reversed() {
      d = layerGradient(batch, a, layer, d, p, g)
    }
    unleak(d, a.projected)
    addColumnSums(d.base, a.padded, s.width, g + layout.offset("projection.bias"))
    let dInput = FloatBuffer(count: a.padded * s.input)
    backward(a.input, a.padded, s.input, "projection", s.width, d, p, g, into: dInput)
    embeddingGradient(batch, a, dInput, g, &touched)
    return loss
  }

  private func tagGradient(
    _ batch: [EncodedExample], _ a: Activations, _ dTags: FloatBuffer, _ scale: Float, _ weights: LossWeights,
    _ loss: inout Loss
  ) {
    for (kindIndex, kind) in TagKind.allCases.enumerated() {
      let classes = shape.classes[kind] ?? 0
      let offset = shape.offset(of: kind)
      let weight = weights.tags[kind] ?? 1
      for (example, start) in zip(batch, a.starts) {
        for i in 0..<example.count {
          let gold = Int(example.tags[kindIndex][i])
          guard gold >= 0 else { continue }
          let row = (start + i) * shape.tags + offset
          let value = softmaxGradient(
            a.tags.base + row, classes, gold, scale * weight, into: dTags.base + row)
          if kind == .name { loss.names += value * weight } else { loss.tags += value * weight }
        }
      }
    }
  }

  private func arcGradient(
    _ example: EncodedExample, _ index: Int, _ a: Activations, _ parameters: FloatBuffer,
    _ g: UnsafeMutablePointer<Float>, _ dAttachment: FloatBuffer, _ dQueries: FloatBuffer, _ scale: Float,
    _ weight: Float, _ loss: inout Loss
  ) {
    let s = shape
    let count = example.count
    let start = a.starts[index]
    var scores = arcScores(a, parameters, sentence: index, count: count)
    var d = [Float](repeating: 0, count: count + 1)
    let root = UnsafePointer(parameters.base + layout.offset("root"))
    let distance = layout.offset("distance")
    for i in 0..<count where example.heads[i] > -2 {
      scores.withUnsafeMutableBufferPointer { all in
        d.withUnsafeMutableBufferPointer { d in
          loss.arcs +=
            weight
            * softmaxGradient(
              all.baseAddress! + i * (count + 1), count + 1, Int(example.heads[i]) + 1, scale,
              into: d.baseAddress!)
        }
      }
      let query = UnsafePointer(a.queries.base + (start + i) * s.arc)
      let dQuery = dQueries.base + (start + i) * s.arc
      let dependent = UnsafePointer(a.attachment.base + (start + i) * s.attachment)
      let dDependent = dAttachment.base + (start + i) * s.attachment
      var near = [Float](repeating: 0, count: Distance.buckets)
      for j in -1..<count where j != i && d[j + 1] != 0 {
        if j < 0 {
          add(root, times: d[0], to: dQuery, count: s.arc)
          add(query, times: d[0], to: g + layout.offset("root"), count: s.arc)
          near[Distance.root] += d[0]
        } else {
          let offset = (start + j) * s.attachment + s.attachment / 2
          add(UnsafePointer(a.attachment.base + offset), times: d[j + 1], to: dQuery, count: s.arc)
          add(query, times: d[j + 1], to: dAttachment.base + offset, count: s.arc)
          near[Distance.bucket(j - i)] += d[j + 1]
        }
      }
      for (b, value) in near.enumerated() where value != 0 {
        add(
          UnsafePointer(parameters.base + distance + b * s.arc), times: value, to: dDependent, count: s.arc)
        add(dependent, times: value, to: g + distance + b * s.arc, count: s.arc)
      }
    }
  }

  private func labelGradient(
    _ batch: [EncodedExample], _ a: Activations, _ parameters: FloatBuffer, _ g: UnsafeMutablePointer<Float>,
    _ dAttachment: FloatBuffer, _ scale: Float, _ weight: Float, _ loss: inout Loss
  ) {
    let s = shape
    var heads = [Int](repeating: -2, count: a.count)
    var gold = [Int](repeating: -1, count: a.count)
    for (example, start) in zip(batch, a.starts) {
      for i in 0..<example.count where example.heads[i] > -2 && example.relations[i] >= 0 {
        heads[start + i] = example.heads[i] < 0 ? -1 : start + Int(example.heads[i])
        gold[start + i] = Int(example.relations[i])
      }
    }
    guard gold.contains(where: { $0 >= 0 }) else { return }
    let (pairs, scores) = labelScores(a, parameters, heads: heads)
    let dScores = FloatBuffer(count: a.padded * s.paddedRelations)
    for word in 0..<a.count where gold[word] >= 0 {
      let row = word * s.paddedRelations
      loss.labels +=
        weight * softmaxGradient(scores.base + row, s.relations, gold[word], scale, into: dScores.base + row)
    }
    addColumnSums(dScores.base, a.padded, s.paddedRelations, g + layout.offset("label.bias"))
    let dPairs = FloatBuffer(count: a.padded * s.pair)
    backward(
      pairs, a.padded, s.pair, "label", s.paddedRelations, dScores, UnsafePointer(parameters.base), g,
      into: dPairs)
    for word in 0..<a.count where gold[word] >= 0 {
      let head = heads[word]
      let dDependent = dAttachment.base + word * s.attachment + s.arc
      let dependent = UnsafePointer(a.attachment.base + word * s.attachment + s.arc)
      let governor = headVector(a, parameters, head) + s.arc
      let dGovernor =
        (head < 0
          ? g + layout.offset("root") : dAttachment.base + head * s.attachment + s.attachment / 2) + s.arc
      let dPair = dPairs.base + word * s.pair
      let nearOffset = labelDistance(word: word, head: head)
      let near = UnsafePointer(parameters.base + nearOffset)
      let dNear = g + nearOffset
      for i in Swift.stride(from: 0, to: s.sum, by: 8) {
        let sum = dependent.lane(i) + governor.lane(i) + near.lane(i)
        let d = dPair.lane(i)
        let through = d.replacing(with: d * Lane(repeating: 0.1), where: sum .< Lane(repeating: 0))
        dDependent.store(dDependent.lane(i) + through, i)
        dGovernor.store(dGovernor.lane(i) + through, i)
        dNear.store(dNear.lane(i) + through, i)
      }
      for i in Swift.stride(from: s.sum, to: s.pair, by: 8) {
        let d = dPair.lane(i)
        dDependent.store(dDependent.lane(i) + d * governor.lane(i), i)
        dGovernor.store(dGovernor.lane(i) + d * dependent.lane(i), i)
      }
    }
  }

  /// From the gradient of a layer's outputs to that of its inputs.
  private func layerGradient(
    _ batch: [EncodedExample], _ a: Activations, _ layer: Int, _ dOutputs: FloatBuffer,
    _ p: UnsafePointer<Float>,
    _ g: UnsafeMutablePointer<Float>
  ) -> FloatBuffer {
    let s = shape
    let dGates = FloatBuffer(count: a.padded * 6 * s.hidden)
    let dInputs = FloatBuffer(count: a.padded * s.width)
    let x = a.layerInputs[layer]
    // Units are dropped on the way into the gates, not on the way past them.
    let carried = layer == 0 ? a.projected : a.outputs[layer - 1]
    let peephole = layout.offset("layer\(layer).peephole")
    let bias = layout.offset("layer\(layer).bias")
    for (example, start) in zip(batch, a.starts) {
      RecurrentGradient.run(
        count: example.count, size: s.hidden, gates: a.gates[layer].base + start * 6 * s.hidden,
        inputs: carried.base + start * s.width, states: a.states[layer].base + start * s.width,
        peephole: p + peephole,
        dOutputs: dOutputs.base + start * s.width, dGates: dGates.base + start * 6 * s.hidden,
        dInputs: dInputs.base + start * s.width, dPeephole: g + peephole, dBias: g + bias)
    }
    let dMasked = FloatBuffer(count: a.padded * s.width)
    backward(x, a.padded, s.width, "layer\(layer)", 6 * s.hidden, dGates, p, g, into: dMasked)
    applyMask(a, layer, dMasked)
    add(dMasked.base, times: 1, to: dInputs.base, count: dInputs.count)
    return dInputs
  }

  private func embeddingGradient(
    _ batch: [EncodedExample], _ a: Activations, _ dInput: FloatBuffer, _ g: UnsafeMutablePointer<Float>,
    _ touched: inout [Bool]
  ) {
    let s = shape
    let word = layout.offset("word")
    let affix = layout.offset("affix")
    var t = 0
    for example in batch {
      for i in 0..<example.count {
        let wordPart = UnsafePointer(dInput.base + t * s.input + s.vector + s.flags)
        let row = Int(a.wordRows[t])
        touched[row] = true
        add(wordPart, times: 1, to: g + word + row * s.word, count: s.word)
        for index in example.affixStarts[i]..<example.affixStarts[i + 1] {
          let row = Int(example.affixes[Int(index)])
          touched[s.words + row] = true
          add(wordPart + s.word, times: 1, to: g + affix + row * s.affix, count: s.affix)
        }
        t += 1
      }
    }
  }

  // MARK: Pieces

  /// Adds to the gradients of the weights of y = x · W and of x.
  private func backward(
    _ x: FloatBuffer, _ rows: Int, _ depth: Int, _ name: String, _ columns: Int, _ dy: FloatBuffer,
    _ p: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, into dx: FloatBuffer
  ) {
    let offset = layout.offset(name)
    scratch.multiply(
      rows: depth, columns: columns, depth: rows, MatrixView(base: x.base, rowStride: depth).transposed,
      MatrixView(base: dy.base, rowStride: columns), addingTo: g + offset, resultStride: columns)
    scratch.multiply(
      rows: rows, columns: depth, depth: columns, MatrixView(base: dy.base, rowStride: columns),
      MatrixView(base: p + offset, rowStride: columns).transposed, addingTo: dx.base, resultStride: depth)
  }

  private func addColumnSums(
    _ d: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ target: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows { add(d + row * columns, times: 1, to: target, count: columns) }
  }

  private func applyMask(_ a: Activations, _ layer: Int, _ d: FloatBuffer) {
    guard layer < a.masks.count else { return }
    let mask = a.masks[layer]
    for i in Swift.stride(from: 0, to: d.count, by: 8) { d.base.store(d.base.lane(i) * mask.base.lane(i), i) }
  }

  private func unleak(_ d: FloatBuffer, _ values: FloatBuffer) {
    for i in Swift.stride(from: 0, to: d.count, by: 8) {
      let lane = d.base.lane(i)
      d.base.store(
        lane.replacing(with: lane * Lane(repeating: 0.1), where: values.base.lane(i) .< Lane(repeating: 0)), i
      )
    }
  }
}

/// Writes scale · (softmax(scores) − gold) and returns the cross-entropy.
func softmaxGradient(
  _ scores: UnsafePointer<Float>, _ count: Int, _ gold: Int, _ scale: Float,
  into d: UnsafeMutablePointer<Float>
) -> Float {
  var maximum = -Float.infinity
  for i in 0..<count { maximum = max(maximum, scores[i]) }
  var sum: Float = 0
  var i = 0
  while i < count {
    var lane = Lane(repeating: -80)
    for k in 0..<min(8, count - i) { lane[k] = max(scores[i + k] - maximum, -80) }
    let e = exponential(lane)
    for k in 0..<min(8, count - i) {
      let value = scores[i + k] == -.infinity ? 0 : e[k]
      d[i + k] = value
      sum += value
    }
    i += 8
  }
  let goldShare = max(d[gold] / sum, 1e-20)
  for i in 0..<count { d[i] = d[i] / sum * scale }
  d[gold] -= scale
  return -logarithm(goldShare)
}
