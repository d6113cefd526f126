import CResources
import Dictionaries
import Documents
import Extraction
import Linguistics
import Relations

/// Reads articles with the model, the gazetteer and the lexicons that are embedded in the binary.
public struct ArticleReader: ArticlePipeline {
  private let reader: Reader
  /// The files of the rules of one's own.
  private let ruleFiles: Set<String>
  package let extractor: Extractor

  /// - Parameters:
  ///   - actors: dictionaries of actors of one's own.
  ///   - rules: dictionaries of rules of one's own.
  /// - Throws: `DictionaryErrors` for dictionaries that are wrong; and where the embedded data are damaged, which tests
  ///   rule out.
  public init(actors: [DictionaryFile] = [], rules: [DictionaryFile] = []) throws {
    let gazetteer = try Gazetteer(parsing: [
      ("states.txt", Resources.text(alliance_states)), ("groups.txt", Resources.text(alliance_groups)),
    ])
    let frames = try FrameLexicon(parsing: Resources.text(alliance_frames), file: "frames.txt")
    let extended = try DictionaryErrors.joining(
      { () throws(DictionaryErrors) in
        actors.isEmpty ? gazetteer : try ActorDictionary.extend(gazetteer, with: actors)
      },
      { () throws(DictionaryErrors) in
        rules.isEmpty ? frames : try RuleDictionary.extend(frames, with: rules)
      })
    ruleFiles = Set(rules.map(\.name))
    reader = Reader(model: try LanguageModel(bytes: Resources.bytes(alliance_language_model)))
    extractor = try Extractor(
      gazetteer: extended.0, words: Resources.text(alliance_words), frames: extended.1,
      scorer: RelationScorer(bytes: Resources.bytes(alliance_relation_scorer)))
  }

  /// Analyses the sentences of an article.
  public func parse(_ article: Article) -> ParsedDocument { reader.read(article) }

  /// Analyses an article that is cut into words.
  public func parse(_ document: TokenizedDocument) -> ParsedDocument { reader.parse(document) }

  /// Who acts in an article, and what it says about them.
  public func read(_ article: Article) -> ArticleReading { extractor.extract(reader.read(article)) }

  /// What an article says, with the reasons.
  public func explain(_ article: Article) -> ReadingExplanation { extractor.explain(reader.read(article)) }

  /// Tries the rules of one's own on the examples that come with them. Linear in the number of examples.
  public func checkExamples() -> ExampleReport {
    let own = extractor.lexicon.examples.filter { ruleFiles.contains($0.file) }
    let failures = own.flatMap { example -> [LocatedError] in
      let verdict = extractor.verdict(on: example) { reader.read($0) }
      func failure(_ reason: String) -> LocatedError {
        LocatedError(file: example.file, line: example.line, reason: "\(reason) in “\(example.sentence)”")
      }
      let rule = extractor.lexicon.frames[example.frame].id
      let others =
        verdict.otherRules.isEmpty
        ? "" : "; \(Set(verdict.otherRules).sorted().joined(separator: ", ")) found something"
      return verdict.missed.map { failure("'\(rule)' does not find \($0.source) > \($0.target)\(others)") }
        + verdict.misfired.map { failure("'\(rule)' finds \($0.source) > \($0.target)") }
    }
    return ExampleReport(examples: own.count, failures: failures)
  }
}
