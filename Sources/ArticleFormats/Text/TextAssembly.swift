import Documents

/// What is known of an article before its text is put together.
struct ArticleDraft {
  var title = ""
  var paragraphs: [String] = []
  var date: String?
  var publisher: String?
  var url: String?

  /// The article: its headline and paragraphs, parted by blank lines. Where the text begins with the headline, that is
  /// left out there.
  func article(id: String) -> Article {
    let headline = title.utf8.count <= 300 ? title : ""
    var parts = paragraphs[...]
    if let first = parts.first, !title.isEmpty {
      let line = first.prefix { $0 != "\n" }
      if comparable(String(line)) == comparable(title) {
        let rest = first.dropFirst(line.utf8.count == first.utf8.count ? line.count : line.count + 1)
        parts = (rest.isEmpty ? [] : [String(rest)]) + parts.dropFirst()
      }
    }
    if !title.isEmpty { parts.insert(title, at: parts.startIndex) }
    return Article(
      id: id, title: headline, date: date, publisher: publisher, url: url,
      text: parts.joined(separator: "\n\n") + "\n")
  }
}

/// A text as far as its words go: letters and digits in lower case.
func comparable(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic || isDigit(scalar) {
    result.unicodeScalars.append(scalar)
  }
  return result
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// Runs of white space as single spaces, none at the ends.
func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A text that is not empty once its white space is collapsed.
func given(_ text: String?) -> String? {
  let result = collapsed(text ?? "")
  return result.isEmpty ? nil : result
}

/// An address of the web; others say nothing to a reader.
func webAddress(_ text: String?) -> String? {
  guard let text = given(text), !text.contains(" ") else { return nil }
  let lowercased = text.lowercased()
  return lowercased.hasPrefix("http://") || lowercased.hasPrefix("https://") ? text : nil
}

/// Ids that may stand in the name of a file, whatever the file they come from says.
enum SafeID {
  /// Letters, digits, `.`, `_` and `-` stay, everything else becomes one hyphen; nil where nothing is left.
  static func safe(_ text: String, longest: Int = 100) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
        || scalar == "." && !result.isEmpty
      {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-" {
        result += "-"
      }
      if result.utf8.count >= longest { break }
    }
    while let last = result.last, last == "-" || last == "." { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  /// The first words of a headline in lower case, joined by hyphens.
  static func slug(_ title: String) -> String? { safe(title.lowercased(), longest: 60) }
}
