import AllianceKit
import Documents
import Relations

/// Reads lines such as "Arland backs Borland." without a language model.
struct PlainPipeline: ArticlePipeline {
  func parse(_ article: Article) -> ParsedDocument { ParsedDocument(article: article, sentences: []) }

  func parse(_ document: TokenizedDocument) -> ParsedDocument {
    ParsedDocument(article: document.article, sentences: [])
  }

  func explain(_ article: Article) -> ReadingExplanation {
    ReadingExplanation(
      reading: ArticleReading(article: article, actors: [], mentions: []), relations: [], actors: [])
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
          source: words[0].lowercased(), type: type, target: words[2].lowercased(), confidence: 0.9,
          evidence: Evidence(
            article: article.id, range: start..<start + line.utf8.count, text: String(line),
            trigger: start..<start + 1, rule: "plain")))
    }
    return ArticleReading(
      article: article, actors: actors.values.sorted { $0.id < $1.id }, mentions: mentions)
  }
}
