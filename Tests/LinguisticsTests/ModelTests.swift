import Documents
import Testing

@testable import Linguistics
@testable import LinguisticsTraining

/// A small network trained for a few seconds: what is learnt is what is read, and the file says when it is damaged.
@Suite struct ModelTests {
  private static let trained: [UInt8] = {
    let trainer = makeTrainer()
    trainer.train(parsed: TinyCorpus.examples.filter { !$0.tokens.isEmpty }, named: []) { _, _ in }
    return trainer.model(lemmatizer: lemmatizer, boundaries: boundaries)
  }()

  private static let lemmatizer = LemmatizerTrainer(knowsConflictWords: false).train()
  private static let boundaries = BoundaryTrainer().train()

  private static func makeTrainer() -> Trainer {
    var settings = Trainer.Settings()
    settings.hidden = 16
    settings.layers = 1
    settings.labelUnits = 64
    settings.epochs = 60
    settings.cooling = 45
    settings.rate = 0.02
    settings.batchWords = 20
    settings.unitDropout = 0
    settings.wordDropout = 0
    settings.varies = false
    let vocabulary = Vocabulary(examples: TinyCorpus.examples, minimum: 1)
    return Trainer(vocabulary: vocabulary, vectors: TinyCorpus.vectors, settings: settings, affixes: 64)
  }

  private func document(_ forms: [[String]]) -> TokenizedDocument {
    TokenizedDocument(
      article: Article(id: "a", title: "", text: ""),
      sentences: forms.map { words in
        TokenizedSentence(
          range: 0..<0, words: words.map { Word(range: 0..<0, form: $0) }, role: .body, paragraph: 0)
      })
  }

  @Test func learnsByHeart() throws {
    let sentences = TinyCorpus.examples.filter { !$0.tokens.isEmpty }
    try Self.trained.withUnsafeBytes { bytes in
      let reader = Reader(model: try LanguageModel(bytes: bytes))
      let parsed = reader.parse(document(sentences.map(\.forms))).sentences
      for (gold, read) in zip(sentences, parsed) {
        #expect(read.tokens.map(\.head) == gold.tokens.map(\.head))
        #expect(read.tokens.map(\.relation) == gold.tokens.map(\.relation))
        #expect(read.tokens.map(\.tag) == gold.tokens.map(\.tag))
        #expect(read.tokens.map(\.partOfSpeech) == gold.tokens.map(\.partOfSpeech))
        #expect(read.names == gold.names)
      }
    }
  }

  /// A sentence's analysis does not depend on what is read with it.
  @Test func sentencesAreReadAlone() throws {
    let forms = TinyCorpus.examples.map(\.forms)
    try Self.trained.withUnsafeBytes { bytes in
      let reader = Reader(model: try LanguageModel(bytes: bytes))
      let together = reader.parse(document(forms + [[]] + forms)).sentences
      let alone = (forms + [[]] + forms).flatMap { reader.parse(document([$0])).sentences }
      #expect(together == alone)
      #expect(together.count == 2 * forms.count + 1)
    }
  }

  @Test func trainingIsRepeatable() {
    let again = Self.makeTrainer()
    again.train(parsed: TinyCorpus.examples.filter { !$0.tokens.isEmpty }, named: []) { _, _ in }
    #expect(again.model(lemmatizer: Self.lemmatizer, boundaries: Self.boundaries) == Self.trained)
  }

  @Test func damagedFilesAreRefused() {
    func message(_ bytes: [UInt8]) -> String? {
      bytes.withUnsafeBytes { raw in
        do {
          _ = try LanguageModel(bytes: raw)
          return nil
        } catch { return "\(error)" }
      }
    }
    var bytes = Self.trained
    #expect(message(bytes) == nil)
    #expect(message(Array(bytes.dropLast()))?.contains("cut off") == true)
    #expect(message([])?.contains("no model") == true)
    #expect(message(Array("ALLIANCE".utf8))?.contains("no model") == true)
    bytes[8] = 9
    #expect(message(bytes) == "language model: unknown version 9; this program reads version 3")
    bytes[0] = 0
    #expect(message(bytes)?.contains("no model") == true)
    // No single damaged byte of the headers may bring the program down.
    for index in 0..<(ModelFile.headerSize + 12 * ModelFile.entrySize) {
      var damaged = Self.trained
      damaged[index] ^= 0x85
      _ = message(damaged)
    }
  }

  /// Nor may damage in what lies behind the headers: it is refused, or gives a wrong analysis that is one all the same.
  @Test func damagedTablesDoNoHarm() throws {
    var random = RandomNumbers(seed: 4)
    let forms = TinyCorpus.examples.map(\.forms)
    for _ in 0..<300 {
      var damaged = Self.trained
      for _ in 0..<(1 + random.below(40)) { damaged[random.below(damaged.count)] = UInt8(random.below(256)) }
      damaged.withUnsafeBytes { bytes in
        guard let model = try? LanguageModel(bytes: bytes) else { return }
        for sentence in Reader(model: model).parse(document(forms)).sentences {
          #expect(sentence.tokens.count { $0.head == nil } == 1)
        }
      }
    }
  }
}
