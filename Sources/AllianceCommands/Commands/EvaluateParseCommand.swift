import AllianceKit
import ArgumentParser
import Documents
import Evaluation

struct EvaluateParseCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Scores tags, lemmas and dependency trees against treebanks.",
    discussion: """
      Prints two tables a file: with the words and sentences of the treebank given, and from the raw text.

      EXAMPLE
        alliance evaluate parse en_ewt-ud-test.conllu
      """)

  @Argument(help: ArgumentHelp("Treebanks in CoNLL-U.", valueName: "file.conllu"))
  var files: [String]

  @Option(help: "How many documents to read at a time; if not given, as many as there are processors.")
  var jobs: Int = ArticleOptions.processors

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run(in session: Session) throws -> ExitStatus {
    for file in files {
      do throws(FileFault) {
        try evaluate(file, in: session)
      } catch {
        if error.isClosedPipe { throw error }
        session.report(error)
      }
    }
    return .done
  }

  private func evaluate(_ file: String, in session: Session) throws(FileFault) {
    let gold = try documents(file)
    do {
      let pipeline = try session.pipeline()
      var words = ParseScore()
      let fromWords = gold.concurrentMap(jobs: jobs) { pipeline.parse($0.words) }
      for (gold, predicted) in zip(gold, fromWords) {
        for (gold, predicted) in zip(gold.sentences, predicted.sentences) {
          try words.add(gold: gold, predicted: predicted)
        }
      }
      var raw = RawTextScore()
      let fromText = gold.concurrentMap(jobs: jobs) { pipeline.parse($0.article) }
      for (gold, predicted) in zip(gold, fromText) { try raw.add(gold: gold, predicted: predicted) }
      try session.terminal.write("\(file), words given\n\(words.table)\n\(file), from raw text\n\(raw.table)")
    } catch let fault as FileFault {
      throw fault
    } catch {
      throw FileFault(path: file, message: "\(error)")
    }
  }

  private func documents(_ file: String) throws(FileFault) -> [ParsedDocument] {
    let bytes = try Files.read(file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileFault(path: file, message: "invalid UTF-8; expected a treebank in CoNLL-U")
    }
    do throws(LocatedError) {
      let documents = try CoNLLU.documents(in: text, file: file)
      if documents.isEmpty { throw LocatedError(file: file, line: 1, reason: "no sentences") }
      return documents
    } catch {
      throw FileFault(path: "\(error.file):\(error.line)", message: error.reason)
    }
  }
}

extension ParsedDocument {
  /// The document before it was analysed.
  fileprivate var words: TokenizedDocument {
    TokenizedDocument(
      article: article,
      sentences: sentences.map { sentence in
        TokenizedSentence(
          range: sentence.range, words: sentence.tokens.map { Word(range: $0.range, form: $0.form) },
          role: sentence.role, paragraph: sentence.paragraph)
      })
  }
}
