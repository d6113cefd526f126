extension CoNLLU {
  /// Reads the documents of a CoNLL-U text.
  ///
  /// The article of each document is put together from the forms, with a space wherever `SpaceAfter=No` does
  /// not forbid one and an empty line before each new paragraph; words that carry `TokenRange=start:end`
  /// keep their place. A word of a multiword token has its own part of the token's range where the forms of
  /// the words spell the token, and otherwise the range of the whole token. Empty nodes are skipped.
  ///
  /// - Parameter file: names the text in errors, and the document where no `# newdoc id` does.
  /// - Complexity: linear in the length of `text`.
  public static func documents(in text: String, file: String) throws(LocatedError) -> [ParsedDocument] {
    var reader = CoNLLUReader(file: file)
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      try reader.read(line)
      start = end + 1
    }
    return try reader.finish()
  }
}

/// The state of reading: the document and the sentence begun.
private struct CoNLLUReader {
  let file: String
  private var line = 0
  private var documents: [ParsedDocument] = []

  // The document begun.
  private var article: Article
  private var text: [UInt8] = []
  private var sentences: [ParsedSentence] = []
  private var paragraph = 0

  // The sentence begun.
  private var tokens: [Token] = []
  private var names: [Name] = []
  private var role = SentenceRole.body
  private var startsParagraph = false
  private var needsSpace = false
  private var firstLine = 0
  private var multiword: Multiword?

  /// A token of several words, of which some are yet to come.
  private struct Multiword {
    var words: ClosedRange<Int>
    var range: Range<Int>
    var spelt: Int
    var form: [UInt8]
    var firstToken: Int
  }

  init(file: String) {
    self.file = file
    article = Article(id: file, title: "", text: "")
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(LocatedError) {
    line += 1
    switch bytes.first {
    case nil: try endSentence()
    case UInt8(ascii: "#"): try readComment(String(decoding: bytes.dropFirst(), as: UTF8.self))
    default: try readWord(bytes)
    }
  }

  mutating func finish() throws(LocatedError) -> [ParsedDocument] {
    try endSentence()
    endDocument()
    return documents
  }

  private func error(_ message: String, line: Int? = nil) -> LocatedError {
    LocatedError(file: file, line: line ?? self.line, reason: message)
  }

  // MARK: Comments

  private mutating func readComment(_ comment: String) throws(LocatedError) {
    guard tokens.isEmpty else { return }
    let parts = comment.split(separator: "=", maxSplits: 1)
    let key = trimmed(parts.first ?? "")
    let value = parts.count == 2 ? trimmed(parts[1]) : ""
    switch key {
    case "newdoc", "newdoc id":
      endDocument()
      article.id = value.isEmpty ? file : value
    case "newpar", "newpar id": startsParagraph = true
    case "title": article.title = value
    case "date": article.date = value
    case "publisher": article.publisher = value
    case "url": article.url = value
    case "role":
      guard let role = SentenceRole(rawValue: value) else {
        throw error("unknown role '\(value)'; known are \(SentenceRole.allNames)")
      }
      self.role = role
    default: break
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  // MARK: Words

  private mutating func readWord(_ bytes: ArraySlice<UInt8>) throws(LocatedError) {
    let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == 10 else {
      throw error("expected 10 columns separated by tabs, found \(fields.count)")
    }
    if tokens.isEmpty && multiword == nil { firstLine = line }
    let id = fields[0]
    if id.contains(UInt8(ascii: ".")) { return }
    guard !fields[1].isEmpty else { throw error("the form is empty") }
    let misc = fields[9]
    if let hyphen = id.firstIndex(of: UInt8(ascii: "-")) {
      guard let first = number(id[..<hyphen]), let last = number(id[(hyphen + 1)...]), first <= last,
        first == tokens.count + 1
      else { throw error("malformed token range '\(string(id))'") }
      let range = try place(fields[1], misc: misc)
      multiword = Multiword(
        words: first...last, range: range, spelt: 0, form: Array(fields[1]), firstToken: tokens.count)
      return
    }
    guard number(id) == tokens.count + 1 else {
      throw error("expected word \(tokens.count + 1), found '\(string(id))'")
    }
    try addToken(fields, range: try range(of: fields[1], misc: misc))
    try readName(misc)
    if let multiword, multiword.words.upperBound == tokens.count { endMultiword(multiword) }
  }

  private mutating func addToken(
    _ fields: [ArraySlice<UInt8>], range: Range<Int>
  ) throws(LocatedError) {
    guard let partOfSpeech = PartOfSpeech(rawValue: string(fields[3])) else {
      throw error("unknown part of speech '\(string(fields[3]))'")
    }
    guard let head = number(fields[6]) else {
      throw error("expected the number of the head or 0, found '\(string(fields[6]))'")
    }
    let form = string(fields[1])
    func field(_ index: Int) -> String {
      let value = string(fields[index])
      return value == "_" && !(index == 2 && form == "_") ? "" : value
    }
    tokens.append(
      Token(
        range: range, form: form, lemma: field(2), partOfSpeech: partOfSpeech, tag: field(4),
        features: field(5), head: head == 0 ? nil : head - 1, relation: field(7)))
  }

  private mutating func range(
    of form: ArraySlice<UInt8>, misc: ArraySlice<UInt8>
  ) throws(LocatedError) -> Range<Int> {
    guard let begun = multiword else { return try place(form, misc: misc) }
    let start = begun.range.lowerBound + begun.spelt
    let rest = begun.form.dropFirst(begun.spelt)
    multiword?.spelt += rest.starts(with: form) ? form.count : rest.count + 1
    guard rest.starts(with: form) else { return begun.range }
    return start..<(start + form.count)
  }

  /// Ends a multiword token; words that do not spell it all get its whole range.
  private mutating func endMultiword(_ ended: Multiword) {
    multiword = nil
    if ended.spelt == ended.form.count { return }
    for index in ended.firstToken..<tokens.count { tokens[index].range = ended.range }
  }

  /// Appends a token to the article's text and returns where it stands.
  private mutating func place(
    _ form: ArraySlice<UInt8>, misc: ArraySlice<UInt8>
  ) throws(LocatedError) -> Range<Int> {
    if let given = value(of: "TokenRange", in: misc) {
      try pad(to: string(given), length: form.count)
    } else if !text.isEmpty, tokens.isEmpty, startsParagraph {
      text += [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
    } else if needsSpace {
      text.append(UInt8(ascii: " "))
    }
    if tokens.isEmpty, startsParagraph {
      if !sentences.isEmpty { paragraph += 1 }
      startsParagraph = false
    }
    let start = text.count
    text += form
    needsSpace = value(of: "SpaceAfter", in: misc)?.elementsEqual("No".utf8) != true
    return start..<text.count
  }

  /// Fills the text with white space up to the start of a given range.
  private mutating func pad(to given: String, length: Int) throws(LocatedError) {
    let ends = given.split(separator: ":").map { Int($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], end - start == length else {
      throw error("malformed TokenRange '\(given)'; it must be start:end and as long as the form")
    }
    guard start >= text.count else {
      throw error("TokenRange '\(given)' begins before the end of the text read so far, \(text.count)")
    }
    let gap = start - text.count
    guard gap <= 1 << 20 else { throw error("TokenRange '\(given)' leaves a gap of \(gap) bytes") }
    let isParagraph = tokens.isEmpty && startsParagraph && !text.isEmpty
    text += repeatElement(isParagraph ? UInt8(ascii: "\n") : UInt8(ascii: " "), count: gap)
  }

  private mutating func readName(_ misc: ArraySlice<UInt8>) throws(LocatedError) {
    guard let label = value(of: "NER", in: misc).map(string), label != "O" else { return }
    let index = tokens.count - 1
    guard let kind = NameKind(rawValue: String(label.dropFirst(2))),
      label.hasPrefix("B-") || label.hasPrefix("I-")
    else { throw error("unknown name label '\(label)'; known are B- or I- with PER, ORG, LOC, MISC") }
    if label.hasPrefix("I-"), let last = names.last, last.kind == kind, last.tokens.upperBound == index {
      names[names.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
    } else {
      names.append(Name(tokens: index..<(index + 1), kind: kind))
    }
  }

  private func value(of key: String, in misc: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = misc
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "|")) ?? rest.endIndex
      let attribute = rest[..<end]
      if attribute.starts(with: key.utf8), attribute.dropFirst(key.utf8.count).first == UInt8(ascii: "=") {
        return attribute.dropFirst(key.utf8.count + 1)
      }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
    }
    return nil
  }

  private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  // MARK: Ends

  private mutating func endSentence() throws(LocatedError) {
    defer {
      tokens = []
      names = []
      role = .body
    }
    if let multiword {
      throw error("token \(multiword.words.lowerBound)-\(multiword.words.upperBound) lacks words")
    }
    guard let first = tokens.first, let last = tokens.last else { return }
    try checkTree()
    sentences.append(
      ParsedSentence(
        range: first.range.lowerBound..<last.range.upperBound, tokens: tokens, names: names, role: role,
        paragraph: paragraph))
  }

  /// Every word must lead to the one root.
  private func checkTree() throws(LocatedError) {
    let roots = tokens.count { $0.head == nil }
    guard roots == 1 else { throw error("the sentence has \(roots) roots instead of 1", line: firstLine) }
    // 0: unknown, 1: on the way, 2: leads to the root.
    var state = [UInt8](repeating: 0, count: tokens.count)
    for index in tokens.indices {
      var path: [Int] = []
      var next: Int? = index
      while let current = next, state[current] == 0 {
        state[current] = 1
        path.append(current)
        next = tokens[current].head
        if let head = next, !tokens.indices.contains(head) {
          throw error(
            "word \(current + 1) has the head \(head + 1), which is not in the sentence", line: firstLine)
        }
      }
      if let current = next, state[current] == 1 {
        throw error("word \(current + 1) is its own ancestor", line: firstLine)
      }
      for visited in path { state[visited] = 2 }
    }
  }

  private mutating func endDocument() {
    if !sentences.isEmpty {
      article.text = String(decoding: text, as: UTF8.self)
      documents.append(ParsedDocument(article: article, sentences: sentences))
    }
    article = Article(id: file, title: "", text: "")
    text = []
    sentences = []
    paragraph = 0
    startsParagraph = false
    needsSpace = false
  }
}

extension SentenceRole {
  fileprivate static var allNames: String {
    Self.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
