import Documents
import Foundation
import Testing

@Suite struct CoNLLUTests {
  private let sample = """
    # newdoc id = sample
    # newpar
    # sent_id = 1
    # text = They don't wait.
    1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    3.1\tempty\tempty\tVERB\tVB\t_\t_\t_\t_\t_
    4\twait\twait\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

    # newpar id = p2
    # sent_id = 2
    1-2\twonna\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
    1\twill\twill\tAUX\tMD\t_\t0\troot\t_\t_
    2\tna\tto\tPART\tTO\t_\t1\tmark\t_\t_
    3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_
    """

  @Test func putsTheTextTogether() throws {
    let documents = try CoNLLU.documents(in: sample, file: "sample.conllu")
    #expect(documents.count == 1)
    let document = try #require(documents.first)
    #expect(document.article.id == "sample")
    #expect(document.article.text == "They don't wait.\n\nwonna!")
    #expect(document.sentences.map(\.paragraph) == [0, 1])
    let first = document.sentences[0]
    #expect(first.tokens.map { document.article.text[utf8: $0.range] } == ["They", "do", "n't", "wait", "."])
    #expect(first.tokens.map(\.head) == [3, 3, 3, nil, 3])
    #expect(first.tokens[0].features == "Case=Nom")
    #expect(first.tokens[4].tag == ".")
    // The words do not spell the token: each stands for the whole of it.
    #expect(document.sentences[1].tokens.map(\.range) == [18..<23, 18..<23, 23..<24])
  }

  @Test func readsWhatItPrints() throws {
    let text = "Zürich wakes\n\nBern  sleeps."
    let article = Article(
      id: "a-1", title: "Zürich wakes", date: "2020-02-03", publisher: "Our Paper", url: nil, text: text)
    func token(_ range: Range<Int>, _ head: Int?, _ relation: String) -> Token {
      Token(
        range: range, form: text[utf8: range], lemma: "x", partOfSpeech: .noun, tag: "NN", head: head,
        relation: relation)
    }
    let document = ParsedDocument(
      article: article,
      sentences: [
        ParsedSentence(
          range: 0..<13, tokens: [token(0..<7, 1, "nsubj"), token(8..<13, nil, "root")],
          names: [Name(tokens: 0..<1, kind: .location)], role: .headline, paragraph: 0),
        ParsedSentence(
          range: 15..<28,
          tokens: [token(15..<19, 1, "nsubj"), token(21..<27, nil, "root"), token(27..<28, 1, "punct")],
          names: [Name(tokens: 0..<2, kind: .organization)], role: .body, paragraph: 1),
      ])
    let printed = CoNLLU.print(document)
    #expect(
      printed.contains("1\tZürich\tx\tNOUN\tNN\t_\t2\tnsubj\t_\tNER=B-LOC|TokenRange=0:7\n"))
    #expect(
      printed.contains("2\tsleeps\tx\tNOUN\tNN\t_\t0\troot\t_\tNER=I-ORG|SpaceAfter=No|TokenRange=21:27\n"))
    let read = try CoNLLU.documents(in: printed, file: "printed")
    #expect(read.count == 1)
    #expect(read.first?.sentences == document.sentences)
    #expect(read.first?.article == document.article)
    #expect(read.first.map(CoNLLU.print) == printed)
  }

  @Test(arguments: [
    ("1\ta\n", "f:1: expected 10 columns separated by tabs, found 2"),
    ("\n\n2\ta\ta\tNOUN\tNN\t_\t0\troot\t_\t_\n", "f:3: expected word 1, found '2'"),
    ("1\ta\ta\tTHING\tNN\t_\t0\troot\t_\t_\n", "f:1: unknown part of speech 'THING'"),
    ("1\ta\ta\tNOUN\tNN\t_\t_\troot\t_\t_\n", "f:1: expected the number of the head or 0, found '_'"),
    (
      "# x\n1\ta\ta\tX\tNN\t_\t7\tdep\t_\t_\n2\ta\ta\tX\tNN\t_\t0\troot\t_\t_\n",
      "f:2: word 1 has the head 7, which is not in the sentence"
    ),
    (
      "1\ta\ta\tX\tNN\t_\t1\tdep\t_\t_\n2\ta\ta\tX\tNN\t_\t0\troot\t_\t_\n", "f:1: word 1 is its own ancestor"
    ),
    (
      "1\ta\ta\tX\tNN\t_\t0\troot\t_\t_\n2\ta\ta\tX\tNN\t_\t0\troot\t_\t_\n",
      "f:1: the sentence has 2 roots instead of 1"
    ),
    ("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tNN\t_\t0\troot\t_\t_\n\n", "f:3: token 1-2 lacks words"),
    (
      "1\ta\ta\tX\tNN\t_\t0\troot\t_\tTokenRange=3:5\n",
      "f:1: malformed TokenRange '3:5'; it must be start:end and as long as the form"
    ),
    (
      "1\ta\ta\tX\tNN\t_\t0\troot\t_\tTokenRange=99999999:100000000\n",
      "f:1: TokenRange '99999999:100000000' leaves a gap of 99999999 bytes"
    ),
    (
      "1\ta\ta\tX\tNN\t_\t0\troot\t_\tNER=B-ACTOR\n",
      "f:1: unknown name label 'B-ACTOR'; known are B- or I- with PER, ORG, LOC, MISC"
    ),
    ("# role = joke\n", "f:1: unknown role 'joke'; known are headline, dateline, body, credit"),
  ])
  func refusesWithThePlace(text: String, message: String) {
    let error = #expect(throws: LocatedError.self) { try CoNLLU.documents(in: text, file: "f") }
    #expect(error?.description == message)
  }
}

@Suite struct TreebankReadingTests {
  @Test(.enabled(if: shared != nil, "ALLIANCE_SHARED does not name the folder with the treebanks"))
  func readsTheTreebanks() throws {
    let folder = try #require(shared) + "/data/treebanks"
    for (name, sentences) in [("EWT/en_ewt-ud-test", 2077), ("GUM/en_gum-ud-test", 1464)] {
      let path = "\(folder)/\(name).conllu"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let documents = try CoNLLU.documents(in: text, file: path)
      #expect(documents.reduce(0) { $0 + $1.sentences.count } == sentences)
      // What the treebank says each sentence's text is, without white space.
      let expected = text.split(separator: "\n").filter { $0.hasPrefix("# text = ") }
        .map { $0.dropFirst(9).filter { !$0.isWhitespace } }
      let found = documents.flatMap { document in
        document.sentences.map { document.article.text[utf8: $0.range].filter { !$0.isWhitespace } }
      }
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) { #expect(found == String(expected)) }
      for document in documents {
        let printed = CoNLLU.print(document)
        #expect(try CoNLLU.documents(in: printed, file: name).first?.article.id == document.article.id)
      }
    }
  }
}

private let shared = ProcessInfo.processInfo.environment["ALLIANCE_SHARED"]
