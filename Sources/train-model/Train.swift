import ArgumentParser
import Documents
import Foundation
import LinguisticsTraining

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Trains a model.")

  private static let defaults = Trainer.Settings()

  @Argument(help: "The folder with the corpora.") var data: String
  @Option(name: .shortAndLong, help: "The file to write.") var output: String
  @Option(help: "How often to read the data.") var epochs = defaults.epochs
  @Option(help: "Of these, how often at the end while the learning rate falls.") var cooling = defaults
    .cooling
  @Option(help: "The seed of all that is random.") var seed = defaults.seed
  @Option(help: "The highest learning rate.") var rate = defaults.rate
  @Option(help: "Words a batch.") var batch = defaults.batchWords
  @Option(help: "The share of units to drop.") var dropout = defaults.unitDropout
  @Option(help: "Units of one direction of a layer.") var hidden = defaults.hidden
  @Option(help: "Layers.") var layers = defaults.layers
  @Option(help: "Begin with the weights in this file.") var from: String?
  @Option(help: "The share of the sentences with names alone that an epoch reads.") var nameShare = defaults
    .nameShare
  @Option(help: "Read only so many sentences of each treebank.") var limit: Int?

  func run() throws {
    let folder = CorpusFolder(root: URL(filePath: data))
    let web = try Corpora.joinNames(folder.treebank("ewt", "train"), folder.webNames("train"))
    let mixed = try folder.treebank("gum", "train")
    let habits = WordHabits(examples: web + mixed)
    var parsed =
      try web
      + Corpora.joinNames(
        mixed, Corpora.entityNames(folder.treebankFile("gum", "train"), habits: habits))
    if let limit { parsed = Array(parsed.prefix(limit)) }
    var named =
      try folder.encyclopediaNames() + folder.politicalNames("train") + folder.politicalNames("dev")
    for part in ["dev", "test"] {
      named += try Corpora.relationDocuments(
        folder.root.appending(path: "ner/Re-DocRED/\(part)_revised.json"), habits: habits)
    }
    let tuning = try Corpora.joinNames(folder.treebank("ewt", "dev"), folder.webNames("dev"))
    let otherTuning = try folder.treebank("gum", "dev")
    print("\(parsed.count) sentences with trees, \(named.count) with names alone")
    let vectors = try WordVectors(folder: folder.root.appending(path: "embeddings/GloVe-6B-50d-top100k"))
    let vocabulary = Vocabulary(examples: parsed + named + Trainer.wordsOfNews)
    var settings = Trainer.Settings()
    settings.epochs = epochs
    settings.cooling = cooling
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
    var boundaries = BoundaryTrainer()
    for bank in ["ewt", "gum"] {
      let file = folder.treebankFile(bank, "train")
      let documents = try CoNLLU.documents(in: String(contentsOf: file, encoding: .utf8), file: file.path)
      lemmatizer.add(documents)
      boundaries.add(documents)
    }
    let model = trainer.model(lemmatizer: lemmatizer.train(), boundaries: boundaries.train())
    try Data(model).write(to: URL(filePath: output))
  }
}
