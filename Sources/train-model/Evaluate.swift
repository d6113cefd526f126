import ArgumentParser
import Documents
import Foundation
import Linguistics
import LinguisticsTraining

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores a model on the words of a treebank.")

  @Argument(help: "A model.") var model: String
  @Argument(help: "A treebank in CoNLL-U.") var treebank: String
  @Option(help: "The same sentences with names, in the columns of UNER.") var names: String?
  @Flag(help: "Print F1 by relation.") var relations = false
  @Option(help: "Write the sentences as the model reads them to this file.") var output: String?

  func run() throws {
    var gold = try Corpora.treebank(URL(filePath: treebank))
    if let names {
      gold = Corpora.joinNames(
        gold,
        try Corpora.columns(URL(filePath: names), word: 1, label: 2, kinds: CorpusFolder.webKinds))
    }
    let bytes = try Data(contentsOf: URL(filePath: model), options: .alwaysMapped)
    try bytes.withUnsafeBytes { raw in
      let clock = ContinuousClock()
      let opening = clock.now
      let model = try LanguageModel(bytes: raw)
      let start = clock.now
      let reader = Reader(model: model)
      var scores = Scores()
      var analysed = ""
      for first in stride(from: 0, to: gold.count, by: 30) {
        let part = gold[first..<min(first + 30, gold.count)]
        let document = TokenizedDocument(
          article: Article(id: "", title: "", text: ""),
          sentences: part.map { example in
            TokenizedSentence(
              range: 0..<0, words: example.forms.map { Word(range: 0..<0, form: $0) }, role: .body,
              paragraph: 0)
          })
        let parsed = reader.parse(document)
        if output != nil { analysed += CoNLLU.print(parsed) }
        for (example, sentence) in zip(part, parsed.sentences) {
          scores.add(gold: example.tokens, predicted: sentence.tokens)
          if let names = example.names { scores.add(gold: names, predicted: sentence.names) }
        }
      }
      let time = (clock.now - start) / .seconds(1)
      if let output { try analysed.write(toFile: output, atomically: true, encoding: .utf8) }
      print(scores.summary)
      if names != nil { print(scores.nameSummary) }
      if relations { print(scores.relationSummary()) }
      print("opened in \(start - opening), \(Int(Double(scores.words) / time)) words a second")
    }
  }
}
