/// The markup of a page made fit for the parser, in one pass: without comments, scripts and styles, without control
/// characters, and without the attributes by which a tag exceeds a hundred.
///
/// libxml2 compares each attribute of a tag with all before it, and gives up a page at a comment that never ends.
struct PageSource {
  private(set) var markup: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`, in order.
  private(set) var linkedData: [[UInt8]] = []

  private static let mostAttributes = 100
  private static let mostLinkedData = 50

  init(_ bytes: [UInt8]) {
    markup.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "<") {
          position = takeMarkup(bytes, at: position)
        } else {
          markup.append(bytes[position] < 0x20 && !isBlank(bytes[position]) ? 0x20 : bytes[position])
          position += 1
        }
      }
    }
  }

  /// Takes what begins at `<`; returns where it ends.
  private mutating func takeMarkup(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    if has(bytes, "<!--", at: start) {
      // A comment without an end counts as its beginning alone.
      return find("-->", in: bytes, from: start + 4).map { $0 + 3 } ?? start + 4
    }
    for name in ["script", "style"] as [StaticString] where has(bytes, name, at: start + 1) {
      let next = start + 1 + name.utf8CodeUnitCount
      guard next < bytes.count, isBlank(bytes[next]) || bytes[next] == UInt8(ascii: ">") else { continue }
      return skipElement(bytes, from: start, name: name)
    }
    guard start + 1 < bytes.count, isLetter(bytes[start + 1]) else {
      markup.append(bytes[start])
      return start + 1
    }
    return takeTag(bytes, at: start)
  }

  private mutating func skipElement(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, name: StaticString
  ) -> Int {
    let content = (find(">", in: bytes, from: start) ?? bytes.count - 1) + 1
    let closing: StaticString = name.utf8CodeUnitCount == 6 ? "</script" : "</style"
    let end = find(closing, in: bytes, from: content) ?? bytes.count
    let tag = bytes[start..<content].prefix(1000)
    if String(decoding: tag, as: UTF8.self).lowercased().contains("ld+json"),
      linkedData.count < Self.mostLinkedData
    {
      linkedData.append(Array(bytes[content..<end]))
    }
    // Words on both sides of a script are two.
    markup.append(0x20)
    return find(">", in: bytes, from: end).map { $0 + 1 } ?? bytes.count
  }

  /// Copies a tag with its first attributes.
  private mutating func takeTag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var position = start
    var copied = start
    var attributes = 0
    func skip(while holds: (UInt8) -> Bool) {
      while position < bytes.count, holds(bytes[position]) { position += 1 }
    }
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: ">") }
    skip { !isBlank($0) && !isEnd($0) && $0 != UInt8(ascii: "/") }
    while position < bytes.count, !isEnd(bytes[position]) {
      if attributes == Self.mostAttributes, copied == start {
        appendTag(bytes[start..<position])
        copied = position
      }
      skip { isBlank($0) || $0 == UInt8(ascii: "/") }
      let name = position
      skip { !isBlank($0) && !isEnd($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      let afterName = position
      skip(while: isBlank)
      if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
        position += 1
        skip(while: isBlank)
        if position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 {
          let quote = bytes[position]
          position += 1
          skip { $0 != quote }
          position = min(position + 1, bytes.count)
        } else {
          skip { !isBlank($0) && !isEnd($0) }
        }
      } else {
        position = afterName
      }
      if position > name { attributes += 1 }
    }
    if copied == start { appendTag(bytes[start..<position]) }
    return position
  }

  private mutating func appendTag(_ tag: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in tag { markup.append(byte < 0x20 ? 0x20 : byte) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether the bytes at a place spell a lower-case word, in any case.
  private func has(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString, at start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { index in
      let byte = bytes[start + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      return lower == word.utf8Start[index]
    }
  }

  private func find(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let first = word.utf8Start[0]
    var position = start
    while position + word.utf8CodeUnitCount <= bytes.count {
      if bytes[position] == first, has(bytes, word, at: position) { return position }
      position += 1
    }
    return nil
  }
}
