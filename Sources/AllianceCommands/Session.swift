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
  func inputs(_ paths: [String], _ options: ArticleOptions) throws -> Inputs {
    if !options.dictionaries.isEmpty { _ = try pipeline(options.dictionaries) }
    let reader = InputReader(
      terminal: terminal, date: options.date, publisher: options.publisher, anyLanguage: options.anyLanguage)
    let inputs = reader.read(paths)
    if inputs.hasFailed { hasFailed = true }
    return inputs
  }

  /// One graph of everything in the inputs that the filter lets pass; nil where nothing could be read.
  func graph(
    _ paths: [String], _ options: ArticleOptions, _ filter: FilterOptions
  ) throws -> AllianceGraph? {
    try reading(paths, options, filter)?.graph
  }

  /// The same, with the texts of the articles by id.
  func reading(
    _ paths: [String], _ options: ArticleOptions, _ filter: FilterOptions
  ) throws -> (graph: AllianceGraph, texts: [String: String])? {
    let inputs = try inputs(paths, options)
    if inputs.isEmpty { return nil }
    var graphs = inputs.graphs
    if !inputs.articles.isEmpty {
      graphs.append(try pipeline(options.dictionaries).graph(of: inputs.articles, jobs: options.jobs))
    }
    let texts = Dictionary(inputs.articles.map { ($0.id, $0.text) }, uniquingKeysWith: { a, _ in a })
    return (AllianceGraph(merging: graphs).filtered(by: filter.filter), texts)
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
