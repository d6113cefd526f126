/// A sentence of a corpus of names: its words, and the spans that bear labels.
public struct NamedSentence: Hashable, Sendable {
  public var forms: [String]
  public var spans: [LabeledSpan]

  public init(forms: [String], spans: [LabeledSpan]) {
    self.forms = forms
    self.spans = spans
  }

  /// Reads labels in the IOB2 format: a word a line and an empty line after each sentence.
  ///
  /// Columns are separated by tabs or spaces. Where the first is a number, the word and its label are the second
  /// and third; else the first and the last. `I-` after something else begins a span too, as in IOB1. Comments
  /// begin with `# `, lines of `-DOCSTART-` are passed over.
  ///
  /// - Parameter file: names the text in errors.
  /// - Throws: `EvaluationError` when a line has no label or a label is malformed.
  public static func sentences(inIOB2 text: String, file: String) throws(EvaluationError) -> [NamedSentence] {
    var sentences: [NamedSentence] = []
    var sentence = NamedSentence(forms: [], spans: [])
    func end() {
      if !sentence.forms.isEmpty { sentences.append(sentence) }
      sentence = NamedSentence(forms: [], spans: [])
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated() {
      let line = Substring(bytes)
      let isTabbed = bytes.contains(UInt8(ascii: "\t"))
      let columns = line.unicodeScalars.split {
        isTabbed ? $0 == "\t" || $0 == "\r" : $0 == " " || $0 == "\r"
      }
      .map { String(Substring($0)) }
      if columns.isEmpty {
        end()
        continue
      }
      if line.hasPrefix("# ") || line.hasPrefix("-DOCSTART-") { continue }
      let isNumbered = columns.count >= 3 && Int(columns[0]) != nil
      guard columns.count >= 2 else { throw EvaluationError("\(file):\(number + 1): the word has no label") }
      let label = isNumbered ? columns[2] : columns[columns.count - 1]
      sentence.forms.append(isNumbered ? columns[1] : columns[0])
      if label == "O" { continue }
      guard label.hasPrefix("B-") || label.hasPrefix("I-"), label.utf8.count > 2 else {
        throw EvaluationError("\(file):\(number + 1): unknown label '\(label)'; expected O, B-KIND or I-KIND")
      }
      sentence.extend(with: String(label.dropFirst(2)), begins: label.hasPrefix("B-"))
    }
    end()
    return sentences
  }

  /// Puts the last word into the span before it or into a new one.
  private mutating func extend(with label: String, begins: Bool) {
    let index = forms.count - 1
    if !begins, let last = spans.last, last.words.upperBound == index, last.label == label {
      spans[spans.count - 1].words = last.words.lowerBound..<(index + 1)
    } else {
      spans.append(LabeledSpan(words: index..<(index + 1), label: label))
    }
  }
}
