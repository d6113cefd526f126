import AllianceGraphs
import GraphAnalysis
import Relations

extension AnalysisText {
  func blocs(_ blocs: Blocs, _ camps: Blocs) -> [String] {
    guard !blocs.blocs.isEmpty else { return ["Blocs: nobody is friend or foe of anybody"] }
    let alone = blocs.blocs.filter { $0.count == 1 }.flatMap(\.self)
    let groups = blocs.blocs.count - alone.count
    var counted = [count(groups, "bloc")]
    if !alone.isEmpty { counted.append("\(alone.count) on their own") }
    var lines = [heading("Blocs: \(counted.joined(separator: ", ")); \(verdict(blocs))")]
    for (index, members) in blocs.blocs.enumerated() where members.count > 1 {
      lines.append("  " + heading("Bloc \(index + 1): \(enumeration(members.map(name)))"))
      lines += edges(of: blocs.bonds[index], indent: 4)
    }
    if !alone.isEmpty { lines.append("  " + heading("On their own: \(enumeration(alone.map(name)))")) }
    for front in blocs.fronts {
      lines.append("  " + heading("\(label(front.first, blocs)) against \(label(front.second, blocs)):"))
      lines += edges(of: front.dyads, indent: 4)
    }
    if !blocs.frustrated.isEmpty {
      lines.append("  " + heading("Against the division:"))
      lines += edges(of: blocs.frustrated, indent: 4)
    }
    lines += limited(
      blocs.undecided, indent: 2, noun: "actor who could stand elsewhere",
      plural: "actors who could stand elsewhere"
    ) { undecided in
      var places = undecided.alternatives.map { "with \(label($0, blocs))" }
      if undecided.canStandAlone { places.append("alone") }
      let words =
        places.count > 1 ? places.dropLast().joined(separator: ", ") + " or " + places.last! : places[0]
      return ["  \(name(undecided.actor)) could as well stand \(words)"]
    }
    if !blocs.unaligned.isEmpty {
      lines.append("  Neither friend nor foe of anybody: \(names(blocs.unaligned))")
    }
    return lines + self.camps(camps)
  }

  /// "bloc 2", or who it is where it is one actor.
  private func label(_ index: Int, _ blocs: Blocs) -> String {
    blocs.blocs[index].count == 1 ? name(blocs.blocs[index][0]) : "Bloc \(index + 1)"
  }

  private func camps(_ camps: Blocs) -> [String] {
    var lines = ["  " + heading("In two camps: \(verdict(camps))")]
    lines += camps.blocs.map { "    \(enumeration($0.map(name)))" }
    return lines
  }

  private func verdict(_ blocs: Blocs) -> String {
    switch (blocs.frustration, blocs.isExact) {
    case (0, _): "nothing goes against the division"
    case (let number, true):
      "\(count(number, "pair")) against the division, and no division has fewer"
    case (let number, false):
      "\(count(number, "pair")) against the division found; every division has at least \(blocs.lowerBound)"
    }
  }

  func balance(_ balance: Balance, _ camps: Blocs) -> [String] {
    guard balance.triads > 0, let degree = balance.degree else {
      return [heading("Balance: no three who are all friends or foes of one another")]
    }
    let percent = Int((degree * 100).rounded())
    var lines = [
      heading(
        "Balance: \(count(balance.triads, "triad")), \(balance.frustratedCount) frustrated (\(percent)% balanced)"
      )
    ]
    let kinds = Triad.Kind.allCases.compactMap { kind in
      let number = balance.counts[kind]!
      return number == 0 ? nil : "\(number) of \(Self.describe(kind))"
    }
    lines.append("  \(kinds.joined(separator: "; "))")
    let index =
      camps.isExact ? "\(camps.frustration)" : "between \(camps.lowerBound) and \(camps.frustration)"
    lines.append("  line index of balance: \(index)")
    for triad in balance.frustrated(limit: limit) {
      lines.append("  " + heading(describe(triad)))
      lines += edges(of: triad.dyads, indent: 4)
    }
    let rest = balance.frustratedCount - min(balance.frustratedCount, limit)
    if rest > 0 {
      lines.append(
        "  " + style.paint("and \(rest) more frustrated \(rest == 1 ? "triad" : "triads")", .faint))
    }
    if balance.frustratedCount > 1 {
      lines.append("  " + heading("What frustrates most:"))
      lines += limited(balance.strains, indent: 4, noun: "pair") { strain in
        let sides = "\(name(strain.dyad.first)) and \(name(strain.dyad.second))"
        let bond = strain.dyad.stance == .friendly ? "friends" : "foes"
        return [
          "    \(sides), \(bond): \(count(strain.frustrated, "frustrated triad")), \(strain.balanced) balanced"
        ]
      }
    }
    return lines
  }

  private static func describe(_ kind: Triad.Kind) -> String {
    switch kind {
    case .friends: "three friends"
    case .friendOfFoes: "a friend of two foes"
    case .commonFoe: "two friends with a foe in common"
    case .foes: "three foes"
    }
  }

  private func describe(_ triad: Triad) -> String {
    guard triad.kind == .friendOfFoes, let hostile = triad.dyads.first(where: { $0.stance == .hostile }),
      let friend = triad.actors.first(where: { !hostile.joins($0) })
    else { return "\(enumeration(triad.actors.map(name))): each the foe of the others" }
    return
      "\(name(friend)) between \(name(hostile.first)) and \(name(hostile.second)): friend of both, who are foes"
  }
}
