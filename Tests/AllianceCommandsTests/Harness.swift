import AllianceCommands
import AllianceKit
import Documents
import Foundation
import Relations

/// A folder for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("alliance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders it lies in; returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = self / name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self / name)))
  }

  /// The names of all files, hidden ones included.
  var names: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? []
  }

  static func / (folder: TemporaryFolder, name: String) -> String { "\(folder.path)/\(name)" }
}

/// What a run of the command left behind.
struct Run {
  var status: Int32
  var bytes: [UInt8]
  /// The lines on standard error.
  var complaints: [String]

  var output: String { String(decoding: bytes, as: UTF8.self) }
}

/// Runs a command line in this process. Articles are read by `PlainSentences`.
func alliance(_ arguments: String..., input: String = "") -> Run { alliance(arguments, input: input) }

func alliance(_ arguments: [String], input: String = "") -> Run {
  var run = Run(status: -1, bytes: [], complaints: [])
  let terminal = Terminal(
    write: { run.bytes += $0 },
    say: { run.complaints += $0.split(separator: "\n").map(String.init) },
    readInput: { Array(input.utf8) })
  let session = Session(terminal: terminal) { _, _ in PlainSentences() }
  run.status = AllianceCommand.run(arguments, in: session).rawValue
  return run
}

/// Reads sentences such as "Arland backs Borland." without a language model: the commands are tested apart from the
/// stages that read articles.
struct PlainSentences: ArticlePipeline {
  /// All words are proper nouns that hang on the first, in a sentence a line.
  func parse(_ article: Article) -> ParsedDocument {
    var words: [Word] = []
    for word in article.text.split(whereSeparator: \.isWhitespace) {
      let start = article.text.utf8.distance(from: article.text.startIndex, to: word.startIndex)
      words.append(Word(range: start..<start + word.utf8.count, form: String(word)))
    }
    let sentence = TokenizedSentence(
      range: 0..<article.text.utf8.count, words: words, role: .headline, paragraph: 0)
    return parse(TokenizedDocument(article: article, sentences: [sentence]))
  }

  func parse(_ document: TokenizedDocument) -> ParsedDocument {
    let sentences = document.sentences.map { sentence in
      ParsedSentence(
        range: sentence.range,
        tokens: sentence.words.enumerated().map { index, word in
          Token(
            range: word.range, form: word.form, lemma: word.form.lowercased(), partOfSpeech: .properNoun,
            tag: "NNP", head: index == 0 ? nil : 0, relation: index == 0 ? "root" : "flat")
        },
        names: [], role: sentence.role, paragraph: sentence.paragraph)
    }
    return ParsedDocument(article: document.article, sentences: sentences)
  }

  func explain(_ article: Article) -> ReadingExplanation {
    let reading = read(article)
    func end(_ id: ActorID) -> MentionExplanation.End {
      MentionExplanation.End(
        expression: id.capitalized, resolution: Resolution(rule: "plain.name", meaning: "its name"))
    }
    return ReadingExplanation(
      reading: reading,
      relations: reading.mentions.map { mention in
        MentionExplanation(
          definition: "plain.txt:1", trigger: mention.type.rawValue, statusCue: nil,
          source: end(mention.source),
          target: end(mention.target),
          reasonsFor: [MentionExplanation.Reason(words: "it says so", weight: 1.5)],
          reasonsAgainst: [MentionExplanation.Reason(words: "it is short", weight: -0.25)])
      },
      actors: reading.actors.map { actor in
        let expression = ActorExplanation.Expression(text: actor.name, count: 2)
        return ActorExplanation(
          actor: actor.id,
          joinings: [
            ActorExplanation.Joining(
              resolution: Resolution(rule: "plain.name", meaning: "its name"), expressions: [expression])
          ])
      })
  }

  func checkExamples() -> ExampleReport { ExampleReport(examples: 0, failures: []) }

  func read(_ article: Article) -> ArticleReading {
    var actors: [String: Actor] = [:]
    var mentions: [RelationMention] = []
    for line in article.text.split(separator: "\n") {
      let words = line.dropLast().split(separator: " ").map(String.init)
      guard words.count == 3, let type = RelationType(rawValue: words[1]) else { continue }
      for name in [words[0], words[2]] {
        actors[name] = Actor(id: name.lowercased(), name: name, kind: .state, aliases: [name])
      }
      let start = article.text.utf8.distance(from: article.text.startIndex, to: line.startIndex)
      mentions.append(
        RelationMention(
          source: words[0].lowercased(), type: type, target: words[2].lowercased(),
          evidence: Evidence(
            article: article.id, range: start..<start + line.utf8.count, text: String(line),
            trigger: start..<start + 1, rule: "plain")))
    }
    return ArticleReading(
      article: article, actors: actors.values.sorted { $0.id < $1.id }, mentions: mentions)
  }
}
