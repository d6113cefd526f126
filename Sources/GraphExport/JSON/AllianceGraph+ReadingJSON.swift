import AllianceGraphs
import Documents
import JSONReading
import Relations

extension AllianceGraph {
  /// Reads a graph from JSON in the format that `json()` writes; keys it doesn't know are passed over.
  ///
  /// What relations say of themselves is folded anew from their evidence. A piece of evidence without a `status` of
  /// its own takes the reading of its relation, so that a graph can be written by hand.
  ///
  /// - Parameter file: what errors call the file.
  /// - Throws: `LocatedError` at the first thing that is wrong.
  /// - Complexity: linear; several times as fast for what `json()` wrote as for what was written otherwise.
  public init(json bytes: [UInt8], file: String) throws(LocatedError) {
    if let graph = CanonicalGraphReader.read(bytes) {
      self = graph
      return
    }
    try self.init(anyJSON: bytes, file: file)
  }

  /// The same for all forms, by way of a tree of values.
  package init(anyJSON bytes: [UInt8], file: String) throws(LocatedError) {
    do throws(JSONFault) {
      self = try GraphReader.read(JSONParser.parse(bytes))
    } catch {
      throw LocatedError(error, in: bytes, file: file)
    }
  }
}

/// Turns a parsed file into a graph's ground truth and checks that it hangs together.
private struct GraphReader {
  private var articles: [ArticleRecord] = []
  private var mentions: [RelationMention] = []
  private var articleIDs: Set<String> = []
  private var actorIDs: Set<ActorID> = []
  /// For each actor the articles with evidence about it.
  private var evidenceArticles: [ActorID: Set<String>] = [:]

  static func read(_ root: JSONValue) throws(JSONFault) -> AllianceGraph {
    _ = try root.object("the graph")
    try checkFormat(root)
    var reader = GraphReader()
    for article in try root.array(at: "articles") { try reader.readArticle(article) }
    let actors = try root.array(at: "actors")
    for actor in actors { try reader.declareActor(actor) }
    var relations: Set<Relation> = []
    for value in try root.array(at: "relations") {
      let relation = try reader.readRelation(value)
      if !relations.insert(relation).inserted {
        let name = "\(relation.source) \(relation.type.rawValue) \(relation.target)"
        throw value.fault("the relation \(name) occurs twice; gather its evidence in one")
      }
    }
    var accounts: [ActorAccount] = []
    for actor in actors { accounts += try reader.accounts(of: actor) }
    return AllianceGraph(articles: reader.articles, accounts: accounts, mentions: reader.mentions)
  }

  private static func checkFormat(_ root: JSONValue) throws(JSONFault) {
    guard let format = root.optional("format"), case .string("alliance-graph") = format.content else {
      throw root.fault("not an alliance graph: \"format\" is not \"alliance-graph\"")
    }
    let version = try root.required("version")
    guard case .number(let number) = version.content else {
      throw version.fault("expected \"version\" as a number, found \(version.content.description)")
    }
    guard number == Double(AllianceGraph.jsonVersion) else {
      let given = Int(exactly: number).map(String.init) ?? String(number)
      throw version.fault(
        "unknown version \(given); this program reads version \(AllianceGraph.jsonVersion)")
    }
  }

  private mutating func readArticle(_ value: JSONValue) throws(JSONFault) {
    _ = try value.object("an article")
    let id = try value.identifier(at: "id")
    guard articleIDs.insert(id).inserted else { throw value.fault("the article '\(id)' occurs twice") }
    articles.append(
      ArticleRecord(
        id: id,
        title: try value.optionalString(at: "title") ?? "",
        date: try value.optionalString(at: "date"),
        publisher: try value.optionalString(at: "publisher"),
        url: try value.optionalString(at: "url"),
        copyOf: try value.optionalString(at: "copyOf")))
  }

  private mutating func declareActor(_ value: JSONValue) throws(JSONFault) {
    _ = try value.object("an actor")
    let id = try value.identifier(at: "id")
    guard actorIDs.insert(id).inserted else { throw value.fault("the actor '\(id)' occurs twice") }
  }

  private func accounts(of value: JSONValue) throws(JSONFault) -> [ActorAccount] {
    let id = try value.identifier(at: "id")
    let actor = Actor(
      id: id,
      name: try value.string(at: "name"),
      kind: try value.word(ActorKind.self, "kind of actor", at: "kind") ?? .other,
      aliases: try value.strings(at: "aliases") ?? [])
    guard value.optional("articles") != nil else {
      return ActorAccount.implied(by: actor, articles: Array(evidenceArticles[id] ?? []).canonical())
    }
    var accounts: [ActorAccount] = []
    for entry in try value.array(at: "articles") {
      _ = try entry.object("an entry of \"articles\"")
      var presented = actor
      if let name = try entry.optionalString(at: "name") { presented.name = name }
      if let kind = try entry.word(ActorKind.self, "kind of actor", at: "kind") { presented.kind = kind }
      if let aliases = try entry.strings(at: "aliases") { presented.aliases = aliases }
      let article = try entry.optionalString(at: "article")
      if let article { try checkArticle(article, at: entry.required("article")) }
      accounts.append(ActorAccount(article: article, actor: presented))
    }
    if accounts.isEmpty { throw value.fault("the actor '\(id)' has an empty list of articles; leave it out") }
    return accounts
  }

  private mutating func readRelation(_ value: JSONValue) throws(JSONFault) -> Relation {
    _ = try value.object("a relation")
    let source = try actor(value, at: "source")
    guard let type = try value.word(RelationType.self, "relation type", at: "type") else {
      throw value.fault("\"type\" is missing")
    }
    let target = try actor(value, at: "target")
    if source == target { throw value.fault("a relation of '\(source)' with itself") }
    let whole = try reading(value)
    let evidence = try value.array(at: "evidence")
    if evidence.isEmpty { throw value.fault("a relation without evidence") }
    for piece in evidence {
      _ = try piece.object("a piece of evidence")
      let own = piece.optional("status") == nil ? whole : try reading(piece)
      if let initiator = own.initiator, initiator != source, initiator != target {
        throw piece.fault("the initiator '\(initiator)' is neither source nor target")
      }
      let range = try piece.range(of: "the evidence")
      let trigger = try piece.required("trigger").range(of: "the trigger")
      let article = try piece.identifier(at: "article")
      try checkArticle(article, at: piece.required("article"))
      evidenceArticles[source, default: []].insert(article)
      evidenceArticles[target, default: []].insert(article)
      mentions.append(
        RelationMention(
          source: source, type: type, target: target, support: own.support, status: own.status,
          disputed: own.disputed, initiator: own.initiator, confidence: own.confidence,
          evidence: Evidence(
            article: article, range: range, text: try piece.string(at: "text"), trigger: trigger,
            rule: try piece.string(at: "rule"), attribution: try piece.optionalString(at: "attribution"),
            held: try held(piece))))
    }
    return Relation(source, type, target)
  }

  /// What a relation or a piece of evidence says of the relation.
  private typealias Reading = (
    support: SupportKind?, status: Status, disputed: Bool, initiator: ActorID?, confidence: Double
  )

  private func reading(_ value: JSONValue) throws(JSONFault) -> Reading {
    (
      support: try value.word(SupportKind.self, "kind of support", at: "support"),
      status: try value.word(Status.self, "status", at: "status") ?? .asserted,
      disputed: try value.flag(at: "disputed"),
      initiator: value.optional("initiator") == nil ? nil : try actor(value, at: "initiator"),
      confidence: try value.confidence(at: "confidence") ?? 1
    )
  }

  /// When the relation held; nil where that is not said.
  private func held(_ piece: JSONValue) throws(JSONFault) -> HeldInterval? {
    guard let value = piece.optional("held") else { return nil }
    _ = try value.object("\"held\"")
    let from = try date(value, at: "from")
    let until = try date(value, at: "until")
    if let from, let until, !from.isBeforeEnd(of: until) {
      throw value.fault("\"held\" is from \(from) but until \(until)")
    }
    return HeldInterval(from: from?.description, until: until?.description)
  }

  private func date(_ value: JSONValue, at key: String) throws(JSONFault) -> CalendarDate? {
    guard let text = try value.optionalString(at: key) else { return nil }
    guard let date = CalendarDate(text) else {
      throw try value.required(key).fault(
        "'\(text)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    }
    return date
  }

  private func actor(_ value: JSONValue, at key: String) throws(JSONFault) -> ActorID {
    let id = try value.identifier(at: key)
    guard actorIDs.contains(id) else {
      throw try value.required(key).fault("the \(key) '\(id)' is not among the actors")
    }
    return id
  }

  private func checkArticle(_ id: String, at value: JSONValue) throws(JSONFault) {
    if !articleIDs.contains(id) { throw value.fault("the article '\(id)' is not among the articles") }
  }
}
