import Foundation

/// Matches predicted actors with gold actors by their surface forms.
public enum ActorAlignment {
  /// A form without case, accents, punctuation, possessive endings and leading articles.
  public static func normalized(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      scalars.append(scalar)
    }
    var characters = Array(String(scalars).lowercased().replacingOccurrences(of: "’", with: "'").unicodeScalars)
    characters = withoutPossessives(characters)
    var words = ""
    for scalar in characters {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        words.unicodeScalars.append(scalar)
      } else if !words.isEmpty, !words.hasSuffix(" ") {
        words += " "
      }
    }
    while words.hasSuffix(" ") { words.removeLast() }
    for article in ["the ", "a ", "an ", "its ", "their ", "his ", "her "] where words.hasPrefix(article) {
      return String(words.dropFirst(article.count))
    }
    return words
  }

  /// Drops "'s" before a word boundary, and the apostrophe of "s'" before a space or the end.
  private static func withoutPossessives(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    func isWord(_ i: Int) -> Bool {
      i < text.count && (text[i].properties.isAlphabetic || text[i].properties.numericType != nil || text[i] == "_")
    }
    var result: [Unicode.Scalar] = []
    var i = 0
    while i < text.count {
      if text[i] == "'", i + 1 < text.count, text[i + 1] == "s", !isWord(i + 2) {
        i += 2
      } else if text[i] == "s", i + 1 < text.count, text[i + 1] == "'",
        i + 2 == text.count || text[i + 2].properties.isWhitespace
      {
        result.append("s")
        i += 2
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result
  }

  /// Predicted id to gold id, each to the gold actor with which it shares most forms (several may share one), and how
  /// well they agree: exact forms count 1, a form that ends another 0.4.
  package static func align(_ actors: [ScoredGraph.Actor], to gold: [ScoredGraph.Actor]) -> [String: (id: String, strength: Double)] {
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
