import Documents
import Extraction
import Relations

/// Reads rules of an analyst's own: frames of predicates, in YAML, which join those that the program has.
///
/// What a rule of one's own finds is kept whatever the trained scorer makes of it, which has never seen the rule.
package enum RuleDictionary {
  /// What a rule's relations have at least for confidence where the file doesn't say.
  package static let usualConfidence = 0.7

  private static let ruleKeys =
    [
      "id", "type", "support", "status", "mutual", "weak", "confidence",
    ] + Predicates.keys + ["examples", "counterexamples"]

  /// The lexicon with the frames of the files added. Throws all that is wrong with them.
  package static func extend(
    _ lexicon: FrameLexicon, with files: [DictionaryFile]
  ) throws(DictionaryErrors) -> FrameLexicon {
    var builder = FrameBuilder(extending: lexicon)
    var collector = ErrorCollector()
    for file in files {
      let rules = collector.attempt { () throws(LocatedError) in
        let root = try YAMLValue(parsing: file).mapping("the file", keys: ["rules"])
        guard root["rules"] != nil else { throw root.failure("no 'rules' in the file; give it some") }
        return try root.list("rules")
      }
      for rule in rules ?? [] {
        let copy = builder
        let isSound = collector.attempt { () throws(LocatedError) in try read(rule, into: &builder) } != nil
        // The next rule is looked at as if this one had not been there.
        if !isSound { builder = copy }
      }
    }
    try collector.check()
    return FrameLexicon(builder)
  }

  private static func read(_ value: YAMLValue, into builder: inout FrameBuilder) throws(LocatedError) {
    let rule = try value.mapping("a rule", keys: ruleKeys)
    builder.file = value.file
    builder.line = rule["type"]?.line ?? value.line
    let id = try rule.required("id")
    let type = try rule.required("type")
    let options = try options(of: rule)
    try check(id: id, type: type, of: rule)
    builder.line = value.line
    try beginFrame(id: id, type: type, options: options, rule, &builder)
    let isWeak = try rule.flag("weak")
    if let confidence = try rule["confidence"]?.number("'confidence'", in: 0...1) {
      builder.setLeastConfidence(confidence)
    } else if !isWeak {
      builder.setLeastConfidence(usualConfidence)
    }
    try Predicates.read(rule, into: &builder)
    try readExamples(rule, into: &builder)
    builder.line = value.line
    try builder.endFrame()
  }

  /// An unknown type is an error of the line with the type, not of the rule's first line.
  private static func beginFrame(
    id: String, type: String, options: [String], _ rule: YAMLMapping, _ builder: inout FrameBuilder
  ) throws(LocatedError) {
    if RelationType(rawValue: type) == nil, let place = rule["type"] { builder.line = place.line }
    try builder.beginFrame(id: id, type: type, options: options)
  }

  private static func options(of rule: YAMLMapping) throws(LocatedError) -> [String] {
    var options: [String] = []
    if let value = rule["support"] {
      let support = try value.text("'support'")
      let known = SupportKind.allCases.map(\.rawValue)
      guard known.contains(support) else {
        throw value.failure("unknown support '\(support)'\(way(to: support, among: known))")
      }
      if let type = try rule.text("type"), type != RelationType.backs.rawValue,
        RelationType(rawValue: type) != nil
      {
        throw value.failure("only 'backs' has a kind of support, not '\(type)'; leave 'support' out")
      }
      options.append(support)
    }
    if let value = rule["status"] {
      let status = try value.text("'status'")
      let known = Status.allCases.map(\.rawValue)
      guard known.contains(status) else {
        throw value.failure("unknown status '\(status)'\(way(to: status, among: known))")
      }
      if status != Status.asserted.rawValue { options.append(status) }
    }
    if try rule.flag("mutual") { options.append("mutual") }
    if try rule.flag("weak") { options.append("weak") }
    return options
  }

  private static func way(to word: String, among known: [String]) -> String {
    let hint = Spelling.hint(for: word, among: known)
    return hint.isEmpty ? "; known are \(known.joined(separator: ", "))" : hint
  }

  /// Ids name their relation first, as those of the program do: evidence is read by people.
  private static func check(id: String, type: String, of rule: YAMLMapping) throws(LocatedError) {
    guard let known = RelationType(rawValue: type) else { return }
    let family = known == .partOf ? "part_of" : String(type.prefix { $0 != "_" })
    let name = id.hasPrefix(family + ".") ? id.dropFirst(family.count + 1) : ""
    let isWellFormed = name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45
    }
    guard !name.isEmpty, isWellFormed else {
      throw (rule["id"] ?? rule.place).failure(
        "the id '\(id)' must be '\(family).' and a name in lower-case letters, digits, '_' and '-'")
    }
  }

  // MARK: Examples

  private static func readExamples(
    _ rule: YAMLMapping, into builder: inout FrameBuilder
  ) throws(LocatedError) {
    for value in try rule.list("examples") {
      let example = try value.mapping("an example", keys: ["sentence", "finds"])
      var pairs: [FrameExample.Pair] = []
      for text in try example.texts("finds") {
        guard let pair = FrameExample.Pair(text[...]) else {
          throw (example["finds"] ?? value).failure("expected 'SOURCE > TARGET', found '\(text)'")
        }
        pairs.append(pair)
      }
      let sentence = try example.required("sentence")
      guard !pairs.isEmpty else {
        throw example.failure("the example does not say what it shows; add 'finds: SOURCE > TARGET'")
      }
      builder.line = value.line
      builder.addExample(sentence, pairs: pairs)
    }
    for value in try rule.list("counterexamples") {
      builder.line = value.line
      builder.addExample(try value.text("a counterexample"), pairs: [])
    }
  }
}
