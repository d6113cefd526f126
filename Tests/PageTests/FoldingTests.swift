import AllianceGraphs
import Foundation
import GraphSamples
import PageRendering
import Relations
import Testing

extension BrowserTests {
  /// The page folds relations anew from the articles that the reader chooses: as the program does.
  @Suite struct FoldingTests {
    /// What a relation reads like, in the words of the page's table.
    private static func rows(_ graph: AllianceGraph) -> Set<String> {
      Set(
        graph.relations.map { edge in
          var firmness = edge.status.rawValue + (edge.disputed ? ", disputed" : "")
          if let support = edge.support, support != .unspecified { firmness += "; \(support.rawValue)" }
          return "\(edge.source) \(edge.type.rawValue) \(edge.target) | \(firmness) | "
            + "\(edge.confidence == edge.confidence.rounded() ? "\(Int(edge.confidence))" : "\(edge.confidence)") | \(edge.sources)"
        })
    }

    private static let readRows = """
      (() => [...document.querySelectorAll("#view-relations tbody tr")].map((row) => {
        const cell = (title) => row.cells[[...document.querySelectorAll("#view-relations thead th")]
          .findIndex((head) => head.innerText.startsWith(title))];
        return [row.dataset.key, cell("Status").innerText, cell("Confidence").dataset.value, cell("Sources").innerText].join(" | ");
      }))()
      """

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func filtersGiveWhatTheProgramGives(_ seed: UInt64) throws {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.withCopies(using: &generator)
      let page = try OpenPage(html: Page(graph).html())
      defer { page.close() }
      #expect(try page.complaints() == [])
      try page.click("#show-relations")
      #expect(Set(try page.evaluate(Self.readRows) as? [String] ?? []) == Self.rows(graph))

      let dates = Set(graph.articles.compactMap(\.date)).sorted()
      guard dates.count > 1 else { return }
      for _ in 0..<6 {
        let chosen = [
          Int.random(in: 0..<dates.count, using: &generator),
          Int.random(in: 0..<dates.count, using: &generator),
        ]
        .sorted()
        let least = [0, 0.5, 0.9].pick(&generator)
        try page.evaluate(
          """
          for (const [id, value] of [["since", 0], ["until", \(dates.count - 1)], ["since", \(chosen[0])], ["until", \(chosen[1])], ["least", \(least)]]) {
            const slider = document.getElementById(id);
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
          }
          """)
        let filter = GraphFilter(
          minimumConfidence: least,
          since: chosen[0] == 0 ? nil : CalendarDate(dates[chosen[0]]),
          until: chosen[1] == dates.count - 1 ? nil : CalendarDate(dates[chosen[1]]))
        #expect(
          Set(try page.evaluate(Self.readRows) as? [String] ?? []) == Self.rows(graph.filtered(by: filter)),
          "from \(dates[chosen[0]]) to \(dates[chosen[1]]), at least \(least)")
      }
    }
  }
}

extension AllianceGraph {
  /// A random graph, of whose articles some repeat others.
  fileprivate static func withCopies(using generator: inout SeededGenerator) -> AllianceGraph {
    var readings = (0..<12).map { _ in ArticleReading.random(using: &generator) }
    for index in readings.indices {
      readings[index].article.id = "report-\(index)"
      for place in readings[index].mentions.indices {
        readings[index].mentions[place].evidence.article = "report-\(index)"
      }
      if index > 0, Int.random(in: 0..<3, using: &generator) == 0 {
        readings[index].article.copyOf = "report-\(Int.random(in: 0..<index, using: &generator))"
      }
    }
    return AllianceGraph(readings: readings)
  }
}
