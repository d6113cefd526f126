extension RelationType {
  /// How a sentence says it of a source: "backs", "is fighting".
  public var phrase: String {
    switch self {
    case .backs: "backs"
    case .alliedWith: "is allied with"
    case .fighting: "is fighting"
    case .opposes: "opposes"
    case .negotiatesWith: "negotiates with"
    case .partOf: "is part of"
    }
  }

  /// The same of several: "back", "are fighting".
  public var pluralPhrase: String {
    switch self {
    case .backs: "back"
    case .alliedWith: "are allied with"
    case .fighting: "are fighting"
    case .opposes: "oppose"
    case .negotiatesWith: "negotiate with"
    case .partOf: "are part of"
    }
  }
}

extension Actor {
  /// Whether a sentence speaks of the actor in the plural: "the Kurds are", "Syrian rebels are", but "Hamas is".
  public var isPlural: Bool {
    guard let last = name.split(whereSeparator: \.isWhitespace).last, last.hasSuffix("s") else {
      return false
    }
    switch kind {
    case .armedGroup, .coalition, .community, .other:
      let isCommonNoun = last.first?.isLowercase == true
      let isName = ["as", "ss", "us"].contains { last.hasSuffix($0) }
      return isCommonNoun && !last.hasSuffix("ss") || !isName
    case .state, .government, .internationalOrganization, .politicalParty, .person:
      return false
    }
  }
}
