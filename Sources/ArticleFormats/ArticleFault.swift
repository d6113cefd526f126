/// What is wrong with a file of articles or with a part of it.
public struct ArticleFault: Error, Hashable, Sendable {
  /// The part of a file that a fault concerns; both count from 1.
  public enum Place: Hashable, Sendable {
    case file
    case line(Int)
    case entry(Int)
  }

  public var place: Place
  public var message: String

  public init(_ place: Place = .file, _ message: String) {
    self.place = place
    self.message = message
  }
}
