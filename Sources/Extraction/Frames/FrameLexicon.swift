import Documents

/// The ways in which texts express relations, with an index from words to them.
///
/// A file consists of frames. Each begins with a line `frame ID: TYPE`, after whose type may stand a kind of
/// support, `mutual`, a status and `weak`. Lines `KIND lemma, lemma, …: SOURCE SLOTS > TARGET SLOTS` give its
/// predicates, and lines `+ sentence = source > target; …` and `- sentence` examples of what it finds and of what
/// it must leave alone.
package struct FrameLexicon: Sendable {
  package let frames: [Frame]
  /// In the order of the files.
  package let predicates: [Predicate]
  package let examples: [FrameExample]
  private let index: [Key: [Predicate]]

  private struct Key: Hashable {
    var kind: PredicateKind
    var lemma: String
  }

  /// Reads files, each given with the name that errors are to show.
  package init(parsing files: [(file: String, text: String)]) throws(LocatedError) {
    var parser = FrameParser()
    for (file, text) in files { try parser.parse(text, file: file) }
    self.init(parser.builder)
  }

  /// The lexicon of what has been built.
  package init(_ builder: FrameBuilder) {
    frames = builder.frames
    predicates = builder.predicates
    examples = builder.examples
    index = Dictionary(grouping: predicates) { Key(kind: $0.kind, lemma: $0.lemmas[0]) }
  }

  package init(parsing text: String, file: String) throws(LocatedError) {
    try self.init(parsing: [(file: file, text: text)])
  }

  /// The predicates of a kind that are headed by a lemma, in the order of the files; whether their other words
  /// are there is for the caller to see. Constant time.
  package func predicates(of lemma: String, _ kind: PredicateKind) -> [Predicate] {
    index[Key(kind: kind, lemma: lemma)] ?? []
  }

  package func frame(of predicate: Predicate) -> Frame { frames[predicate.frame] }

  /// By id, how likely what a frame finds is at least, for frames that say so.
  package var leastConfidence: [String: Double] {
    var result: [String: Double] = [:]
    for frame in frames { if let least = frame.leastConfidence { result[frame.id] = least } }
    return result
  }
}
