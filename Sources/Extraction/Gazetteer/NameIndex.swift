/// A hash table from folded names to the forms that have them, with keys that can be extended byte by byte.
///
/// Keys are 64-bit FNV-1a hashes (Fowler, Noll, Vo), which grow with the text, so that the words of a text are
/// hashed once however many lengths are tried. Names with equal hashes are taken to be the same: among 100,000
/// names the chance that any two differ is below one in a billion. The table is open-addressed; a filter of the
/// hashes at which names have a joint ends most searches after their first word.
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
    /// How many spaces and hyphens the form's spelling has: a text must not have more.
    var joints: UInt8
    var hasCapital: Bool
    /// The next reference with the same key, or -1.
    var next: Int32 = -1
  }

  private struct Key {
    var hash: UInt64
    var first: Int32
    var last: Int32
  }

  private var keys: [Key] = []
  private var references: [Reference] = []
  private var slots: [Int32]
  private var prefixes: [UInt64]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    prefixes = [UInt64](repeating: 0, count: size / 2)
    keys.reserveCapacity(capacity)
    references.reserveCapacity(capacity)
  }

  static func start(_ space: Space) -> UInt64 { extend(0xcbf2_9ce4_8422_2325, space.rawValue) }

  @inline(__always)
  static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  mutating func insert(_ hash: UInt64, _ reference: Reference) {
    insertPrefix(hash)
    let position = Int32(references.count)
    references.append(reference)
    var slot = slot(of: hash)
    if slots[slot] >= 0 {
      let key = Int(slots[slot])
      references[Int(keys[key].last)].next = position
      keys[key].last = position
      return
    }
    if (keys.count + 1) * 2 > slots.count {
      grow()
      slot = self.slot(of: hash)
    }
    slots[slot] = Int32(keys.count)
    keys.append(Key(hash: hash, first: position, last: position))
  }

  /// Remembers that some name begins with what has this hash.
  mutating func insertPrefix(_ hash: UInt64) {
    let bit = Int(truncatingIfNeeded: mixed(hash)) & (prefixes.count * 64 - 1)
    prefixes[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether some name may begin with what has this hash; false is certain.
  func mayContinue(_ hash: UInt64) -> Bool {
    let bit = Int(truncatingIfNeeded: mixed(hash)) & (prefixes.count * 64 - 1)
    return prefixes[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  /// The first form with a key; the others follow by `next`.
  func first(_ hash: UInt64) -> Reference? {
    let key = slots[slot(of: hash)]
    return key < 0 ? nil : references[Int(keys[Int(key)].first)]
  }

  func reference(after reference: Reference) -> Reference? {
    reference.next < 0 ? nil : references[Int(reference.next)]
  }

  /// The forms of all keys that have more than one, in the order in which they were inserted.
  var shared: [[Reference]] {
    keys.filter { $0.first != $0.last }.map { key in
      Array(sequence(first: references[Int(key.first)], next: reference(after:)))
    }
  }

  private func mixed(_ hash: UInt64) -> UInt64 { hash ^ hash >> 32 }

  /// The slot that holds a key, or the free one where it would be put.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(hash)) & (slots.count - 1)
    while slots[slot] >= 0, keys[Int(slots[slot])].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { slots[slot(of: key.hash)] = Int32(index) }
  }
}
