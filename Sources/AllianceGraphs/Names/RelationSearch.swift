import Relations

/// What a search for a relation by its words finds: "Iran backs the Houthis", "Sudan is fighting RSF".
public enum RelationSearch: Hashable, Sendable {
  case found(Relation)
  /// The words hold no type of relation.
  case withoutType
  /// One of the ends could not be told; the search for it says why.
  case unknownEnd(name: String, ActorSearch)
}

extension AllianceGraph {
  /// Finds the relation that words speak of, whether the graph has it or not: an actor, a type as the JSON or the program's
  /// answers call it, and another actor. The longest type that leaves known actors on both sides counts.
  public func findRelation(_ words: String) -> RelationSearch {
    var failure = RelationSearch.withoutType
    for (phrase, type) in Self.phrases {
      guard let range = words.firstRange(of: " \(phrase) ") else { continue }
      var ends: [Actor] = []
      for name in [words[..<range.lowerBound], words[range.upperBound...]].map(String.init) {
        let search = findActor(named: name)
        if case .found(let actor) = search {
          ends.append(actor)
        } else if failure == .withoutType {
          failure = .unknownEnd(name: name, search)
        }
      }
      if ends.count == 2 { return .found(Relation(ends[0].id, type, ends[1].id)) }
    }
    return failure
  }

  /// What a type may be called, the longest first: "is fighting" before "fighting".
  private static let phrases: [(phrase: String, type: RelationType)] = RelationType.allCases.flatMap { type in
    [type.rawValue, type.rawValue.replacing("_", with: " "), type.phrase, type.pluralPhrase].map {
      ($0, type)
    }
  }.sorted { a, b in (b.0.utf8.count, a.1, a.0) < (a.0.utf8.count, b.1, b.0) }
}
