import Linguistics

/// Puts a model file together.
struct ModelWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(name.utf8.count < ModelFile.nameSize)
    sections.append((name, bytes))
  }

  mutating func add(_ name: String, lines: [String]) {
    add(name, Array(lines.joined(separator: "\n").utf8))
  }

  /// Sorted hashes with the index that `HashIndex` reads.
  mutating func add(_ name: String, sortedHashes hashes: [UInt32]) {
    var bytes: [UInt8] = []
    var next = 0
    for bucket in 0...HashIndex.buckets {
      while next < hashes.count && Int(hashes[next] >> 20) < bucket { next += 1 }
      bytes.append(littleEndian: UInt32(next))
    }
    for hash in hashes { bytes.append(littleEndian: hash) }
    add(name, bytes)
  }

  /// Rows with 8 bits an element.
  mutating func add(_ name: String, table rows: [[Float]]) {
    var bytes: [UInt8] = []
    let scales = rows.map { row in (row.map { abs($0) }.max() ?? 0) / 127 }
    for scale in scales { bytes.append(littleEndian: scale.bitPattern) }
    for (row, scale) in zip(rows, scales) {
      for value in row {
        let quantized = scale > 0 ? (value / scale).rounded() : 0
        bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, quantized)))))
      }
    }
    add(name, bytes)
  }

  mutating func add(_ name: String, floats: [Float]) {
    var bytes: [UInt8] = []
    for value in floats { bytes.append(littleEndian: value.bitPattern) }
    add(name, bytes)
  }

  /// The file's bytes.
  func finish() -> [UInt8] {
    var offset = ModelFile.headerSize + sections.count * ModelFile.entrySize
    var table: [UInt8] = []
    var offsets: [Int] = []
    for section in sections {
      offset = (offset + 63) / 64 * 64
      offsets.append(offset)
      let name = Array(section.name.utf8)
      table += name + [UInt8](repeating: 0, count: ModelFile.nameSize - name.count)
      table.append(littleEndian: UInt64(offset))
      table.append(littleEndian: UInt64(section.bytes.count))
      offset += section.bytes.count
    }
    var bytes = ModelFile.magic
    bytes.append(littleEndian: ModelFile.version)
    bytes.append(littleEndian: UInt32(sections.count))
    bytes.append(littleEndian: UInt64(offset))
    bytes += table
    for (section, start) in zip(sections, offsets) {
      bytes += [UInt8](repeating: 0, count: start - bytes.count)
      bytes += section.bytes
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}

extension Trainer {
  /// The model file for the network as it stands.
  ///
  /// - Parameters:
  ///   - lemmatizer: Finds the lemmas.
  ///   - boundaries: Finds where sentences end.
  package func model(lemmatizer: Lemmatizer, boundaries: BoundaryModel) -> [UInt8] {
    var writer = ModelWriter()
    let shape = layout.shape
    writer.add("shape", lines: shape.lines)
    for kind in TagKind.allCases { writer.add("classes.\(kind.rawValue)", lines: vocabulary.classes[kind]!) }
    writer.add("relations", lines: vocabulary.relations)
    writer.add("lemmatizer", lemmatizer.serialized)
    writer.add("boundaries", floats: boundaries.weights)

    // The tables are sorted by the hash of the word, so that no list of words is needed to find a row.
    let wordOrder = vocabulary.words.indices.sorted { vocabulary.words[$0] < vocabulary.words[$1] }
    writer.add("words", sortedHashes: wordOrder.map { vocabulary.words[$0] })
    for (tensor, offset) in zip(layout.tensors, layout.offsets) {
      let name = "tensor.\(tensor.name)"
      let values = (0..<tensor.count).map { parameters[offset + $0] }
      switch tensor.storage {
      case .table:
        let order = tensor.name == "word" ? [0] + wordOrder.map { $0 + 1 } : Array(0..<tensor.rows)
        writer.add(
          name, table: order.map { Array(values[($0 * tensor.columns)..<(($0 + 1) * tensor.columns)]) })
      case .packed:
        writer.add(name, PackedMatrix.packed(rows: tensor.rows, columns: tensor.columns, values: values))
      case .plain: writer.add(name, floats: values)
      }
    }
    let vectorOrder = vectors.hashes.indices.filter { vectors.row(of: vectors.hashes[$0]) == Int32($0) }
      .sorted { vectors.hashes[$0] < vectors.hashes[$1] }
    writer.add("vectors.words", sortedHashes: vectorOrder.map { vectors.hashes[$0] })
    writer.add(
      "vectors.elements",
      vectorOrder.flatMap {
        Swift.withUnsafeBytes(of: vectors.scales[$0].bitPattern.littleEndian) { Array($0) }
      }
        + vectorOrder.flatMap { order in
          vectors.elements[(order * vectors.dimensions)..<((order + 1) * vectors.dimensions)].map {
            UInt8(bitPattern: $0)
          }
        })
    return writer.finish()
  }
}
