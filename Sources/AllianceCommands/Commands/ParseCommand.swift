import ArgumentParser
import Documents

struct ParseCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints the analysis of articles: words, tags, dependency trees and names, as CoNLL-U.",
    discussion: """
      EXAMPLES
        alliance parse article.txt
        echo "Turkey backs the rebels." | alliance parse -
      """)

  @OptionGroup var input: InputArguments

  func run(in session: Session) throws -> ExitStatus {
    let inputs = try session.inputs(input.inputs, input.options)
    if inputs.articles.isEmpty {
      if inputs.graphs.isEmpty { return .failed }
      throw FileFault(path: input.inputs[0], message: "a graph; parse takes articles")
    }
    let pipeline = try session.pipeline()
    for article in inputs.articles {
      try session.terminal.write(CoNLLU.print(pipeline.parse(article)))
    }
    return .done
  }
}
