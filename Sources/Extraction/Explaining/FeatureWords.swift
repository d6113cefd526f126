import Relations

/// Puts the features of the scorer into words for people.
enum FeatureWords {
  /// What a feature says; nil for what tells nothing to a reader. Features without words of their own are quoted.
  static func words(for feature: String, type: RelationType) -> String? {
    let parts = feature.split(separator: " ").map(String.init)
    guard let family = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    switch family {
    case "bias": return nil
    case "rule": return rule(rest)
    case "ends": return type.isSymmetric ? endsWithoutDirection(rest) : ends(rest)
    case "pair": return type.isSymmetric && rest.first == "forward" ? nil : pair(rest)
    default: return "“\(feature)”"
    }
  }

  private static func quoted(_ parts: some Sequence<String>) -> String {
    "“\(parts.joined(separator: " "))”"
  }

  // MARK: What rules found

  private static func rule(_ parts: [String]) -> String? {
    guard let first = parts.first else { return nil }
    switch first {
    case "negated": return rule(Array(parts.dropFirst())).map { "\($0), in a negated clause" }
    case "weak": return rule(Array(parts.dropFirst())).map { "\($0), only a loose sign" }
    case "none": return "no rule found it"
    case "no": return "no strong rule found it"
    case "one": return "a rule found it"
    case "two": return "found at least twice"
    case "three": return "found at least three times"
    case "paths":
      return parts.dropFirst().allSatisfy { $0 == "direct" }
        ? "the places of the rule are filled by the two themselves"
        : "how the words lead to the two: \(parts.dropFirst().joined(separator: ", "))"
    case "forms": return "what the two are called by: \(parts.dropFirst().joined(separator: ", "))"
    case "status": return "told as \(parts.last ?? "")"
    case "word": return "the word \(quoted(parts.dropFirst()))"
    case "pos": return "said by \(article(parts.last ?? ""))"
    case "headline": return "said in a headline"
    default:
      return parts.count == 1 ? "found by \(first)\(first.contains(".") ? "" : " rules")" : quoted(parts)
    }
  }

  // MARK: Who the two are

  private static func ends(_ parts: [String]) -> String? {
    guard let first = parts.first else { return nil }
    let last = parts.last ?? ""
    switch first {
    case "kinds" where parts.count == 3: return "source: \(kind(parts[1])), target: \(kind(last))"
    case "source": return "the source is \(article(kind(last)))"
    case "target": return "the target is \(article(kind(last)))"
    case "known" where parts.count == 3:
      return switch (parts[1], last) {
      case ("true", "true"): "both actors are in the dictionaries"
      case ("false", "false"): "neither actor is in the dictionaries"
      case ("true", _): "only the source is in the dictionaries"
      default: "only the target is in the dictionaries"
      }
    case "home": return "one is at home in the other, or belongs to it"
    case "united": return "the United Nations are one of the two"
    case "count" where parts.count == 3: return "mentioned \(parts[1]) and \(last) times"
    case "together": return "mentioned together in \(last) places"
    case "also": return "the article also says \(spoken(last)) of the two"
    case "reverse": return "the article also says \(spoken(last)) of the two the other way round"
    case "nothing": return "the article says nothing else of the two"
    case "focus": return "the \(last) is whom the article is about"
    default: return quoted(parts)
    }
  }

  /// Of a relation without direction neither end is the source.
  private static func endsWithoutDirection(_ parts: [String]) -> String? {
    let last = parts.last ?? ""
    switch parts.first {
    case "source", "target": return "one of the two is \(article(kind(last)))"
    case "kinds" where parts.count == 3: return "\(article(kind(parts[1]))) and \(article(kind(last)))"
    case "known" where parts.dropFirst().first != last: return "only one of the two is in the dictionaries"
    case "focus": return "one of the two is whom the article is about"
    default: return ends(parts)
    }
  }

  private static func kind(_ name: String) -> String {
    var result = ""
    for letter in name { result += letter.isUppercase ? " \(letter.lowercased())" : String(letter) }
    return result
  }

  private static func article(_ noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an \(noun)" : "a \(noun)"
  }

  private static func spoken(_ type: String) -> String { "“\(kind(type))”" }

  // MARK: What stands between them

  private static func pair(_ parts: [String]) -> String? {
    guard let first = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    let words = rest.filter { $0 != "true" && $0 != "false" }
    switch first {
    case "forward": return "the source stands first in a sentence"
    case "backward": return "the target stands first in a sentence"
    case "gap":
      return words.first == "far" ? "far apart in a sentence" : "at most \(words.first ?? "") words apart"
    case "headline": return "both in the headline"
    case "path": return "the words that join them in the tree: \(quoted(rest))"
    case "top": return "\(quoted(rest)) above both in the tree"
    case "ends": return "how they hang in the tree: \(rest.joined(separator: ", "))"
    case "on": return "\(quoted(words.dropFirst())) on the way from one to the other"
    case "between": return "\(quoted(words)) between the two"
    case "others": return words.last == "0" ? "nobody else between the two" : "others between the two"
    case "role": return role(rest)
    case "trigger": return trigger(words)
    case "other": return "the word above both says \(spoken(rest.last ?? ""))"
    default: return quoted(parts)
    }
  }

  private static func role(_ parts: [String]) -> String {
    switch parts.first {
    case "wants": "a predicate lacks its \(parts.dropFirst().first?.filter { $0 != ":" } ?? "other end")"
    case "has": "the predicate has another target"
    case "source": "the source is one of several"
    case "target": "the target is one of several"
    default: places(parts)
    }
  }

  /// "self empty", "backs.deliver self other": how the two fill the places of a predicate.
  private static func places(_ parts: [String]) -> String {
    guard parts.count >= 2 else { return quoted(parts) }
    func state(_ word: String) -> String {
      switch word {
      case "self": "its own"
      case "empty": "empty"
      default: "somebody else's"
      }
    }
    let frame = parts.count > 2 ? "of \(parts[0])" : "of a predicate"
    return "the places \(frame): the source's \(state(parts[parts.count - 2])), "
      + "the target's \(state(parts[parts.count - 1]))"
  }

  private static func trigger(_ parts: [String]) -> String {
    switch parts.first {
    case "word": return "the word \(quoted(parts.dropFirst())) in the sentence"
    case "reach": return "how its word leads to the two: \(parts.dropFirst().joined(separator: ", "))"
    case "on": return "its word on the way from one to the other"
    case "before", "after", "between":
      return "its word \(parts[0] == "between" ? "between" : parts[0]) the two"
    default:
      let place = parts.dropFirst().joined(separator: " ")
      return "a word of \(parts.first ?? "") \(place.isEmpty ? "in the sentence" : place)"
    }
  }
}
