import AllianceKit
import Documents
import Testing

/// What news has that other text has not, read with the embedded model. All of it is made up.
@Suite struct NewsTests {
  private static let reader = try! ArticleReader()

  private func read(_ text: String) -> ParsedDocument {
    Self.reader.parse(Article(id: "a", plainText: text))
  }

  /// The only sentence below a headline.
  private func sentence(_ text: String) throws -> ParsedSentence {
    let body = read("A headline\n\n\(text)").sentences.filter { $0.role != .headline }
    try #require(body.count == 1, "\(body.count) sentences")
    return body[0]
  }

  private func outline(_ text: String) -> [String] {
    read(text).sentences.map { "\($0.role): \(text[utf8: $0.range])" }
  }

  @Test func anAgencyStory() {
    let text = """
      Norland vows to arm rebels as truce falters

      AMMAN, Feb 3 (Reuters) – Norland's defence minister, Lt. Gen. Ole Dahl, 58, said on Tuesday that the U.S.-trained army would back the rebels. “We will not abandon them,” he said. “They are our brothers.”

      ARMY DENIES LOSSES

      The Free Velian Army (FVA), a Norland-backed group, seized Maarat al-Harun from the counter-attacking forces in Sept. 2015.

      • The al-Sham Brigade left the town.
      • The People's Guard, which Velia's government calls terrorists, stayed.

      Rebel leader Karim O'Dell told reporters: "The war isn't over. It has only begun."

      (Reporting by Kari Vik in Amman and Per Lie in Oslovia; Editing by Siv Moe)
      """
    #expect(
      outline(text) == [
        "headline: Norland vows to arm rebels as truce falters",
        "dateline: AMMAN, Feb 3 (Reuters) –",
        "body: Norland's defence minister, Lt. Gen. Ole Dahl, 58, said on Tuesday that the U.S.-trained army would back the rebels.",
        "body: “We will not abandon them,” he said.",
        "body: “They are our brothers.”",
        "headline: ARMY DENIES LOSSES",
        "body: The Free Velian Army (FVA), a Norland-backed group, seized Maarat al-Harun from the counter-attacking forces in Sept. 2015.",
        "body: • The al-Sham Brigade left the town.",
        "body: • The People's Guard, which Velia's government calls terrorists, stayed.",
        "body: Rebel leader Karim O'Dell told reporters: \"The war isn't over.",
        "body: It has only begun.\"",
        "credit: (Reporting by Kari Vik in Amman and Per Lie in Oslovia; Editing by Siv Moe)",
      ])
  }

  /// A word, its relation (whatever its subtype, where none is given) and its head.
  @Test(arguments: [
    ("The rebels backed by Norland seized the town.", "backed", "acl", "rebels"),
    ("The rebels backed by Norland seized the town.", "Norland", "obl", "backed"),
    ("The Norland-backed army left the town.", "backed", "amod", "army"),
    ("The Free Velian Army (FVA) left the town.", "FVA", "appos", "Army"),
    ("The defence minister, Ole Dahl, denied it.", "Ole", "appos", "minister"),
    ("Norland's president, 58, denied arming the rebels.", "rebels", "obj", "arming"),
    ("Norland, which has armed the rebels, denied it.", "armed", "acl:relcl", "Norland"),
    ("Norland and Velia signed a treaty.", "Velia", "conj", "Norland"),
    ("The rebels fought the army, the police and the militia.", "militia", "conj", "army"),
    ("Troops loyal to the president shelled the city.", "president", "obl", "loyal"),
  ])
  func attaches(text: String, word: String, relation: String, head: String) throws {
    let tokens = try sentence(text).tokens
    let token = try #require(tokens.last { $0.form == word })
    #expect(token.relation == relation || token.relation.hasPrefix(relation + ":"))
    #expect(token.head.map { tokens[$0].form } == head)
  }

  @Test(arguments: [
    "REBELS SEIZE CAPITAL OF VELIA", "Rebels seize capital of Velia", "Rebels Seize Capital of Velia",
  ])
  func headlinesInAnyCapitals(text: String) {
    let tokens = read("\(text)\n\nIt fell.").sentences[0].tokens
    #expect(tokens.map { $0.form.lowercased() } == ["rebels", "seize", "capital", "of", "velia"])
    #expect(tokens[1].head == nil && tokens[1].partOfSpeech == .verb)
    #expect(tokens[0].relation == "nsubj" && tokens[2].relation == "obj")
  }

  @Test(arguments: [
    ("He met the U.S. envoy, Gen. Vik, at 5 p.m. on Sept. 3.", 1),
    ("The war goes on... and nobody knows why.", 1),
    ("It was built by the Norland Arms Co. of Oslovia.", 1),
    ("\"Is it peace?\" asked Dahl. Nobody knew.", 2),
    ("\"We won,\" he said. \"They fled. It is over.\"", 3),
  ])
  func findsTheEndsOfSentences(text: String, count: Int) {
    #expect(read("A headline\n\n\(text)").sentences.count == count + 1)
  }

  @Test func namesKeepTheirMarks() throws {
    let tokens = try sentence("Karim O'Dell of the al-Sham Brigade met Jean-Luc Vik.").tokens.map(\.form)
    #expect(tokens.contains("O'Dell") && tokens.contains("Sham"))
  }

  /// 150 words and more are one sentence with one root, and a word in it costs about what it costs in a short one.
  @Test func longSentences() throws {
    let clause = "the men of the brigade which had fought near the bridge over the river in the north, "
    func text(_ clauses: Int) -> String {
      "The army said that \(String(repeating: clause, count: clauses))had left."
    }
    let long = try sentence(text(10))
    #expect(long.tokens.count > 150)
    #expect(long.tokens.count { $0.head == nil } == 1)
    func timeOfAWord(_ text: String, _ repetitions: Int) -> Duration {
      let paragraphs = Array(repeating: text, count: repetitions).joined(separator: "\n\n")
      let article = Article(id: "a", plainText: "A headline\n\n\(paragraphs)")
      let clock = ContinuousClock()
      return (0..<3).map { _ in
        var words = 0
        let time = clock.measure {
          words = Self.reader.parse(article).sentences.reduce(0) { $0 + $1.tokens.count }
        }
        return time / words
      }.min()!
    }
    #expect(timeOfAWord(text(10), 2) < timeOfAWord(text(1), 16) * 3)
  }

  @Test func theSameTextGivesTheSameTrees() {
    let text =
      "A headline\n\nRebels backed by Norland seized Port Harun. The army, backed by Velia, denied it."
    let articles = (0..<8).map { Article(id: "\($0)", plainText: text) }
    let together = articles.concurrentMap(jobs: 4) { Self.reader.parse($0).sentences }
    #expect(together.allSatisfy { $0 == Self.reader.parse(articles[0]).sentences })
  }
}
