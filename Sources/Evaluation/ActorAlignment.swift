import Foundation

/// Matches predicted actors with gold actors by their surface forms.
public enum ActorAlignment {
  /// A form without case, accents, punctuation, possessive endings and one leading article or possessive.
  public static func normalized(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      scalars.append(scalar == "’" ? "'" : scalar)
    }
    var words: [UInt8] = []
    for scalar in withoutPossessives(String(scalars).lowercased()) {
      switch scalar {
      case "a"..."z", "0"..."9": words.append(UInt8(ascii: scalar))
      default: if let last = words.last, last != UInt8(ascii: " ") { words.append(UInt8(ascii: " ")) }
      }
    }
    if words.last == UInt8(ascii: " ") { words.removeLast() }
    for article in ["the ", "a ", "an ", "its ", "their ", "his ", "her "]
    where words.starts(with: article.utf8) {
      return String(decoding: words.dropFirst(article.utf8.count), as: UTF8.self)
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Drops "'s" where no letter or digit follows. (The lone apostrophe of "states'" is punctuation.)
  private static func withoutPossessives(_ text: String) -> [Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var i = 0
    while i < scalars.count {
      if scalars[i] == "'", i + 1 < scalars.count, scalars[i + 1] == "s",
        i + 2 == scalars.count || !isWordCharacter(scalars[i + 2])
      {
        i += 2
      } else {
        result.append(scalars[i])
        i += 1
      }
    }
    return result
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: scalar == "_" || scalar.properties.numericType != nil
    }
  }

  /// Predicted id to gold id, each to the gold actor with which it shares most forms (several may share one), and how
  /// well they agree: exact forms count 1, a form that ends another 0.4, the predicted name among gold's forms 0.5
  /// more. The first of equals wins.
  package static func align(
    _ actors: [ScoredGraph.Actor], to gold: [ScoredGraph.Actor]
  ) -> [String: (id: String, strength: Double)] {
    let goldForms = gold.map { (id: $0.id, forms: forms([$0.name] + $0.forms)) }
    var result: [String: (id: String, strength: Double)] = [:]
    for actor in actors {
      let own = forms([actor.name] + actor.forms)
      let name = normalized(actor.name)
      var best: (id: String, strength: Double)?
      for (id, forms) in goldForms {
        let strength = overlap(own, forms) + (forms.contains(name) ? 0.5 : 0)
        if strength > best?.strength ?? -1 { best = (id, strength) }
      }
      if let best, best.strength > 0 { result[actor.id] = best }
    }
    return result
  }

  private static func forms(_ names: [String]) -> Set<String> {
    Set(names.map(normalized)).subtracting([""])
  }

  private static func overlap(_ predicted: Set<String>, _ gold: Set<String>) -> Double {
    var score = Double(predicted.intersection(gold).count)
    for form in predicted.subtracting(gold)
    where gold.contains(where: { $0.hasSuffix(" " + form) || form.hasSuffix(" " + $0) }) {
      score += 0.4
    }
    return score
  }
}
