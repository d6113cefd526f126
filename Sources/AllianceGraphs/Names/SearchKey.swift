/// The spelling under which names are compared: lower-case letters without accents and digits, one space between
/// words, no possessive, no leading article. "The Côte d’Ivoire's" becomes "cote d ivoire". Linear.
package func searchKey(_ name: String) -> String {
  var words: [String] = []
  var word = ""
  let scalars = Array(name.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    if scalar == "'" || scalar == "’" {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isPossessive =
        (next == "s" || next == "S")
        && (index + 2 >= scalars.count || !scalars[index + 2].properties.isAlphabetic)
      // The "s" that follows then stands alone and is dropped below.
      words.append(word)
      word = isPossessive ? "\u{0}" : ""
    } else if let letters = searchLetters(scalar) {
      word += letters
    } else {
      words.append(word)
      word = ""
    }
  }
  words.append(word)
  words.removeAll { $0.isEmpty || $0 == "\u{0}s" }
  if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
  return words.joined(separator: " ")
}

/// What a character contributes to a key: nil where it separates words.
private func searchLetters(_ scalar: Unicode.Scalar) -> String? {
  let properties = scalar.properties
  if scalar == "." { return "" }  // "U.S." is "US"
  if scalar.isASCII {
    return properties.isAlphabetic || properties.numericType != nil ? properties.lowercaseMapping : nil
  }
  switch properties.generalCategory {
  case .nonspacingMark, .format: return ""
  case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
    .spacingMark:
    return properties.lowercaseMapping.unicodeScalars.map(plainLetter).joined()
  default: return nil
  }
}

/// The letter without what Unicode's name for it adds: "LATIN SMALL LETTER E WITH ACUTE" is "e".
private func plainLetter(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "ß": return "ss"
  case "æ": return "ae"
  case "œ": return "oe"
  case "ı": return "i"
  case "ð": return "d"
  case "þ": return "th"
  case "й": return "и"
  case "ё": return "е"
  default: break
  }
  if scalar.properties.generalCategory == .nonspacingMark { return "" }
  let prefix = "LATIN SMALL LETTER "
  guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return String(scalar) }
  let rest = name.dropFirst(prefix.count)
  guard let letter = rest.first, rest.dropFirst().hasPrefix(" WITH ") else { return String(scalar) }
  return letter.lowercased()
}
