import Linguistics

/// An example as rows of tables and numbers of classes. A class of −1 is not learnt from.
struct EncodedExample: Sendable {
  var count: Int
  /// Rows of the word table for the form and for its lower case; 0 is unknown.
  var formRows: [Int32]
  var lowerRows: [Int32]
  /// Rows of the fixed vectors, −1 where a word has none.
  var vectorRows: [Int32]
  /// Rows of the affix table: those of word i are `affixes[affixStarts[i]..<affixStarts[i + 1]]`.
  var affixes: [Int32]
  var affixStarts: [Int32]
  /// `flags` floats a word.
  var flags: [Float]
  /// By the order of `TagKind`.
  var tags: [[Int32]]
  /// −2 where unknown, −1 for the root.
  var heads: [Int32]
  var relations: [Int32]
}
