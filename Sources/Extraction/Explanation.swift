import Documents

extension Extractor {
  /// What was found in an article, for people who want to know why: each sentence with the actors of its mentions and the
  /// rules that resolved them, and the candidates with theirs.
  package func explanation(of document: ParsedDocument) -> String {
    let resolved = resolve(document)
    let candidates = candidates(in: resolved)
    var lines: [String] = []
    for tree in resolved.trees {
      lines.append("# \(document.article.text[utf8: tree.sentence.range])")
      lines.append(
        (0..<tree.count).map {
          "\($0):\(tree.form($0))/\(tree.lemma($0))/\(tree.tag($0))/\(tree.token($0).relation)→\(tree.head($0).map(String.init) ?? "root")"
        }
        .joined(separator: " "))
      let names = tree.sentence.names.map { name in
        "\(name.tokens.map(tree.form).joined(separator: " "))/\(name.kind.rawValue)"
      }
      if !names.isEmpty { lines.append("  names: \(names.joined(separator: ", "))") }
      for mention in resolved.mentions[tree.index].compactMap({ $0 }) {
        let names = mention.actors.map { resolved.register[$0].id }.joined(separator: ", ")
        lines.append("  \(tree.text(mention.tokens, in: document.article)) = \(names)  [\(mention.rule)]")
      }
      for candidate in candidates where candidate.sentence == tree.index {
        let source = resolved.register[candidate.source.actor].id
        let target = resolved.register[candidate.target.actor].id
        lines.append(
          "  -> \(source) \(candidate.type.rawValue) \(target) \(candidate.status)\(candidate.isNegated ? " negated" : "")"
            + "\(candidate.isWeak ? " weak" : "") [\(candidate.rule) at \(tree.form(candidate.predicate))]")
      }
    }
    return lines.joined(separator: "\n")
  }
}
