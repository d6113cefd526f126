import AllianceKit
import ArgumentParser
import Documents
import Evaluation

struct EvaluateParseCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Scores tags, lemmas, dependency trees and names against treebanks.",
    discussion: """
      Prints a table with the words and sentences of the treebank given, by relation and by length of sentence, and \
      one from the raw text. Names are scored where the treebank has them (NER= in the last column), or where a file \
      in the IOB2 format has them for the same sentences.

      EXAMPLES
        alliance evaluate parse en_ewt-ud-test.conllu
        alliance evaluate parse en_ewt-ud-test.conllu --names en_ewt-ud-test.iob2
      """)

  @Argument(help: ArgumentHelp("Treebanks in CoNLL-U.", valueName: "file.conllu"))
  var files: [String]

  @Option(help: ArgumentHelp("The names of all sentences of one treebank.", valueName: "file.iob2"))
  var names: String?

  @Option(help: "How many documents to read at a time; if not given, as many as there are processors.")
  var jobs: Int = ArticleOptions.processors

  func validate() throws {
    if names != nil, files.count != 1 { throw ValidationError("--names goes with one treebank") }
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
      let found = fromWords.flatMap(\.sentences)
      if let score = try nameScore(gold.flatMap(\.sentences), found) {
        try session.terminal.write("\n\(file), names\n\(score.table)")
      }
    } catch let fault as FileFault {
      throw fault
    } catch {
      throw FileFault(path: file, message: "\(error)")
    }
  }

  /// The score of the names of persons, organisations and places; nil where no gold names are known.
  private func nameScore(
    _ gold: [ParsedSentence], _ predicted: [ParsedSentence]
  ) throws -> NameScore? {
    var spans: [[LabeledSpan]?] = gold.map { $0.names.map(LabeledSpan.init) }
    if let names {
      let text = String(decoding: try Files.read(names), as: UTF8.self)
      var known: [[String]: [LabeledSpan]] = [:]
      for sentence in try NamedSentence.sentences(inIOB2: text, file: names) {
        known[sentence.forms] = sentence.spans
      }
      // A revision of the treebank may have changed a word here and there.
      spans = gold.map { known[$0.tokens.map(\.form)] }
      guard spans.count(where: { $0 != nil }) * 2 > gold.count else {
        throw FileFault(path: names, message: "other sentences than those of the treebank")
      }
    }
    guard spans.contains(where: { $0?.isEmpty == false }) else { return nil }
    var score = NameScore()
    let kinds: Set<String> = ["PER", "ORG", "LOC"]
    for (gold, predicted) in zip(spans, predicted) {
      guard let gold else { continue }
      score.add(
        gold: gold.filter { kinds.contains($0.label) },
        predicted: predicted.names.map(LabeledSpan.init).filter { kinds.contains($0.label) })
    }
    return score
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
