import AllianceGraphs
import AllianceKit
import ArgumentParser
import Documents
import Evaluation
import Extraction
import ExtractionTraining
import Foundation
import GraphExport
import Relations

@main
struct TrainScorer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-scorer",
    abstract: "Trains the scorer of relations on annotated articles, and scores it.",
    subcommands: [Train.self, Score.self, Table.self])
}

/// A folder with `articles/NAME.txt`, `gold/NAME.json` and tables of articles (`*.tsv`).
struct AnnotatedFolder: ParsableArguments {
  @Argument(help: "Folders with articles/NAME.txt, gold/NAME.json and tables of articles (*.tsv).")
  var folders: [String]

  func read(with reader: ArticleReader) throws -> [(name: String, article: AnnotatedArticle)] {
    var items: [(name: String, article: Article, gold: ScoredGraph, conflict: String)] = []
    for folder in folders {
      let root = URL(filePath: folder)
      var rows: [String: [String: String]] = [:]
      let tables = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
        $0.hasSuffix(".tsv")
      }
      for table in tables {
        let lines = try String(contentsOf: root.appending(path: table), encoding: .utf8).split(
          separator: "\n")
        let columns = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        for line in lines.dropFirst() {
          let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          rows[cells[0]] = Dictionary(zip(columns, cells)) { a, _ in a }
        }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "gold").path)
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
      for name in names {
        let text = try String(contentsOf: root.appending(path: "articles/\(name).txt"), encoding: .utf8)
        let gold = try ScoredGraph(gold: Data(contentsOf: root.appending(path: "gold/\(name).json")))
        let row = rows[name + ".txt"] ?? [:]
        let conflict = row["region"] ?? String(name.prefix { $0 != "-" })
        items.append((name, Article(id: name, plainText: text, date: row["date"]), gold, conflict))
      }
    }
    let documents = items.concurrentMap(jobs: 2) { reader.parse($0.article) }
    return zip(items, documents).map { item, document in
      (item.name, AnnotatedArticle(document: document, gold: item.gold, conflict: item.conflict))
    }
  }
}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains a scorer and prints how it does on held-out conflicts.")

  @OptionGroup var folder: AnnotatedFolder
  @Option(name: .shortAndLong, help: "The file to write.") var output: String
  @Option(help: "Folders of articles that were written for training.") var written: [String] = []
  @Option(help: "How much the written articles count.") var weight = 0.4
  @Option(help: "The inverse strength of the pull towards zero.") var closeness: Double?
  @Option(help: "Features in fewer hypotheses are left out.") var minimumCount: Int?

  func run() throws {
    let reader = try ArticleReader()
    var trainer = RelationScorerTrainer(extractor: reader.extractor)
    if let closeness { trainer.closeness = closeness }
    if let minimumCount { trainer.minimumCount = minimumCount }
    var articles = try folder.read(with: reader).map(\.article)
    for name in written {
      var more = try AnnotatedFolder.parse([name]).read(with: reader).map(\.article)
      for n in more.indices { more[n].weight = weight }
      articles += more
    }
    let (scorer, report) = trainer.train(articles)
    print(report)
    try Data(scorer.serialized).write(to: URL(filePath: output), options: .atomic)
  }
}

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Scores the extraction against gold.")

  @OptionGroup var folder: AnnotatedFolder
  @Option(help: "Use this scorer.") var scorer: String?
  @Option(help: "Keep relations above this probability.") var threshold: Double?
  @Flag(help: "Keep all that strong rules find.") var rulesOnly = false
  @Flag(help: "List what was missed and what was wrong.") var errors = false
  @Option(help: "Show only this article, with its mentions; 'all' shows every one.") var show: String?
  @Option(help: "Write the graph of each article into this folder.") var graphs: String?

  func run() throws {
    let reader = try ArticleReader()
    var extractor = rulesOnly ? reader.extractor.withoutScorer() : reader.extractor
    if let scorer {
      let data = try Data(contentsOf: URL(filePath: scorer))
      var loaded = try data.withUnsafeBytes { try RelationScorer(bytes: $0) }
      if let threshold { loaded.threshold = threshold }
      extractor = extractor.with(scorer: loaded)
    }
    var score = RelationScore()
    var byRule: [String: (right: Int, wrong: Int)] = [:]
    for (name, article) in try folder.read(with: reader) where [nil, "all", name].contains(show) {
      if show != nil { print("## \(name)\n\(extractor.explanation(of: article.document))") }
      let reading = extractor.extract(article.document)
      let graph = Data(AllianceGraph(readings: [reading]).json())
      if let graphs { try graph.write(to: URL(filePath: graphs).appending(path: name + ".json")) }
      let predicted = try ScoredGraph(predicted: graph)
      score.add(predicted: predicted, gold: article.gold, article: name)
      for (rule, isRight) in ScoredGraph.verdicts(on: reading, gold: article.gold) {
        if isRight {
          byRule[rule, default: (0, 0)].right += 1
        } else {
          byRule[rule, default: (0, 0)].wrong += 1
        }
      }
    }
    if errors { for line in score.errors { print(line) } }
    print(score.table)
    if errors {
      for (rule, counts) in byRule.sorted(by: { ($1.value.wrong, $0.key) < ($0.value.wrong, $1.key) }) {
        print("RULE \(rule): \(counts.right) right, \(counts.wrong) wrong")
      }
    }
  }
}

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints every hypothesis with its features, for study.")

  @OptionGroup var folder: AnnotatedFolder

  func run() throws {
    let reader = try ArticleReader()
    let trainer = RelationScorerTrainer(extractor: reader.extractor)
    for line in trainer.table(try folder.read(with: reader).map(\.article)) { print(line) }
  }
}
