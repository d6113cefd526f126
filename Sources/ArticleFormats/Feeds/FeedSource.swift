import CLibXML2

/// The bytes of a feed with every reference to a named character made one by number, and every other `&` one to itself.
///
/// Feeds are full of `&nbsp;`, which only HTML defines, and of plain `&`. Either makes XML not well-formed, and from
/// there on libxml2 passes over named references even to `<`.
enum FeedSource {
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<") where starts(bytes, "<![CDATA[", at: index):
        let start = index
        while index < bytes.count, !starts(bytes, "]]>", at: index) { index += 1 }
        result += bytes[start..<index]
      case UInt8(ascii: "&"):
        let name = bytes[(index + 1)...].prefix(32).prefix { $0 != UInt8(ascii: ";") }
        let end = index + 1 + name.count
        let isEnded = end < bytes.count && bytes[end] == UInt8(ascii: ";")
        if isEnded, name.first == UInt8(ascii: "#") {
          result += bytes[index...end]
          index = end + 1
        } else if isEnded, let value = character(name) {
          result += Array("&#\(value);".utf8)
          index = end + 1
        } else {
          result += Array("&#38;".utf8)
          index += 1
        }
      default:
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func character(_ name: ArraySlice<UInt8>) -> UInt32? {
    guard !name.isEmpty, name.allSatisfy({ $0 < 0x80 && $0 > 0x20 }) else { return nil }
    if name.elementsEqual("apos".utf8) { return 0x27 }
    let value = (Array(name) + [0]).withUnsafeBufferPointer { alliance_html_entity($0.baseAddress) }
    return value == 0 ? nil : value
  }

  private static func starts(_ bytes: [UInt8], _ word: StaticString, at index: Int) -> Bool {
    index + word.utf8CodeUnitCount <= bytes.count
      && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }
}
