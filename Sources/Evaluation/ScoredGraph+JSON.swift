import Foundation

extension ScoredGraph {
  /// Reads an annotated file: `{"actors": [{"id", "name", "mentions"}], "relations": [{"source", "type", "target",
  /// "status", "evidence", "optional"}]}`, whose pieces of evidence are strings. Further keys are ignored.
  ///
  /// Throws `DecodingError` where it is not of that form.
  public init(gold json: Data) throws {
    let file = try JSONDecoder().decode(AnnotatedFile.self, from: json)
    self.init(
      actors: file.actors.map { Actor(id: $0.id, name: $0.name, forms: $0.mentions ?? []) },
      relations: file.relations.map {
        Relation(
          source: $0.source, type: $0.type, target: $0.target, status: $0.status ?? "asserted",
          evidence: $0.evidence, isOptional: $0.optional ?? false)
      })
  }

  /// Reads a graph as the program writes it, or any with the same keys: `{"actors": [{"id", "name", "aliases"}],
  /// "relations": [{"source", "type", "target", "status", "evidence": [{"text"}]}]}`. Further keys are ignored.
  ///
  /// Throws `DecodingError` where it is not of that form.
  public init(predicted json: Data) throws {
    let file = try JSONDecoder().decode(GraphFile.self, from: json)
    self.init(
      actors: file.actors.map { Actor(id: $0.id, name: $0.name ?? "", forms: $0.aliases ?? []) },
      relations: file.relations.map {
        Relation(
          source: $0.source, type: $0.type, target: $0.target, status: $0.status ?? "asserted",
          evidence: ($0.evidence ?? []).map { $0.text ?? "" })
      })
  }
}

private struct AnnotatedFile: Decodable {
  struct Actor: Decodable {
    var id: String
    var name: String
    var mentions: [String]?
  }
  struct Relation: Decodable {
    var source: String
    var type: String
    var target: String
    var status: String?
    var evidence: [String]
    var optional: Bool?
  }
  var actors: [Actor]
  var relations: [Relation]
}

private struct GraphFile: Decodable {
  struct Actor: Decodable {
    var id: String
    var name: String?
    var aliases: [String]?
  }
  struct Evidence: Decodable {
    var text: String?
  }
  struct Relation: Decodable {
    var source: String
    var type: String
    var target: String
    var status: String?
    var evidence: [Evidence]?
  }
  var actors: [Actor]
  var relations: [Relation]
}
