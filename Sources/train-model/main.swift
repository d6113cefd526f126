import ArgumentParser
import Documents
import Foundation
import Linguistics
import LinguisticsTraining

struct TrainModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-model", abstract: "Trains and scores the language model.",
    subcommands: [Train.self, Evaluate.self])
}

/// The folder with the corpora and what is read from it.
struct CorpusFolder {
  let root: URL

  static let webKinds: [String: NameKind] = [
    "PER": .person, "ORG": .organization, "LOC": .location, "OTH": .other,
  ]

  func treebank(_ name: String, _ part: String) throws -> [Example] {
    try Corpora.treebank(treebankFile(name, part))
  }

  func treebankFile(_ name: String, _ part: String) -> URL {
    root.appending(path: "treebanks/\(name.uppercased())/en_\(name)-ud-\(part).conllu")
  }

  func webNames(_ part: String) throws -> [Example] {
    let file = part == "train" ? "en_ewt-ud-train.early-236914d.iob2" : "en_ewt-ud-\(part).iob2"
    return try Corpora.columns(
      root.appending(path: "ner/UNER-EWT/\(file)"), word: 1, label: 2,
      kinds: Self.webKinds)
  }

  func encyclopediaNames() throws -> [Example] {
    try Corpora.columns(
      root.appending(path: "ner/WikiGold/CONLL-format/data/wikigold.conll.txt"), word: 0, label: 1,
      kinds: ["PER": .person, "ORG": .organization, "LOC": .location, "MISC": .other])
  }

  func politicalNames(_ part: String) throws -> [Example] {
    try Corpora.columns(
      root.appending(path: "ner/CrossNER-politics/\(part).txt"), word: 0, label: 1,
      kinds: [
        "politician": .person, "person": .person, "politicalparty": .organization,
        "organisation": .organization,
        "country": .location, "location": .location, "election": .other, "event": .other, "misc": .other,
      ])
  }
}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Trains a model.")

  @Argument(help: "The folder with the corpora.") var data: String
  @Option(name: .shortAndLong, help: "The file to write.") var output: String
  @Option(help: "How often to read the data.") var epochs = 12
  @Option(help: "The seed of all that is random.") var seed: UInt64 = 1
  @Option(help: "The highest learning rate.") var rate: Float = 0.003
  @Option(help: "Words a batch.") var batch = 1_200
  @Option(help: "The share of units to drop.") var dropout: Float = 0.3
  @Option(help: "Units of one direction of a layer.") var hidden = 128
  @Option(help: "Layers.") var layers = 3
  @Option(help: "Begin with the weights in this file.") var from: String?
  @Option(help: "The share of the sentences with names alone that an epoch reads.") var nameShare: Float = 0.5
  @Option(help: "Read only so many sentences of each treebank.") var limit: Int?

  func run() throws {
    let folder = CorpusFolder(root: URL(filePath: data))
    var parsed =
      try Corpora.joinNames(folder.treebank("ewt", "train"), folder.webNames("train"))
      + folder.treebank("gum", "train")
    let demonyms = Corpora.demonyms(in: parsed)
    if let limit { parsed = Array(parsed.prefix(limit)) }
    var named =
      try folder.encyclopediaNames() + folder.politicalNames("train") + folder.politicalNames("dev")
    for part in ["dev", "test"] {
      named += try Corpora.relationDocuments(
        folder.root.appending(path: "ner/Re-DocRED/\(part)_revised.json"), demonyms: demonyms)
    }
    let tuning = try Corpora.joinNames(folder.treebank("ewt", "dev"), folder.webNames("dev"))
    let otherTuning = try folder.treebank("gum", "dev")
    print("\(parsed.count) sentences with trees, \(named.count) with names alone")
    let vectors = try WordVectors(folder: folder.root.appending(path: "embeddings/GloVe-6B-50d-top100k"))
    let vocabulary = Vocabulary(examples: parsed + named)
    var settings = Trainer.Settings()
    settings.epochs = epochs
    settings.seed = seed
    settings.rate = rate
    settings.batchWords = batch
    settings.unitDropout = dropout
    settings.hidden = hidden
    settings.layers = layers
    settings.nameShare = nameShare
    let trainer = Trainer(vocabulary: vocabulary, vectors: vectors, settings: settings)
    if let from { try trainer.loadCheckpoint(from: URL(filePath: from)) }
    let clock = ContinuousClock()
    let start = clock.now
    trainer.train(parsed: parsed, named: named) { line, trainer in
      let scores = trainer.scores(on: tuning)
      print("\(line) [\(clock.now - start)]")
      print("  EWT dev \(scores.summary), \(scores.nameSummary)")
      print("  GUM dev \(trainer.scores(on: otherTuning).summary)")
      try? trainer.saveCheckpoint(to: URL(filePath: output + ".weights"))
      fflush(nil)
    }
    var lemmatizer = LemmatizerTrainer()
    for bank in ["ewt", "gum"] {
      let file = folder.treebankFile(bank, "train")
      lemmatizer.add(try CoNLLU.documents(in: String(contentsOf: file, encoding: .utf8), file: file.path))
    }
    try Data(trainer.model(lemmatizer: lemmatizer.train().serialized)).write(to: URL(filePath: output))
  }
}

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores a model on the words of a treebank.")

  @Argument(help: "A model.") var model: String
  @Argument(help: "A treebank in CoNLL-U.") var treebank: String
  @Option(help: "The same sentences with names, in the columns of UNER.") var names: String?
  @Flag(help: "Print F1 by relation.") var relations = false

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
      for first in stride(from: 0, to: gold.count, by: 30) {
        let part = gold[first..<min(first + 30, gold.count)]
        let document = TokenizedDocument(
          article: Article(id: "", title: "", text: ""),
          sentences: part.map { example in
            TokenizedSentence(
              range: 0..<0, words: example.forms.map { Word(range: 0..<0, form: $0) }, role: .body,
              paragraph: 0)
          })
        for (example, sentence) in zip(part, reader.parse(document).sentences) {
          scores.add(gold: example.tokens, predicted: sentence.tokens)
          if let names = example.names { scores.add(gold: names, predicted: sentence.names) }
        }
      }
      let time = (clock.now - start) / .seconds(1)
      print(scores.summary)
      if names != nil { print(scores.nameSummary) }
      if relations { print(scores.relationSummary()) }
      print("opened in \(start - opening), \(Int(Double(scores.words) / time)) words a second")
    }
  }
}

TrainModel.main()
