import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

/// Two clocks: when something was reported, and when it held.
@Suite struct TimeTests {
  private let backing = Relation("a", .backs, "b")

  /// A graph of reports on one relation: the date of each, what it says, and when it says it held.
  private func graph(_ reports: [(String?, Status, HeldInterval?)]) -> AllianceGraph {
    AllianceGraph(
      readings: reports.enumerated().map { number, report in
        var mention = RelationMention.of("a", .backs, "b", report.1, at: number)
        mention.evidence.held = report.2
        return .of("r\(number)", date: report.0, [mention])
      })
  }

  private func status(_ graph: AllianceGraph, _ day: String) -> Status? {
    graph.filtered(by: GraphFilter(asOf: CalendarDate(day))).edge(backing)?.status
  }

  @Test func reportsSpeakOfTheirDayAndThoseAfterIt() {
    let graph = graph([("2019-03-05", .asserted, nil), ("2020-01", .ended, nil)])
    #expect(status(graph, "2019-03-04") == nil)
    #expect(status(graph, "2019-03-05") == .asserted)
    #expect(status(graph, "2019-12") == .asserted)
    #expect(status(graph, "2020-01-15") == .ended)
    #expect(status(graph, "2025") == .ended)
    #expect(graph.filtered(by: GraphFilter(asOf: CalendarDate("2019-12"))).articles.map(\.id) == ["r0"])
    // What was reported on no known day is known on none.
    #expect(status(self.graph([(nil, .asserted, nil)]), "2025") == nil)
  }

  @Test func theTextCountsMoreThanTheDayOfTheReport() {
    let since = graph([("2020", .asserted, HeldInterval(from: "2015"))])
    #expect(status(since, "2014-12-31") == nil)
    #expect(status(since, "2015") == .asserted && status(since, "2017-06") == .asserted)
    #expect(status(since, "2024") == .asserted)
    let past = graph([("2020", .asserted, HeldInterval(from: "2011", until: "2013-06"))])
    #expect(status(past, "2010") == nil && status(past, "2014") == nil && status(past, "2013-07-01") == nil)
    #expect(status(past, "2011-01-01") == .asserted && status(past, "2013-06-30") == .asserted)
  }

  @Test func whatIsOverHeldBefore() {
    let until = graph([("2020", .ended, HeldInterval(until: "2018-08"))])
    #expect(status(until, "2016") == .asserted && status(until, "2018-08-31") == .asserted)
    #expect(status(until, "2018-09") == .ended && status(until, "2024") == .ended)
    let since = graph([("2020-05-01", .ended, HeldInterval(from: "2015"))])
    #expect(status(since, "2014") == nil && status(since, "2016") == .asserted)
    #expect(status(since, "2020-05-01") == .ended)
  }

  @Test func theClocksAreIndependent() {
    let graph = graph([
      ("2018", .asserted, HeldInterval(from: "2015")), ("2020", .ended, HeldInterval(until: "2016")),
    ])
    func edge(_ until: String) -> Edge? {
      graph.filtered(by: GraphFilter(until: CalendarDate(until), asOf: CalendarDate("2017"))).edge(backing)
    }
    // What in 2017 held, as known in 2018 and as known in 2020.
    #expect(edge("2018")?.status == .asserted)
    #expect(edge("2020")?.status == .ended)
  }

  @Test func filteringTwiceByADayIsFilteringOnce() {
    for seed: UInt64 in 0..<50 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      let filter = GraphFilter(
        asOf: CalendarDate(["2018", "2019-03-04", "2019-12", "2021"].pick(&generator)))
      let once = graph.filtered(by: filter)
      #expect(once.filtered(by: filter).mentions == once.mentions, "seed \(seed)")
    }
  }

  // MARK: Publishers

  private func sources(_ articles: [(id: String, publisher: String?, copyOf: String?)]) -> Int {
    let readings = articles.enumerated().map { number, article in
      var reading = ArticleReading.of(
        article.id, publisher: article.publisher, [.of("a", .backs, "b", at: number)])
      reading.article.copyOf = article.copyOf
      return reading
    }
    let graph = AllianceGraph(readings: readings)
    return PublisherCount(graph.articles).count(graph.mentions)
  }

  @Test func publishersCountOnceAndCopiesForTheirOriginal() {
    #expect(sources([("x", "Wire", nil), ("y", "wire", nil)]) == 1)
    #expect(sources([("x", "Wire", nil), ("y", "Post", nil)]) == 2)
    #expect(sources([("x", "Wire", nil), ("y", "Post", "x")]) == 1)
    #expect(sources([("x", "Wire", nil), ("y", "Post", "x"), ("z", "Post", nil)]) == 2)
    #expect(sources([("x", nil, nil), ("y", nil, nil)]) == 1)
    #expect(sources([("x", nil, nil), ("y", "Post", "x"), ("z", "Wire", nil)]) == 2)
    #expect(sources([("x", nil, nil), ("y", "Post", nil)]) == 2)
  }

  @Test func theOriginalNeedNotSpeakOfTheRelation() {
    var original = ArticleReading.of("x", publisher: "Wire", [])
    original.article.copyOf = nil
    var copy = ArticleReading.of("y", publisher: "Post", [.of("a", .backs, "b")])
    copy.article.copyOf = "x"
    let other = ArticleReading.of("z", publisher: "Wire", [.of("a", .backs, "b", at: 9)])
    let graph = AllianceGraph(readings: [original, copy, other])
    #expect(graph.filtered(by: GraphFilter(minimumPublishers: 1)).relations.count == 1)
    #expect(graph.filtered(by: GraphFilter(minimumPublishers: 2)).relations.isEmpty)
  }

  @Test func whoIsAskedAboutStays() {
    let story = AllianceGraph.story
    var filter = GraphFilter(kinds: [.armedGroup])
    filter.focus = ["fen"]
    let shown = story.filtered(by: filter)
    #expect(shown.relations.map(\.relation) == [Relation("cor-front", .fighting, "fen")])
    filter = GraphFilter(types: [.negotiatesWith], since: CalendarDate("2030"))
    filter.focus = ["estria"]
    #expect(story.filtered(by: filter).actors.map(\.name) == ["Éstria"])
    #expect(story.filtered(by: filter).articles.isEmpty)
  }
}
