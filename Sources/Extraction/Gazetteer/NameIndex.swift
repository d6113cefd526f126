/// A hash table from folded names to the forms that have them, with keys that can be extended byte by byte.
///
/// Open addressing over 64-bit FNV-1a hashes (Fowler, Noll, Vo), which grow with the key, so that a text's
/// tokens are hashed once however many lengths are tried.
struct NameIndex: Sendable {
  /// The kinds of key, kept apart because they match differently.
  enum Space: UInt8 {
    /// Case-folded names.
    case folded
    /// Acronyms, whose case counts.
    case exact
    /// Surnames that need an introduction.
    case surname
  }

  struct Reference: Sendable {
    var entry: Int32
    var form: Int32
    var isSurname: Bool
    /// How many spaces and other joints the form's spelling has: a text must not have more.
    var joints: UInt8
    var hasCapital: Bool
    var next: Int32
  }

  private struct Key {
    var hash: UInt64
    var start: Int32
    var end: Int32
    var first: Int32
    var last: Int32
  }

  private var bytes: [UInt8] = []
  private var keys: [Key] = []
  private var references: [Reference] = []
  private var slots: [Int32]
  private(set) var longestKey = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  static func start(_ space: Space) -> UInt64 { extend(0xcbf2_9ce4_8422_2325, space.rawValue) }

  @inline(__always)
  static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func insert(_ key: [UInt8], in space: Space, _ reference: Reference) {
    var hash = Self.start(space)
    for byte in key { hash = Self.extend(hash, byte) }
    let position = Int32(references.count)
    references.append(reference)
    if let found = find(key, hash: hash) {
      references[Int(keys[found].last)].next = position
      keys[found].last = position
      return
    }
    if (keys.count + 1) * 2 > slots.count { grow() }
    place(Int32(keys.count), hash: hash)
    keys.append(
      Key(
        hash: hash, start: Int32(bytes.count), end: Int32(bytes.count + key.count), first: position,
        last: position))
    bytes.append(contentsOf: key)
    longestKey = max(longestKey, key.count)
  }

  /// The forms with a key, in the order in which they were inserted.
  func references(of key: [UInt8], hash: UInt64) -> [Reference] {
    guard let found = find(key, hash: hash) else { return [] }
    var result: [Reference] = []
    var next = keys[found].first
    while next >= 0 {
      result.append(references[Int(next)])
      next = references[Int(next)].next
    }
    return result
  }

  /// All keys with more than one form, in the order in which they were inserted.
  var shared: [[Reference]] {
    keys.filter { $0.first != $0.last }.map {
      references(of: Array(bytes[Int($0.start)..<Int($0.end)]), hash: $0.hash)
    }
  }

  private func find(_ key: [UInt8], hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if keys[index].hash == hash, bytes[Int(keys[index].start)..<Int(keys[index].end)].elementsEqual(key) {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func place(_ index: Int32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = index
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { place(Int32(index), hash: key.hash) }
  }
}
