extension CoNLLU {
  /// Prints a parsed document: a `# newdoc` with what is known about the article, and the sentences with their
  /// text, roles, paragraphs, and for each word `SpaceAfter=No`, its UTF-8 range and its part of a name in
  /// the last column. What `documents(in:file:)` reads from it has the same sentences.
  ///
  /// - Complexity: linear in the length of the document.
  public static func print(_ document: ParsedDocument) -> String {
    var output = ""
    let article = document.article
    output += "# newdoc id = \(singleLine(article.id))\n"
    for (key, value) in [
      ("title", article.title), ("date", article.date), ("publisher", article.publisher),
      ("url", article.url),
    ] {
      if let value, !value.isEmpty { output += "# \(key) = \(singleLine(value))\n" }
    }
    var paragraph: Int?
    for (number, sentence) in document.sentences.enumerated() {
      if sentence.paragraph != paragraph { output += "# newpar\n" }
      paragraph = sentence.paragraph
      output += "# sent_id = \(singleLine(article.id))-\(number + 1)\n"
      if sentence.role != .body { output += "# role = \(sentence.role.rawValue)\n" }
      output += "# text = \(singleLine(article.text[utf8: sentence.range]))\n"
      let next = number + 1 < document.sentences.count ? document.sentences[number + 1] : nil
      append(sentence, followedAt: next?.range.lowerBound, to: &output)
      output += "\n"
    }
    return output
  }

  private static func append(_ sentence: ParsedSentence, followedAt next: Int?, to output: inout String) {
    var labels = [String?](repeating: nil, count: sentence.tokens.count)
    for name in sentence.names {
      for index in name.tokens {
        labels[index] = (index == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue
      }
    }
    for (index, token) in sentence.tokens.enumerated() {
      let nextStart = index + 1 < sentence.tokens.count ? sentence.tokens[index + 1].range.lowerBound : next
      var misc: [String] = []
      if let label = labels[index] { misc.append("NER=\(label)") }
      if nextStart == token.range.upperBound { misc.append("SpaceAfter=No") }
      misc.append("TokenRange=\(token.range.lowerBound):\(token.range.upperBound)")
      let columns = [
        "\(index + 1)", token.form, token.lemma, token.partOfSpeech.rawValue, token.tag, token.features,
        "\(token.head.map { $0 + 1 } ?? 0)", token.relation, "", misc.joined(separator: "|"),
      ]
      output += columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t") + "\n"
    }
  }

  /// Comments end with the line.
  private static func singleLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
