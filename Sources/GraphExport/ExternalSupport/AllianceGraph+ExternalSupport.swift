import AllianceGraphs
import Relations

extension AllianceGraph {
  /// Who is reported to have supported whom, a line for each supporter, recipient and year, in the categories of the
  /// UCDP External Support Dataset (ESD 18.1; Meier, Karlén, Pettersson and Croicu, Journal of Peace Research 2023).
  ///
  /// The columns have the names and the order of its supporter-recipient-year table, followed by what the lines rest
  /// on. What only UCDP knows (`conflict_id`, `dyad_id`) is empty, and ids are those of this graph. The year is that of the
  /// article: when it was reported. `ext_alleged` is 1 where no article of the year asserts the support.
  ///
  /// Left out is what the codebook doesn't count as support given (what is denied, possible or said to be over; what is
  /// only political), and what articles without a date report. O(n log n) in the number of mentions.
  public func externalSupportCSV() -> String {
    var lines: [SupportLine: [RelationMention]] = [:]
    var years: [String: Int] = [:]
    for article in articles {
      years[article.id] = article.date.flatMap(CalendarDate.init).map { $0.days.lowerBound / 10000 }
    }
    for mention in mentions where mention.type == .backs {
      guard mention.status == .asserted || mention.status == .alleged,
        let year = years[mention.evidence.article]
      else { continue }
      lines[SupportLine(year: year, recipient: mention.target, supporter: mention.source), default: []]
        .append(mention)
    }
    var text = CSVText(for: .spreadsheet)
    text.header(
      ["year", "conflict_id", "dyad_id", "actor_id", "actor_name", "actor_nonstate", "ext_id", "ext_name"]
        + ["ext_nonstate", "ext_sup"] + SupportCategory.allCases.map(\.column)
        + [
          "ext_sum", "ext_alleged", "political", "confidence", "mentions", "articles", "publishers", "quote",
        ])
    for line in lines.keys.sorted() {
      let mentions = lines[line]!
      var given = Set(mentions.compactMap(SupportCategory.init))
      // "Unknown" is for support of which no kind is known.
      if given.count > 1 { given.remove(.unknown) }
      if !given.isEmpty { text.row(row(line, mentions, given)) }
    }
    return text.text
  }

  private func row(
    _ line: SupportLine, _ mentions: [RelationMention], _ given: Set<SupportCategory>
  ) -> [GraphTable.Value?] {
    func isNonState(_ actor: Actor?) -> Int { [.state, .government].contains(actor?.kind) ? 0 : 1 }
    let recipient = actor(line.recipient)
    let supporter = actor(line.supporter)
    // A graph of these mentions alone folds what they say together.
    let ids = mentions.map(\.evidence.article).canonical()
    let records = ids.compactMap(article)
    let whole = AllianceGraph(articles: records, accounts: [], mentions: mentions).relations[0]
    var surest = mentions[0]
    for mention in mentions where mention.confidence > surest.confidence { surest = mention }
    return [
      .integer(line.year), nil, nil, .text(line.recipient), .text(recipient?.name ?? line.recipient),
      .integer(isNonState(recipient)), .text(line.supporter), .text(supporter?.name ?? line.supporter),
      .integer(isNonState(supporter)), .integer(1),
    ] + SupportCategory.allCases.map { .integer(given.contains($0) ? 1 : 0) } + [
      .integer(given.count), .integer(mentions.contains { $0.status == .asserted } ? 0 : 1),
      .integer(mentions.contains { $0.support == .political } ? 1 : 0), .number(whole.confidence),
      .integer(mentions.count), .text(GraphTable.list(ids)),
      .text(GraphTable.list(records.compactMap(\.publisher).canonical())), .text(surest.evidence.text),
    ]
  }
}

private struct SupportLine: Hashable, Comparable {
  var year: Int
  var recipient: ActorID
  var supporter: ActorID

  static func < (a: Self, b: Self) -> Bool {
    Ordering(a.year, b.year).then(Ordering(a.recipient, b.recipient))
      .then(Ordering(a.supporter, b.supporter)) == .before
  }
}

/// The kinds of support that the codebook tells apart, in the order of its columns.
private enum SupportCategory: String, CaseIterable {
  case troops = "x"
  case presence = "p"
  case infrastructure = "y"
  case weapons = "w"
  case materiel = "m"
  case training = "t"
  case funding = "f"
  case intelligence = "i"
  case territory = "l"
  case other = "o"
  case unknown = "u"

  var column: String { "ext_\(rawValue)" }

  /// What a mention counts as; nil for political support, which the codebook doesn't count.
  ///
  /// `military` is troops that take part (x). `material` is weapons (w) where the quote names any, else materiel (m):
  /// the graph doesn't tell them apart. Nothing is coded as presence without fighting (p), use of infrastructure (y) or
  /// other (o), because the graph has no such kinds.
  init?(_ mention: RelationMention) {
    switch mention.support ?? .unspecified {
    case .military: self = .troops
    case .material: self = Self.namesWeapons(mention.evidence.text) ? .weapons : .materiel
    case .funding: self = .funding
    case .training: self = .training
    case .intelligence: self = .intelligence
    case .sanctuary: self = .territory
    case .unspecified: self = .unknown
    case .political: return nil
    }
  }

  private static let weaponWords: Set<String> = [
    "weapon", "weapons", "weaponry", "arm", "arms", "armed", "arming", "ammunition", "munitions", "missile",
    "missiles", "rocket", "rockets", "rifle", "rifles", "gun", "guns", "drone", "drones", "tank", "tanks",
    "mortar",
    "mortars", "artillery", "shells", "explosives", "grenades", "howitzers", "mines", "bombs",
  ]

  private static func namesWeapons(_ quote: String) -> Bool {
    searchKey(quote).split(separator: " ").contains { weaponWords.contains(String($0)) }
  }
}
