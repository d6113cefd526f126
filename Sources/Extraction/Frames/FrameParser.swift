import Relations

/// Reads the text format of frames, and checks that what it says can be meant.
struct FrameParser {
  private(set) var frames: [Frame] = []
  private(set) var predicates: [Predicate] = []
  private(set) var examples: [FrameExample] = []
  private var seenFrames: [String: Int] = [:]
  /// Predicates of the current frame, to find those given twice.
  private var seenPredicates: [Predicate: Int] = [:]

  private var file = ""
  private var line = 0
  private var hasOpenFrame = false

  mutating func parse(_ text: String, file: String) throws {
    self.file = file
    hasOpenFrame = false
    for line in LexiconLines(of: text) {
      self.line = line.number
      try read(line.text)
    }
    try closeFrame()
  }

  private mutating func read(_ text: Substring) throws {
    let (word, rest) = Self.firstWord(of: text)
    if word == "frame" { return try readFrame(rest) }
    guard hasOpenFrame else { throw failure("expected 'frame ID: TYPE', found '\(text)'") }
    switch word {
    case "+": try readPositiveExample(rest)
    case "-":
      guard !rest.isEmpty else { throw failure("a sentence is missing after '-'") }
      addExample(rest, pairs: [])
    default:
      guard let kind = PredicateKind(rawValue: String(word)) else {
        let known = PredicateKind.allCases.map(\.rawValue)
        let hint = Spelling.hint(for: word, among: known + ["frame"])
        throw failure("unknown kind of line '\(word)'\(hint)")
      }
      try readPredicates(kind, rest)
    }
  }

  // MARK: Frames

  private mutating func readFrame(_ text: Substring) throws {
    try closeFrame()
    guard let (id, rest) = Self.parts(of: text, at: ":"), !id.isEmpty, !id.contains(" ") else {
      throw failure("expected 'frame ID: TYPE', found 'frame \(text)'")
    }
    var words = rest.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw failure("the relation type of frame '\(id)' is missing") }
    let name = words.removeFirst()
    guard let type = RelationType(rawValue: name) else {
      let hint = Spelling.hint(for: name, among: RelationType.allCases.map(\.rawValue))
      throw failure("unknown relation type '\(name)'\(hint)")
    }
    var frame = Frame(id: String(id), type: type, file: file, line: line)
    for word in words { try read(option: word, into: &frame) }
    if type == .backs, frame.support == nil { frame.support = .unspecified }
    if let earlier = seenFrames.updateValue(frames.count, forKey: frame.id) {
      let place = "\(frames[earlier].file):\(frames[earlier].line)"
      throw failure("frame '\(id)' is defined at \(place) already; choose another id")
    }
    frames.append(frame)
    seenPredicates = [:]
    hasOpenFrame = true
  }

  private func read(option: String, into frame: inout Frame) throws {
    if option == "mutual", !frame.isMutual {
      frame.isMutual = true
    } else if option == "weak", !frame.isWeak {
      frame.isWeak = true
    } else if let support = SupportKind(rawValue: option), frame.support == nil {
      guard frame.type == .backs else {
        throw failure("'\(option)' is a kind of support, which '\(frame.type.rawValue)' cannot have")
      }
      frame.support = support
    } else if let status = Status(rawValue: option), status != .asserted, frame.status == nil {
      frame.status = status
    } else {
      let statuses = Status.allCases.filter { $0 != .asserted }.map(\.rawValue)
      let known = ["mutual", "weak"] + SupportKind.allCases.map(\.rawValue) + statuses
      guard !known.contains(option) else { throw failure("'\(option)' clashes with an earlier option") }
      throw failure("unknown option '\(option)'\(Spelling.hint(for: option, among: known))")
    }
  }

  /// A frame without predicates would never find anything.
  private mutating func closeFrame() throws {
    guard hasOpenFrame, let frame = frames.last else { return }
    hasOpenFrame = false
    guard seenPredicates.isEmpty else { return }
    throw LexiconError(
      file: frame.file, line: frame.line, reason: "frame '\(frame.id)' has no predicate; give it one")
  }

  // MARK: Predicates

  private mutating func readPredicates(_ kind: PredicateKind, _ text: Substring) throws {
    guard let (lemmas, arguments) = Self.parts(of: text, at: ":") else {
      throw failure("expected '\(kind.rawValue) lemma, …: source > target', found '\(kind.rawValue) \(text)'")
    }
    let sides = arguments.split(separator: ">", omittingEmptySubsequences: false)
    let isMutual = frames[frames.count - 1].isMutual
    guard sides.count == 2 || (sides.count == 1 && isMutual) else {
      throw failure(
        sides.count == 1
          ? "the target is missing; write 'source > target' (only mutual frames can do without)"
          : "more than one '>'; write 'source > target'")
    }
    let sources = try slots(sides[0], of: kind)
    let targets = sides.count == 2 ? try slots(sides[1], of: kind) : []
    for item in lemmas.split(separator: ",", omittingEmptySubsequences: false) {
      let item = item.trimmingSpaces
      var predicate = Predicate(
        frame: frames.count - 1, kind: kind, lemmas: [], sources: sources, targets: targets)
      try read(phrase: item, into: &predicate)
      if let earlier = seenPredicates.updateValue(line, forKey: predicate) {
        throw failure("'\(item)' is given in line \(earlier) already; remove one of the two")
      }
      predicate.line = line
      predicates.append(predicate)
    }
  }

  private func read(phrase: Substring, into predicate: inout Predicate) throws {
    guard !phrase.isEmpty else { throw failure("a word is missing; words are separated by single commas") }
    guard phrase == phrase.lowercased() else {
      throw failure("'\(phrase)' is not in lower case; write '\(phrase.lowercased())'")
    }
    var phrase = phrase
    if let (verb, noun) = Self.parts(of: phrase, at: "/") {
      guard predicate.kind == .verb else {
        throw failure("'\(phrase)' joins a verb and a noun, which only a verb line can")
      }
      guard !verb.isEmpty, !noun.isEmpty, !noun.contains(" "), !noun.contains("/") else {
        throw failure("'\(phrase)' must have one noun after the verb; write it as in 'come/aid'")
      }
      predicate.nounOfVerb = String(noun)
      phrase = verb
    }
    if predicate.kind == .prefix, phrase.hasSuffix("-") { phrase.removeLast() }
    var words = phrase.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw failure("a word is missing; words are separated by single commas") }
    if predicate.kind != .verb {
      let preposition = words.dropFirst().firstIndex { Slot.prepositions.contains($0) }
      let head = words.remove(at: (preposition ?? words.count) - 1)
      words.insert(head, at: 0)
    }
    predicate.lemmas = words
  }

  private func slots(_ text: Substring, of kind: PredicateKind) throws -> [Slot] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { item in
      let name = String(item.trimmingSpaces)
      guard !name.isEmpty else {
        throw failure("a slot is missing; write 'source, … > target, …'")
      }
      let isCompound = kind == .participle || kind == .prefix
      guard let slot = Slot.named(name) else {
        let known = Slot.grammatical(of: kind).map(\.name) + (isCompound ? [] : Slot.prepositions.sorted())
        throw failure("unknown slot '\(name)'\(Spelling.hint(for: name, among: known))")
      }
      let isAllowed =
        if case .preposition = slot { !isCompound } else { Slot.grammatical(of: kind).contains(slot) }
      guard isAllowed else {
        let choice = Slot.grammatical(of: kind).map { "'\($0.name)'" }.joined(separator: ", ")
        let prepositions = isCompound ? "" : " or a preposition"
        throw failure("a line of kind '\(kind.rawValue)' has no slot '\(name)'; use \(choice)\(prepositions)")
      }
      return slot
    }
  }

  // MARK: Examples

  private mutating func readPositiveExample(_ text: Substring) throws {
    // What is expected stands after the last equals sign between spaces.
    let characters = Array(text)
    let expected = characters.indices.dropFirst().dropLast().last { index in
      characters[index] == "=" && characters[index - 1] == " " && characters[index + 1] == " "
    }
    guard let expected else {
      throw failure("the example does not say what it shows; write '+ sentence = source > target'")
    }
    let sentence = Substring(String(characters[..<expected])).trimmingSpaces
    guard !sentence.isEmpty else { throw failure("a sentence is missing after '+'") }
    let pairs = try Substring(String(characters[(expected + 1)...])).split(
      separator: ";", omittingEmptySubsequences: false
    ).map { item in
      guard let (source, target) = Self.parts(of: item.trimmingSpaces, at: ">"), !source.isEmpty,
        !target.isEmpty
      else {
        throw failure("expected 'source > target', found '\(item.trimmingSpaces)'")
      }
      return FrameExample.Pair(source: String(source), target: String(target))
    }
    addExample(sentence, pairs: pairs)
  }

  private mutating func addExample(_ sentence: Substring, pairs: [FrameExample.Pair]) {
    examples.append(
      FrameExample(
        frame: frames.count - 1, sentence: String(sentence), pairs: pairs, file: file, line: line))
  }

  // MARK: Text

  private func failure(_ reason: String) -> LexiconError {
    LexiconError(file: file, line: line, reason: reason)
  }

  private static func firstWord(of text: Substring) -> (word: Substring, rest: Substring) {
    let word = text.prefix { $0 != " " && $0 != "\t" }
    return (word, text[word.endIndex...].trimmingSpaces)
  }

  /// What stands before and after the first occurrence of a separator, without spaces around.
  private static func parts(
    of text: Substring, at separator: Character
  ) -> (before: Substring, after: Substring)? {
    guard let index = text.firstIndex(of: separator) else { return nil }
    return (text[..<index].trimmingSpaces, text[text.index(after: index)...].trimmingSpaces)
  }
}
