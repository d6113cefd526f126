import Documents

/// Reads articles: cuts them into words and finds parts of speech, dependency trees and names.
///
/// The same article gives the same document, whatever else is read and on however many threads.
public struct Reader: Sendable {
  private let model: LanguageModel
  private let segmenter: Segmenter

  public init(model: LanguageModel) {
    self.model = model
    segmenter = Segmenter(boundaries: model.boundaries)
  }

  /// Reads an article. Time grows linearly with its length, and in a sentence with the square of its words.
  public func read(_ article: Article) -> ParsedDocument {
    parse(segmenter.segment(article))
  }

  /// Analyses an article that is cut into words.
  public func parse(_ document: TokenizedDocument) -> ParsedDocument {
    var parsed: [ParsedSentence] = []
    parsed.reserveCapacity(document.sentences.count)
    var batch: [TokenizedSentence] = []
    var words = 0
    let workspace = Workspace()
    func finish() {
      parsed += parse(batch, words: words, in: workspace)
      batch = []
      words = 0
    }
    for sentence in document.sentences {
      batch.append(sentence)
      words += sentence.words.count
      if words >= 400 { finish() }
    }
    finish()
    return ParsedDocument(article: document.article, sentences: parsed)
  }

  private func parse(
    _ sentences: [TokenizedSentence], words: Int, in workspace: Workspace
  ) -> [ParsedSentence] {
    guard words > 0 else {
      return sentences.map {
        ParsedSentence(range: $0.range, tokens: [], names: [], role: $0.role, paragraph: $0.paragraph)
      }
    }
    let lexicon = model.lexicon
    let size = (words + 15) / 16 * 16 * lexicon.shape.input
    let input = workspace.buffer(.input, size)
    input.base.update(repeating: 0, count: size)
    var row = 0
    for sentence in sentences {
      lexicon.write(sentence.words.map(\.form), to: input.base + row * lexicon.shape.input)
      row += sentence.words.count
    }
    let output = model.network.run(counts: sentences.map(\.words.count), input: input, in: workspace)
    return sentences.indices.map { annotate(sentences[$0], output, $0) }
  }

  private func annotate(_ sentence: TokenizedSentence, _ output: Network.Output, _ index: Int)
    -> ParsedSentence
  {
    let lexicon = model.lexicon
    let shape = lexicon.shape
    let offsets = shape.offsets
    let start = output.starts[index]
    let heads = output.heads[index]
    var tokens: [Token] = []
    tokens.reserveCapacity(sentence.words.count)
    for (position, word) in sentence.words.enumerated() {
      let row = output.tags.base + (start + position) * shape.tags
      func scores(_ kind: TagKind) -> UnsafePointer<Float> { UnsafePointer(row + offsets[kind]!) }
      func best(_ kind: TagKind) -> Int { lexicon.best(kind, scores(kind)) }
      let head = heads[position]
      let partOfSpeech = PartOfSpeech(rawValue: lexicon.classes(.partOfSpeech)[best(.partOfSpeech)]) ?? .other
      let tag = lexicon.classes(.tag)[best(.tag)]
      tokens.append(
        Token(
          range: word.range, form: word.form,
          lemma: model.lemmas.lemma(
            of: word.form, tag: tag, partOfSpeech: partOfSpeech, best: best(.lemma), scores: scores(.lemma)),
          partOfSpeech: partOfSpeech, tag: tag,
          features: lexicon.classes(.features)[best(.features)], head: head < 0 ? nil : head,
          relation: lexicon.bestRelation(
            output.labels.base + (start + position) * shape.paddedRelations, isRoot: head < 0)))
    }
    let names = NameDecoding.names(
      count: tokens.count, scores: output.tags.base + start * shape.tags + shape.offset(of: .name),
      stride: shape.tags)
    return ParsedSentence(
      range: sentence.range, tokens: tokens, names: names, role: sentence.role, paragraph: sentence.paragraph)
  }
}
