import Documents
import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct FoldTests {
  /// The one edge that mentions of one relation fold to; articles are a0, a1, … with the dates given.
  private func edge(_ articles: [(date: String?, mentions: [RelationMention])]) throws -> Edge {
    let graph = AllianceGraph(
      readings: articles.enumerated().map { index, article in
        .of("a\(index)", date: article.date, article.mentions)
      })
    try #require(graph.relations.count == 1)
    return graph.relations[0]
  }

  private func status(_ mentions: [RelationMention]) throws -> Status {
    try edge([(nil, mentions)]).status
  }

  private func mention(_ status: Status, at start: Int = 0, confidence: Double = 0.8) -> RelationMention {
    .of("arland", .backs, "cor-front", status, confidence: confidence, at: start)
  }

  @Test(arguments: Status.allCases) func mentionsThatAgreeDecide(_ status: Status) throws {
    #expect(try self.status([mention(status, at: 0), mention(status, at: 9)]) == status)
  }

  @Test func oneStatementOutweighsAnAccusationButNotARow() throws {
    #expect(try status([mention(.asserted), mention(.alleged, at: 9)]) == .asserted)
    #expect(try status([mention(.asserted), mention(.possible, at: 9)]) == .asserted)
    let row = [mention(.alleged, at: 1), mention(.alleged, at: 2), mention(.alleged, at: 3)]
    #expect(try status([mention(.asserted)] + row) == .alleged)
    #expect(try status([mention(.asserted), mention(.asserted, at: 9)] + row) == .asserted)
  }

  @Test func accusedAndDeniedIsAllegedAndDisputed() throws {
    let edge = try edge([(nil, [mention(.alleged), mention(.denied, at: 9), mention(.denied, at: 12)])])
    #expect(edge.status == .alleged)
    #expect(edge.disputed)
    #expect(try !self.edge([(nil, [mention(.denied)])]).disputed)
    #expect(try self.edge([(nil, [mention(.asserted), mention(.denied, at: 9)])]).disputed)
  }

  @Test func endedCountsWhereTheLatestSaysOver() throws {
    let goesOn = [mention(.asserted)]
    let over = [mention(.ended)]
    #expect(try edge([("2019-01-01", goesOn), ("2019-02-01", over)]).status == .ended)
    #expect(try edge([("2019-01-01", over), ("2019-02-01", goesOn)]).status == .asserted)
    #expect(try edge([(nil, goesOn), ("2019-02-01", over)]).status == .ended)
    #expect(try status(goesOn + [mention(.ended, at: 9)]) == .ended)
    #expect(
      try status([mention(.asserted, at: 1), mention(.asserted, at: 2), mention(.ended, at: 9)]) == .asserted)
    #expect(try edge([("2019-01-01", over), ("2019-02-01", [mention(.alleged)])]).status == .alleged)
  }

  @Test func theMostSpecificSupportWins() throws {
    func support(_ kinds: [SupportKind?]) throws -> SupportKind? {
      let mentions = kinds.enumerated().map { index, kind in
        RelationMention.of("arland", .backs, "cor-front", support: kind, at: index)
      }
      return try edge([(nil, mentions)]).support
    }
    #expect(try support([nil, nil, nil, .funding]) == .funding)
    #expect(try support([.funding, .training, .training]) == .training)
    #expect(try support([.training, .funding]) == .funding)
    #expect(try support([nil]) == .unspecified)
    let fight = RelationMention.of("arland", .fighting, "cor-front", support: .funding)
    #expect(try edge([(nil, [fight])]).support == nil)
  }

  @Test func initiatorIsWhomMoreEvidenceNames() throws {
    func initiator(_ names: [ActorID?]) throws -> ActorID? {
      let mentions = names.enumerated().map { index, name in
        RelationMention.of("arland", .fighting, "cor-front", initiator: name, at: index)
      }
      return try edge([(nil, mentions)]).initiator
    }
    #expect(try initiator([nil, "cor-front"]) == "cor-front")
    #expect(try initiator(["arland", "cor-front"]) == nil)
    #expect(try initiator(["arland", "cor-front", "arland"]) == "arland")
    #expect(try initiator(["east-brigade"]) == nil, "who is no end of the relation did not start it")
  }

  /// A quote's confidence is what its whole article supports: more quotes of that article add nothing to it.
  @Test func confidenceGrowsWithArticlesOnly() throws {
    #expect(try edge([(nil, [mention(.asserted, confidence: 0.5)])]).confidence == 0.5)
    #expect(
      try edge([(nil, [mention(.asserted, confidence: 0.5), mention(.asserted, at: 9, confidence: 0.6)])])
        .confidence == 0.6)
    #expect(
      try edge([
        (nil, [mention(.asserted, confidence: 0.5)]), (nil, [mention(.asserted, at: 9, confidence: 0.5)]),
      ]).confidence == 0.75)
    let many = (0..<20).map { (String?.none, [mention(.asserted, at: $0, confidence: 0.9)]) }
    #expect(try edge(many).confidence == 0.99)
    #expect(try edge([(nil, [mention(.asserted, confidence: 1)])]).confidence == 1)
    let syndicated = try edge([
      (nil, [mention(.asserted, confidence: 0.5)]), (nil, [mention(.asserted, confidence: 0.6)]),
    ])
    #expect(syndicated.mentions.count == 2)
    #expect(syndicated.confidence == 0.6)
  }

  @Test func identicalEvidenceCountsOnce() throws {
    #expect(try edge([(nil, [mention(.asserted), mention(.asserted)])]).mentions.count == 1)
  }

  @Test func symmetricRelationsHaveOneEdgeDirectedOnesTwo() {
    func relations(_ type: RelationType) -> [Relation] {
      let mentions = [RelationMention.of("b", type, "a"), .of("a", type, "b", at: 9), .of("a", type, "a")]
      return AllianceGraph(readings: [.of("x", mentions)]).relations.map(\.relation)
    }
    for type in RelationType.allCases {
      #expect(
        relations(type)
          == (type.isSymmetric
            ? [Relation("a", type, "b")] : [Relation("a", type, "b"), Relation("b", type, "a")]))
    }
  }

  @Test func anActorIsWhatMostArticlesCallIt() {
    let short = Actor.of("cor-front", "CF", .armedGroup, aliases: ["CF", "rebels"])
    let long = Actor.of("cor-front", "Cor Liberation Front", .coalition, aliases: ["CF", "Front"])
    func fold(_ actors: [Actor]) -> Actor {
      let graph = AllianceGraph(
        readings: actors.enumerated().map { .of("a\($0)", actors: [$1], []) })
      return graph.actors[0]
    }
    #expect(fold([short, long, short]).name == "CF")
    #expect(fold([short, long]).name == "Cor Liberation Front", "of names equally frequent the fullest")
    #expect(fold([short, long]).kind == .armedGroup)
    #expect(fold([long, short]) == fold([short, long]))
    #expect(fold([short, long]).aliases == ["CF", "Front", "rebels"])
  }

  @Test func anEndThatNobodyDescribesIsNamedByItsID() {
    let undescribed = ArticleReading.of("a0", [.of("arland", .backs, "cor-front")])
    let described = ArticleReading.of("a1", actors: [.of("cor-front", "Cor", .armedGroup)], [])
    #expect(AllianceGraph(readings: [undescribed]).actors.map(\.name) == ["arland", "cor-front"])
    #expect(AllianceGraph(readings: [undescribed, described]).actors.map(\.name) == ["arland", "Cor"])
  }

  @Test func lookingUp() {
    let graph = AllianceGraph(
      readings: [.of("a0", [.of("b", .backs, "c"), .of("a", .fighting, "c"), .of("d", .opposes, "a")])])
    #expect(["a", "b", "c", "d"].allSatisfy { graph.actor($0)?.id == $0 })
    #expect(graph.actor("e") == nil)
    #expect(graph.article("a0")?.title == "Headline of a0")
    #expect(graph.edge(Relation("c", .fighting, "a"))?.source == "a")
    #expect(graph.edge(Relation("c", .backs, "b")) == nil)
  }
}
