import AllianceGraphs
import Corrections
import GraphSamples
import Relations
import Testing

@Suite struct CorrectingTests {
  private let graph = AllianceGraph.story

  private func corrected(_ changes: Correction.Change...) -> CorrectedGraph {
    graph.corrected(by: changes.map { Correction($0) })
  }

  @Test func whatIsRejectedIsGone() {
    let relation = Relation("fen", .fighting, "cor-front")
    let result = corrected(.reject(relation, in: .init()))
    #expect(result.graph.edge(relation) == nil)
    #expect(result.graph.relations.count == graph.relations.count - 1)
    #expect(result.hadEffect == [true])
    // Either way round: fighting has no direction.
    #expect(corrected(.reject(Relation("cor-front", .fighting, "fen"), in: .init())).graph == result.graph)
  }

  @Test func oneQuoteCanBeRejected() {
    let relation = Relation("arland", .backs, "cor-front")
    let byQuote = corrected(.reject(relation, in: .init(quote: "the  Arland-backed Front")))
    #expect(byQuote.graph.edge(relation)?.articles == ["march"])
    #expect(byQuote.graph.edge(relation)?.support == .funding)
    let byArticle = corrected(.reject(relation, in: .init(article: "march")))
    #expect(byArticle.graph.edge(relation)?.articles == ["april"])
    #expect(corrected(.reject(relation, in: .init(article: "may"))).graph == graph)
  }

  @Test func whatIsAcceptedIsCertain() {
    let relation = Relation("arland", .backs, "cor-front")
    let result = corrected(.accept(relation, in: .init()))
    #expect(result.accepted == [relation])
    #expect(result.graph.edge(relation)?.confidence == 1)
    #expect(result.graph.edge(relation)?.status == graph.edge(relation)?.status)
    #expect(result.graph.filtered(by: GraphFilter(minimumConfidence: 1)).edge(relation) != nil)
    // What stands nowhere cannot be made up.
    let unknown = corrected(.accept(Relation("kurds", .backs, "fen"), in: .init()))
    #expect(unknown.graph == graph && unknown.accepted == [] && unknown.hadEffect == [false])
  }

  @Test func mergedActorsShareNamesAndEvidence() throws {
    let result = corrected(
      .accept(Relation("borland", .backs, "arland"), in: .init()), .merge(["borland", "kurds"], into: "fen"))
    #expect(result.graph.actor("borland") == nil && result.graph.actor("kurds") == nil)
    let fen = try #require(result.graph.actor("fen"))
    #expect(fen.name == "Fen" && fen.kind == .government)
    #expect(fen.aliases == ["Borland", "Fen", "Kurds", "the Kurds"])
    #expect(result.graph.edge(Relation("fen", .alliedWith, "cor-front")) != nil)
    #expect(
      result.accepted == [Relation("fen", .backs, "arland")], "what was accepted stays so under the new name")
    #expect(result.graph.findActor(named: "Borland") == .found(fen))
    // Whoever fought one that it is now does not fight itself.
    #expect(
      corrected(.merge(["fen"], into: "cor-front")).graph.relations.allSatisfy { $0.source != $0.target })
    #expect(
      corrected(.merge(["fen"], into: "cor-front")).graph.edge(Relation("cor-front", .opposes, "arland"))?
        .initiator == nil)
  }

  @Test func splitByArticle() throws {
    let result = corrected(
      .split(
        "arland", in: .init(articles: ["april"]), into: "new-arland", name: "New Arland", kind: .armedGroup))
    let new = try #require(result.graph.actor("new-arland"))
    #expect(new.name == "New Arland" && new.kind == .armedGroup)
    #expect(result.graph.edge(Relation("new-arland", .backs, "cor-front"))?.articles == ["april"])
    #expect(result.graph.edge(Relation("arland", .backs, "cor-front"))?.articles == ["march"])
    #expect(result.graph.accounts.filter { $0.actor.id == "arland" }.map(\.article) == ["march"])
  }

  @Test func splitByName() throws {
    let result = corrected(
      .split("cor-front", in: .init(aliases: ["the Front"]), into: "front", name: nil, kind: nil))
    // Both "Estria denied arming the Front" and "the Arland-backed Front" speak of a front; only one of "the Front".
    #expect(result.graph.edge(Relation("estria", .backs, "front")) != nil)
    #expect(result.graph.edge(Relation("estria", .backs, "cor-front")) == nil)
    #expect(result.graph.actor("front")?.kind == .armedGroup)
    #expect(result.graph.actor("front")?.name == "the Front")
    #expect(result.graph.actor("cor-front") != nil)
  }

  @Test func namesAndKindsAreSet() throws {
    let result = corrected(.rename("fen", to: "Republic of Fen"), .setKind("fen", .state))
    let fen = try #require(result.graph.actor("fen"))
    #expect(fen.name == "Republic of Fen" && fen.kind == .state)
    #expect(result.graph.findActor(named: "Fen") == .found(fen), "the old name goes on to find it")
  }

  @Test func laterOnesGoByWhatEarlierOnesMade() {
    let result = corrected(
      .merge(["borland"], into: "fen"), .reject(Relation("fen", .backs, "arland"), in: .init()),
      .reject(Relation("borland", .backs, "arland"), in: .init()))
    #expect(result.hadEffect == [true, true, false])
    #expect(result.graph.edge(Relation("fen", .backs, "arland")) == nil)
  }

  /// Whatever the graph and the corrections: the result is a sound graph, made again it is the same, and so it is whatever
  /// the order in which the graph was put together.
  @Test(arguments: 1...40) func correctingAgainChangesNothing(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graphs = (0..<3).map { _ in AllianceGraph.random(using: &generator) }
    let graph = AllianceGraph(merging: graphs)
    let corrections = (0..<6).map { _ in Correction.random(using: &generator) }
    for correction in corrections {
      let once = graph.corrected(by: [correction]).graph
      #expect(once.corrected(by: [correction]).graph == once, "\(correction)")
      #expect(
        once.relations.allSatisfy {
          $0.source != $0.target && once.actor($0.source) != nil && once.actor($0.target) != nil
        })
    }
    #expect(
      AllianceGraph(merging: graphs.reversed()).corrected(by: corrections).graph
        == graph.corrected(by: corrections).graph)
    #expect(graph.corrected(by: []).graph == graph)
  }
}

extension Correction {
  static func random(using generator: inout SeededGenerator) -> Correction {
    let ids = ["arland", "borland", "cor-front", "delta-union", "nobody"]
    let names = [
      "The \"Front\"", "yes", "Фронт: #1", "a \\ b", "Café 😀", "- x", "null", "12", "{x}", "o'clock",
      "\u{7}bell",
    ]
    func id() -> String { ids.pick(&generator) }
    func name() -> String { names.pick(&generator) }
    func scope() -> Scope {
      Scope(
        article: [nil, "report-1", "x: y"].pick(&generator),
        quote: [nil, "one quote", "another “quote”"].pick(&generator))
    }
    let relation = Relation(id(), RelationType.allCases.pick(&generator), id())
    let change: Change =
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: .accept(relation, in: scope())
      case 1: .reject(relation, in: scope())
      case 2: .merge([id(), id()], into: id())
      case 3:
        .split(
          id(),
          in: SplitScope(
            articles: ["report-1", "report-2"], aliases: [[], ["quote"], [name()]].pick(&generator)),
          into: id(), name: [nil, name()].pick(&generator),
          kind: ([nil] + ActorKind.allCases).pick(&generator))
      case 4: .rename(id(), to: name())
      default: .setKind(id(), ActorKind.allCases.pick(&generator))
      }
    return Correction(change, note: [nil, name()].pick(&generator))
  }
}
