import AllianceGraphs
import AllianceKit
import Dictionaries
import Documents
import GraphExport

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

  /// One graph of everything in the inputs; nil where nothing could be read.
  func graph(_ paths: [String], _ options: ArticleOptions) throws -> AllianceGraph? {
    let inputs = try inputs(paths, options)
    if inputs.isEmpty { return nil }
    var graphs = inputs.graphs
    if !inputs.articles.isEmpty {
      graphs.append(try pipeline(options.dictionaries).graph(of: inputs.articles, jobs: options.jobs))
    }
    return AllianceGraph(merging: graphs)
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
