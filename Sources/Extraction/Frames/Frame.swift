import Relations

/// A way in which texts say that a relation holds: the relation, and words that express it.
package struct Frame: Hashable, Sendable {
  /// Names the rule in evidence ("fighting.attack").
  package var id: String
  package var type: RelationType
  /// What support consists of, for `backs`; nil for other types.
  package var support: SupportKind?
  /// Whether the participants of one plural or coordinated argument relate to one another ("X and Y clashed").
  package var isMutual: Bool
  /// The status that the words themselves imply ("broke off ties": ended); nil where the context decides.
  package var status: Status?
  /// Whether it is too loose a signal to count by itself.
  package var isWeak: Bool
  /// How likely what it finds is at least, whatever the scorer makes of it; nil to leave that to the scorer.
  package var leastConfidence: Double?
  package var file: String
  /// Where the frame begins in its file, counted from 1.
  package var line: Int

  package init(
    id: String, type: RelationType, support: SupportKind? = nil, isMutual: Bool = false,
    status: Status? = nil, isWeak: Bool = false, file: String = "", line: Int = 0
  ) {
    self.id = id
    self.type = type
    self.support = support
    self.isMutual = isMutual
    self.status = status
    self.isWeak = isWeak
    self.file = file
    self.line = line
  }
}

/// A sentence that shows what a frame finds, or what it must leave alone.
package struct FrameExample: Hashable, Sendable {
  package struct Pair: Hashable, Sendable {
    package var source: String
    package var target: String

    package init(source: String, target: String) {
      self.source = source
      self.target = target
    }

    /// Reads `SOURCE > TARGET`; nil for anything else.
    package init?(_ text: Substring) {
      guard let (source, target) = text.parts(around: ">"), !source.isEmpty, !target.isEmpty else {
        return nil
      }
      self.init(source: String(source), target: String(target))
    }
  }

  /// The index of the frame in the lexicon.
  package var frame: Int
  package var sentence: String
  /// Whom the frame must relate; empty for a sentence in which it must find nothing.
  package var pairs: [Pair]
  package var file: String
  /// Counted from 1.
  package var line: Int

  package var isPositive: Bool { !pairs.isEmpty }
}
