import Documents
import Testing

@testable import Linguistics
@testable import LinguisticsTraining

@Suite struct BoundaryTests {
  /// Letters whose greeting ends without a mark, and lists that do not end.
  private static let documents = (0..<40).map { number in
    let names = ["Kari", "Ola", "Per", "Siv", "Liv"]
    let sentences = ["Dear \(names[number % 5])", "the money is here .", "it came at \(number) .", "Bye"]
    var text = ""
    return ParsedDocument(
      article: Article(id: "\(number)", title: "", text: sentences.joined(separator: " ")),
      sentences: sentences.map { sentence in
        let start = text.utf8.count
        text += sentence + " "
        let range = start..<(start + sentence.utf8.count)
        let token = Token(
          range: range, form: sentence, lemma: "", partOfSpeech: .other, tag: "", head: nil, relation: "root")
        return ParsedSentence(range: range, tokens: [token], names: [], role: .body, paragraph: 0)
      })
  }

  private static let model: BoundaryModel = {
    var trainer = BoundaryTrainer()
    trainer.add(documents)
    return trainer.train()
  }()

  private func sentences(_ text: String, _ segmenter: Segmenter) -> [String] {
    segmenter.segment(Article(id: "a", title: "", text: text)).sentences.map { text[utf8: $0.range] }
  }

  @Test func learnsWhereRulesErr() {
    let text = "Dear Siv the war is here . it came at 7 . Bye"
    #expect(sentences(text, Segmenter()) == ["Dear Siv the war is here . it came at 7 .", "Bye"])
    #expect(
      sentences(text, Segmenter(boundaries: Self.model)).suffix(2) == ["it came at 7 .", "Bye"])
  }

  @Test func trainingIsRepeatable() {
    var trainer = BoundaryTrainer()
    trainer.add(Self.documents)
    #expect(trainer.train().weights == Self.model.weights)
  }

  @Test func refusesBytesOfAnotherSize() {
    _ = [UInt8](repeating: 0, count: 100).withUnsafeBytes { bytes in
      #expect(throws: ModelError.self) { try BoundaryModel(bytes: bytes) }
    }
  }
}
