import ArgumentParser
import Documents

/// A stage of the analysis of articles, as text for people.
enum ParseView: String, CaseIterable, ExpressibleByArgument {
  case conllu, words, tags, tree, names

  func text(of document: ParsedDocument) -> String {
    switch self {
    case .conllu: CoNLLU.print(document)
    case .words: lines(document) { [$0.tokens.map(\.form).joined(separator: " ")] }
    case .tags:
      lines(document) { sentence in
        sentence.tokens.map { token in
          [token.form, token.lemma, token.partOfSpeech.rawValue, token.tag, token.features]
            .filter { !$0.isEmpty }.joined(separator: "\t")
        }
      }
    case .tree: lines(document) { tree(of: $0) }
    case .names:
      lines(document) { sentence in
        sentence.names.map { name in
          let start = sentence.tokens[name.tokens.lowerBound].range.lowerBound
          let end = sentence.tokens[name.tokens.upperBound - 1].range.upperBound
          return "\(name.kind.rawValue)\t\(document.article.text[utf8: start..<end])"
        }
      }
    }
  }

  /// A line about each sentence (its number, what it is for, and its text where that does not follow), then its lines.
  private func lines(_ document: ParsedDocument, _ lines: (ParsedSentence) -> [String]) -> String {
    var output = "# \(document.article.id)\n"
    for (number, sentence) in document.sentences.enumerated() {
      let text = document.article.text[utf8: sentence.range].split(whereSeparator: \.isNewline)
        .joined(separator: " ")
      output += "\(number + 1) \(sentence.role.rawValue)" + (self == .words ? "" : ": \(text)") + "\n"
      for line in lines(sentence) { output += "  \(line)\n" }
    }
    return output
  }

  /// The words in their order, each indented by its depth, with its relation to the word it depends on.
  private func tree(of sentence: ParsedSentence) -> [String] {
    var depths = [Int?](repeating: nil, count: sentence.tokens.count)
    for start in sentence.tokens.indices {
      // Up to a word of known depth or the root, then down again.
      var path: [Int] = []
      var current: Int? = start
      while let index = current, depths[index] == nil, path.count < sentence.tokens.count {
        path.append(index)
        current = sentence.tokens[index].head
      }
      var depth = current.flatMap { depths[$0] } ?? -1
      for index in path.reversed() {
        depth += 1
        depths[index] = depth
      }
    }
    return sentence.tokens.enumerated().map { index, token in
      let head = token.head.map { " ← \(sentence.tokens[$0].form)" } ?? ""
      return String(repeating: "  ", count: depths[index] ?? 0) + "\(token.form)  \(token.relation)\(head)"
    }
  }
}
