import ArgumentParser
import Documents
import Foundation
import Linguistics

struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints how a model reads a text, as CoNLL-U.")

  @Argument(help: "A model.") var model: String
  @Argument(help: "Texts: a headline, an empty line, paragraphs.") var texts: [String]

  func run() throws {
    let bytes = try Data(contentsOf: URL(filePath: model), options: .alwaysMapped)
    try bytes.withUnsafeBytes { raw in
      let reader = Reader(model: try LanguageModel(bytes: raw))
      for file in texts {
        let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        let id = URL(filePath: file).deletingPathExtension().lastPathComponent
        let title = String(text.prefix { $0 != "\n" })
        print(CoNLLU.print(reader.read(Article(id: id, title: title, text: text))), terminator: "")
      }
    }
  }
}
