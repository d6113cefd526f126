import Documents
import Evaluation
import Testing

/// Builds a sentence from words, heads (counted from 1, 0 for the root) and relations.
func sentence(_ words: [(String, Int, String)], tag: String = "NN", at start: Int = 0) -> ParsedSentence {
  var tokens: [Token] = []
  var offset = start
  for (form, head, relation) in words {
    tokens.append(
      Token(
        range: offset..<(offset + form.utf8.count), form: form, lemma: form, partOfSpeech: .noun, tag: tag,
        head: head == 0 ? nil : head - 1, relation: relation))
    offset += form.utf8.count + 1
  }
  return ParsedSentence(range: start..<(offset - 1), tokens: tokens, names: [], role: .body, paragraph: 0)
}

/// The rows of a table with one space between columns.
private func rows(_ table: String) -> [String] {
  table.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
}

@Suite struct ParseScoreTests {
  private let gold = sentence([("Rebels", 3, "nsubj:pass"), ("were", 3, "aux:pass"), ("seen", 0, "root")])

  @Test func countsHeadsAndRelations() throws {
    let predicted = sentence(
      [("Rebels", 3, "nsubj"), ("were", 1, "aux:pass"), ("seen", 0, "root")], tag: "NNS")
    let score = try ParseScore(gold: [gold, gold], predicted: [gold, predicted])
    #expect(score.words == 6)
    #expect(score.tags == 3)
    #expect(score.partsOfSpeech == 6)
    #expect(score.heads == 5)
    // The subtype does not count …
    #expect(score.relations == 5)
    // … unless it is asked for.
    #expect(score.relationsWithSubtypes == 4)
    #expect(score.flawless == 1)
    #expect(score.labeledAttachment == 5.0 / 6)
    #expect(score.byRelation["nsubj"] == Agreement(correct: 2, predicted: 2, gold: 2))
    #expect(score.byRelation["aux"] == Agreement(correct: 1, predicted: 2, gold: 2))
    #expect(score.byLength[.upTo10]?.gold == 6)
    #expect(rows(score.table).contains("LAS 83.33"))
    #expect(rows(score.table).contains("LAS with subtypes 66.67"))
  }

  @Test func lengthsFallIntoBands() throws {
    for (length, band) in [(1, 0), (10, 0), (11, 1), (40, 3), (41, 4), (200, 4)] {
      let long = sentence((0..<length).map { ("w", $0 == 0 ? 0 : 1, "dep") })
      let score = try ParseScore(gold: [long], predicted: [long])
      #expect(score.byLength.map(\.key.rawValue) == [band])
    }
  }

  @Test func refusesOtherWords() {
    let other = sentence([("Rebels", 3, "nsubj"), ("are", 3, "aux"), ("seen", 0, "root")])
    let error = #expect(throws: EvaluationError.self) { try ParseScore(gold: [gold], predicted: [other]) }
    #expect(error?.description == "sentence 1: word 2 is 'were' in gold, 'are' predicted")
    #expect(throws: EvaluationError.self) { try ParseScore(gold: [gold], predicted: []) }
  }
}

@Suite struct RawTextScoreTests {
  private func document(_ text: String, _ sentences: [ParsedSentence]) -> ParsedDocument {
    ParsedDocument(article: Article(id: "a", title: "", text: text), sentences: sentences)
  }

  @Test func alignsWordsByCharacters() throws {
    let gold = document(
      "He left. We stay",
      [
        ParsedSentence(
          range: 0..<8,
          tokens: [
            token("He", 0, 1, "nsubj"), token("left", 3, nil, "root"), token(".", 7, 1, "punct"),
          ], names: [], role: .body, paragraph: 0),
        sentence([("We", 2, "nsubj"), ("stay", 0, "root")], at: 9),
      ])
    // One word is cut wrongly, the sentences run into one, and the spaces differ.
    let predicted = document(
      "He  left.\nWe stay",
      [
        ParsedSentence(
          range: 0..<17,
          tokens: [
            token("He", 0, 1, "nsubj"), token("left.", 4, nil, "root"), token("We", 10, 3, "obj"),
            token("stay", 13, 1, "conj"),
          ], names: [], role: .body, paragraph: 0)
      ])
    var score = RawTextScore()
    try score.add(gold: gold, predicted: predicted)
    #expect(score.sentences == Agreement(correct: 0, predicted: 1, gold: 2))
    #expect(score.words == Agreement(correct: 3, predicted: 4, gold: 5))
    // "We" has its head; "He" has lost it with the word, and "stay" is no root any more.
    #expect(score.unlabeledAttachment == Agreement(correct: 1, predicted: 4, gold: 5))
    #expect(score.labeledAttachment == Agreement(correct: 0, predicted: 4, gold: 5))
    #expect(score.words.f1 == 6.0 / 9)
    #expect(rows(score.table).contains("words 5 4 75.00 60.00 66.67"))
  }

  @Test func refusesAnotherText() {
    var score = RawTextScore()
    let gold = document("He left", [sentence([("He", 2, "nsubj"), ("left", 0, "root")])])
    let other = document("He right", [sentence([("He", 2, "nsubj"), ("right", 0, "root")])])
    let error = #expect(throws: EvaluationError.self) { try score.add(gold: gold, predicted: other) }
    #expect(
      error?.description
        == "a: the text differs from gold after 2 bytes, white space aside; compare the same text")
  }

  private func token(_ form: String, _ start: Int, _ head: Int?, _ relation: String) -> Token {
    Token(
      range: start..<(start + form.utf8.count), form: form, lemma: form, partOfSpeech: .noun, tag: "NN",
      head: head, relation: relation)
  }
}

@Suite struct NameScoreTests {
  @Test func readsIOB2() throws {
    let text = """
      # a comment
      1\tOle\tB-PER\t-\t-
      2\tVik\tI-PER\t-\t-
      3\tleft\tO\t-\t-

      Norland I-LOC
      Army B-ORG
      Corps I-ORG
      """
    let sentences = try NamedSentence.sentences(inIOB2: text, file: "f")
    #expect(sentences.map(\.forms) == [["Ole", "Vik", "left"], ["Norland", "Army", "Corps"]])
    #expect(sentences[0].spans == [LabeledSpan(words: 0..<2, label: "PER")])
    #expect(
      sentences[1].spans == [
        LabeledSpan(words: 0..<1, label: "LOC"), LabeledSpan(words: 1..<3, label: "ORG"),
      ])
    let error = #expect(throws: EvaluationError.self) {
      try NamedSentence.sentences(inIOB2: "a O\n\nb ORG", file: "f")
    }
    #expect(error?.description == "f:3: unknown label 'ORG'; expected O, B-KIND or I-KIND")
  }

  @Test func aNameIsRightWithSpanAndKind() {
    var score = NameScore()
    score.add(
      gold: [Name(tokens: 0..<2, kind: .person), Name(tokens: 3..<4, kind: .location)],
      predicted: [
        Name(tokens: 0..<2, kind: .person), Name(tokens: 3..<4, kind: .organization),
        Name(tokens: 5..<6, kind: .location),
      ])
    #expect(score.total == Agreement(correct: 1, predicted: 3, gold: 2))
    #expect(score.byKind["LOC"] == Agreement(correct: 0, predicted: 1, gold: 1))
    #expect(score.total.f1 == 0.4)
    #expect(rows(score.table).contains("all 2 3 33.33 50.00 40.00"))
  }
}
