import AllianceGraphs
import Relations

extension GraphDiff {
  /// The difference for people: a line of figures, then relations new, gone and changed with their quotes, relations
  /// with other evidence, and actors. "no difference" where there is none.
  ///
  /// - Parameters:
  ///   - old: the graph compared from.
  ///   - new: the graph compared to.
  public func text(
    from old: AllianceGraph, to new: AllianceGraph, style: TextStyle = TextStyle()
  ) -> String {
    if isEmpty { return "no difference\n" }
    let report = DiffReport(diff: self, old: old, new: new, style: style)
    return report.lines.joined(separator: "\n") + "\n"
  }
}

private struct DiffReport {
  let diff: GraphDiff
  let old: RelationText
  let new: RelationText
  let style: TextStyle

  init(diff: GraphDiff, old: AllianceGraph, new: AllianceGraph, style: TextStyle) {
    self.diff = diff
    self.old = RelationText(graph: diff.identities.aligned(old, with: new), style: style)
    self.new = RelationText(graph: new, style: style)
    self.style = style
  }

  var lines: [String] {
    let sections: [(title: String, lines: [String])] = [
      ("New", diff.added.flatMap { marked("+", .green, new.lines($0)) }),
      ("Gone (no longer reported)", diff.gone.flatMap { marked("-", .red, old.lines($0)) }),
      ("Ended", diff.ended.flatMap(changed)),
      ("Changed", diff.changed.filter { !$0.hasEnded }.flatMap(changed)),
      ("Still reported, from other evidence", diff.reworded.flatMap(reworded)),
      ("Actors", actors),
      ("Articles", articles),
    ]
    var lines = [summary]
    for section in sections where !section.lines.isEmpty {
      lines += ["", style.paint(section.title, .bold)] + section.lines
    }
    return lines
  }

  private var summary: String {
    var figures = [
      "\(count(diff.added.count, "relation")) new", "\(diff.gone.count) gone",
      "\(diff.changed.count) changed", "\(diff.reworded.count) with other evidence",
    ]
    if !diff.ended.isEmpty { figures[2] += " (\(diff.ended.count) ended)" }
    let actors = ["\(count(diff.newActors.count, "actor")) new", "\(diff.goneActors.count) gone"]
    return figures.joined(separator: ", ") + "; " + actors.joined(separator: ", ")
  }

  /// The mark before the first line, the others indented to match.
  private func marked(_ mark: String, _ color: TextStyle.Color, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      index == 0 ? "  \(style.paint(mark, color)) \(line)" : "    \(line)"
    }
  }

  private func changed(_ change: RelationChange) -> [String] {
    let aspects = change.aspects.map { aspect in describe(aspect, change) }.joined(separator: "; ")
    let title = style.paint("\(new.sentence(change.after)): \(aspects)", .bold)
    let was = old.quotes(change.before.mentions, status: change.before.status, indent: 4, mark: "was: ")
    let news = change.gained.isEmpty ? change.after.mentions : change.gained
    let now = new.quotes(news, status: change.after.status, indent: 4, mark: "now: ")
    return marked("~", .yellow, [title] + was + now)
  }

  private func describe(_ aspect: RelationChange.Aspect, _ change: RelationChange) -> String {
    switch aspect {
    case .status(let from, let to): "\(from.rawValue) → \(to.rawValue)"
    case .disputed(let isDisputed): isDisputed ? "now disputed" : "no longer disputed"
    case .support(let from, let to): "support \(from.rawValue) → \(to.rawValue)"
    case .initiator(let from, let to): "\(new.name(to)) attacked, before \(old.name(from))"
    case .turned, .type: "before, \(old.statement(change.before))"
    }
  }

  private func reworded(_ change: RelationChange) -> [String] {
    let title = style.paint(new.statement(change.after), .bold)
    let gained = new.quotes(change.gained, status: change.after.status, indent: 4, mark: "+ ")
    let lost = old.quotes(change.lost, status: change.before.status, indent: 4, mark: "- ")
    return marked("=", .faint, [title] + gained + lost)
  }

  private var actors: [String] {
    diff.newActors.map { "  \(style.paint("+", .green)) \(describe($0))" }
      + diff.goneActors.map { "  \(style.paint("-", .red)) \(describe($0))" }
      + diff.changedActors.map { change in
        "  \(style.paint("~", .yellow)) \(describe(change.after)), before \(describe(change.before))"
      }
      + diff.identities.splits.map { split in
        "  \(style.paint("~", .yellow)) \(describe(split.before)), now told apart as \(describe(split.after))"
      }
      + diff.identities.merges.map { merge in
        "  \(style.paint("~", .yellow)) \(describe(merge.after)), before \(describe(merge.before))"
      }
  }

  private func describe(_ actors: [Actor]) -> String { enumeration(actors.map { describe($0) }) }

  private func describe(_ actor: Actor) -> String {
    "\(singleLine(actor.name)) (\(actor.kind.rawValue.replacing("_", with: " ")))"
  }

  private var articles: [String] {
    diff.newArticles.map { "  \(style.paint("+", .green)) \(describe($0))" }
      + diff.goneArticles.map { "  \(style.paint("-", .red)) \(describe($0))" }
  }

  private func describe(_ article: ArticleRecord) -> String {
    let origin = [article.publisher, article.date].compactMap { $0 }.map { ", " + singleLine($0) }.joined()
    return "\(singleLine(article.id)): \(singleLine(article.title))\(origin)"
  }
}
