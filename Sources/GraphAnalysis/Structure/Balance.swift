import AllianceGraphs
import Relations

/// Three actors each two of which are friends or foes.
public struct Triad: Hashable, Sendable {
  /// What a triad says, by its hostile lines.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// +++ "My friend's friend is my friend."
    case friends
    /// ++− Two who are friends of one are foes of each other: the frustrated triad of every theory.
    case friendOfFoes = "friend_of_foes"
    /// +−− "My enemy's enemy is my friend."
    case commonFoe = "common_foe"
    /// −−− Three who fight each other: frustrated where there are but two camps, not where there may be three (Davis 1967).
    case foes

    /// Whether the product of its signs is positive (Heider 1946; Cartwright and Harary 1956).
    public var isBalanced: Bool { self == .friends || self == .commonFoe }
  }

  public let kind: Kind
  /// The actors by id.
  public let actors: [ActorID]
  /// The lines between the first and the second actor, the first and the third, the second and the third.
  public let dyads: [Dyad]
}

/// How balanced a signed network is: its triads, and the lines that frustrate most of them.
public struct Balance: Sendable {
  /// A line with how many triads it stands in.
  public struct Strain: Hashable, Sendable {
    public let dyad: Dyad
    public let frustrated: Int
    public let balanced: Int
  }

  /// How many triads of each kind there are.
  public let counts: [Triad.Kind: Int]
  /// The lines of frustrated triads: those of most of them first, then those that serve fewest balanced ones, then in
  /// order.
  public let strains: [Strain]

  private let network: SignedNetwork
  private let frustratedTriads: [(kind: Triad.Kind, dyads: [Int32])]

  public var triads: Int { Triad.Kind.allCases.reduce(0) { $0 + counts[$1]! } }
  /// How many triads are not balanced.
  public var frustratedCount: Int { frustratedTriads.count }

  /// The share of triads that are balanced: the degree of balance of Cartwright and Harary (1956) for cycles of three; nil
  /// where there is no triad.
  public var degree: Double? {
    triads == 0 ? nil : Double(triads - frustratedCount) / Double(triads)
  }

  /// Looks at every triad once: from each line through the lesser neighbourhood. O(m √m).
  public init(_ network: SignedNetwork) {
    self.network = network
    let signed = network.dyads.map { $0.stance == .friendly ? 1 : $0.stance == .hostile ? -1 : 0 }
    var counts: [Triad.Kind: Int] = [:]
    for kind in Triad.Kind.allCases { counts[kind] = 0 }
    var triads: [(kind: Triad.Kind, dyads: [Int32])] = []
    var frustrated = [Int](repeating: 0, count: network.dyads.count)
    var balanced = frustrated

    // Each actor looks only at those of more lines, so that nobody looks at many.
    let degree = network.neighbours.map { $0.count { signed[$0.dyad] != 0 } }
    let later = network.neighbours.indices.map { actor in
      network.neighbours[actor].filter {
        signed[$0.dyad] != 0 && (degree[actor], actor) < (degree[$0.actor], $0.actor)
      }
    }
    var lineTo = [Int](repeating: -1, count: network.actors.count)
    for actor in later.indices {
      for next in later[actor] { lineTo[next.actor] = next.dyad }
      for middle in later[actor] {
        for last in later[middle.actor] where lineTo[last.actor] >= 0 {
          let dyads = [middle.dyad, last.dyad, lineTo[last.actor]].sorted()
          let hostile = dyads.count { signed[$0] < 0 }
          let kind: Triad.Kind = [.friends, .friendOfFoes, .commonFoe, .foes][hostile]
          counts[kind]! += 1
          if kind.isBalanced {
            for dyad in dyads { balanced[dyad] += 1 }
          } else {
            for dyad in dyads { frustrated[dyad] += 1 }
            triads.append((kind, dyads.map(Int32.init)))
          }
        }
      }
      for next in later[actor] { lineTo[next.actor] = -1 }
    }
    self.counts = counts
    // The lines of a triad in order are those from its first actor, then the third: by these triads stand in order.
    frustratedTriads = triads.sorted { $0.dyads.lexicographicallyPrecedes($1.dyads) }
    strains = frustrated.indices.filter { frustrated[$0] > 0 }
      .sorted { a, b in (-frustrated[a], balanced[a], a) < (-frustrated[b], balanced[b], b) }
      .map { Strain(dyad: network.dyads[$0], frustrated: frustrated[$0], balanced: balanced[$0]) }
  }

  /// The triads that are not balanced, in order; at most so many.
  public func frustrated(limit: Int = .max) -> [Triad] {
    frustratedTriads.prefix(limit).map { kind, places in
      let dyads = places.map { network.dyads[Int($0)] }
      return Triad(
        kind: kind, actors: [dyads[0].first, dyads[0].second, dyads[1].second], dyads: dyads)
    }
  }
}
