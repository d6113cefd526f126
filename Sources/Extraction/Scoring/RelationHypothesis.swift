import Relations

/// A relation that the article may state: its ends and type, with everything found for it.
struct RelationHypothesis {
  struct Key: Hashable, Comparable {
    var source: Int
    var target: Int
    var type: RelationType

    /// Symmetric types have their ends in the order of the register.
    init(_ source: Int, _ type: RelationType, _ target: Int) {
      let isTurned = type.isSymmetric && target < source
      self.source = isTurned ? target : source
      self.target = isTurned ? source : target
      self.type = type
    }

    static func < (a: Key, b: Key) -> Bool {
      (a.source, a.target, a.type.rawValue) < (b.source, b.target, b.type.rawValue)
    }
  }

  var key: Key
  /// What rules found, in the order of the text.
  var candidates: [RelationCandidate] = []
  /// The indices into the article's pairs where both ends are mentioned together.
  var pairs: [Int] = []
}
