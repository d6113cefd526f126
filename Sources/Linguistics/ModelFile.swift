/// Why bytes are not a model that this program can read.
public struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String

  package init(_ message: String) { self.message = message }

  public var description: String { "language model: \(message)" }
}

/// The container of a model: named runs of bytes behind a table of contents, read where they lie.
///
/// All numbers are little-endian.
///
///     8 bytes   "ALLIANCE"
///     4 bytes   version
///     4 bytes   number of sections
///     8 bytes   length of the whole
///     a section: 32 bytes name, padded with zeros, 8 bytes offset, 8 bytes length
///     the sections, each at a multiple of 64
package struct ModelFile: @unchecked Sendable {
  package static let magic: [UInt8] = Array("ALLIANCE".utf8)
  package static let version: UInt32 = 3
  package static let headerSize = 24
  package static let entrySize = 48
  package static let nameSize = 32

  private let bytes: UnsafeRawBufferPointer
  private let sections: [String: Range<Int>]

  /// The bytes must outlive the value.
  package init(bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw ModelError("these \(bytes.count) bytes are no model; write one with train-model")
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == Self.version else {
      throw ModelError("unknown version \(version); this program reads version \(Self.version)")
    }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
    let length = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    guard length == UInt64(bytes.count), Self.headerSize + count * Self.entrySize <= bytes.count else {
      throw ModelError("\(bytes.count) bytes of \(length); the file is cut off or joined with another")
    }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let entry = Self.headerSize + index * Self.entrySize
      let name = String(decoding: bytes[entry..<(entry + Self.nameSize)].prefix { $0 != 0 }, as: UTF8.self)
      let offset = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: entry + Self.nameSize, as: UInt64.self))
      let size = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: entry + Self.nameSize + 8, as: UInt64.self))
      guard offset <= length, size <= length - offset else {
        throw ModelError("the section '\(name)' lies outside the file; write the model anew with train-model")
      }
      sections[name] = Int(offset)..<Int(offset + size)
    }
    self.bytes = bytes
    self.sections = sections
  }

  package func section(_ name: String) throws -> UnsafeRawBufferPointer {
    guard let range = sections[name] else {
      throw ModelError("the section '\(name)' is missing; write the model anew with train-model")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  package func section(_ name: String, length: Int) throws -> UnsafeRawBufferPointer {
    let section = try section(name)
    guard section.count == length else {
      throw ModelError("the section '\(name)' has \(section.count) bytes, not \(length)")
    }
    return section
  }

  package func contains(_ name: String) -> Bool { sections[name] != nil }

  /// The lines of a section of text.
  package func lines(_ name: String) throws -> [String] {
    String(decoding: try section(name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
