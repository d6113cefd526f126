/// Numbers strings in the order of their arrival, each once. Strings are told apart by their bytes: canonically
/// equivalent spellings, which Swift calls equal, have numbers of their own.
///
/// Open addressing with linear probing; a look-up reads the string once.
package struct StringTable {
  package private(set) var strings: [String] = []
  private var hashes: [UInt64] = []
  /// Numbers, -1 where a slot is free; their count is a power of two.
  private var slots: [Int32]

  package init(minimumCapacity: Int = 0) {
    slots = Array(repeating: -1, count: max(16, (2 * minimumCapacity).nextPowerOfTwo))
    strings.reserveCapacity(minimumCapacity)
    hashes.reserveCapacity(minimumCapacity)
  }

  package var count: Int { strings.count }

  /// The number of the string, which it is given where it has none. Amortized O(length).
  package mutating func number(_ string: String) -> Int32 {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, Self.isSame(strings[number], string) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(strings.count)
    strings.append(string)
    hashes.append(hash)
    slots[slot] = number
    if 2 * strings.count > slots.count { grow() }
    return number
  }

  /// The number of the string; nil where it has none. O(length).
  package func existing(_ string: String) -> Int32? {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, Self.isSame(strings[number], string) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// For each number the place of its string in the order of output. O(n log n).
  package func ranks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: strings.count)
    let order = strings.indices.sorted { Ordering(strings[$0], strings[$1]) == .before }
    for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
    return ranks
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for number in strings.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && Ordering(a, b) == .same
  }

  /// Eight bytes at a time, each multiplied in (as wyhash and fxhash do); not for hostile input, which costs time alone.
  private static func hash(_ string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { bytes in
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
      var index = 0
      while index + 8 <= bytes.count {
        let word = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)
        hash = mix(hash ^ word)
        index += 8
      }
      var rest: UInt64 = 0
      while index < bytes.count {
        rest = rest << 8 | UInt64(bytes[index])
        index += 1
      }
      return mix(hash ^ rest)
    }
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}

/// Sorts by numbers below a bound: of several aspects the least important first. O(n + bound), stable.
package struct CountingOrder {
  /// The indices in order.
  package private(set) var indices: [Int32]

  package init(count: Int) { indices = (0..<Int32(count)).map { $0 } }

  /// - Parameter key: for each index a number from 0 up to `bound`.
  package mutating func sort(by key: [Int32], bound: Int) {
    var starts = [Int32](repeating: 0, count: bound + 1)
    for value in key { starts[Int(value) + 1] += 1 }
    for value in 0..<bound { starts[value + 1] += starts[value] }
    let sorted = [Int32](unsafeUninitializedCapacity: indices.count) { buffer, count in
      for index in indices {
        let value = Int(key[Int(index)])
        buffer[Int(starts[value])] = index
        starts[value] += 1
      }
      count = indices.count
    }
    indices = sorted
  }
}
