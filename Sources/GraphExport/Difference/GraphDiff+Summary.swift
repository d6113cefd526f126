import AllianceGraphs
import Relations

extension GraphDiff {
  /// The difference as a paragraph to be read: how much changed, who changed sides, what began, ended and is no longer told,
  /// and who came and went. The same difference gives the same words.
  ///
  /// - Parameters:
  ///   - old: the graph compared from.
  ///   - new: the graph compared to.
  ///   - dates: the days compared, where the graphs were taken as of two days.
  ///   - limit: how many relations of a kind to name; the rest is counted.
  public func summary(
    from old: AllianceGraph, to new: AllianceGraph, dates: (from: String?, to: String?) = (nil, nil),
    limit: Int = 5
  ) -> String {
    let before = identities.aligned(old, with: new)
    let writer = DiffSummary(
      diff: self, old: Prose(graph: before), new: Prose(graph: new), dates: dates, limit: limit)
    return writer.sentences.joined(separator: " ") + "\n"
  }
}

private struct DiffSummary {
  let diff: GraphDiff
  let old: Prose
  let new: Prose
  let dates: (from: String?, to: String?)
  let limit: Int

  var sentences: [String] {
    if diff.isEmpty { return ["Nothing has changed."] }
    return [frame] + sides + beginnings + firmness + endings + [gone].compactMap(\.self) + actors
  }

  // MARK: How much

  private var frame: String {
    let over = diff.ended.count
    let changed = diff.changed.count - over
    var figures: [String] = []
    func add(_ number: Int, _ one: String, _ many: String) {
      guard number > 0 else { return }
      let noun = figures.isEmpty ? (number == 1 ? " relation" : " relations") : ""
      figures.append("\(Prose.number(number))\(noun) \(number == 1 ? one : many)")
    }
    add(diff.added.count, "is new", "are new")
    add(over, "has ended", "have ended")
    add(changed, "has changed", "have changed")
    add(diff.gone.count, "is no longer reported", "are no longer reported")
    if figures.isEmpty { figures = ["no relation has changed"] }
    let whole = enumeration(figures)
    let count = (old.graph.articles.count, new.graph.articles.count)
    let (from, to) = (dates.from ?? latest(old.graph), dates.to ?? latest(new.graph))
    guard let from, let to, from != to || dates.from != nil else {
      let articles = "\(Prose.number(count.0, "article")) before, \(Prose.number(count.1)) after"
      return Prose.sentence("\(whole) (\(articles))")
    }
    let articles = (Prose.number(count.0, "article"), Prose.number(count.1, "article"))
    return Prose.sentence(
      "from \(Prose.date(from)) (\(articles.0)) to \(Prose.date(to)) (\(articles.1)), \(whole)")
  }

  /// The latest day of an article; nil where none has a date.
  private func latest(_ graph: AllianceGraph) -> String? { graph.articles.compactMap(\.date).max() }

  // MARK: What changed

  /// Those between whom another relation holds now.
  private var sides: [String] {
    let turned = diff.changed.filter { $0.before.relation != $0.after.relation && !$0.hasEnded }
    return limited(turned, "have changed to another relation") { change in
      let (before, after) = (change.before, change.after)
      let isPlural = new.graph.actor(before.source)?.isPlural ?? false
      let past = "\(Prose.past(before.type, isPlural: isPlural)) \(old.name(before.target))"
      guard after.type.isSymmetric || after.source == before.source else {
        return Prose.sentence(
          "\(new.clause(after))\(firmness(after)), where \(old.name(before.source)) \(past) before")
      }
      let now = isPlural ? after.type.pluralPhrase : after.type.phrase
      let pronoun = new.graph.actor(before.target)?.isPlural == true ? "them" : "it"
      return Prose.sentence(
        "\(new.name(before.source)), \(isPlural ? "who" : "which") \(past) before, now \(now) \(pronoun)\(firmness(after))"
      )
    }
  }

  private func firmness(_ edge: Edge) -> String {
    switch edge.status {
    case .asserted: ""
    case .alleged: " (alleged)"
    case .denied: " (denied)"
    case .possible: " (possible)"
    case .ended: " (over)"
    }
  }

  private var beginnings: [String] {
    let fresh = diff.added.filter { $0.status != .ended && $0.status != .denied }
    var sentences: [String] = []
    func list(_ type: RelationType, _ lead: String, _ item: (Edge) -> String) {
      let edges = fresh.filter { $0.type == type }
      guard !edges.isEmpty else { return }
      sentences.append(Prose.sentence("\(lead) \(items(edges.map { item($0) + firmness($0) }))"))
    }
    func pair(_ edge: Edge) -> String { "between \(new.name(edge.source)) and \(new.name(edge.target))" }
    list(.fighting, "new fighting is reported", pair)
    for (source, edges) in grouped(fresh.filter { $0.type == .backs }) {
      let isPlural = new.graph.actor(source)?.isPlural ?? false
      let targets = items(
        edges.map { edge in
          new.name(edge.target) + support(edge)
        })
      sentences.append(
        Prose.sentence("\(new.name(source)) \(isPlural ? "are" : "is") newly reported to back \(targets)"))
    }
    list(.alliedWith, "a new alliance is reported", pair)
    for (whole, edges) in grouped(fresh.filter { $0.type == .partOf }, by: \.target) {
      let isPlural = edges.count > 1 || new.graph.actor(edges[0].source)?.isPlural ?? false
      let parts = items(edges.map { new.name($0.source) + firmness($0) })
      sentences.append(
        Prose.sentence("\(parts) \(isPlural ? "are" : "is") newly said to be part of \(new.name(whole))"))
    }
    for (source, edges) in grouped(fresh.filter { $0.type == .opposes }) {
      let verb = new.graph.actor(source)?.isPlural ?? false ? "oppose" : "opposes"
      let targets = items(edges.map { new.name($0.target) + firmness($0) })
      sentences.append(Prose.sentence("\(new.name(source)) newly \(verb) \(targets)"))
    }
    list(.negotiatesWith, "new talks are reported", pair)
    return sentences
  }

  /// " (military support, alleged)".
  private func support(_ edge: Edge) -> String {
    guard let support = edge.support, support != .unspecified else { return firmness(edge) }
    let status = edge.status == .asserted ? "" : ", \(edge.status.rawValue)"
    return " (\(support.rawValue) support\(status))"
  }

  /// Edges by one of their ends, in the order in which those first come.
  private func grouped(
    _ edges: [Edge], by end: (Edge) -> ActorID = { $0.source }
  ) -> [(end: ActorID, edges: [Edge])] {
    var order: [ActorID] = []
    let groups = Dictionary(grouping: edges, by: end)
    for edge in edges where !order.contains(end(edge)) { order.append(end(edge)) }
    return order.map { ($0, groups[$0]!) }
  }

  /// Relations that are told otherwise than before.
  private var firmness: [String] {
    let same = diff.changed.filter { $0.before.relation == $0.after.relation && !$0.hasEnded }
    var sentences = limited(same, "are told otherwise") { change in
      let words = change.aspects.compactMap { describe($0) }
      return Prose.sentence("\(new.noun(change.after)) \(enumeration(words))")
    }
    let denied = diff.added.filter { $0.status == .denied }
    if !denied.isEmpty {
      sentences.append(Prose.sentence("newly mentioned, and denied: \(items(denied.map(new.noun)))"))
    }
    return sentences
  }

  private func describe(_ aspect: RelationChange.Aspect) -> String? {
    switch aspect {
    case .status(.ended, .asserted): "is on again"
    case .status(_, .asserted): "is now stated as a fact"
    case .status(.asserted, .alleged): "is no longer stated as a fact but alleged"
    case .status(_, .alleged): "is now alleged"
    case .status(_, .denied): "is now denied"
    case .status(_, .possible): "is now only thought possible"
    case .status(_, .ended): "is over"
    case .disputed(let isDisputed): isDisputed ? "is now disputed" : "is no longer disputed"
    case .support(_, .unspecified): "is no longer described more closely"
    case .support(_, let kind): "is now described as \(kind.rawValue)"
    case .initiator(_, let attacker): "is now laid to \(new.name(attacker))"
    case .turned, .type: nil
    }
  }

  private var endings: [String] {
    let ended = diff.ended.map(\.after) + diff.added.filter { $0.status == .ended }
    return ended.isEmpty ? [] : [Prose.sentence("now over: \(items(ended.map(new.noun)))")]
  }

  private var gone: String? {
    guard !diff.gone.isEmpty else { return nil }
    // What matters most first: fighting, then support.
    let order: [RelationType] = [.fighting, .backs, .alliedWith, .partOf, .opposes, .negotiatesWith]
    let ranked = order.flatMap { type in diff.gone.filter { $0.type == type } }
    return Prose.sentence("not mentioned any more: \(items(ranked.map(old.noun)))")
  }

  // MARK: Who

  private var actors: [String] {
    var sentences: [String] = []
    let renamed = diff.changedActors.filter { $0.before.name != $0.after.name }
    if !renamed.isEmpty {
      let words = renamed.map { change in
        let verb = change.before.isPlural ? "go" : "goes"
        return "\(Prose.name(change.before)) now \(verb) by the name \(singleLine(change.after.name))"
      }
      sentences.append(Prose.sentence(items(words)))
    }
    for split in diff.identities.splits {
      sentences.append(
        Prose.sentence(
          "\(Prose.name(split.before[0])) is now told apart as \(items(split.after.map(Prose.name)))"))
    }
    for merge in diff.identities.merges {
      sentences.append(
        Prose.sentence("\(items(merge.before.map(Prose.name))) are now one, \(Prose.name(merge.after[0]))"))
    }
    let came = diff.newActors.map(Prose.name)
    let went = diff.goneActors.map(Prose.name)
    if !came.isEmpty { sentences.append(Prose.sentence("newly named: \(items(came))")) }
    if !went.isEmpty { sentences.append(Prose.sentence("no longer named: \(items(went))")) }
    return sentences
  }

  private func items(_ words: [String]) -> String {
    // An item with "and" in it is parted from the next by a semicolon.
    let isComplex = words.contains { $0.contains(" and ") }
    guard isComplex, words.count > 1 else { return enumeration(words, limit: limit) }
    var shown = Array(words.prefix(limit))
    let rest = words.count - shown.count
    if rest > 0 { shown.append(rest == 1 ? "1 other" : "\(rest) others") }
    return shown.dropLast().joined(separator: "; ") + "; and " + shown[shown.count - 1]
  }

  private func limited(
    _ changes: [RelationChange], _ more: String, _ sentence: (RelationChange) -> String
  ) -> [String] {
    var result = changes.prefix(limit).map(sentence)
    let rest = changes.count - result.count
    if rest > 0 {
      result.append(Prose.sentence("\(Prose.number(rest)) more \(rest == 1 ? "pair" : "pairs") \(more)"))
    }
    return result
  }
}
