import Documents
import Relations

/// Collects frames piece by piece, whatever the format of the file, and checks that what it is told can be meant.
///
/// A frame is begun, given predicates and examples, and ended. Errors name the file and line that were set last.
package struct FrameBuilder {
  package private(set) var frames: [Frame] = []
  package private(set) var predicates: [Predicate] = []
  package private(set) var examples: [FrameExample] = []
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

  package var file = ""
  package var line = 0
  package private(set) var hasOpenFrame = false

  package init() {}

  /// Goes on from the frames of a lexicon.
  package init(extending lexicon: FrameLexicon) {
    frames = lexicon.frames
    predicates = lexicon.predicates
    examples = lexicon.examples
    for (index, frame) in frames.enumerated() { seenFrames[frame.id] = index }
  }

  package func failure(_ reason: String) -> LocatedError {
    LocatedError(file: file, line: line, reason: reason)
  }

  // MARK: Frames

  /// - Parameter options: a kind of support, `mutual`, `weak` and a status, in any order.
  package mutating func beginFrame(
    id: String, type name: String, options: [String]
  ) throws(LocatedError) {
    try endFrame()
    guard let type = RelationType(rawValue: name) else {
      let hint = Spelling.hint(for: name, among: RelationType.allCases.map(\.rawValue))
      throw failure("unknown relation type '\(name)'\(hint)")
    }
    var frame = Frame(id: id, type: type, file: file, line: line)
    for option in options { try read(option: option, into: &frame) }
    if type == .backs, frame.support == nil { frame.support = .unspecified }
    if let earlier = seenFrames[id] {
      let place = "\(frames[earlier].file):\(frames[earlier].line)"
      throw failure("frame '\(id)' is defined at \(place) already; choose another id")
    }
    seenFrames[id] = frames.count
    frames.append(frame)
    seenPredicates = [:]
    seenArguments = [:]
    hasOpenFrame = true
  }

  /// Says how likely what the current frame finds is at least, whatever the scorer makes of it.
  package mutating func setLeastConfidence(_ confidence: Double) {
    precondition(hasOpenFrame && (0...1).contains(confidence))
    frames[frames.count - 1].leastConfidence = confidence
  }

  private func read(option: String, into frame: inout Frame) throws(LocatedError) {
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
  package mutating func endFrame() throws(LocatedError) {
    guard hasOpenFrame, let frame = frames.last else { return }
    hasOpenFrame = false
    guard seenPredicates.isEmpty else { return }
    throw LocatedError(
      file: frame.file, line: frame.line, reason: "frame '\(frame.id)' has no predicate; give it one")
  }

  // MARK: Predicates

  /// Adds a predicate for each item and alternative in it (`{send,ship}/arms`).
  ///
  /// - Parameter targets: nil for the one argument of a mutual frame, which stands in `sources`.
  package mutating func addPredicates(
    _ kind: PredicateKind, _ items: [Substring], sources: [Substring], targets: [Substring]?
  ) throws(LocatedError) {
    guard targets != nil || frames[frames.count - 1].isMutual else {
      throw failure("the target is missing; write 'source > target' (only mutual frames can do without)")
    }
    let sourceSlots = try slots(sources, of: kind)
    let targetSlots = try slots(targets ?? [], of: kind)
    let arguments = (sources + [">"] + (targets ?? [])).joined(separator: ",")
    let firstLine = seenArguments[arguments] ?? line
    seenArguments[arguments] = firstLine
    for item in items {
      for phrase in try phrases(of: item) {
        var predicate = Predicate(
          frame: frames.count - 1, kind: kind, lemmas: [], sources: sourceSlots, targets: targetSlots,
          line: line)
        try read(phrase: phrase, into: &predicate)
        let key = PredicateText(kind: kind, phrase: String(phrase), arguments: firstLine)
        if let earlier = seenPredicates.updateValue(line, forKey: key) {
          throw failure("'\(phrase)' is given in line \(earlier) already; remove one of the two")
        }
        predicates.append(predicate)
      }
    }
  }

  private func phrases(of item: Substring) throws(LocatedError) -> [Substring] {
    do throws(Alternatives.Failure) {
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

  private func read(phrase: Substring, into predicate: inout Predicate) throws(LocatedError) {
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

  /// Throws where one of the slots is unknown or no slot of such a predicate.
  package func checkSlots(_ items: [Substring], of kind: PredicateKind) throws(LocatedError) {
    _ = try slots(items, of: kind)
  }

  private func slots(_ items: [Substring], of kind: PredicateKind) throws(LocatedError) -> [Slot] {
    var result: [Slot] = []
    for item in items {
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
        throw failure(
          "\(kind == .adjective ? "an" : "a") \(kind.rawValue) has no slot '\(name)'; use \(choice)\(prepositions)"
        )
      }
      result.append(slot)
    }
    return result
  }

  // MARK: Examples

  /// - Parameter pairs: whom the current frame must relate in the sentence; none for one in which it must find nothing.
  package mutating func addExample(_ sentence: String, pairs: [FrameExample.Pair]) {
    examples.append(
      FrameExample(frame: frames.count - 1, sentence: sentence, pairs: pairs, file: file, line: line))
  }
}
