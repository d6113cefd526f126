import AllianceGraphs
import AllianceKit
import Corrections
import Dictionaries
import Documents
import GraphExport

/// What the inputs of a command say, with all that was done to it.
struct GraphReading {
  /// As it was read.
  var original: AllianceGraph
  var corrections: [Correction]
  var accepted: Set<Relation>
  var hadEffect: [Bool]
  /// Corrected and filtered.
  var graph: AllianceGraph
  /// The texts of the articles by id.
  var texts: [String: String]
}

/// What a command works with: the streams, the stages that read articles, and what has gone wrong so far.
public final class Session {
  let terminal: Terminal
  /// Makes the stages that read articles, with dictionaries of one's own.
  public typealias PipelineMaker =
    (_ actors: [DictionaryFile], _ rules: [DictionaryFile]) throws -> any ArticlePipeline

  private let makePipeline: PipelineMaker
  private var readyPipeline: (any ArticlePipeline)?
  private(set) var hasFailed = false

  /// - Parameter pipeline: makes the stages, when the first article is to be read or there are dictionaries to check.
  public init(terminal: Terminal, pipeline: @escaping PipelineMaker) {
    self.terminal = terminal
    makePipeline = pipeline
  }

  func pipeline(_ dictionaries: DictionaryOptions? = nil) throws -> any ArticlePipeline {
    if let readyPipeline { return readyPipeline }
    let (actors, rules) = try dictionaries?.read() ?? ([], [])
    let made = try makePipeline(actors, rules)
    readyPipeline = made
    return made
  }

  /// Reads files, once the dictionaries are known to be sound: with a faulty one nothing is done.
  ///
  /// - Parameter publisher: of all articles, whatever they say.
  func inputs(_ paths: [String], _ options: ArticleOptions, publisher: String? = nil) throws -> Inputs {
    if !options.dictionaries.isEmpty { _ = try pipeline(options.dictionaries) }
    let reader = InputReader(
      terminal: terminal, date: options.date, publisher: publisher, anyLanguage: options.anyLanguage)
    let inputs = reader.read(paths)
    if inputs.hasFailed { hasFailed = true }
    return inputs
  }

  /// One graph of everything in the inputs that the filter lets pass; nil where nothing could be read.
  func graph(
    _ paths: [String], _ options: ArticleOptions, _ filter: FilterOptions
  ) throws -> AllianceGraph? {
    try graph(paths, options).map { filtered($0, by: filter.filter) }
  }

  /// What the filter leaves of a graph; says so where nobody of the name published anything in it.
  func filtered(_ graph: AllianceGraph, by filter: GraphFilter) -> AllianceGraph {
    for name in (filter.publishers ?? []).sorted() where !graph.hasArticle(by: name) {
      let known = Set(graph.articles.compactMap { $0.publisher.map(singleLine) }).sorted().prefix(8)
      let hint =
        known.isEmpty ? "no article says who published it" : "publishers are \(known.joined(separator: ", "))"
      terminal.say("no article by '\(name)'; \(hint)")
    }
    return graph.filtered(by: filter)
  }

  /// One graph of everything in the inputs, as an analyst has set it right; nil where nothing could be read.
  func graph(_ paths: [String], _ options: ArticleOptions) throws -> AllianceGraph? {
    try reading(paths, options)?.graph
  }

  /// The same, with the texts of the articles by id and what an analyst has set right.
  func reading(
    _ paths: [String], _ options: ArticleOptions, _ filter: FilterOptions? = nil
  ) throws -> GraphReading? {
    // With a faulty file nothing is done.
    let corrections = try corrections(beside: paths, options.corrections)
    let inputs = try inputs(paths, options)
    if inputs.isEmpty { return nil }
    var graphs = inputs.graphs
    if !inputs.articles.isEmpty {
      graphs.append(try pipeline(options.dictionaries).graph(of: inputs.articles, jobs: options.jobs))
    }
    let original = AllianceGraph(merging: graphs)
    let corrected = original.corrected(by: corrections)
    return GraphReading(
      original: original, corrections: corrections, accepted: corrected.accepted,
      hadEffect: corrected.hadEffect,
      graph: filter.map { filtered(corrected.graph, by: $0.filter) } ?? corrected.graph,
      texts: Dictionary(inputs.articles.map { ($0.id, $0.text) }, uniquingKeysWith: { a, _ in a }))
  }

  /// What the files of corrections that count for these inputs say.
  func corrections(beside paths: [String], _ options: CorrectionOptions) throws -> [Correction] {
    var result: [Correction] = []
    for path in options.files(beside: paths) {
      guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
        throw FileFault(path: path, message: "invalid UTF-8; expected corrections in YAML")
      }
      result += try CorrectionFile(text, name: path).corrections
    }
    return result
  }

  var textStyle: TextStyle { TextStyle(colors: terminal.showsColors) }

  /// Tells of a fault that does not end the work.
  func report(_ fault: FileFault) {
    terminal.say("\(fault)")
    hasFailed = true
  }

  /// Writes to a file, or to standard output where there is none or it is called `-`.
  func deliver(_ bytes: [UInt8], to path: String?) throws {
    if let path, path != "-" {
      try OutputFile.write(bytes, to: path)
    } else {
      try terminal.write(bytes)
    }
  }
}
