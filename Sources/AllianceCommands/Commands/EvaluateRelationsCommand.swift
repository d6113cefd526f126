import AllianceGraphs
import AllianceKit
import ArgumentParser
import ArticleFormats
import Documents
import Evaluation
import Foundation
import GraphExport

struct EvaluateRelationsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "relations",
    abstract: "Scores relations and actors against annotated articles.",
    discussion: """
      GOLD holds NAME.json for each NAME.txt in ARTICLES. All figures are micro-averaged over the articles; an article \
      that cannot be read counts as one in which nothing was found. Below the table stands how many relations were \
      found in articles in which there are none.

      EXAMPLES
        alliance evaluate relations dev/gold dev/articles --errors
        alliance evaluate relations dev/gold dev/articles --each --json
      """)

  @Argument(help: "The folder with the annotation.")
  var gold: String

  @Argument(help: "The folder with the articles.")
  var articles: String

  @Flag(help: "Also what was missed and what was wrong.")
  var errors = false

  @Flag(help: "Also the relations of each article.")
  var each = false

  @Flag(help: "The figures as JSON.")
  var json = false

  @OptionGroup var dictionaries: DictionaryOptions

  @Option(help: "How many articles to read at a time; if not given, as many as there are processors.")
  var jobs: Int = ArticleOptions.processors

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run(in session: Session) throws -> ExitStatus {
    let names = try Files.names(in: gold).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    if names.isEmpty { throw FileFault(path: gold, message: "no .json files in this folder") }
    let texts = names.map { article($0, in: session) }
    let pipeline = try session.pipeline(dictionaries)
    // The graph as it would be written, whose edges weigh all mentions of a relation.
    let graphs = texts.concurrentMap(jobs: jobs) { text in
      AllianceGraph(readings: text.map { [pipeline.read($0)] } ?? []).json()
    }
    var score = RelationScore()
    for (name, graph) in zip(names, graphs) {
      score.add(
        predicted: try ScoredGraph(predicted: Data(graph)), gold: try annotation(name), article: name)
    }
    if json {
      try session.terminal.write(score.json(articles: each, errors: errors))
      return .done
    }
    var lines = [score.table]
    if let line = score.negativesLine { lines.append(line) }
    if each { lines += score.articleLines }
    if errors { lines += score.errors }
    try session.terminal.write(lines.joined(separator: "\n") + "\n")
    return .done
  }

  private func article(_ name: String, in session: Session) -> Article? {
    let path = "\(articles)/\(name).txt"
    do throws(FileFault) {
      let bytes = try Files.read(path)
      guard case .articles(.plainText) = try TextContent.classify(bytes, path: path) else {
        throw FileFault(path: path, message: "expected an article in plain text")
      }
      let text = TextDecoding.fromUTF16(bytes) ?? bytes
      return Article(id: name, plainText: String(decoding: text, as: UTF8.self))
    } catch {
      session.report(error)
      return nil
    }
  }

  private func annotation(_ name: String) throws -> ScoredGraph {
    let path = "\(gold)/\(name).json"
    let bytes = try Files.read(path)
    do { return try ScoredGraph(gold: Data(bytes)) } catch {
      throw FileFault(path: path, message: "not an annotated article; expected \"actors\" and \"relations\"")
    }
  }
}
