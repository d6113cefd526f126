import ArgumentParser

struct TrainModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-model", abstract: "Trains and scores the language model.",
    subcommands: [Train.self, Evaluate.self, Parse.self])
}

TrainModel.main()
