import ArgumentParser
import Documents
import Foundation
import LinguisticsTraining

struct TrainModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-model", abstract: "Trains and scores the language model.",
    subcommands: [Train.self])
}

/// The folder with the corpora and what is read from it.
struct CorpusFolder {
  let root: URL

  func treebank(_ name: String, _ part: String) throws -> [Example] {
    try Corpora.treebank(root.appending(path: "treebanks/\(name.uppercased())/en_\(name)-ud-\(part).conllu"))
  }

  func webNames(_ part: String) throws -> [Example] {
    let file = part == "train" ? "en_ewt-ud-train.early-236914d.iob2" : "en_ewt-ud-\(part).iob2"
    return try Corpora.columns(
      root.appending(path: "ner/UNER-EWT/\(file)"), word: 1, label: 2,
      kinds: ["PER": .person, "ORG": .organization, "LOC": .location, "OTH": .other])
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
        "politician": .person, "person": .person, "politicalparty": .organization, "organisation": .organization,
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
  }
}

TrainModel.main()
