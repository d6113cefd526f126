import Documents
import Foundation

/// Reads the corpora that the model is trained from.
public enum Corpora {
  /// The sentences of a treebank in CoNLL-U.
  public static func treebank(_ file: URL) throws -> [Example] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return try CoNLLU.documents(in: text, file: file.path).flatMap { document in
      document.sentences.map { Example(forms: $0.tokens.map(\.form), tokens: $0.tokens) }
    }
  }

  /// Names in the columns of a file with a word a line and an empty line after each sentence.
  ///
  /// - Parameters:
  ///   - word, label: The columns, counted from 0.
  ///   - kinds: What each of the corpus' kinds is; kinds that are not listed are no names.
  public static func columns(_ file: URL, word: Int, label: Int, kinds: [String: NameKind]) throws
    -> [Example]
  {
    var examples: [Example] = []
    var forms: [String] = []
    var labels: [String] = []
    func finish() {
      if !forms.isEmpty { examples.append(example(forms: forms, labels: labels, kinds: kinds)) }
      forms = []
      labels = []
    }
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.isEmpty {
        finish()
        continue
      }
      let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
      // A comment, not the word "#".
      if line.hasPrefix("# "), !(fields.count == 2 && fields[1] == "O") { continue }
      guard fields.count > max(word, label) else { continue }
      forms.append(String(fields[word]))
      labels.append(String(fields[label]))
    }
    finish()
    return examples
  }

  private static func example(forms: [String], labels: [String], kinds: [String: NameKind]) -> Example {
    var names: [Name] = []
    var previous = ""
    for (index, label) in labels.enumerated() {
      let parts = label.split(separator: "-", maxSplits: 1).map(String.init)
      if parts.count == 2, let kind = kinds[parts[1]] {
        if parts[0] == "I", previous == parts[1], let last = names.last, last.tokens.upperBound == index {
          names[names.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
        } else {
          names.append(Name(tokens: index..<(index + 1), kind: kind))
        }
      }
      previous = parts.count == 2 ? parts[1] : ""
    }
    return splitHyphens(Example(forms: forms, names: names))
  }

  private struct RelationDocument: Decodable {
    struct Mention: Decodable {
      var type: String
      var pos: [Int]
      var sentence: Int

      private enum CodingKeys: String, CodingKey {
        case type, pos
        case sentence = "sent_id"
      }
    }
    var vertexSet: [[Mention]]
    var sents: [[String]]
  }

  /// The typed mentions of Re-DocRED, but for times and numbers. Articles before names are cut off, and single words
  /// that are demonyms become `other`.
  public static func relationDocuments(_ file: URL, habits: WordHabits) throws -> [Example] {
    let documents = try JSONDecoder().decode([RelationDocument].self, from: Data(contentsOf: file))
    var examples: [Example] = []
    for document in documents {
      for (index, sentence) in document.sents.enumerated() where !sentence.isEmpty {
        var names: [Name] = []
        let mentions = document.vertexSet.joined().filter { $0.sentence == index && $0.pos.count == 2 }
          .sorted { ($0.pos[0], -$0.pos[1]) < ($1.pos[0], -$1.pos[1]) }
        for mention in mentions {
          guard var kind = NameKind(rawValue: mention.type) else { continue }
          var start = mention.pos[0]
          let end = min(mention.pos[1], sentence.count)
          if start + 1 < end, sentence[start].lowercased() == "the" { start += 1 }
          guard start < end, start >= names.last?.tokens.upperBound ?? 0 else { continue }
          if end - start == 1, kind == .location, habits.demonyms.contains(sentence[start].lowercased()) {
            kind = .other
          }
          names.append(Name(tokens: start..<end, kind: kind))
        }
        examples.append(splitHyphens(Example(forms: sentence, names: names)))
      }
    }
    return examples
  }

  /// Words joined by hyphens become words of their own, as in the treebanks.
  static func splitHyphens(_ example: Example) -> Example {
    guard example.forms.contains(where: { $0.count > 2 && $0.dropFirst().dropLast().contains("-") }) else {
      return example
    }
    var forms: [String] = []
    var starts: [Int] = []
    for form in example.forms {
      starts.append(forms.count)
      let parts = form.split(separator: "-", omittingEmptySubsequences: false)
      let splits =
        parts.count > 1 && parts.allSatisfy { $0.first.map { $0.isLetter || $0.isNumber } ?? false }
      guard splits else {
        forms.append(form)
        continue
      }
      for (index, part) in parts.enumerated() {
        if index > 0 { forms.append("-") }
        forms.append(String(part))
      }
    }
    starts.append(forms.count)
    let names = example.names?.map {
      Name(tokens: starts[$0.tokens.lowerBound]..<starts[$0.tokens.upperBound], kind: $0.kind)
    }
    return Example(forms: forms, names: names)
  }

  /// Gives treebank sentences the names that `annotated` has for the same words.
  public static func joinNames(_ examples: [Example], _ annotated: [Example]) -> [Example] {
    var names: [String: [Name]] = [:]
    for example in annotated { names[example.forms.joined(separator: " ")] = example.names }
    return examples.map { example in
      var joined = example
      joined.names = names[example.forms.joined(separator: " ")]
      return joined
    }
  }
}
