/// Identifies an actor: lower-case words joined by hyphens ("national-liberation-front").
public typealias ActorID = String

public enum ActorKind: String, CaseIterable, Hashable, Sendable {
  case state
  case government
  case armedGroup = "armed_group"
  case coalition
  case internationalOrganization = "international_organization"
  case politicalParty = "political_party"
  case community
  case person
  case other
}

/// Anyone who can back, ally with, fight, oppose, negotiate with or belong to another.
public struct Actor: Hashable, Sendable {
  public var id: ActorID
  /// The fullest usual name.
  public var name: String
  public var kind: ActorKind
  /// The surface forms that the articles use, sorted, without duplicates.
  public var aliases: [String]

  public init(id: ActorID, name: String, kind: ActorKind, aliases: [String]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
  }
}
