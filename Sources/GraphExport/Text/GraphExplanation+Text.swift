import AllianceGraphs
import Foundation
import Relations

extension GraphExplanation {
  /// The explanation for people: each relation with its quotes, and below each what found it; then, for each actor, which
  /// expressions were joined to it by which rule.
  public func text(of subject: ExplanationSubject = .everything, style: TextStyle = TextStyle()) -> String {
    let names = RelationText(graph: graph, style: style)
    var lines: [String] = []
    for edge in edges(subject) {
      if !lines.isEmpty { lines.append("") }
      let confidence = String(format: "%.2f", edge.confidence)
      lines.append(style.paint("\(names.statement(edge)), confidence \(confidence)", .bold))
      var told: Set<String> = []
      for mention in edge.mentions {
        lines += self.lines(mention, of: edge, names, style)
        // All quotes of an article are weighed together.
        if told.insert(mention.evidence.article).inserted { lines += reasons(mention) }
      }
    }
    for actor in actors(subject) {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.paint("\(singleLine(actor.name)) (\(actor.id), \(actor.kind.rawValue))", .bold))
      let articles = joinings(of: actor.id)
      for (article, joinings) in articles {
        if articles.count > 1 { lines.append("  in \(singleLine(article))") }
        for joining in joinings { lines.append(spaces(4) + text(joining, style)) }
      }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func lines(
    _ mention: RelationMention, of edge: Edge, _ names: RelationText, _ style: TextStyle
  ) -> [String] {
    let quote = Quote(mention: mention, graph: graph, style: style).text(status: edge.status)
    var lines = [spaces(4) + quote]
    func add(_ title: String, _ text: String) { lines.append(Self.row(title, text)) }
    guard let why = explanation(of: mention) else {
      add("rule", "\(mention.evidence.rule) at “\(singleLine(mention.evidence.triggerText))”")
      if mention.status != .asserted { add("status", mention.status.rawValue) }
      return lines
    }
    let place = why.definition.map { ", \($0)" } ?? ""
    let least = why.leastConfidence.map { String(format: ", confidence at least %.2f", $0) } ?? ""
    add("rule", "\(mention.evidence.rule) at “\(singleLine(why.trigger))”\(place)\(least)")
    let hasDirection = !edge.type.isSymmetric
    add(hasDirection ? "source" : "end", text(why.source, mention.source, names))
    add(hasDirection ? "target" : "end", text(why.target, mention.target, names))
    if mention.status != .asserted {
      add(
        "status", mention.status.rawValue + (why.statusCue.map { ", because of “\(singleLine($0))”" } ?? ""))
    }
    return lines
  }

  private func reasons(_ mention: RelationMention) -> [String] {
    guard let why = explanation(of: mention) else { return [] }
    return [("for", why.reasonsFor), ("against", why.reasonsAgainst)].flatMap { title, reasons in
      reasons.enumerated().map { index, reason in
        Self.row(index == 0 ? title : "", String(format: "%+.2f  ", reason.weight) + singleLine(reason.words))
      }
    }
  }

  private static func row(_ title: String, _ text: String) -> String {
    spaces(8) + title.padding(toLength: 9, withPad: " ", startingAt: 0) + text
  }

  private func text(_ end: MentionExplanation.End, _ actor: ActorID, _ names: RelationText) -> String {
    let path = end.path.map { "\($0), by " } ?? ""
    return "\(names.name(actor)), from “\(singleLine(end.expression))”: \(path)\(text(end.resolution))"
  }

  private func text(_ resolution: Resolution) -> String { "\(resolution.meaning) (\(resolution.rule))" }

  private func text(_ joining: ActorExplanation.Joining, _ style: TextStyle) -> String {
    let expressions = joining.expressions.map { expression in
      "“\(singleLine(expression.text))”" + (expression.count > 1 ? " \(expression.count) times" : "")
    }
    return "\(text(joining.resolution)): \(expressions.joined(separator: ", "))"
  }
}

extension Evidence {
  /// The words of the quote that express the relation; empty where the offsets of a foreign graph don't fit.
  var triggerText: String {
    let bytes = Array(text.utf8)
    let (start, end) = (trigger.lowerBound - range.lowerBound, trigger.upperBound - range.lowerBound)
    return start >= 0 && start <= end && end <= bytes.count
      ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }
}
