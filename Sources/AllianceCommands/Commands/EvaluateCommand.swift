import ArgumentParser

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores what the program finds against annotation by people.",
    subcommands: [EvaluateParseCommand.self, EvaluateRelationsCommand.self])
}
