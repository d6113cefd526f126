import Documents
import Relations

/// Reads the gazetteer's text format: blocks separated by blank lines, each `id: kind` followed by indented
/// `field: item, item` lines. A field may be repeated. `#` starts a comment. After an item may stand years and
/// an office in parentheses, `?` (the bare form is ambiguous) and `!` (the bare surname suffices). Brackets
/// mark the surname where it is not the last word: `[Xi] Jinping!`. A block `id:` without a kind adds to an
/// entry defined before, which is how a file of one's own extends the one that comes with the program.
struct GazetteerParser {
  /// A part of the text being read.
  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private(set) var entries: [GazetteerEntry] = []
  private var positions: [ActorID: Int] = [:]
  /// Where each `home` stands, to be checked when all files have been read.
  private var homes: [(file: String, line: Int, id: ActorID)] = []

  private var file = ""
  private var line = 0
  private var current: Int?

  mutating func parse(_ text: String, file: String) throws(LocatedError) {
    self.file = file
    line = 0
    current = nil
    var failure: LocatedError?
    var text = text
    text.withUTF8 { bytes in
      do throws(LocatedError) {
        try parse(bytes[...])
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private mutating func parse(_ text: Bytes) throws(LocatedError) {
    var rest = text
    while !rest.isEmpty {
      line += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      try read(rest[..<end])
      rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
    }
    try closeBlock()
  }

  /// Checks what can only be known when all files have been read.
  func finish() throws(LocatedError) {
    for home in homes where positions[home.id] == nil {
      throw LocatedError(
        file: home.file, line: home.line,
        reason: "unknown home '\(home.id)'; give the id of an entry, such as 'syria'")
    }
  }

  private mutating func read(_ raw: Bytes) throws(LocatedError) {
    var content = raw
    if let comment = raw.firstIndex(of: UInt8(ascii: "#")) { content = raw[..<comment] }
    let isIndented = content.first.map(Self.isBlank) ?? false
    content = Self.trimmed(content)
    if content.isEmpty {
      // A line that holds only a comment does not end a block.
      if Self.trimmed(raw).isEmpty { try closeBlock() }
      return
    }
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else {
      throw failure("expected 'field: item, item', found '\(Self.string(content))'")
    }
    let key = Self.trimmed(content[..<colon])
    let value = Self.trimmed(content[(colon + 1)...])
    if isIndented {
      try readField(key: Self.string(key), value: value)
    } else {
      try openBlock(id: Self.string(key), kind: Self.string(value))
    }
  }

  private mutating func openBlock(id: String, kind: String) throws(LocatedError) {
    try closeBlock()
    let isWellFormed =
      !id.isEmpty && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard isWellFormed else {
      throw failure("'\(id)' cannot be an id; use lower-case letters, digits and hyphens")
    }
    if kind.isEmpty {
      guard let position = positions[id] else {
        throw failure("unknown entry '\(id)'; to define it, give its kind: '\(id): armed_group'")
      }
      current = position
      return
    }
    guard let kind = ActorKind(rawValue: kind) else {
      let known = ActorKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure("unknown kind '\(kind)'; use one of \(known)")
    }
    guard positions[id] == nil else {
      throw failure("'\(id)' is defined twice; to add to it, write '\(id):' without a kind")
    }
    positions[id] = entries.count
    current = entries.count
    entries.append(GazetteerEntry(id: id, kind: kind, name: "", forms: []))
  }

  private mutating func closeBlock() throws(LocatedError) {
    if let current, entries[current].name.isEmpty {
      throw failure("'\(entries[current].id)' has no name; add a line 'name: …' to its block")
    }
    current = nil
  }

  private mutating func readField(key: String, value: Bytes) throws(LocatedError) {
    guard let current else {
      throw failure("the field '\(key)' belongs to no entry; begin the block with 'id: kind'")
    }
    guard !value.isEmpty else { throw failure("the field '\(key)' is empty; leave it out") }
    switch key {
    case "name":
      guard entries[current].name.isEmpty else {
        throw failure("'\(entries[current].id)' has a name already; give others in 'also'")
      }
      let form = try form(value, role: .name)
      entries[current].name = form.text
      entries[current].forms.insert(form, at: 0)
    case "home":
      for item in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        let id = Self.string(Self.trimmed(item))
        homes.append((file, line, id))
        entries[current].homes.append(id)
      }
    default:
      let role = key == "also" ? FormRole.name : FormRole(rawValue: key)
      guard let role else {
        let known = (["also", "home"] + FormRole.allCases.map(\.rawValue)).joined(separator: ", ")
        throw failure("unknown field '\(key)'; use one of \(known)")
      }
      try readItems(value, role: role, entry: current)
    }
  }

  private mutating func readItems(
    _ value: Bytes, role: FormRole, entry: Int
  ) throws(LocatedError) {
    var start = value.startIndex
    var depth = 0
    for index in value.startIndex...value.endIndex {
      if index < value.endIndex {
        if value[index] == UInt8(ascii: "(") { depth += 1 }
        if value[index] == UInt8(ascii: ")") { depth -= 1 }
        guard value[index] == UInt8(ascii: ","), depth == 0 else { continue }
      }
      let item = Self.trimmed(value[start..<index])
      start = index + 1
      guard !item.isEmpty else {
        if index == value.endIndex, depth == 0 { throw failure("the list ends with a comma; remove it") }
        throw failure("an item of '\(role.rawValue)' is empty; remove the extra comma")
      }
      entries[entry].forms.append(try form(item, role: role))
    }
    guard depth == 0 else { throw failure("a parenthesis is not closed; add ')'") }
  }

  /// Reads `text? (2014-2016, prime minister)!`: marks may stand before or after the parenthesis.
  private func form(_ item: Bytes, role: FormRole) throws(LocatedError) -> GazetteerForm {
    var form = GazetteerForm(text: "", role: role)
    var rest = Self.trimmed(item)
    var note: Bytes?
    while let last = rest.last {
      if last == UInt8(ascii: "?") {
        form.isAmbiguous = true
      } else if last == UInt8(ascii: "!") {
        form.standsAloneAsSurname = true
      } else if last == UInt8(ascii: ")"), note == nil {
        guard let open = rest.lastIndex(of: UInt8(ascii: "(")) else { throw failure("')' without '('") }
        note = rest[(open + 1)..<(rest.endIndex - 1)]
        rest = Self.trimmed(rest[..<open])
        continue
      } else {
        break
      }
      rest = Self.trimmed(rest.dropLast())
    }
    if let note { try read(note: note, into: &form) }
    try read(text: rest, into: &form)
    return form
  }

  private func read(note: Bytes, into form: inout GazetteerForm) throws(LocatedError) {
    for part in note.split(separator: UInt8(ascii: ",")) {
      let part = Self.trimmed(part)
      let isYears =
        !part.isEmpty && part.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      guard isYears else {
        form.office = Self.string(part)
        continue
      }
      let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let years = ends.map { Int(Self.string($0)) }
      let isWellFormed = zip(ends, years).allSatisfy { end, year in
        end.isEmpty || end.count == 4 && year != nil
      }
      guard ends.count <= 2, isWellFormed, let first = years.first, let last = years.last else {
        throw failure("'\(Self.string(part))' is not a span of years; write 2014-2016, 2014- or 2014")
      }
      if let first, let last, first > last { throw failure("the years \(first)-\(last) run backwards") }
      form.from = first
      form.until = last
    }
  }

  private func read(text: Bytes, into form: inout GazetteerForm) throws(LocatedError) {
    let open = text.firstIndex(of: UInt8(ascii: "["))
    let close = text.firstIndex(of: UInt8(ascii: "]"))
    if let open, let close, open < close {
      form.surname = Self.string(text[(open + 1)..<close])
      form.text = Self.string(text[..<open]) + form.surname! + Self.string(text[(close + 1)...])
    } else if open != nil || close != nil {
      throw failure("brackets do not match in '\(Self.string(text))'")
    } else {
      form.text = Self.string(text)
      if form.role == .leader {
        let space = text.lastIndex(of: UInt8(ascii: " "))
        form.surname = space.map { Self.string(text[($0 + 1)...]) } ?? form.text
      }
    }
    guard !form.text.isEmpty else { throw failure("an item has no text; remove it") }
    if form.standsAloneAsSurname, form.surname == nil {
      throw failure("'!' is for leaders; remove it from '\(form.text)'")
    }
  }

  private func failure(_ reason: String) -> LocatedError {
    LocatedError(file: file, line: line, reason: reason)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    var bytes = bytes
    while let first = bytes.first, isBlank(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isBlank(last) { bytes = bytes.dropLast() }
    return bytes
  }

  private static func string(_ bytes: Bytes) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
