import Documents

/// All that is wrong with the dictionaries, in the order of the files.
public struct DictionaryErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty.
  public let errors: [LocatedError]

  package init(_ errors: [LocatedError]) {
    precondition(!errors.isEmpty)
    self.errors = errors
  }

  /// Both results, or the errors of both.
  package static func joining<A, B>(
    _ first: () throws(DictionaryErrors) -> A, _ second: () throws(DictionaryErrors) -> B
  ) throws(DictionaryErrors) -> (A, B) {
    let a = Result(catching: first)
    let b = Result(catching: second)
    switch (a, b) {
    case (.success(let a), .success(let b)): return (a, b)
    case (.failure(let a), .failure(let b)): throw DictionaryErrors(a.errors + b.errors)
    case (.failure(let errors), _), (_, .failure(let errors)): throw errors
    }
  }

  /// A line for each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Gathers what is wrong, so that a file with several mistakes needs one reading to mend.
struct ErrorCollector {
  private(set) var errors: [LocatedError] = []

  /// Does a piece of work; where it fails, remembers why and gives nil.
  mutating func attempt<Value>(_ work: () throws(LocatedError) -> Value) -> Value? {
    do throws(LocatedError) {
      return try work()
    } catch {
      errors.append(error)
      return nil
    }
  }

  mutating func add(_ error: LocatedError) { errors.append(error) }

  func check() throws(DictionaryErrors) {
    if !errors.isEmpty { throw DictionaryErrors(errors) }
  }
}
