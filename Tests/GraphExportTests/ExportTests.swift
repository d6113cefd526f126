import AllianceGraphs
import GraphExport
import GraphSamples
import GraphvizRendering
import Relations
import Testing

private func text(_ graph: AllianceGraph, _ format: ExportFormat, file: Int = 0) -> String {
  String(decoding: graph.exported(as: format)[file].bytes, as: UTF8.self)
}

@Suite struct ExternalSupportTests {
  private func rows(_ readings: ArticleReading...) -> [[String: String]] {
    let lines = text(AllianceGraph(readings: readings), .externalSupport)
      .split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private func reading(_ id: String, _ date: String?, _ mentions: RelationMention...) -> ArticleReading {
    .of(id, date: date, actors: [.of("arland", "Arland"), .of("front", "Front", .armedGroup)], mentions)
  }

  @Test func kindsOfSupportAreTheCategoriesOfTheCodebook() {
    let expected: [(SupportKind, String, String)] = [
      (.military, "troops", "ext_x"), (.material, "sent rockets", "ext_w"), (.material, "sent fuel", "ext_m"),
      (.funding, "pays", "ext_f"), (.training, "trains", "ext_t"), (.intelligence, "tells", "ext_i"),
      (.sanctuary, "hosts", "ext_l"), (.unspecified, "backs", "ext_u"),
    ]
    for (kind, quote, column) in expected {
      let row = rows(reading("a", "2019-03-05", .of("arland", .backs, "front", support: kind, quote: quote)))
      #expect(row.count == 1)
      let set = row[0].filter { $0.key.hasPrefix("ext_") && $0.key.count == 5 && $0.value == "1" }
      #expect(Array(set.keys) == [column])
      #expect(row[0]["year"] == "2019" && row[0]["ext_sup"] == "1" && row[0]["ext_sum"] == "1")
      #expect(row[0]["ext_nonstate"] == "0" && row[0]["actor_nonstate"] == "1")
    }
  }

  @Test func aYearIsOneLineAndAllegedOnlyWhileNobodyAssertsIt() {
    let rows = rows(
      reading("a", "2019-03-05", .of("arland", .backs, "front", .alleged, support: .funding)),
      reading(
        "b", "2020-01", .of("arland", .backs, "front", .alleged, support: .unspecified),
        .of("arland", .backs, "front", support: .training, at: 90)))
    #expect(rows.map { $0["year"] } == ["2019", "2020"])
    #expect(rows.map { $0["ext_alleged"] } == ["1", "0"])
    // Of 2020 a kind is known, so that it is not unknown.
    #expect(rows[1]["ext_t"] == "1" && rows[1]["ext_u"] == "0" && rows[1]["ext_sum"] == "1")
  }

  @Test func whatTheCodebookDoesNotCountIsLeftOut() {
    #expect(
      rows(
        reading(
          "a", "2019", .of("arland", .backs, "front", .denied),
          .of("arland", .backs, "front", .possible, at: 30),
          .of("arland", .backs, "front", .ended, at: 60), .of("arland", .fighting, "front", at: 90),
          .of("arland", .backs, "front", support: .political, at: 120)),
        reading("b", nil, .of("arland", .backs, "front"))
      ).isEmpty)
  }
}

@Suite struct GEXFTests {
  @Test func spellsAreTheDaysOfTheReportsAndSayWhatThoseReportsDo() {
    let gexf = text(.story, .gexf)
    let edge = gexf.components(from: "id=\"cor-front:fighting:fen\"", to: "</edge>")
    #expect(edge.contains("for=\"status\" value=\"ended\""))
    #expect(edge.contains("value=\"asserted\" start=\"2019-03-05\" end=\"2019-03-05\""))
    // April is known by its month alone.
    #expect(edge.contains("value=\"ended\" start=\"2019-04-01\" end=\"2019-04-30\""))
    #expect(edge.contains("<spell start=\"2019-04-01\" end=\"2019-04-30\"/>"))
  }

  @Test func whatOneArticleWithoutADateReportsIsThereAllTheTime() {
    let graph = AllianceGraph(readings: [
      .of("dated", date: "2019-03-05", [.of("a", .backs, "b"), .of("b", .backs, "c")]),
      .of("undated", [.of("a", .backs, "b")]),
    ])
    let gexf = text(graph, .gexf)
    #expect(!gexf.components(from: "id=\"a:backs:b\"", to: "</edge>").contains("spell"))
    #expect(gexf.components(from: "id=\"b:backs:c\"", to: "</edge>").contains("spell"))
    #expect(!gexf.components(from: "<node id=\"b\"", to: "</node>").contains("spell"))
    #expect(gexf.components(from: "<node id=\"c\"", to: "</node>").contains("spell"))
  }

  @Test func overlappingDatesAreOneSpell() {
    let graph = AllianceGraph(readings: [
      .of("month", date: "2019-03", [.of("a", .backs, "b")]),
      .of("day", date: "2019-03-31", [.of("a", .backs, "b", .denied)]),
    ])
    let edge = text(graph, .gexf).components(from: "<edge ", to: "</edge>")
    #expect(edge.components(separatedBy: "<spell ") == 1)
    #expect(edge.contains("<spell start=\"2019-03-01\" end=\"2019-03-31\"/>"))
  }
}

@Suite struct MermaidTests {
  @Test func namesHoldNothingThatMermaidReads() {
    for name in awkwardNames {
      let graph = AllianceGraph(readings: [
        .of("report", actors: [.of("a", name), .of("b", "Other")], [.of("a", .backs, "b")])
      ])
      let lines = text(graph, .mermaid).split(separator: "\n")
      #expect(lines.count == 5)
      let label = lines[1].dropFirst("  a1[\"".count).dropLast("\"]".count)
      let outside = label.replacing(/#[0-9]+;/, with: "")
      #expect(!outside.contains { "\"`<>[]{}|#&;\\*_~:@%\n".contains($0) }, "\(lines[1])")
    }
  }

  @Test func linesTellTypesAndFirmness() {
    let graph = AllianceGraph(readings: [
      .of(
        "report",
        [
          .of("a", .backs, "b"), .of("a", .fighting, "c", .alleged), .of("b", .alliedWith, "c"),
          .of("c", .opposes, "a", .denied),
        ])
    ])
    let mermaid = text(graph, .mermaid)
    #expect(mermaid.contains("a1 -->|\"backs\"| a2"))
    #expect(mermaid.contains("a1 <-.->|\"fighting: alleged\"| a3"))
    #expect(mermaid.contains("a2 ===|\"allied with\"| a3"))
    #expect(mermaid.contains("a3 -.-x|\"opposes: denied\"| a1"))
    #expect(mermaid.contains("linkStyle 0 stroke:"))
  }
}

@Suite struct DOTPropertyTests {
  /// Characters that mean something somewhere, among others of many scripts.
  private static let scalars: [Unicode.Scalar] =
    "\"\\<>&{}[]|;:#%/-> \n\r\t\u{0}\u{1}\u{7F}\u{85}\u{200F}\u{202E}\u{2028}\u{FFFE}0123abNGE’“éжدم東\u{301}😀"
    .unicodeScalars.map { $0 }

  private func name(using generator: inout SeededGenerator) -> String {
    var name = ""
    for _ in 0..<Int.random(in: 1..<12, using: &generator) {
      name.unicodeScalars.append(
        Int.random(in: 0..<8, using: &generator) == 0
          ? Unicode.Scalar(UInt32.random(in: 0..<0xD800, using: &generator))!
          : Self.scalars.pick(&generator))
    }
    return name
  }

  @Test(arguments: 0..<60)
  func libcgraphReadsAnyNamesAsTheNodesAndEdgesTheyStandFor(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // Canonically equivalent spellings are one id to Swift.
    let ids = Array(Set((0..<6).map { _ in name(using: &generator) })).sorted()
    let actors = ids.map { Actor.of($0, name(using: &generator), aliases: [name(using: &generator)]) }
    let mentions = zip(ids, ids.dropFirst()).map { source, target in
      RelationMention.of(
        source, RelationType.allCases.pick(&generator), target, quote: name(using: &generator),
        by: name(using: &generator))
    }
    let graph = AllianceGraph(readings: [.of("report", actors: actors, mentions)])
    let heading = name(using: &generator)
    let svg = String(
      decoding: try render(dot: graph.dot(title: heading), format: .svg), as: UTF8.self)
    #expect(svg.components(separatedBy: "class=\"node\"") == ids.count)
    #expect(svg.components(separatedBy: "class=\"edge\"") == graph.relations.count)
    // The titles of the nodes are their identifiers: as many different ones as there are actors.
    let title = /class="node">\n<title>([^<]*)<\/title>/.matchingSemantics(.unicodeScalar)
    let titles = svg.matches(of: title).map { String($0.1) }
    #expect(Set(titles).count == ids.count)
    #expect(try Array(svg.utf8) == render(dot: graph.dot(title: heading), format: .svg))
  }
}

extension String {
  /// What stands between the first of one text and the next of another; empty where they are not there.
  fileprivate func components(from start: String, to end: String) -> Substring {
    guard let lower = firstRange(of: start)?.lowerBound,
      let upper = self[lower...].firstRange(of: end)?.upperBound
    else { return "" }
    return self[lower..<upper]
  }
}

extension StringProtocol {
  /// How often the text occurs.
  fileprivate func components(separatedBy text: String) -> Int { ranges(of: text).count }
}
