import CResources
import Documents
import Linguistics
import LinguisticsTraining

/// What libFuzzer calls with ever new bytes, which it makes from those that reached new code.
///
/// Three things are tried with them: they are read as an article, and every word must lie where the words say, in order,
/// with a tree above; they are read as CoNLL-U, printed and read again; and they are written over parts of a small model,
/// which must then be refused or read with. A crash or a hang is a finding; so is a broken promise, which crashes too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let kind = bytes.first else { return 0 }
  let rest = bytes.dropFirst()
  switch kind % 4 {
  case 0, 1: Fuzzing.readArticle(String(decoding: rest, as: UTF8.self))
  case 2: Fuzzing.readTreebank(String(decoding: rest, as: UTF8.self))
  default: Fuzzing.readWithDamagedModel(Array(rest))
  }
  return 0
}

enum Fuzzing {
  /// The reader with the embedded model.
  private static let reader: Reader = {
    var length = 0
    let start = alliance_language_model(&length)
    do {
      return Reader(model: try LanguageModel(bytes: UnsafeRawBufferPointer(start: start, count: length)))
    } catch { fatalError("\(error)") }
  }()

  static func readArticle(_ text: String) {
    let document = reader.read(Article(id: "fuzz", plainText: text))
    let bytes = Array(document.article.text.utf8)
    var end = 0
    for sentence in document.sentences {
      precondition(sentence.tokens.count { $0.head == nil } == 1, "a sentence has one root")
      for (index, token) in sentence.tokens.enumerated() {
        precondition(token.range.lowerBound >= end && !token.range.isEmpty, "words come in order")
        precondition(
          String(decoding: bytes[token.range], as: UTF8.self) == token.form, "words are in the text")
        end = token.range.upperBound
        var above = token.head
        for _ in sentence.tokens { above = above.flatMap { sentence.tokens[$0].head } }
        precondition(above == nil, "word \(index) hangs in a circle")
      }
    }
  }

  static func readTreebank(_ text: String) {
    guard let documents = try? CoNLLU.documents(in: text, file: "fuzz") else { return }
    let printed = documents.map(CoNLLU.print).joined()
    guard let again = try? CoNLLU.documents(in: printed, file: "fuzz") else {
      preconditionFailure("what was printed cannot be read")
    }
    precondition(
      again.flatMap(\.sentences).map(\.tokens.count) == documents.flatMap(\.sentences).map(\.tokens.count))
  }

  /// A model so small that thousands can be tried in a second.
  private static let tinyModel: [UInt8] = {
    let token = Token(
      range: 0..<0, form: "Rebels", lemma: "rebel", partOfSpeech: .noun, tag: "NNS", head: nil,
      relation: "root")
    let example = Example(forms: ["Rebels"], tokens: [token], names: [])
    var settings = Trainer.Settings()
    settings.hidden = 8
    settings.layers = 1
    settings.epochs = 0
    settings.labelUnits = 16
    let vectors = WordVectors(hashes: [StableHash.of("army".utf8)], scales: [1], elements: [1, 2])
    let trainer = Trainer(
      vocabulary: Vocabulary(examples: [example], minimum: 1), vectors: vectors, settings: settings,
      affixes: 8)
    return trainer.model(
      lemmatizer: LemmatizerTrainer(knowsConflictWords: false).train(), boundaries: BoundaryTrainer().train())
  }()

  /// Each three bytes say where to put the next.
  static func readWithDamagedModel(_ damage: [UInt8]) {
    var model = tinyModel
    for index in stride(from: 0, to: damage.count - 3, by: 4) {
      let place = Int(damage[index]) << 16 | Int(damage[index + 1]) << 8 | Int(damage[index + 2])
      model[place % model.count] = damage[index + 3]
    }
    model.withUnsafeBytes { bytes in
      guard let model = try? LanguageModel(bytes: bytes) else { return }
      _ = Reader(model: model).read(
        Article(id: "fuzz", plainText: "Rebels fled.\n\nThe army said so, they say."))
    }
  }
}
