import AllianceGraphs
import Foundation
import GraphExport
import GraphSamples
import Relations
import Testing

/// What is exported, read back by programs of others.
@Suite struct RoundTripTests {
  static let graphs: [(String, AllianceGraph)] =
    [("story", .story), ("empty", AllianceGraph()), ("awkward names", awkward)]
    + (0..<12).map { seed in
      var generator = SeededGenerator(seed: UInt64(seed))
      return ("random \(seed)", AllianceGraph.random(using: &generator))
    }

  /// Ids, names and quotes of everything that means something to a format.
  private static let awkward: AllianceGraph = {
    let names = awkwardNames.enumerated().map { $1.isEmpty ? "empty \($0)" : $1 }
    let more = [
      "=HYPERLINK(\"x\")", "+1", "-1", "@SUM(1)", "'quoted'", "a;b", "_x41_", "A", " spaced ", "a,b", "\r\n",
    ]
    let all = names + more
    let actors = all.map { Actor.of($0, $0, .armedGroup, aliases: [$0, "a;b", "=1"]) }
    let mentions = zip(all, all.dropFirst()).map { source, target in
      RelationMention.of(source, .backs, target, .alleged, support: .funding, quote: target, by: source)
    }
    return AllianceGraph(readings: [.of("r;1", date: "2019-03", publisher: "=A;B", actors: actors, mentions)])
  }()

  private func exported(_ graph: AllianceGraph) throws -> ExportFolder {
    let folder = ExportFolder()
    for format in ExportFormat.allCases {
      for file in graph.exported(as: format) {
        _ = try folder.write(format.isFolder ? "\(format.rawValue)/\(file.name)" : file.name, file.bytes)
      }
    }
    return folder
  }

  @Test(
    .enabled(if: PublicReader.python != nil, "Python with NetworkX is not installed: nothing is read back"),
    arguments: 0..<graphs.count)
  func networkXAndCSVReadersFindWhatTheGraphSays(_ index: Int) throws {
    let folder = try exported(Self.graphs[index].1)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "read_back.py")
      .path
    let run = try PublicReader.run(PublicReader.python!, script, folder.path)
    #expect(run.status == 0, "\(Self.graphs[index].0): \(run.output)")
  }

  @Test(
    .enabled(if: PublicReader.xmllint != nil, "xmllint is not installed"), arguments: 0..<graphs.count)
  func xmllintTakesTheXML(_ index: Int) throws {
    let folder = try exported(Self.graphs[index].1)
    for name in ["graph.graphml", "graph.gexf"] {
      let run = try PublicReader.run(PublicReader.xmllint!, "--noout", "\(folder.path)/\(name)")
      #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
    }
  }

  @Test(.enabled(if: PublicReader.dot != nil, "dot is not installed"), arguments: 0..<graphs.count)
  func dotPlacesEveryNodeOfTheDOT(_ index: Int) throws {
    let graph = Self.graphs[index].1
    let folder = try exported(graph)
    let run = try PublicReader.run(PublicReader.dot!, "-Tplain", "\(folder.path)/graph.dot")
    #expect(run.status == 0)
    let drawn = Set(graph.relations.flatMap { [$0.source, $0.target] })
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("node ") } == drawn.count)
  }

  @Test func theOrderOfReadingDoesNotMatter() {
    var generator = SeededGenerator(seed: 5)
    let readings = (0..<6).map { _ in ArticleReading.random(using: &generator) }
    let graph = AllianceGraph(readings: readings)
    let shuffled = AllianceGraph(readings: readings.shuffled(using: &generator))
    for format in ExportFormat.allCases {
      #expect(graph.exported(as: format) == shuffled.exported(as: format))
    }
  }
}
