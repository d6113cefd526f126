/// The tags and texts of XML that a program has written; comments, declarations and instructions are passed over.
struct MarkupPieces: Sequence {
  struct Attribute {
    var name: String
    /// As written, with its references.
    var value: String
  }

  enum Piece {
    case opening(name: String, attributes: [Attribute], isEmpty: Bool)
    case closing
    case text(String)
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    private var position = 0

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Piece? {
      while position < bytes.count {
        if bytes[position] != UInt8(ascii: "<") {
          let start = position
          while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
          // A stray one would be markup to nobody but might be read otherwise.
          return .text(string(start..<position).replacing(">", with: "&gt;"))
        }
        if skip("<!--", to: "-->") || skip("<?", to: "?>") || skip("<!", to: ">") { continue }
        return tag()
      }
      return nil
    }

    private mutating func tag() -> Piece {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "/") {
        _ = skip("/", to: ">")
        return .closing
      }
      let name = word()
      var attributes: [Attribute] = []
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: ">"):
          position += 1
          return .opening(name: name, attributes: attributes, isEmpty: false)
        case UInt8(ascii: "/"):
          _ = skip("/", to: ">")
          return .opening(name: name, attributes: attributes, isEmpty: true)
        default:
          let attribute = word()
          if attribute.isEmpty {
            position += 1
          } else if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "="),
            bytes[position + 1] == UInt8(ascii: "\"")
          {
            position += 2
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
            attributes.append(Attribute(name: attribute, value: string(start..<position)))
            position += 1
          }
        }
      }
      return .opening(name: name, attributes: attributes, isEmpty: true)
    }

    private mutating func word() -> String {
      let start = position
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
          position += 1
        default: return string(start..<position)
        }
      }
      return string(start..<position)
    }

    /// Passes over what begins so, to its end or that of the text.
    private mutating func skip(_ beginning: StaticString, to end: StaticString) -> Bool {
      guard starts(with: beginning) else { return false }
      position += beginning.utf8CodeUnitCount
      while position < bytes.count, !starts(with: end) { position += 1 }
      position = Swift.min(position + end.utf8CodeUnitCount, bytes.count)
      return true
    }

    private func starts(with text: StaticString) -> Bool {
      text.withUTF8Buffer { text in
        position + text.count <= bytes.count && bytes[position..<position + text.count].elementsEqual(text)
      }
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  }
}
