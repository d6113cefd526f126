import AllianceGraphs
import GraphAnalysis
import Relations

extension AnalysisText {
  func proxies(_ proxies: [Proxy]) -> [String] {
    guard !proxies.isEmpty else { return [heading("Proxies: nobody acts against anybody through another")] }
    return [heading("Proxies: \(proxies.count)")]
      + limited(proxies, indent: 2, noun: "proxy", plural: "proxies") { proxy in
        var lines = [
          "  "
            + heading(
              "\(name(proxy.sponsor)) against \(name(proxy.opponent)), through \(name(proxy.agent))"
                + (proxy.backsBothSides ? " (it backs both sides)" : ""))
        ]
        lines += relations.lines(proxy.support, indent: 4, isBold: false)
        lines += relations.lines(proxy.fight, first: proxy.agent, indent: 4, isBold: false)
        if !proxy.direct.isEmpty {
          lines.append("    and directly:")
          lines += edges(proxy.direct, indent: 6)
        }
        return lines
      }
  }

  func contradictions(_ contradictions: Contradictions) -> [String] {
    guard !contradictions.isEmpty else {
      return [heading("Contradictions: nothing is denied that is claimed, and nobody is both friend and foe")]
    }
    let (both, disputes) = (contradictions.ambivalent, contradictions.disputes)
    var lines = [
      heading(
        "Contradictions: \(count(both.count, "pair")) of friends and foes at once, \(disputes.count) claimed and denied"
      )
    ]
    lines += limited(both, indent: 2, noun: "pair") { dyad in
      ["  " + heading("\(name(dyad.first)) and \(name(dyad.second)), friends and foes:")]
        + edges(dyad.edges.filter { $0.type.sign != .neutral }, indent: 4)
    }
    lines += limited(disputes, indent: 2, noun: "dispute") { dispute in
      let sides = [
        dispute.claims.isEmpty ? nil : "claimed \(voices(dispute.claims))",
        dispute.denials.isEmpty ? nil : "denied \(voices(dispute.denials))",
        dispute.reports.isEmpty ? nil : "claimed and denied \(voices(dispute.reports))",
      ]
      let title = "\(relations.statement(dispute.edge)), \(sides.compactMap(\.self).joined(separator: ", "))"
      return ["  " + heading(title)]
        + [("claimed: ", dispute.claims), ("denied: ", dispute.denials), ("both: ", dispute.reports)].flatMap
      {
        mark, voices in
        limited(voices, indent: 6, noun: "voice") { voice in
          relations.quotes(voice.mentions, status: dispute.edge.status, indent: 6, mark: mark)
        }
      }
    }
    return lines
  }

  /// Who says so, "by" whom the texts name; where they name nobody, "in" which paper.
  private func voices(_ voices: [Dispute.Voice]) -> String {
    var words: [String] = []
    for voice in voices {
      let paper = voice.article.publisher ?? voice.article.id
      let word = voice.speaker.map { "by \(singleLine($0))" } ?? "in \(singleLine(paper))"
      if !words.contains(word) { words.append(word) }
    }
    return enumeration(words, limit: limit)
  }

  func bridges(_ cohesion: Cohesion, _ network: SignedNetwork) -> [String] {
    guard !cohesion.components.isEmpty else { return [heading("Bridges: nothing is joined")] }
    let sizes = enumeration(cohesion.components.map { "\($0.count)" }, limit: limit)
    let parts =
      cohesion.components.count == 1 ? "one network" : "\(cohesion.components.count) separate networks"
    var lines = [heading("Bridges: \(parts) of \(sizes) actors")]
    if cohesion.pendants > 0 {
      lines.append("  \(count(cohesion.pendants, "actor")) joined with the rest by a single line")
    }
    lines += limited(cohesion.bridges, indent: 2, noun: "bridge") { bridge in
      let ends = "\(name(bridge.dyad.first)) and \(name(bridge.dyad.second))"
      return ["  " + heading("\(ends): without them \(names(bridge.cutOff)) would be apart")]
        + edges(bridge.dyad.edges, indent: 4)
    }
    lines += limited(cohesion.cutActors, indent: 2, noun: "actor") { cut in
      let parts = cut.cutOff.map { "\(names($0))" }
      return [
        "  " + heading("\(name(cut.actor)) alone joins the rest with \(parts.joined(separator: "; with ")):")
      ]
        + edges(
          network.dyads(joining: cut.actor, with: cut.cutOff.flatMap(\.self)).flatMap(\.edges), indent: 4)
    }
    if cohesion.bridges.isEmpty && cohesion.cutActors.isEmpty {
      lines.append("  nobody and nothing alone holds it together")
    }
    return lines
  }

  func central(_ centrality: Centrality, _ network: SignedNetwork) -> [String] {
    guard !centrality.standings.isEmpty else { return [heading("Central actors: nothing is joined")] }
    let shown = centrality.standings.prefix(limit)
    let width = max(5, shown.map { name($0.actor).count }.max() ?? 0)
    func row(_ name: String, _ figures: [String]) -> String {
      let columns = zip(figures, [9, 6, 6, 7, 13]).map { $0.leftPadded(to: $1) }
      return "  " + name + spaces(width - name.count) + columns.joined()
    }
    var lines = [
      heading("Central actors" + (centrality.isEstimated ? " (betweenness estimated from a sample)" : ""))
    ]
    lines.append(row("", ["friends", "foes", "both", "talks", "betweenness"]))
    lines += shown.map { standing in
      let degrees = [standing.friends, standing.foes, standing.ambivalent, standing.talks].map(String.init)
      return row(name(standing.actor), degrees + [fourDigits(standing.betweenness)])
    }
    let rest = centrality.standings.count - shown.count
    if rest > 0 { lines.append("  " + style.paint("and \(count(rest, "more actor"))", .faint)) }
    for standing in shown.prefix(1) {
      lines.append("  " + heading("What joins \(name(standing.actor)):"))
      lines += edges(network.dyads(of: standing.actor).flatMap(\.edges), indent: 4)
    }
    return lines
  }

  private func fourDigits(_ share: Double) -> String {
    let digits = String(Int((share * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return "\(padded.dropLast(4)).\(padded.suffix(4))"
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String { spaces(max(0, width - count)) + self }
}
