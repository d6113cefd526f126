import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The graph as dynamic GEXF 1.3 (gexf.net), which Gephi opens with its timeline, and NetworkX.
  ///
  /// An edge has spells: the days on which articles speak of it, a month or year where an article is dated so.
  /// `reported_status` says for each spell what the articles of those days support; `status` what all do. What has no
  /// date, or one article without a date, has no spells and is there all the time, and so are the actors at its ends.
  /// All edges are directed, as in GraphML; `kind` is their type, so that Gephi keeps parallel ones apart.
  ///
  /// O(n log n) in the number of mentions.
  public func gexf() -> String {
    let table = GraphTable(self)
    let times = EdgeTimes(self, table)
    var text = XMLText()
    text.element("gexf", ["xmlns": "http://gexf.net/1.3", "version": "1.3"]) { text in
      text.element("meta") { text in
        text.element("creator", text: "Alliance")
        text.element("description", text: "Who backs, allies with and fights whom")
      }
      text.element(
        "graph", ["mode": "dynamic", "defaultedgetype": "directed", "idtype": "string", "timeformat": "date"]
      ) { text in
        text.attributes("node", table.actorColumns.map { ($0.name, $0.type) })
        let columns = table.edgeColumns.filter { $0.name != "weight" }
        text.attributes("edge", columns.map { ($0.name, $0.type) })
        text.attributes("edge", [("reported_status", .text)], mode: "dynamic")
        text.element("nodes") { text in
          for actor in actors {
            text.element("node", ["id": XMLText.token(actor.id), "label": actor.name]) { text in
              text.element("attvalues") { $0.values(table.actorColumns, of: actor) }
              text.spells(times.ofActors[actor.id] ?? [])
            }
          }
        }
        text.element("edges") { text in
          for edge in relations {
            text.element(
              "edge",
              [
                "id": XMLText.token(edge.source, edge.type.rawValue, edge.target),
                "source": XMLText.token(edge.source), "target": XMLText.token(edge.target),
                "type": "directed", "kind": edge.type.rawValue, "label": edge.type.phrase,
                "weight": "\(Double(edge.sources))",
              ]
            ) { text in
              let spells = times.spells(of: edge)
              text.element("attvalues") { text in
                text.values(columns, of: edge)
                for spell in spells {
                  text.element(
                    "attvalue",
                    [
                      "for": "reported_status", "value": times.status(of: edge, in: spell).rawValue,
                      "start": Spell.text(spell.days.lowerBound), "end": Spell.text(spell.days.upperBound),
                    ])
                }
              }
              text.spells(spells)
            }
          }
        }
      }
    }
    return text.text
  }
}

/// A stretch of days on which articles speak of something.
private struct Spell {
  /// Numbers YYYYMMDD.
  var days: ClosedRange<Int>
  var articles: [String]

  static func text(_ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(day / 10000, 4))-\(padded(day / 100 % 100, 2))-\(padded(day % 100, 2))"
  }

  /// Those that overlap become one.
  static func joined(_ spells: [Spell]) -> [Spell] {
    var result: [Spell] = []
    for spell in spells.sorted(by: {
      ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
    }) {
      if let last = result.last, spell.days.lowerBound <= last.days.upperBound {
        let end = max(last.days.upperBound, spell.days.upperBound)
        result[result.count - 1].days = last.days.lowerBound...end
        result[result.count - 1].articles += spell.articles
      } else {
        result.append(spell)
      }
    }
    return result
  }
}

private struct EdgeTimes {
  private let graph: AllianceGraph
  private let table: GraphTable
  private(set) var ofActors: [ActorID: [Spell]] = [:]

  init(_ graph: AllianceGraph, _ table: GraphTable) {
    self.graph = graph
    self.table = table
    var timeless: Set<ActorID> = []
    var spells: [ActorID: [Spell]] = [:]
    for edge in graph.relations {
      let own = self.spells(of: edge)
      for end in [edge.source, edge.target] {
        if own.isEmpty { timeless.insert(end) } else { spells[end, default: []] += own }
      }
    }
    for (actor, own) in spells where !timeless.contains(actor) { ofActors[actor] = Spell.joined(own) }
  }

  /// Empty where an article that speaks of it has no date.
  func spells(of edge: Edge) -> [Spell] {
    var spells: [Spell] = []
    for article in edge.articles {
      guard let date = table.date(of: article) else { return [] }
      spells.append(Spell(days: date.days, articles: [article]))
    }
    return Spell.joined(spells)
  }

  /// What the articles of the spell support on their own.
  func status(of edge: Edge, in spell: Spell) -> Status {
    if spell.articles.count == edge.articles.count { return edge.status }
    let articles = Set(spell.articles)
    let part = AllianceGraph(
      articles: spell.articles.compactMap(graph.article), accounts: [],
      mentions: edge.mentions.filter { articles.contains($0.evidence.article) })
    return part.relations[0].status
  }
}

extension XMLText {
  fileprivate mutating func attributes(
    _ domain: String, _ columns: [(name: String, type: GraphTable.ValueType)], mode: String = "static"
  ) {
    element("attributes", ["class": domain, "mode": mode]) { text in
      for column in columns {
        let type =
          switch column.type {
          case .text: "string"
          case .integer: "integer"
          case .number: "double"
          case .flag: "boolean"
          }
        text.element("attribute", ["id": column.name, "title": column.name, "type": type])
      }
    }
  }

  fileprivate mutating func values<Subject>(_ columns: [GraphTable.Column<Subject>], of subject: Subject) {
    for column in columns {
      guard let value = column.value(subject) else { continue }
      element("attvalue", ["for": column.name, "value": value.plain])
    }
  }

  fileprivate mutating func spells(_ spells: [Spell]) {
    if spells.isEmpty { return }
    element("spells") { text in
      for spell in spells {
        text.element(
          "spell",
          ["start": Spell.text(spell.days.lowerBound), "end": Spell.text(spell.days.upperBound)])
      }
    }
  }
}
