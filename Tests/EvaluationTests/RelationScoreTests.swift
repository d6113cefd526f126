import Evaluation
import Foundation
import Testing

/// The expected figures and lines are those that the reference scorer prints for the same files.
@Suite struct RelationScoreTests {
  private func score(_ pairs: (name: String, gold: String, guess: String?)...) throws -> RelationScore {
    var score = RelationScore()
    for (name, gold, guess) in pairs {
      let guess = try guess.map { try ScoredGraph(predicted: Data($0.utf8)) }
      score.add(
        predicted: guess ?? ScoredGraph(actors: [], relations: []),
        gold: try ScoredGraph(gold: Data(gold.utf8)),
        article: name)
    }
    return score
  }

  private func all() throws -> RelationScore {
    try score(
      ("first", ScoredSamples.firstAnnotated, ScoredSamples.firstRead),
      ("second", ScoredSamples.secondAnnotated, ScoredSamples.secondRead),
      ("third", ScoredSamples.thirdAnnotated, nil))
  }

  @Test func printsTheTableOfTheReferenceScorer() throws {
    #expect(
      try all().table == """
        3 articles   precision recall    f1   (hit/predicted/gold)
        relations               0.700  0.700  0.700  (7/10/10)
        core                    0.833  1.000  0.909  (5/6/5)
        type backs              0.667  1.000  0.800  (2/3/2)
        type allied_with        1.000  1.000  1.000  (1/1/1)
        type fighting           1.000  1.000  1.000  (2/2/2)
        type opposes            0.500  0.333  0.400  (1/2/3)
        type negotiates_with    1.000  1.000  1.000  (1/1/1)
        type part_of            0.000  0.000  0.000  (0/1/1)
        polarity                0.857  0.750  0.800  (6/7/8)
        pairs                   0.875  0.778  0.824  (7/8/9)
        actors                  0.636  0.778  0.700  (7/11/9)
        status right 0.571   false asserted 0.667   direction right 0.600
        evidence right 0.857   splits 1.43
        """)
  }

  @Test func listsTheErrorsOfTheReferenceScorer() throws {
    #expect(
      try all().errors == [
        "MISSED first: Velmoría —opposes→ Kingdom of Sarn: Velmoría accused Sarn",
        "MISSED first: Kingdom of Sarn —part_of→ River League: Sarn, a member of the River League",
        """
        WRONG  first: Velmoría —opposes→ Élan Observers (no gold actor): They expelled the observers — nine \
        of them — and closed the office that had counted the dead of every month since the war in the hills \
        began, as the ministry’s\(" ")
        """,
        "WRONG  first: River League —part_of→ Kingdom of Sarn: Sarn, a member of the River League",
        "WRONG  second: Ivory Brigade —backs→ Ostmark: turned round",
        "MISSED third: Norrland —opposes→ Südland: Norrland condemned Südland",
      ])
  }

  @Test func printsTheFiguresOfTheReferenceScorerAsJSON() throws {
    let json = try all().json(articles: true, errors: true)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    for (name, hit, predicted, gold) in [("relations", 7, 10, 10), ("core", 5, 6, 5), ("actors", 7, 11, 9)] {
      let figures = try #require(object[name] as? [String: Double])
      #expect(figures["hit"] == Double(hit) && figures["predicted"] == Double(predicted))
      let precision = try #require(figures["precision"])
      #expect(figures["gold"] == Double(gold) && abs(precision - Double(hit) / Double(predicted)) < 1e-12)
    }
    #expect(object["status"] as? Double == 4.0 / 7 && object["direction"] as? Double == 0.6)
    #expect(object["evidence"] as? Double == 6.0 / 7 && object["splits"] as? Double == 10.0 / 7)
    #expect(object["errors"] as? [String] == (try all().errors))
    #expect((object["articles"] as? [[String: Any]])?.map { $0["gold"] as? Int } == [5, 4, 1])
    #expect(object["negatives"] as? [String: Int] == ["articles": 0, "relations": 0])
  }

  @Test func countsWhatIsFoundWhereThereIsNothing() throws {
    let score = try score(
      ("nothing", #"{"actors": [], "relations": []}"#, ScoredSamples.firstRead),
      ("quiet", #"{"actors": [], "relations": []}"#, nil))
    #expect(score.negatives.articles == 2 && score.negatives.relations == 8)
    #expect(score.negativesLine == "relations on articles without any 4.00 an article  (8/2)")
    #expect(try all().negativesLine == nil)
  }

  /// In the first sample President Ort and Velmoria are one actor split in two, one relation is turned round, and
  /// two that gold calls optional are found and missed.
  @Test func scoresASplitAndTurnedArticle() throws {
    let score = try score(("first", ScoredSamples.firstAnnotated, ScoredSamples.firstRead))
    #expect(score.tallies["relations"].map { [$0.hit, $0.predicted, $0.gold] } == [3, 5, 5])
    #expect(score.tallies["actors"].map { [$0.hit, $0.predicted, $0.gold] } == [4, 6, 4])
    #expect(score.splits == 1.25)
    #expect(score.direction == 0.5)
    #expect(score.status == 2.0 / 3)
    #expect(score.evidence == 2.0 / 3)
    #expect(score.falseAsserted == 1)
  }

  @Test func scoresStatusAndEvidence() throws {
    let score = try score(("second", ScoredSamples.secondAnnotated, ScoredSamples.secondRead))
    #expect(score.status == 0.5)
    #expect(score.falseAsserted == 0.5)
    #expect(score.evidence == 1)
    #expect(score.direction == 2.0 / 3)
    #expect(score.splits == 5.0 / 3)
  }

  @Test func countsAMissingReadingAsAnEmptyGraph() throws {
    let score = try score(("third", ScoredSamples.thirdAnnotated, nil))
    #expect(score.tallies["relations"].map { [$0.hit, $0.predicted, $0.gold] } == [0, 0, 1])
    #expect(score.tallies["relations"]?.f1 == 0)
    #expect(score.status == 0 && score.splits == 0 && score.direction == 0)
  }

  @Test func refusesAFileOfAnotherForm() {
    #expect(throws: DecodingError.self) { try ScoredGraph(gold: Data(#"{"actors": []}"#.utf8)) }
    #expect(throws: DecodingError.self) {
      try ScoredGraph(predicted: Data(#"{"actors": [{"name": "A"}], "relations": []}"#.utf8))
    }
  }

  @Test(arguments: [
    ("The Free Syrian Army's", "free syrian army"), ("Türkiye’s", "turkiye"),
    ("states' union", "states union"),
    ("a A B", "a b"), ("its  U.S. allies", "u s allies"), ("Hizb'ullah's-men", "hizb ullah men"),
    ("l's_x", "l s x"), ("its", "its"), ("  — the  ", "the"), ("ﬁghters № 5", "fighters no 5"),
    ("İZMİR", "izmir"),
    ("Ørsted", "rsted"), ("the States’", "states"), ("'s", ""), ("O'shea's 's", "o shea"),
    ("ÅSE’S²", "ase s2"),
    ("an", "an"),
  ])
  func comparesFormsWithoutAccentsAndPossessives(form: String, expected: String) {
    #expect(ActorAlignment.normalized(form) == expected)
  }
}
