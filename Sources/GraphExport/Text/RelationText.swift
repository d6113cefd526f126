import AllianceGraphs
import Relations

/// Relations of a graph as sentences with their quotes below.
struct RelationText {
  let graph: AllianceGraph
  let style: TextStyle

  func name(_ actor: ActorID) -> String { singleLine(graph.actor(actor)?.name ?? actor) }

  /// "Arland backs Cor Front (alleged, disputed; funding)".
  ///
  /// - Parameter first: the actor to name first where the relation has no direction.
  func statement(_ edge: Edge, first: ActorID? = nil) -> String {
    "\(sentence(edge, first: first)) (\(reading(edge)))"
  }

  /// "Arland backs Cor Front".
  func sentence(_ edge: Edge, first: ActorID? = nil) -> String {
    let isTurned = edge.type.isSymmetric && edge.target == (first ?? edge.initiator)
    let (subject, object) = isTurned ? (edge.target, edge.source) : (edge.source, edge.target)
    let isPlural = graph.actor(subject)?.isPlural ?? false
    return "\(name(subject)) \(isPlural ? edge.type.pluralPhrase : edge.type.phrase) \(name(object))"
  }

  private func reading(_ edge: Edge) -> String {
    var reading = edge.status.rawValue
    if edge.disputed { reading += ", disputed" }
    if let support = edge.support, support != .unspecified { reading += "; \(support.rawValue)" }
    if let initiator = edge.initiator { reading += "; \(name(initiator)) attacked" }
    return reading
  }

  private func date(_ mention: RelationMention) -> String? { graph.article(mention.evidence.article)?.date }

  /// The statement and its quotes, the surest first, of equally sure ones the latest; each on a line of its own.
  func lines(_ edge: Edge, first: ActorID? = nil, indent: Int = 0, isBold: Bool = true) -> [String] {
    [spaces(indent) + style.paint(statement(edge, first: first), isBold ? .bold : nil)]
      + quotes(edge.mentions, status: edge.status, indent: indent + 4)
  }

  func quotes(_ mentions: [RelationMention], status: Status, indent: Int, mark: String = "") -> [String] {
    var ordered = mentions.sorted { a, b in
      Ordering(a.status != status, b.status != status)
        .then(Ordering(b.confidence, a.confidence))
        .then(Ordering(date(b), date(a)))
        .then(RelationMention.order(a, b)) == .before
    }
    // Two rules may have found the same words.
    var seen: Set<String> = []
    ordered.removeAll { !seen.insert("\($0.evidence.article)\n\($0.evidence.text)").inserted }
    var lines = ordered.prefix(style.quotesPerRelation).map { mention in
      spaces(indent) + mark + Quote(mention: mention, graph: graph, style: style).text(status: status)
    }
    let rest = ordered.count - lines.count
    if rest > 0 {
      lines.append(spaces(indent) + mark + style.paint("and \(count(rest, "more quote"))", .faint))
    }
    return lines
  }
}

func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

/// "1 relation", "2 relations".
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
