import AllianceGraphs
import Relations

/// A division of actors into blocs, friends inside and foes between, with as few lines against it as may be.
///
/// The number of lines against a best division into two camps is the line index of balance (Harary 1959; also called the
/// frustration index): how many lines would have to change for the network to be balanced. Among any number of blocs
/// (Davis 1967; Doreian and Mrvar 1996), enemies of an enemy need not be friends. Finding a best division is NP-hard
/// either way; `isExact` says whether this one is proved to be the best.
public struct Blocs: Hashable, Sendable {
  /// How many blocs there may be.
  public enum Number: String, CaseIterable, Hashable, Sendable {
    /// Two camps for those who are joined, directly or through others.
    case two
    /// As many as fit best.
    case any
  }

  /// An actor that would fit as well elsewhere.
  public struct Undecided: Hashable, Sendable {
    public let actor: ActorID
    /// The places in `blocs` that are as good for it as its own.
    public let alternatives: [Int]
    /// Whether a bloc of its own is as good.
    public let canStandAlone: Bool
  }

  public let number: Number
  /// The members of each bloc by id; the greatest first, then by their first members. Of two camps, those of the same actors
  /// follow one another.
  public let blocs: [[ActorID]]
  /// Hostile lines inside a bloc and friendly ones between blocs, in order.
  public let frustrated: [Dyad]
  /// No division has fewer lines against it.
  public let lowerBound: Int
  /// The other lines: friendly ones for each bloc.
  public let bonds: [[Dyad]]
  /// Hostile lines between two blocs.
  public let fronts: [Front]
  public let undecided: [Undecided]
  /// Actors without a friendly or hostile line, in order.
  public let unaligned: [ActorID]

  /// The hostile lines between two blocs.
  public struct Front: Hashable, Sendable {
    /// Places in `blocs`, the lesser first.
    public let first: Int
    public let second: Int
    public let dyads: [Dyad]
  }

  /// The number of lines that go against the division.
  public var frustration: Int { frustrated.count }
  /// Whether the division is proved to be a best one.
  public var isExact: Bool { frustration == lowerBound }

  /// Finds blocs: exact where the effort suffices, as for all networks of a few dozen actors.
  ///
  /// - Parameter effort: what to spend on proving, 1 for some seconds at most.
  public init(_ network: SignedNetwork, number: Number = .any, effort: Double = 1) {
    self.number = number
    let signed = network.signedDyads
    let lines = SignedLines(
      count: network.actors.count,
      lines: signed.map { dyad in
        SignedLines.Line(
          a: network.ends[dyad].first, b: network.ends[dyad].second,
          isFriendly: network.dyads[dyad].stance == .friendly)
      })
    var divider = Divider(lines, number == .two ? .twoCamps : .anyNumber, effort: effort)
    let solution = divider.solve()
    lowerBound = solution.lowerBound

    let members = Self.members(lines, solution.part, number)
    blocs = members.map { $0.map { network.actors[$0] } }
    var bloc = [Int](repeating: -1, count: lines.count)
    for (index, points) in members.enumerated() { for point in points { bloc[point] = index } }
    unaligned = bloc.indices.filter { bloc[$0] < 0 }.map { network.actors[$0] }

    var frustrated: [Dyad] = []
    var bonds = [[Dyad]](repeating: [], count: members.count)
    var fronts: [[Int]: [Dyad]] = [:]
    for (line, dyad) in zip(lines.lines, signed) {
      let (a, b) = (bloc[line.a], bloc[line.b])
      switch (a == b, line.isFriendly) {
      case (true, true): bonds[a].append(network.dyads[dyad])
      case (false, false): fronts[[min(a, b), max(a, b)], default: []].append(network.dyads[dyad])
      default: frustrated.append(network.dyads[dyad])
      }
    }
    self.frustrated = frustrated
    self.bonds = bonds
    self.fronts = fronts.map { Front(first: $0.key[0], second: $0.key[1], dyads: $0.value) }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    undecided = Self.undecided(lines, bloc, members, number).map {
      Undecided(
        actor: network.actors[$0.point], alternatives: $0.blocs, canStandAlone: $0.canStandAlone)
    }
  }

  /// The points of each bloc that have a line.
  private static func members(_ lines: SignedLines, _ part: [Int], _ number: Number) -> [[Int]] {
    var points: [Int: [Int]] = [:]
    for point in part.indices where !lines.around[point].isEmpty {
      points[part[point], default: []].append(point)
    }
    let blocs = points.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    guard number == .two else { return blocs }
    // Both camps of one component side by side, the components by size.
    let components = Components(lines.around.map { $0.map { ($0.point, $0.line) } })
    var size = [Int](repeating: 0, count: components.count)
    for component in components.component { size[component] += 1 }
    return blocs.enumerated().sorted { a, b in
      let (first, second) = (components.component[a.element[0]], components.component[b.element[0]])
      return (size[second], first, a.offset) < (size[first], second, b.offset)
    }.map(\.element)
  }

  private static func undecided(
    _ lines: SignedLines, _ bloc: [Int], _ members: [[Int]], _ number: Number
  ) -> [(point: Int, blocs: [Int], canStandAlone: Bool)] {
    let siblings = number == .two ? Self.siblings(lines, bloc, members) : []
    var result: [(point: Int, blocs: [Int], canStandAlone: Bool)] = []
    for point in bloc.indices where bloc[point] >= 0 {
      var pull: [Int: Int] = [bloc[point]: 0]
      if number == .two, let sibling = siblings[bloc[point]] { pull[sibling] = 0 }
      for next in lines.around[point] { pull[bloc[next.point], default: 0] += next.sign }
      let own = pull[bloc[point]]!
      let others = pull.filter { $0.key != bloc[point] && $0.value == own }.map(\.key).sorted()
      let canStandAlone = own == 0 && members[bloc[point]].count > 1 && (number == .any || others.isEmpty)
      if !others.isEmpty || canStandAlone { result.append((point, others, canStandAlone)) }
    }
    return result
  }

  /// For each camp the other one of the same actors.
  private static func siblings(_ lines: SignedLines, _ bloc: [Int], _ members: [[Int]]) -> [Int?] {
    let components = Components(lines.around.map { $0.map { ($0.point, $0.line) } }).component
    return members.indices.map { index in
      [index - 1, index + 1].first {
        members.indices.contains($0) && components[members[$0][0]] == components[members[index][0]]
      }
    }
  }
}
