import AllianceGraphs
import AllianceKit
import Documents
import GraphExport

/// What a command works with: the streams, the stages that read articles, and what has gone wrong so far.
public final class Session {
  let terminal: Terminal
  private let makePipeline: () throws -> any ArticlePipeline
  private var readyPipeline: (any ArticlePipeline)?
  private(set) var hasFailed = false

  /// - Parameter pipeline: makes the stages, when the first article is to be read.
  public init(terminal: Terminal, pipeline: @escaping () throws -> any ArticlePipeline) {
    self.terminal = terminal
    makePipeline = pipeline
  }

  func pipeline() throws -> any ArticlePipeline {
    if let readyPipeline { return readyPipeline }
    let made = try makePipeline()
    readyPipeline = made
    return made
  }

  func inputs(_ paths: [String], _ options: ArticleOptions) -> Inputs {
    let reader = InputReader(
      terminal: terminal, date: options.date, publisher: options.publisher, anyLanguage: options.anyLanguage)
    let inputs = reader.read(paths)
    if inputs.hasFailed { hasFailed = true }
    return inputs
  }

  /// One graph of everything in the inputs; nil where nothing could be read.
  func graph(_ paths: [String], _ options: ArticleOptions) throws -> AllianceGraph? {
    let inputs = inputs(paths, options)
    if inputs.isEmpty { return nil }
    var graphs = inputs.graphs
    if !inputs.articles.isEmpty {
      graphs.append(try pipeline().graph(of: inputs.articles, jobs: options.jobs))
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
