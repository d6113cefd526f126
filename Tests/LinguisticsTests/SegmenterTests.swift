import Documents
import Linguistics
import Testing

@Suite struct SegmenterTests {
  /// Paragraph, role and text of each sentence.
  private func outline(_ text: String) -> [String] {
    let document = Segmenter().segment(Article(id: "a", plainText: text))
    return document.sentences.map { "\($0.paragraph) \($0.role) \(text[utf8: $0.range])" }
  }

  @Test func headlineHeadingsAndCredits() {
    let text = """
      Rebels seize bridge in Norland

      OSLOVIA (Agency) - Rebels seized a bridge on Monday. The army said it would fight back.

      ARMY MOVES SOUTH

      Gen. Ole Dahl, who leads the U.S.-trained army, denied it. "We hold the bridge," he said. "It is ours."

      (Reporting by Kari Vik in Oslovia and Per Lie; Editing by Siv Moe)
      """
    #expect(
      outline(text) == [
        "0 headline Rebels seize bridge in Norland",
        "1 dateline OSLOVIA (Agency) -",
        "1 body Rebels seized a bridge on Monday.",
        "1 body The army said it would fight back.",
        "2 headline ARMY MOVES SOUTH",
        "3 body Gen. Ole Dahl, who leads the U.S.-trained army, denied it.",
        "3 body \"We hold the bridge,\" he said.",
        "3 body \"It is ours.\"",
        "4 credit (Reporting by Kari Vik in Oslovia and Per Lie; Editing by Siv Moe)",
      ])
  }

  @Test(arguments: [
    ("BEIRUT The army moved.", "BEIRUT"),
    ("GENEVA/AMMAN Hundreds fled.", "GENEVA/AMMAN"),
    ("TROLLBY, Norway Two men fled.", "TROLLBY, Norway"),
    ("AMMAN, Feb 3 (Reuters) - The army moved.", "AMMAN, Feb 3 (Reuters) -"),
    ("KABUL (Reuters) – A bomb went off.", "KABUL (Reuters) –"),
    ("TROLLBY, Norway — A bomb went off.", "TROLLBY, Norway —"),
    ("SEOUL: China said no.", "SEOUL:"),
    ("Paris (AFP) - France said no.", "Paris (AFP) -"),
    ("Aleppo - Rebels left.", "Aleppo -"),
    ("PORT-AU-PRINCE, Haiti (AP) — Gangs fought.", "PORT-AU-PRINCE, Haiti (AP) —"),
  ])
  func findsDatelines(text: String, dateline: String) {
    let sentences = outline("A headline\n\n\(text)\n\nThe end came.")
    #expect(sentences.dropFirst().first == "1 dateline \(dateline)")
    #expect(sentences.count == 4)
  }

  @Test(arguments: [
    "Norland – a small country – said no.", "NATO Secretary-General Ola Vik met them.", "ISIL fighters fled.",
    "US President Vik said no.",
    "The group - which is small - fled.", "Norway: a country at war.", "He said no - and left.",
    "UNICEF Director Vik said no.", "Rebels (some of them) fled.",
  ])
  func takesNoSentenceForADateline(text: String) {
    #expect(outline("A headline\n\n\(text)\n\nThe end came.").dropFirst().first == "1 body \(text)")
  }

  @Test(arguments: [
    ("He went to the U.S. The war went on.", ["He went to the U.S.", "The war went on."]),
    ("The U.S. Army left. It was late.", ["The U.S. Army left.", "It was late."]),
    ("It cost 5 mln. al-Hizb said so.", ["It cost 5 mln.", "al-Hizb said so."]),
    ("\"Is it war?\" Vik asked. Nobody knew.", ["\"Is it war?\" Vik asked.", "Nobody knew."]),
    ("\"Stop!\" he said. \"Go. Now.\"", ["\"Stop!\" he said.", "\"Go.", "Now.\""]),
    ("“We won.” The others lost.", ["“We won.”", "The others lost."]),
    ("It fell (so they say.) Then it rose.", ["It fell (so they say.)", "Then it rose."]),
    (
      "At 5 p.m. Monday they met. At 6 p.m. They left.",
      ["At 5 p.m. Monday they met.", "At 6 p.m.", "They left."]
    ),
    ("He waited ... and then left... Nobody came.", ["He waited ... and then left...", "Nobody came."]),
    (
      "Mr. Vik Jr. left St. Olav with Capt. Lie. No. 5 fell.",
      ["Mr. Vik Jr. left St. Olav with Capt. Lie.", "No. 5 fell."]
    ),
  ])
  func splitsSentences(text: String, expected: [String]) {
    let sentences = outline("A headline\n\n\(text)")
    #expect(sentences.dropFirst().map { String($0.dropFirst("1 body ".count)) } == expected)
  }

  @Test func joinsLinesBrokenAtAFixedWidth() {
    let text = """
      A headline

      The army of the north moved on the capital of the
      south on Monday, and the rebels who held it for the
      whole of the winter left it without a fight when the
      Northern tanks came near.
      """
    #expect(outline(text).count == 2)
  }

  @Test func aTextWithoutHeadline() {
    #expect(outline("Norland backs the rebels.") == ["0 body Norland backs the rebels."])
    let long = String(repeating: "Norland backs the rebels. ", count: 20)
    #expect(outline(long + "\n\nIt said so.").allSatisfy { $0.contains(" body ") })
    #expect(Article(id: "a", plainText: long).title == "")
  }

  @Test func setsCodesOfStoriesApart() {
    #expect(
      outline("A headline\n\nIt ended. [L9N8AB7C]\n\n[Then] it began.")
        == ["0 headline A headline", "1 body It ended.", "1 credit [L9N8AB7C]", "2 body [Then] it began."])
  }

  /// Whatever the text, the words come in order, lie in their sentences, and hold all that is not white space.
  @Test func losesNothing() {
    let parts = [
      "BEIRUT", " ", "\n", "\n\n", "\r\n", ".", "...", "\"", "(", ")", "[", "]", "’", "“", "”", "-", " - ",
      "—", "U.S.", "Mr.",
      "Vik", "said", "1", "2.5", ",", ":", "/", "(AP)", "Reporting by", "Copyright", "*", "•", "al-Nur",
      "\u{2028}", "🙂", "é",
      "The", "the", "?!", "[L9N8AB7C]", "Norland", "BERGEN, Norway", "\u{85}", "\t",
    ]
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<2000 {
      let text = (0..<random(60)).map { _ in parts[random(parts.count)] }.joined()
      let document = Segmenter().segment(Article(id: "a", plainText: text))
      var end = 0
      var spelt = ""
      for sentence in document.sentences {
        #expect(sentence.range.lowerBound == sentence.words.first?.range.lowerBound)
        #expect(sentence.range.upperBound == sentence.words.last?.range.upperBound)
        for word in sentence.words {
          #expect(word.range.lowerBound >= end && word.range.upperBound > word.range.lowerBound)
          end = word.range.upperBound
          spelt += word.form
        }
      }
      #expect(spelt == text.filter { !$0.isWhitespace }, "\(text.debugDescription)")
    }
  }

  @Test func nothingYieldsNothing() {
    #expect(outline("").isEmpty)
    #expect(outline(" \n\r\n \u{FEFF}").isEmpty)
    #expect(outline(".").count == 1)
  }

  @Test func cutsEndlessSentences() {
    let document = Segmenter().segment(
      Article(id: "a", plainText: "A headline\n\n" + String(repeating: "word, ", count: 5000)))
    #expect(document.sentences.allSatisfy { $0.words.count <= 250 })
    #expect(document.sentences.reduce(0) { $0 + $1.words.count } == 10_002)
  }

  @Test func readsTheHeadlineOfPlainText() {
    let article = Article(id: "a", plainText: "\u{FEFF}\n  War is over \r\n\r\nIt ended.", date: "2020-01-02")
    #expect(article.title == "War is over")
    #expect(article.text.hasSuffix("It ended."))
    #expect(Article(id: "a", plainText: "\n \n").title == "")
  }
}
