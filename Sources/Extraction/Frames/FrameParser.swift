import Documents
import Relations

/// Reads the text format of frames.
struct FrameParser {
  private(set) var builder = FrameBuilder()

  mutating func parse(_ text: String, file: String) throws(LocatedError) {
    builder.file = file
    for line in LexiconLines(of: text) {
      builder.line = line.number
      try read(line.text)
    }
    try builder.endFrame()
  }

  private mutating func read(_ text: Substring) throws(LocatedError) {
    let (word, rest) = text.firstWordAndRest
    if word == "frame" { return try readFrame(rest) }
    guard builder.hasOpenFrame else { throw failure("expected 'frame ID: TYPE', found '\(text)'") }
    switch word {
    case "+": try readPositiveExample(rest)
    case "-":
      guard !rest.isEmpty else { throw failure("a sentence is missing after '-'") }
      builder.addExample(String(rest), pairs: [])
    default:
      guard let kind = PredicateKind(rawValue: String(word)) else {
        let known = PredicateKind.allCases.map(\.rawValue)
        let hint = Spelling.hint(for: word, among: known + ["frame"])
        throw failure("unknown kind of line '\(word)'\(hint)")
      }
      try readPredicates(kind, rest)
    }
  }

  private mutating func readFrame(_ text: Substring) throws(LocatedError) {
    // What is wrong with the frame before is said first.
    try builder.endFrame()
    guard let (id, rest) = text.parts(around: ":"), !id.isEmpty, !id.contains(" ") else {
      throw failure("expected 'frame ID: TYPE', found 'frame \(text)'")
    }
    let words = rest.words
    guard let type = words.first else { throw failure("the relation type of frame '\(id)' is missing") }
    try builder.beginFrame(id: String(id), type: type, options: Array(words.dropFirst()))
  }

  private mutating func readPredicates(_ kind: PredicateKind, _ text: Substring) throws(LocatedError) {
    guard let (lemmas, arguments) = text.parts(around: ":") else {
      throw failure("expected '\(kind.rawValue) lemma, …: source > target', found '\(kind.rawValue) \(text)'")
    }
    let sides = arguments.items(separatedBy: ">")
    guard sides.count <= 2 else { throw failure("more than one '>'; write 'source > target'") }
    try builder.addPredicates(
      kind, Alternatives.items(of: lemmas), sources: sides[0].items(separatedBy: ","),
      targets: sides.count == 2 ? sides[1].items(separatedBy: ",") : nil)
  }

  private mutating func readPositiveExample(_ text: Substring) throws(LocatedError) {
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
    var pairs: [FrameExample.Pair] = []
    for item in expected.items(separatedBy: ";") {
      guard let pair = FrameExample.Pair(item) else {
        throw failure("expected 'source > target', found '\(item)'")
      }
      pairs.append(pair)
    }
    builder.addExample(String(sentence), pairs: pairs)
  }

  private func failure(_ reason: String) -> LocatedError { builder.failure(reason) }
}
