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
  /// The word that says what a name is: the last one, or the one before "of", "in" or "for": "Union of Gulf Republics".
  public var headNoun: Substring? {
    let words = name.split(whereSeparator: \.isWhitespace)
    let end = words.dropFirst().firstIndex { ["of", "in", "for", "from", "against", "to"].contains($0) }
    return words[..<(end ?? words.endIndex)].last
  }

  /// Whether a sentence speaks of the actor in the plural: "the Kurds are", "Syrian rebels are", but "Hamas is".
  public var isPlural: Bool {
    guard let last = headNoun, last.hasSuffix("s") else {
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
