import AllianceGraphs
import AllianceKit
import Corrections
import Documents
import GraphvizRendering
import PageRendering
import Relations
import Synchronization

/// The graph that a server shows: what was read, what was corrected, and what is being added.
final class GraphService: Sendable {
  /// Articles that somebody has handed in.
  struct Reading: Sendable {
    var id: Int
    var articles: [Article]
    /// How many of them have been read.
    var done = 0
    /// What they say; nil while they are being read.
    var result: AllianceGraph?
    var isKept = false
  }

  /// What everybody sees at a moment.
  struct State: Sendable {
    var original: AllianceGraph
    var texts: [String: String]
    var corrections: [Correction] = []
    var corrected: CorrectedGraph
    var readings: [Reading] = []
    var nextReading = 1
    var html: [UInt8]?

    var graph: AllianceGraph { corrected.graph }
  }

  private let state: Mutex<State>
  /// Changes are made one after the other, each from what the last has left.
  private let changing = Mutex(())
  private let store: CorrectionStore?
  private let otherFiles: [String]
  private let save: String?
  private let title: String?
  let pipeline: any ArticlePipeline
  /// How many hand-ins are kept in mind.
  static let keptReadings = 20

  init(
    original: AllianceGraph, texts: [String: String], title: String?, store: CorrectionStore?,
    otherFiles: [String], save: String?, pipeline: any ArticlePipeline
  ) {
    state = Mutex(State(original: original, texts: texts, corrected: original.corrected(by: [])))
    self.title = title
    self.store = store
    self.otherFiles = otherFiles
    self.save = save
    self.pipeline = pipeline
  }

  var current: State { state.withLock { $0 } }

  /// Reads the files of corrections and makes them.
  func renew() throws {
    try changing.withLock { _ in try renewWhileChanging(original: nil, texts: nil) }
  }

  private func renewWhileChanging(original: AllianceGraph?, texts: [String: String]?) throws {
    var corrections: [Correction] = []
    for file in otherFiles { corrections += try CorrectionStore(path: file).read().corrections }
    if let store { corrections += try store.read().corrections }
    let original = original ?? current.original
    let corrected = original.corrected(by: corrections)
    state.withLock { state in
      state.original = original
      if let texts { state.texts = texts }
      state.corrections = corrections
      state.corrected = corrected
      state.html = nil
    }
  }

  /// The page, drawn once for each change of the graph.
  func page() throws(RenderingError) -> [UInt8] {
    let seen = current
    if let html = seen.html { return html }
    var page = Page(seen.graph, texts: seen.texts, title: title)
    page.isLive = true
    page.accepted = seen.corrected.accepted
    page.corrections = zip(seen.corrections, seen.corrected.hadEffect).map { correction, hadEffect in
      Page.CorrectionNote(
        text: correction.description + (hadEffect ? "" : " — met nothing here"), note: correction.note)
    }
    let html = try page.html()
    state.withLock { state in
      if state.corrections == seen.corrections && state.original == seen.original { state.html = html }
    }
    return html
  }

  // MARK: Corrections

  enum Refusal: Error {
    case noStore
    /// Nothing in the graph is meant.
    case noEffect(Correction)
    case unknown
  }

  /// Adds a correction; returns once it is on the disk.
  func add(_ correction: Correction) throws {
    guard let store else { throw Refusal.noStore }
    try changing.withLock { _ in
      let seen = current
      let tried = seen.original.corrected(by: seen.corrections + [correction])
      guard tried.hadEffect.last == true else { throw Refusal.noEffect(correction) }
      try store.add(correction)
      try renewWhileChanging(original: nil, texts: nil)
    }
  }

  /// Takes a correction back, by its place in the list of all.
  func removeCorrection(_ index: Int) throws -> Correction {
    guard let store else { throw Refusal.noStore }
    return try changing.withLock { _ in
      let all = current.corrections
      let own = try store.read().corrections
      let place = index - (all.count - own.count)
      // The file may have been edited meanwhile: what is taken back must be what was seen.
      guard all.indices.contains(index), own.indices.contains(place), own[place] == all[index],
        let removed = try store.remove(place)
      else {
        try renewWhileChanging(original: nil, texts: nil)
        throw Refusal.unknown
      }
      try renewWhileChanging(original: nil, texts: nil)
      return removed
    }
  }

  // MARK: Articles handed in

  /// Begins to read articles; nil where too many are being read.
  func begin(_ articles: [Article]) -> Reading? {
    state.withLock { state in
      if state.readings.count(where: { $0.result == nil }) >= 4 { return nil }
      let reading = Reading(id: state.nextReading, articles: named(articles, state))
      state.nextReading += 1
      state.readings.append(reading)
      if state.readings.count > Self.keptReadings { state.readings.removeFirst() }
      return reading
    }
  }

  /// The articles under names that no other text has.
  private func named(_ articles: [Article], _ state: State) -> [Article] {
    var taken = state.texts
    for reading in state.readings { for article in reading.articles { taken[article.id] = article.text } }
    let known = Set(state.original.articles.map(\.id))
    return articles.map { article in
      var article = article
      let id = article.id
      var number = 2
      while taken[article.id].map({ $0 != article.text }) ?? known.contains(article.id) {
        article.id = "\(id)-\(number)"
        number += 1
      }
      taken[article.id] = article.text
      return article
    }
  }

  /// Reads what was handed in, one article after the other.
  func finish(_ reading: Reading) {
    var results: [ArticleReading] = []
    for article in reading.articles {
      results.append(pipeline.read(article))
      change(reading.id) { $0.done = results.count }
    }
    let graph = AllianceGraph(readings: results)
    change(reading.id) { $0.result = graph }
  }

  private func change(_ id: Int, _ body: (inout Reading) -> Void) {
    state.withLock { state in
      guard let place = state.readings.firstIndex(where: { $0.id == id }) else { return }
      body(&state.readings[place])
    }
  }

  func reading(_ id: Int) -> Reading? { current.readings.first { $0.id == id } }

  /// The graph as it would be with what was handed in, corrected likewise.
  func preview(_ result: AllianceGraph) -> AllianceGraph {
    let seen = current
    return seen.original.merging(result).corrected(by: seen.corrections).graph
  }

  /// Makes what was handed in a part of the graph; where there is a file to save it to, once it is there.
  func keep(_ id: Int) throws {
    try changing.withLock { _ in
      guard let reading = reading(id), let result = reading.result else { throw Refusal.unknown }
      let merged = current.original.merging(result)
      if let save { try OutputFile.write(merged.json(), to: save) }
      var texts = current.texts
      for article in reading.articles { texts[article.id] = article.text }
      try renewWhileChanging(original: merged, texts: texts)
      change(id) { $0.isKept = true }
    }
  }
}
