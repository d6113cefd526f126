import AllianceGraphs
import Relations

/// What the structure of a graph means, section by section; every section names the edges it rests on.
public struct Analysis: Sendable {
  public enum Section: String, CaseIterable, Hashable, Sendable {
    case blocs, balance, proxies, contradictions, bridges, central
  }

  public let graph: AllianceGraph
  public let network: SignedNetwork
  /// As many blocs as fit best.
  public let blocs: Blocs?
  /// Two camps at most: their frustration is the line index of balance.
  public let camps: Blocs?
  public let balance: Balance?
  public let proxies: [Proxy]?
  public let contradictions: Contradictions?
  public let cohesion: Cohesion?
  public let centrality: Centrality?

  /// - Parameters:
  ///   - sections: what to look at; the rest stays nil.
  ///   - statuses: the statuses of edges that count.
  public init(
    of graph: AllianceGraph, _ sections: Set<Section> = Set(Section.allCases),
    counting statuses: Set<Status> = SignedNetwork.usualStatuses
  ) {
    self.graph = graph
    let network = SignedNetwork(graph, counting: statuses)
    self.network = network
    blocs = sections.contains(.blocs) ? Blocs(network, number: .any) : nil
    camps = sections.isDisjoint(with: [.blocs, .balance]) ? nil : Blocs(network, number: .two)
    balance = sections.contains(.balance) ? Balance(network) : nil
    proxies = sections.contains(.proxies) ? network.proxies(in: graph) : nil
    contradictions = sections.contains(.contradictions) ? Contradictions(network, in: graph) : nil
    cohesion = sections.contains(.bridges) ? Cohesion(network) : nil
    centrality = sections.contains(.central) ? Centrality(network) : nil
  }

  /// Whether there is nothing to tell in any of the sections looked at.
  public var isEmpty: Bool {
    (blocs?.blocs.isEmpty ?? true) && (balance.map { $0.triads == 0 } ?? true) && (proxies?.isEmpty ?? true)
      && (contradictions?.isEmpty ?? true) && (cohesion?.components.isEmpty ?? true)
      && (centrality?.standings.isEmpty ?? true)
  }
}
