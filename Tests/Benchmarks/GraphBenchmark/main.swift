import AllianceGraphs
import Foundation
import GraphExport

// Measures a large graph: `graph-benchmark [small|large]` prints processor time by task, and the peak of memory, as a row
// of the table that `peers.py` prints for other libraries. `graph-benchmark dump FILE` writes the edges instead.
let arguments = CommandLine.arguments.dropFirst()
let isSmall = arguments.contains("small")

func processorTime() -> Double {
  var usage = rusage()
  getrusage(RUSAGE_SELF.rawValue, &usage)
  return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

func peakOfMemory() -> Int {
  var usage = rusage()
  getrusage(RUSAGE_SELF.rawValue, &usage)
  return usage.ru_maxrss / 1024
}

func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

/// The middle of some times, in milliseconds.
func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] * 1000 }

func measured<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
  let start = processorTime()
  let result = try work()
  say("\(name): \(String(format: "%.4f", processorTime() - start)) s")
  return result
}

let synthetic = SyntheticGraph(actors: isSmall ? 1000 : 10_000, edges: isSmall ? 20_000 : 1_000_000)
if arguments.first == "dump", let file = arguments.last {
  try synthetic.dump.write(toFile: file, atomically: true, encoding: .utf8)
  try synthetic.changed.dump.write(toFile: file + ".changed", atomically: true, encoding: .utf8)
  exit(0)
}
let readings = synthetic.readings()
let changedReadings = synthetic.changed.readings()
let atStart = peakOfMemory()
let graph = measured("build") { AllianceGraph(readings: readings) }
say("\(graph.actors.count) actors, \(graph.relations.count) relations, \(graph.mentions.count) mentions")
say("memory of the graph: \(peakOfMemory() - atStart) MB")
let index = measured("index") { RelationIndex(graph) }
var reached = 0
var times: [Double] = []
for question in synthetic.questions {
  guard let actor = index.actors.firstIndex(of: SyntheticGraph.id(question)) else { continue }
  let clock = ContinuousClock()
  times.append(
    clock.measure { reached += index.backers(of: actor, hops: 3).count } / .seconds(1))
}
say("backers within 3 hops: \(median(times)) ms; \(reached) in all")
let components = measured("components") { Set(index.components()).count }
say("\(components) components")
let triangles = measured("triangles") { index.signedTriangles(weights: index.mentionCounts) }
say("\(triangles)")
let json = measured("JSON save") { graph.json() }
say("\(json.count >> 20) MB of JSON")
let loaded = try measured("JSON load") { try AllianceGraph(json: json, file: "graph.json") }
let changed = measured("diff: build the other") { AllianceGraph(readings: changedReadings) }
let diff = measured("diff") { GraphDiff(from: graph, to: changed) }
say("\(diff.added.count) \(diff.gone.count) \(diff.changed.count)")
let dot = measured("DOT") { graph.dot() }
say("\(dot.utf8.count >> 20) MB of DOT; peak \(peakOfMemory()) MB")
