/// When a relation held, as far as a text says: the clock of the world, beside that of the reports.
///
/// Both ends are dates written `YYYY-MM-DD`, `YYYY-MM` or `YYYY` and belong to the interval; a missing one says that the
/// text leaves that end open.
public struct HeldInterval: Hashable, Sendable {
  /// The first day, month or year of which the text says that it held.
  public var from: String?
  /// The last one; of a relation that goes on as far as the text says, nil.
  public var until: String?

  /// Nil where neither end is known: such a text doesn't say when.
  public init?(from: String? = nil, until: String? = nil) {
    if from == nil, until == nil { return nil }
    self.from = from
    self.until = until
  }
}
