import AllianceGraphs
import AllianceKit
import ArgumentParser
import Corrections
import GraphExport
import Relations

struct ExtractCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Writes the graph of what articles say, as JSON.",
    discussion: """
      The graph holds each relation with all its quotes. Graphs among the inputs are merged in. The same articles \
      give the same bytes, whatever their order. Articles that are copies of one text, shortened or reworded here and \
      there, are named on standard error and count as one source. Articles that are not in English are named and left out, \
      with exit status 2. Corrections beside the inputs are made in what is written; to be able to take them back later \
      without reading the articles again, write the graph with --no-corrections: all commands make them when they read it.

      EXAMPLES
        alliance extract article.txt
        alliance extract reports/ --publisher Reuters -o graph.json
        alliance extract old.json today/*.txt -o new.json
        alliance extract reports/ --output-directory graphs
      """)

  @OptionGroup var input: InputArguments

  @Option(help: "Who published the articles, whatever they say.")
  var publisher: String?

  @Option(name: [.short, .long], help: "The file for the merged graph. (default: standard output)")
  var output: String?

  @Option(help: "A folder for one graph an article, as NAME.json for NAME.txt; made where missing.")
  var outputDirectory: String?

  func run(in session: Session) throws -> ExitStatus {
    let corrections = try session.corrections(beside: input.inputs, input.options.corrections)
    let inputs = try session.inputs(input.inputs, input.options, publisher: publisher)
    if inputs.isEmpty { return .failed }
    let readings =
      inputs.articles.isEmpty
      ? []
      : try session.pipeline(input.options.dictionaries).readings(
        of: inputs.articles, jobs: input.options.jobs)
    if let outputDirectory {
      try Files.makeFolder(outputDirectory)
      for reading in readings { write(reading, corrections, into: outputDirectory, session) }
      if output == nil {
        if !inputs.graphs.isEmpty {
          session.report(
            FileFault(
              path: outputDirectory,
              message: "graphs among the inputs are left out; -o FILE merges them with the articles"))
        }
        return .done
      }
    }
    let graph = AllianceGraph(merging: inputs.graphs + [AllianceGraph(readings: readings)])
      .corrected(by: corrections).graph
    try session.deliver(graph.json(), to: output)
    return .done
  }

  private func write(
    _ reading: ArticleReading, _ corrections: [Correction], into folder: String, _ session: Session
  ) {
    do throws(FileFault) {
      let path = "\(folder)/\(reading.article.id).json"
      try OutputFile.write(
        AllianceGraph(readings: [reading]).corrected(by: corrections).graph.json(), to: path)
    } catch {
      session.report(error)
    }
  }
}
