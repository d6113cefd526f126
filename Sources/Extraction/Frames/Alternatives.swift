/// Phrases that are written together: `{send,ship} {arms,missiles}` stands for four.
///
/// Alternatives keep the lexicon readable where verbs and nouns combine freely; they do not nest.
enum Alternatives {
  enum Failure: Error {
    case unclosed, unopened, empty
  }

  /// The items between commas, those inside of braces aside, trimmed.
  static func items(of text: Substring) -> [Substring] {
    var items: [Substring] = []
    var depth = 0
    var start = text.utf8.startIndex
    for index in text.utf8.indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0:
        items.append(Substring(text.utf8[start..<index]).trimmingSpaces)
        start = text.utf8.index(after: index)
      default: break
      }
    }
    items.append(Substring(text.utf8[start...]).trimmingSpaces)
    return items
  }

  /// Every phrase that an item stands for: the last alternatives vary fastest.
  static func phrases(of item: Substring) throws(Failure) -> [Substring] {
    guard let open = item.utf8.firstIndex(of: UInt8(ascii: "{")) else {
      guard !item.utf8.contains(UInt8(ascii: "}")) else { throw .unopened }
      return [item]
    }
    guard let close = item.utf8[open...].firstIndex(of: UInt8(ascii: "}")) else { throw .unclosed }
    let before = item.utf8[..<open]
    guard !before.contains(UInt8(ascii: "}")) else { throw .unopened }
    let inside = Substring(item.utf8[item.utf8.index(after: open)..<close])
    guard !inside.utf8.contains(UInt8(ascii: "{")) else { throw .unclosed }
    let rest = try phrases(of: Substring(item.utf8[item.utf8.index(after: close)...]))
    var result: [Substring] = []
    for word in inside.items(separatedBy: ",") {
      guard !word.isEmpty else { throw .empty }
      for end in rest { result.append(Substring(before) + word + end) }
    }
    return result
  }
}
