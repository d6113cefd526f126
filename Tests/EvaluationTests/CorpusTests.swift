import Foundation
import Relations
import Testing

/// The articles in `Tests/Corpus` are labelled in the form that their README describes.
@Suite struct CorpusTests {
  private struct Gold: Decodable {
    struct Actor: Decodable {
      var id: String
      var name: String
      var kind: String
      var mentions: [String]
    }
    struct Relation: Decodable {
      var source: String
      var type: String
      var target: String
      var status: String
      var support: String?
      var initiator: String?
      var disputed: Bool?
      var evidence: [String]
    }
    var article: String
    var actors: [Actor]
    var relations: [Relation]
  }

  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  private static func names(in folder: String, ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: corpus.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  /// Text with every run of white space as one space: quotes may run over the end of a line.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func everyArticleIsLabelledAndListed() throws {
    let articles = try Self.names(in: "articles", ending: ".txt")
    #expect(articles.count >= 180)
    #expect(try Self.names(in: "gold", ending: ".json") == articles)
    var listed: [String] = []
    for part in ["a", "b", "c"] {
      let table = try String(
        contentsOf: Self.corpus.appending(path: "articles-\(part).tsv"), encoding: .utf8)
      let rows = table.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows.first == ["article", "headline", "date", "publisher", "region"])
      for row in rows.dropFirst() {
        try #require(row.count == 5, "articles-\(part).tsv: \(row)")
        let name = row[0].replacing(".txt", with: "")
        listed.append(name)
        #expect(row[2].wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, "\(row[0]) has no date")
        let text = try String(
          contentsOf: Self.corpus.appending(path: "articles/\(name).txt"), encoding: .utf8)
        #expect(text.hasPrefix(row[1] + "\n"), "\(row[0]) has another headline")
      }
    }
    #expect(listed.sorted() == articles)
  }

  @Test func labelsFollowTheFormat() throws {
    for name in try Self.names(in: "gold", ending: ".json") {
      let file = Self.corpus.appending(path: "gold/\(name).json")
      let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
      #expect(gold.article == "\(name).txt")
      let text = Self.plain(
        try String(contentsOf: Self.corpus.appending(path: "articles/\(name).txt"), encoding: .utf8))
      checkActors(of: gold, in: text, name)
      checkRelations(of: gold, in: text, name)
    }
  }

  private func checkActors(of gold: Gold, in text: String, _ file: String) {
    #expect(Set(gold.actors.map(\.id)).count == gold.actors.count, "\(file): an id stands for two actors")
    for actor in gold.actors {
      #expect(ActorKind(rawValue: actor.kind) != nil, "\(file): \(actor.kind) of \(actor.name)")
      #expect(!actor.name.isEmpty && !actor.mentions.isEmpty, "\(file): \(actor.id)")
      #expect(Set(actor.mentions).count == actor.mentions.count, "\(file): \(actor.name) has a mention twice")
      for mention in actor.mentions where mention.isEmpty || !text.contains(Self.plain(mention)) {
        Issue.record("\(file): '\(mention)' (\(actor.name)) is not in the article")
      }
    }
  }

  private func checkRelations(of gold: Gold, in text: String, _ file: String) {
    let ids = Set(gold.actors.map(\.id))
    var seen: Set<[String]> = []
    for relation in gold.relations {
      let place = "\(file): \(relation.source) \(relation.type) \(relation.target)"
      #expect(ids.contains(relation.source) && ids.contains(relation.target), "\(place): no such actor")
      #expect(relation.source != relation.target, "\(place)")
      let type = RelationType(rawValue: relation.type)
      #expect(type != nil, "\(place): no such type")
      var ends = [relation.source, relation.target]
      if type?.isSymmetric == true { ends.sort() }
      #expect(seen.insert(ends + [relation.type]).inserted, "\(place): twice")
      #expect(Status(rawValue: relation.status) != nil, "\(place): \(relation.status)")
      if let support = relation.support {
        #expect(type == .backs && SupportKind(rawValue: support) != nil, "\(place): \(support)")
      } else {
        #expect(type != .backs, "\(place): what support?")
      }
      if let initiator = relation.initiator {
        #expect(type == .fighting && ends.contains(initiator), "\(place): initiator \(initiator)")
      }
      #expect(!relation.evidence.isEmpty, "\(place): no evidence")
      for fragment in relation.evidence where fragment.isEmpty || !text.contains(Self.plain(fragment)) {
        Issue.record("\(place): '\(fragment)' is not in the article")
      }
    }
  }
}
