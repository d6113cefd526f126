import AllianceGraphs
import Dictionaries
import Documents
import Relations

/// A file of corrections in YAML, read with the lines that each takes up.
public struct CorrectionFile: Sendable {
  public let corrections: [Correction]
  /// The line on which each begins, from 1.
  let lines: [Int]

  /// What a file says before its first correction is made.
  public static let beginning = """
    # Corrections by an analyst, made in this order in every graph beside this file. 'alliance correct' adds to them and
    # takes them back; they may as well be edited here.
    corrections:

    """

  private static let keys = [
    "accept", "reject", "merge", "split", "rename", "kind", "article", "quote", "into", "articles", "aliases",
    "name",
    "is", "note",
  ]

  /// Reads a file; one without text, or with comments alone, has no corrections.
  ///
  /// - Parameter name: what errors call the file.
  /// - Throws: `LocatedError` at the first thing that is wrong.
  public init(_ text: String, name: String) throws(LocatedError) {
    let isEmpty = text.split(separator: "\n").allSatisfy { line in
      let content = line.drop(while: \.isWhitespace)
      return content.isEmpty || content.hasPrefix("#") || content == "corrections:"
        || content == "corrections: []"
    }
    if isEmpty {
      (corrections, lines) = ([], [])
      return
    }
    let root = try YAMLValue(parsing: DictionaryFile(name: name, text: text))
    var corrections: [Correction] = []
    var lines: [Int] = []
    for value in try root.mapping("the file", keys: ["corrections"]).list("corrections") {
      lines.append(value.line)
      corrections.append(try Self.correction(value))
    }
    self.corrections = corrections
    self.lines = lines
  }

  private static func correction(_ value: YAMLValue) throws(LocatedError) -> Correction {
    let mapping = try value.mapping("a correction", keys: keys)
    let verbs = ["accept", "reject", "merge", "split", "rename", "kind"].filter { mapping[$0] != nil }
    guard verbs.count == 1 else {
      throw value.failure(
        verbs.isEmpty
          ? "a correction must have one of accept, reject, merge, split, rename, kind"
          : "a correction does one thing: make two of '\(verbs[0])' and '\(verbs[1])'")
    }
    let allowed: [String] =
      switch verbs[0] {
      case "accept", "reject": ["article", "quote"]
      case "merge": ["into"]
      case "split": ["articles", "aliases", "into", "name", "is"]
      case "rename": ["name"]
      default: ["is"]
      }
    for key in keys where mapping[key] != nil && key != verbs[0] && key != "note" && !allowed.contains(key) {
      throw mapping[key]!.failure("'\(key)' says nothing about '\(verbs[0])'; leave it out")
    }
    let change = try change(verbs[0], mapping)
    return Correction(change, note: try mapping.text("note"))
  }

  private static func change(_ verb: String, _ mapping: YAMLMapping) throws(LocatedError) -> Correction.Change
  {
    switch verb {
    case "accept", "reject":
      let relation = try relation(mapping[verb]!)
      let scope = Correction.Scope(article: try mapping.text("article"), quote: try mapping.text("quote"))
      return verb == "accept" ? .accept(relation, in: scope) : .reject(relation, in: scope)
    case "merge":
      return .merge(try mapping.texts("merge"), into: try mapping.required("into"))
    case "split":
      let scope = Correction.SplitScope(
        articles: try mapping.texts("articles"), aliases: try mapping.texts("aliases"))
      if scope.articles.isEmpty && scope.aliases.isEmpty {
        throw mapping.failure("'split' needs 'articles' or 'aliases': which mentions are about the other?")
      }
      return .split(
        try mapping.required("split"), in: scope, into: try mapping.required("into"),
        name: try mapping.text("name"),
        kind: try mapping["is"].map { value throws(LocatedError) in try kind(value) })
    case "rename": return .rename(try mapping.required("rename"), to: try mapping.required("name"))
    default:
      guard let value = mapping["is"] else { throw mapping.failure("'kind' needs 'is': the kind of actor") }
      return .setKind(try mapping.required("kind"), try kind(value))
    }
  }

  private static func kind(_ value: YAMLValue) throws(LocatedError) -> ActorKind {
    let text = try value.text("'is'")
    if let kind = ActorKind(rawValue: text) { return kind }
    let words = ActorKind.allCases.map(\.rawValue)
    let hint = likelySpelling(of: text, among: words).map { "did you mean '\($0)'?" }
    throw value.failure(
      "unknown kind of actor '\(text)'; \(hint ?? "known are \(words.joined(separator: ", "))")")
  }

  /// "rapid-support-forces fighting egypt".
  private static func relation(_ value: YAMLValue) throws(LocatedError) -> Relation {
    let text = try value.text("the relation")
    for type in RelationType.allCases {
      guard let range = text.firstRange(of: " \(type.rawValue) ") else { continue }
      return Relation(String(text[..<range.lowerBound]), type, String(text[range.upperBound...]))
    }
    let types = RelationType.allCases.map(\.rawValue).joined(separator: ", ")
    throw value.failure("'\(text)' is no relation: write SOURCE TYPE TARGET by ids, the type one of \(types)")
  }
}
