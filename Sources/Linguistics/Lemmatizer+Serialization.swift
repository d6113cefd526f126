/// Why bytes are no lemmatizer.
public struct LemmatizerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the bytes.
  public var offset: Int
  public var message: String

  public var description: String { "lemmatizer: byte \(offset): \(message)" }
}

extension Lemmatizer {
  private static let magic = Array("ALEM1\n".utf8)

  /// The lemmatizer as bytes: the edits, then the hashes and answers of the rules, little-endian.
  public var serialized: [UInt8] {
    var bytes = Self.magic
    func append(_ value: UInt64, _ width: Int) {
      for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }
    append(UInt64(edits.count), 2)
    for edit in edits {
      append(UInt64(edit.strip), 1)
      append(UInt64(edit.append.utf8.count), 1)
      bytes += edit.append.utf8
    }
    append(UInt64(rules.entries.count), 4)
    for entry in rules.entries { append(entry.hash, 8) }
    for entry in rules.entries { append(UInt64(entry.answer), 2) }
    return bytes
  }

  /// Reads what `serialized` gives.
  /// - Throws: `LemmatizerError` when the bytes are anything else.
  public init(bytes: some Collection<UInt8>) throws {
    var reader = ByteReader(bytes: Array(bytes))
    guard try reader.next(Self.magic.count) == Self.magic[...] else {
      throw LemmatizerError(offset: 0, message: "not a lemmatizer of this version")
    }
    var edits: [Edit] = []
    let editCount = try reader.number(2)
    for _ in 0..<editCount {
      let strip = try reader.number(1)
      let count = try reader.number(1)
      guard let append = String(validating: try reader.next(count), as: UTF8.self) else {
        throw LemmatizerError(offset: reader.offset, message: "malformed ending")
      }
      edits.append(Edit(strip: strip, append: append))
    }
    let count = try reader.number(4)
    guard reader.bytes.count - reader.offset == count * 10 else {
      throw LemmatizerError(offset: reader.offset, message: "expected \(count) rules")
    }
    var entries: [(hash: UInt64, answer: UInt16)] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append((try reader.hash(), 0)) }
    for index in 0..<count { entries[index].answer = UInt16(try reader.number(2)) }
    self.init(edits: edits, rules: SuffixRules(entries: entries))
  }
}

/// Reads little-endian numbers one after the other.
private struct ByteReader {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next(_ count: Int) throws -> ArraySlice<UInt8> {
    guard bytes.count - offset >= count else {
      throw LemmatizerError(offset: offset, message: "ends too early")
    }
    let slice = bytes[offset..<(offset + count)]
    offset += count
    return slice
  }

  mutating func number(_ width: Int) throws -> Int {
    try next(width).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func hash() throws -> UInt64 {
    try next(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
