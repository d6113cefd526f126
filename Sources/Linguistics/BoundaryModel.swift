/// Where sentences end, learnt from treebanks: a logistic regression over `BoundaryFeatures`.
///
/// The rules of `SentenceSplitter` are among its features, so that it learns where they err: in text that puts small
/// letters after full stops, or nothing between a greeting and the letter.
package struct BoundaryModel: Sendable {
  /// How many weights there are.
  package static let size = BoundaryFeatures.tableSize

  package let weights: [Float]

  package init(weights: [Float]) {
    precondition(weights.count == BoundaryFeatures.tableSize)
    self.weights = weights
  }

  /// Reads the weights as little-endian floats.
  package init(bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count == BoundaryFeatures.tableSize * 4 else {
      throw ModelError("the weights of the ends of sentences have \(bytes.count) bytes")
    }
    weights = (0..<BoundaryFeatures.tableSize).map {
      Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
    }
  }

  /// Whether a sentence begins at a place with these features.
  ///
  /// Treebanks of web text divide more than news does, so the rules are overruled only by good odds, and in headlines
  /// by better ones. The bounds were chosen on the development files.
  func begins(_ rows: UnsafePointer<Int>, ruled: Bool, inHeadline: Bool) -> Bool {
    var logarithmOfOdds: Float = 0
    for index in 0..<BoundaryFeatures.count { logarithmOfOdds += weights[rows[index]] }
    return logarithmOfOdds > (ruled ? -0.5 : inHeadline ? 2.5 : 1)
  }

  /// Calls `visit` for each place of a text where the model would be asked, with its features and whether a sentence
  /// begins there.
  ///
  /// - Parameter starts: the offsets at which sentences begin.
  package static func visitPlaces(
    in text: String, sentencesBeginAt starts: Set<Int>, _ visit: ([Int], _ begins: Bool) -> Void
  ) {
    let text = Scalars(text)
    for paragraph in Paragraphs.find(in: text) {
      var scanner = WordScanner(text, range: paragraph.range)
      scanner.scan()
      let splitter = SentenceSplitter(text, pieces: scanner.pieces)
      splitter.visitCandidates(beginning: scanner.pieces.map { starts.contains($0.lower) }) { rows, begins in
        visit(Array(UnsafeBufferPointer(start: rows, count: BoundaryFeatures.count)), begins)
      }
    }
  }
}
