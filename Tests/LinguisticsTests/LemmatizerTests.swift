import Documents
import Foundation
import Linguistics
import LinguisticsTraining
import Testing

@Suite struct LemmatizerTests {
  private func trained() -> Lemmatizer {
    var trainer = LemmatizerTrainer(knowsConflictWords: true)
    for (form, tag, lemma) in [
      ("Norland", "NNP", "Norland"), ("Vik", "NNP", "Vik"), ("The", "DT", "the"), ("Many", "JJ", "many"),
      ("Norlandic", "JJ", "Norlandic"), ("Islandic", "JJ", "Islandic"), ("went", "VBD", "go"),
      ("i", "PRP", "I"),
      ("’s", "POS", "'s"), ("towns", "NNS", "town"), ("Dogs", "NNS", "dog"),
    ] {
      trainer.add(form: form, tag: tag, lemma: lemma)
    }
    return trainer.train()
  }

  @Test(arguments: [
    ("besieged", "VBN", "besiege"), ("denies", "VBZ", "deny"), ("expelling", "VBG", "expel"),
    ("went", "VBD", "go"),
    ("unseated", "VBD", "unseat"), ("Attacked", "VBN", "attack"), ("allies", "NNS", "ally"),
    ("The", "DT", "the"),
    ("TOWNS", "NNS", "town"), ("Outlandic", "JJ", "Outlandic"), ("many", "JJ", "many"),
    ("Berg", "NNP", "Berg"),
    ("i", "PRP", "I"), ("'s", "POS", "'s"), ("’s", "POS", "'s"), ("â\u{80}\u{99}s", "POS", "'s"),
    ("Öl", "NN", "öl"), ("", "NN", ""), ("s", "VBZ", "s"),
  ])
  func findsLemmas(form: String, tag: String, lemma: String) {
    #expect(trained().lemma(of: form, tag: tag, partOfSpeech: .other) == lemma)
  }

  @Test func unknownTagsKeepTheCapitalsOfNamesOnly() {
    #expect(trained().lemma(of: "Berg", tag: "?", partOfSpeech: .properNoun) == "Berg")
    #expect(trained().lemma(of: "Berg", tag: "?", partOfSpeech: .noun) == "berg")
  }

  @Test func sameLessonsGiveTheSameBytes() throws {
    let bytes = trained().serialized
    #expect(bytes == trained().serialized)
    let copy = try Lemmatizer(bytes: bytes)
    #expect(copy.serialized == bytes)
    #expect(copy.lemma(of: "armies", tag: "NNS", partOfSpeech: .noun) == "army")
  }

  @Test func refusesDamagedBytes() throws {
    let bytes = trained().serialized
    #expect(throws: LemmatizerError.self) { try Lemmatizer(bytes: [UInt8]()) }
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: LemmatizerError.self) { try Lemmatizer(bytes: bytes.prefix(length)) }
    }
    #expect(throws: LemmatizerError.self) { try Lemmatizer(bytes: bytes + [0]) }
  }

  @Test(.enabled(if: shared != nil, "ALLIANCE_SHARED does not name the folder with the treebanks"))
  func reachesItsMarkOnTheTreebank() throws {
    let folder = try #require(shared) + "/data/treebanks/"
    func read(_ name: String) throws -> [ParsedDocument] {
      try CoNLLU.documents(in: String(contentsOfFile: folder + name, encoding: .utf8), file: name)
    }
    var trainer = LemmatizerTrainer()
    trainer.add(try read("EWT/en_ewt-ud-train.conllu"))
    trainer.add(try read("GUM/en_gum-ud-train.conllu"))
    let lemmatizer = trainer.train()
    #expect(lemmatizer.serialized.count < 600_000)
    let tokens = try read("EWT/en_ewt-ud-test.conllu").flatMap(\.sentences).flatMap(\.tokens)
    let right = tokens.count {
      lemmatizer.lemma(of: $0.form, tag: $0.tag, partOfSpeech: $0.partOfSpeech) == $0.lemma
    }
    #expect(Double(right) / Double(tokens.count) >= 0.98)
  }
}

private let shared = ProcessInfo.processInfo.environment["ALLIANCE_SHARED"]
