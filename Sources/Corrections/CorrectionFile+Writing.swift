import AllianceGraphs
import Documents
import Relations

extension CorrectionFile {
  /// The text of a file with a correction more; what else it holds, comments too, stays as it is.
  ///
  /// - Throws: `LocatedError` where the text is no file of corrections.
  public static func adding(
    _ correction: Correction, to text: String, name: String
  ) throws(LocatedError) -> String {
    let old = try CorrectionFile(text, name: name)
    var base = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while base.last?.allSatisfy(\.isWhitespace) == true { base.removeLast() }
    base.removeAll { $0 == "corrections: []" }
    var result = base.joined(separator: "\n") + (base.isEmpty ? "" : "\n")
    if !base.contains(where: { $0.hasPrefix("corrections:") }) {
      result += base.isEmpty ? beginning : "corrections:\n"
    }
    result += entry(correction)
    return settled(result, is: old.corrections + [correction], name: name)
  }

  /// The text of a file without one of its corrections.
  public static func removing(_ index: Int, from text: String, name: String) throws(LocatedError) -> String {
    let old = try CorrectionFile(text, name: name)
    var rest = old.corrections
    rest.remove(at: index)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = old.lines[index] - 1
    var end = index + 1 < old.lines.count ? old.lines[index + 1] - 1 : lines.count
    // Comments before the next one belong to that.
    while end > start + 1, end <= lines.count, lines[end - 1].drop(while: \.isWhitespace).hasPrefix("#") {
      end -= 1
    }
    lines.removeSubrange(start..<end)
    var result = lines.joined(separator: "\n")
    if !result.hasSuffix("\n") { result += "\n" }
    return settled(result, is: rest, name: name)
  }

  /// The text where it says what it should, and otherwise all corrections written anew: files may be laid out in ways
  /// that lines cannot be added to.
  private static func settled(_ text: String, is corrections: [Correction], name: String) -> String {
    if let file = try? CorrectionFile(text, name: name), file.corrections == corrections { return text }
    return beginning + corrections.map(entry).joined()
  }

  /// A correction as an element of the list.
  static func entry(_ correction: Correction) -> String {
    func relation(_ relation: Relation) -> String {
      scalar("\(relation.source) \(relation.type.rawValue) \(relation.target)")
    }
    func list(_ values: [String]) -> String { "[\(values.map(scalar).joined(separator: ", "))]" }
    var members: [(String, String?)]
    switch correction.change {
    case .accept(let edge, let scope):
      members = [
        ("accept", relation(edge)), ("article", scope.article.map(scalar)),
        ("quote", scope.quote.map(scalar)),
      ]
    case .reject(let edge, let scope):
      members = [
        ("reject", relation(edge)), ("article", scope.article.map(scalar)),
        ("quote", scope.quote.map(scalar)),
      ]
    case .merge(let actors, let into): members = [("merge", list(actors)), ("into", scalar(into))]
    case .split(let actor, let scope, let into, let name, let kind):
      members = [
        ("split", scalar(actor)), ("articles", scope.articles.isEmpty ? nil : list(scope.articles)),
        ("aliases", scope.aliases.isEmpty ? nil : list(scope.aliases)), ("into", scalar(into)),
        ("name", name.map(scalar)), ("is", kind?.rawValue),
      ]
    case .rename(let actor, let name): members = [("rename", scalar(actor)), ("name", scalar(name))]
    case .setKind(let actor, let kind): members = [("kind", scalar(actor)), ("is", kind.rawValue)]
    }
    members.append(("note", correction.note.map(scalar)))
    let given = members.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "  - " + given.joined(separator: "\n    ") + "\n"
  }

  /// A text as YAML: plain where it is of plain words, otherwise in quotes.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last?.isWhitespace == false
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_ .".unicodeScalars.contains(scalar))
      }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    if isPlain { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\0"..<" ", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
