import AllianceGraphs
import GraphExport
import GraphSamples
import Relations
import Testing

/// The quick reader reads what `json()` writes as the general reader does, and leaves all else to it.
@Suite struct CanonicalJSONTests {
  @Test(arguments: 0..<60)
  func bothReadersReadTheSame(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let graph = AllianceGraph.random(using: &generator)
    let json = graph.json()
    let general = try AllianceGraph(anyJSON: json, file: "graph.json")
    let quick = try AllianceGraph(json: json, file: "graph.json")
    #expect(quick == graph && general == graph)
    #expect(quick.json() == json)
    #expect(quick.actors == general.actors && quick.relations == general.relations)
  }

  @Test(arguments: 0..<200)
  func whatTheGeneralReaderRefusesTheQuickOneDoesNotTake(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var json = AllianceGraph.story.json()
    // Bytes lost, doubled or replaced.
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: json.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: json.remove(at: place)
      case 1: json.insert(json[place], at: place)
      default: json[place] = Array("0129\"\\{}[],:.e ax-\u{7F}".utf8).pick(&generator)
      }
    }
    let general = Result { try AllianceGraph(anyJSON: json, file: "graph.json") }
    let quick = Result { try AllianceGraph(json: json, file: "graph.json") }
    switch (general, quick) {
    case (.success(let a), .success(let b)): #expect(a == b)
    case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
    default: Issue.record("one reader takes it: \(String(decoding: json, as: UTF8.self))")
    }
  }
}
