import Documents
import Relations

/// Reads the text format of frames, and checks that what it says can be meant.
struct FrameParser {
  private(set) var frames: [Frame] = []
  private(set) var predicates: [Predicate] = []
  private(set) var examples: [FrameExample] = []
  private var seenFrames: [String: Int] = [:]
  /// Predicates of the current frame, to find those given twice.
  private var seenPredicates: [PredicateText: Int] = [:]

  private var seenArguments: [String: Int] = [:]

  private struct PredicateText: Hashable {
    var kind: PredicateKind
    var phrase: String
    /// The line that first had these arguments.
    var arguments: Int
  }

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
    let (word, rest) = text.firstWordAndRest
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
    guard let (id, rest) = text.parts(around: ":"), !id.isEmpty, !id.contains(" ") else {
      throw failure("expected 'frame ID: TYPE', found 'frame \(text)'")
    }
    var words = rest.words
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
    seenArguments = [:]
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
    throw LocatedError(
      file: frame.file, line: frame.line, reason: "frame '\(frame.id)' has no predicate; give it one")
  }

  // MARK: Predicates

  private mutating func readPredicates(_ kind: PredicateKind, _ text: Substring) throws {
    guard let (lemmas, arguments) = text.parts(around: ":") else {
      throw failure("expected '\(kind.rawValue) lemma, …: source > target', found '\(kind.rawValue) \(text)'")
    }
    let sides = arguments.items(separatedBy: ">")
    let isMutual = frames[frames.count - 1].isMutual
    guard sides.count == 2 || (sides.count == 1 && isMutual) else {
      throw failure(
        sides.count == 1
          ? "the target is missing; write 'source > target' (only mutual frames can do without)"
          : "more than one '>'; write 'source > target'")
    }
    let sources = try slots(sides[0], of: kind)
    let targets = sides.count == 2 ? try slots(sides[1], of: kind) : []
    let firstLine = seenArguments[String(arguments)] ?? line
    seenArguments[String(arguments)] = firstLine
    for item in try Alternatives.items(of: lemmas).flatMap(phrases(of:)) {
      var predicate = Predicate(
        frame: frames.count - 1, kind: kind, lemmas: [], sources: sources, targets: targets, line: line)
      try read(phrase: item, into: &predicate)
      let key = PredicateText(kind: kind, phrase: String(item), arguments: firstLine)
      if let earlier = seenPredicates.updateValue(line, forKey: key) {
        throw failure("'\(item)' is given in line \(earlier) already; remove one of the two")
      }
      predicates.append(predicate)
    }
  }

  private func phrases(of item: Substring) throws -> [Substring] {
    do {
      return try Alternatives.phrases(of: item)
    } catch {
      switch error {
      case .unclosed: throw failure("a '{' of '\(item)' is not closed; write '{one,other} word'")
      case .unopened: throw failure("'\(item)' has a '}' without a '{' before it")
      case .empty:
        throw failure("an alternative of '\(item)' is missing; they are separated by single commas")
      }
    }
  }

  private func read(phrase: Substring, into predicate: inout Predicate) throws {
    guard !phrase.isEmpty else { throw failure("a word is missing; words are separated by single commas") }
    guard phrase.isLowercased else {
      throw failure("'\(phrase)' is not in lower case; write '\(phrase.lowercased())'")
    }
    var phrase = phrase
    if let (verb, phraseOfNoun) = phrase.parts(around: "/") {
      guard predicate.kind == .verb else {
        throw failure("'\(phrase)' joins a verb and a noun, which only a verb line can")
      }
      // A preposition before the noun tells how it must hang on the verb.
      let words = phraseOfNoun.words
      guard !verb.isEmpty, let noun = words.last, !noun.contains("/"),
        words.count == 1 || words.count == 2 && Slot.prepositions.contains(words[0])
      else {
        throw failure(
          "'\(phrase)' must have one noun after the verb; write it as in 'come/aid' or 'come/to aid'")
      }
      predicate.nounOfVerb = noun
      if words.count == 2 { predicate.prepositionOfNoun = words[0] }
      phrase = verb
    }
    if predicate.kind == .prefix, phrase.hasSuffix("-") { phrase.removeLast() }
    var words = phrase.words
    guard !words.isEmpty else { throw failure("a word is missing; words are separated by single commas") }
    if predicate.kind != .verb {
      let preposition = words.dropFirst().firstIndex { Slot.prepositions.contains($0) }
      let head = words.remove(at: (preposition ?? words.count) - 1)
      words.insert(head, at: 0)
    }
    predicate.lemmas = words
  }

  private func slots(_ text: Substring, of kind: PredicateKind) throws -> [Slot] {
    try text.items(separatedBy: ",").map { item in
      let name = String(item)
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
    let bytes = text.utf8
    let equals = bytes.indices.last { index in
      bytes[index] == UInt8(ascii: "=") && bytes[..<index].last == UInt8(ascii: " ")
        && bytes[bytes.index(after: index)...].first == UInt8(ascii: " ")
    }
    guard let equals else {
      throw failure("the example does not say what it shows; write '+ sentence = source > target'")
    }
    let sentence = Substring(bytes[..<equals]).trimmingSpaces
    guard !sentence.isEmpty else { throw failure("a sentence is missing after '+'") }
    let expected = Substring(bytes[bytes.index(after: equals)...])
    let pairs = try expected.items(separatedBy: ";").map { item in
      guard let (source, target) = item.parts(around: ">"), !source.isEmpty, !target.isEmpty else {
        throw failure("expected 'source > target', found '\(item)'")
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

  private func failure(_ reason: String) -> LocatedError {
    LocatedError(file: file, line: line, reason: reason)
  }
}
