import Glibc
import Relations

/// The outcome of comparing two values by several aspects, one after the other.
package enum Ordering: Equatable, Sendable {
  case before, same, after

  /// This order where it decides, otherwise the next aspect's.
  package func then(_ next: @autoclosure () -> Ordering) -> Ordering {
    self == .same ? next() : self
  }

  package init<Value: Comparable>(_ a: Value, _ b: Value) {
    self = a == b ? .same : a < b ? .before : .after
  }

  /// Compares strings as Swift does and, where Swift calls them equal, by their bytes: canonically equivalent
  /// spellings must not take turns in the output with the order of the input.
  package init(_ a: String, _ b: String) {
    if a == b {
      self = Self.hasSameBytes(a, b) ? .same : a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
    } else {
      self = a < b ? .before : .after
    }
  }

  private static func hasSameBytes(_ a: String, _ b: String) -> Bool {
    let same = a.utf8.withContiguousStorageIfAvailable { a in
      b.utf8.withContiguousStorageIfAvailable { b in
        a.count == b.count && (a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0)
      }
    }
    return (same ?? nil) ?? a.utf8.elementsEqual(b.utf8)
  }

  /// A missing value comes before any other.
  package init(_ a: String?, _ b: String?) {
    switch (a, b) {
    case (nil, nil): self = .same
    case (nil, _): self = .before
    case (_, nil): self = .after
    case (let a?, let b?): self = Ordering(a, b)
    }
  }

  package init(_ a: Range<Int>, _ b: Range<Int>) {
    self = Ordering(a.lowerBound, b.lowerBound).then(Ordering(a.upperBound, b.upperBound))
  }

  package init(_ a: Bool, _ b: Bool) {
    self = a == b ? .same : b ? .before : .after
  }

  package init(declared a: RelationType, _ b: RelationType) { self.init(a.number, b.number) }

  /// Compares by the order in which the cases are declared.
  package init<Value: CaseIterable & Equatable>(declared a: Value, _ b: Value) {
    self = Ordering(Self.rank(a), Self.rank(b))
  }

  private static func rank<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    var rank = 0
    for other in Value.allCases {
      if other == value { break }
      rank += 1
    }
    return rank
  }
}

/// Values that have one order in every output.
package protocol CanonicallyOrdered {
  static func order(_ a: Self, _ b: Self) -> Ordering
}

extension Array where Element: CanonicallyOrdered {
  /// In order, each once. O(n log n), and O(n) where that is so already, as it is for what a file or a filter gives.
  package func canonical() -> [Element] {
    if indices.dropFirst().allSatisfy({ Element.order(self[$0 - 1], self[$0]) == .before }) { return self }
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in sorted(by: { Element.order($0, $1) == .before }) {
      if let last = result.last, Element.order(last, element) == .same { continue }
      result.append(element)
    }
    return result
  }

  /// Whether both hold the same in the same order, byte for byte.
  package func isSame(as other: [Element]) -> Bool {
    elementsEqual(other) { Element.order($0, $1) == .same }
  }

  /// The elements that `other` lacks, and those of `other` that are lacking here; both must be canonical. O(n + m).
  package func differences(from other: [Element]) -> (here: [Element], there: [Element]) {
    var here: [Element] = []
    var there: [Element] = []
    var (i, j) = (0, 0)
    while i < count, j < other.count {
      switch Element.order(self[i], other[j]) {
      case .same:
        i += 1
        j += 1
      case .before:
        here.append(self[i])
        i += 1
      case .after:
        there.append(other[j])
        j += 1
      }
    }
    here += self[i...]
    there += other[j...]
    return (here, there)
  }

  /// The elements that `other` lacks; both must be canonical. O(n + m).
  package func subtracting(_ other: [Element]) -> [Element] {
    var result: [Element] = []
    var position = 0
    for element in self {
      while position < other.count, Element.order(other[position], element) == .before { position += 1 }
      if position < other.count, Element.order(other[position], element) == .same { continue }
      result.append(element)
    }
    return result
  }
}

extension String: CanonicallyOrdered {
  package static func order(_ a: String, _ b: String) -> Ordering { Ordering(a, b) }
}
