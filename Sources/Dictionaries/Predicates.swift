import Documents
import Extraction
import Relations

/// Reads the words of a rule and where their arguments stand.
enum Predicates {
  private static let kinds: [(key: String, kind: PredicateKind)] = [
    ("verbs", .verb), ("nouns", .noun), ("adjectives", .adjective), ("participles", .participle),
    ("prefixes", .prefix),
  ]

  static let keys = kinds.map(\.key) + ["idioms"]

  static func read(_ rule: YAMLMapping, into builder: inout FrameBuilder) throws(LocatedError) {
    for (key, kind) in kinds {
      for value in try rule.list(key) {
        let item = try value.mapping("an item of '\(key)'", keys: ["words", "source", "target"])
        let words = try item.texts("words")
        guard !words.isEmpty else { throw item.failure("an item of '\(key)' has no 'words'; give it some") }
        try add(kind, words, item, into: &builder)
      }
    }
    for value in try rule.list("idioms") {
      let item = try value.mapping(
        "an item of 'idioms'", keys: ["verb", "preposition", "noun", "source", "target"])
      let verbs = try item.texts("verb")
      let nouns = try item.texts("noun")
      guard !verbs.isEmpty, !nouns.isEmpty else {
        throw item.failure("an idiom needs a 'verb' and a 'noun'; give a lone verb under 'verbs'")
      }
      let preposition = try item.text("preposition").map { $0 + " " } ?? ""
      try add(
        .verb, verbs.flatMap { verb in nouns.map { "\(verb)/\(preposition)\($0)" } }, item, into: &builder)
    }
  }

  private static func add(
    _ kind: PredicateKind, _ words: [String], _ item: YAMLMapping, into builder: inout FrameBuilder
  ) throws(LocatedError) {
    let sources = try slots("source", of: item)
    guard !sources.isEmpty else { throw item.failure("'source' is missing; give the slot of the source") }
    let targets = try slots("target", of: item)
    builder.line = item["source"]?.line ?? item.place.line
    for (key, slots) in [("source", sources), ("target", targets)] {
      guard let line = item[key]?.line else { continue }
      builder.line = line
      try builder.checkSlots(slots, of: kind)
    }
    builder.line = item["words"]?.line ?? item.place.line
    try builder.addPredicates(
      kind, words.map { $0[...] }, sources: sources, targets: targets.isEmpty ? nil : targets)
  }

  /// Prepositions of several words may be written with spaces ("in favour of").
  private static func slots(_ key: String, of item: YAMLMapping) throws(LocatedError) -> [Substring] {
    try item.texts(key).map { text in
      Substring(text.split(separator: " ").joined(separator: "_"))
    }
  }
}
