import ArgumentParser
import Documents

struct ParseCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Prints the analysis of articles: words, tags, dependency trees and names.",
    discussion: """
      EXAMPLES
        alliance parse article.txt                  all of it, as CoNLL-U
        alliance parse article.txt --show tree      the words indented under those they depend on
        echo "Turkey backs the rebels." | alliance parse -
      """)

  @OptionGroup var input: InputArguments

  @Option(
    help: ArgumentHelp(
      "What to print: everything as CoNLL-U, or the sentences' words, tags, trees or names.",
      valueName: ParseView.allCases.map(\.rawValue).joined(separator: "|")))
  var show = ParseView.conllu

  func run(in session: Session) throws -> ExitStatus {
    let inputs = try session.inputs(input.inputs, input.options)
    if inputs.articles.isEmpty {
      if inputs.graphs.isEmpty { return .failed }
      throw FileFault(path: input.inputs[0], message: "a graph; parse takes articles")
    }
    let pipeline = try session.pipeline()
    for article in inputs.articles {
      try session.terminal.write(show.text(of: pipeline.parse(article)))
    }
    return .done
  }
}
