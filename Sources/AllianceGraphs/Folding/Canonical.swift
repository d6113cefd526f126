import Relations

// Large lists of ground truth are put in order by numbers instead of strings: names are numbered, the different names
// sorted once, and the list is then sorted by counting. The order is that of `CanonicallyOrdered`.

extension Array where Element == RelationMention {
  /// Normalized, in order, each once. O(n), but for sorting the different names and what shares relation and article.
  func canonicalMentions() -> [RelationMention] {
    if isCanonicalAndNormalized { return self }
    var actors = StringTable()
    var articles = StringTable()
    var sources = [Int32](repeating: 0, count: count)
    var targets = sources
    var places = sources
    for index in indices {
      sources[index] = actors.number(self[index].source)
      targets[index] = actors.number(self[index].target)
      places[index] = articles.number(self[index].evidence.article)
    }
    let actorRanks = actors.ranks()
    let articleRanks = articles.ranks()
    var relations = sources
    let typeCount = Int32(RelationType.allCases.count)
    for index in indices {
      var source = actorRanks[Int(sources[index])]
      var target = actorRanks[Int(targets[index])]
      let type = self[index].type
      if type.isSymmetric, target < source { swap(&source, &target) }
      relations[index] = source * typeCount + Int32(type.number)
      targets[index] = target
      places[index] = articleRanks[Int(places[index])]
    }
    var order = CountingOrder(count: count)
    order.sort(by: places, bound: articles.count)
    order.sort(by: targets, bound: actors.count)
    order.sort(by: relations, bound: actors.count * Int(typeCount))

    return gathered(order.indices) { a, b in
      relations[a] == relations[b] && targets[a] == targets[b] && places[a] == places[b]
    } transform: {
      $0.isNormalized ? $0 : $0.normalized
    }
  }

  private var isCanonicalAndNormalized: Bool {
    for index in indices {
      if !self[index].isNormalized { return false }
      if index > 0, RelationMention.order(self[index - 1], self[index]) != .before { return false }
    }
    return true
  }
}

extension Array where Element == ActorAccount {
  /// In order, each once. O(n), but for sorting the different names and the accounts that share actor and article.
  func canonicalAccounts() -> [ActorAccount] {
    if indices.dropFirst().allSatisfy({ ActorAccount.order(self[$0 - 1], self[$0]) == .before }) {
      return self
    }
    var actors = StringTable()
    var articles = StringTable()
    var owners = [Int32](repeating: 0, count: count)
    var places = owners
    for index in indices {
      owners[index] = actors.number(self[index].actor.id)
      places[index] = self[index].article.map { articles.number($0) } ?? -1
    }
    let actorRanks = actors.ranks()
    let articleRanks = articles.ranks()
    for index in indices {
      owners[index] = actorRanks[Int(owners[index])]
      // No article comes before any.
      places[index] = places[index] < 0 ? 0 : articleRanks[Int(places[index])] + 1
    }
    var order = CountingOrder(count: count)
    order.sort(by: places, bound: articles.count + 1)
    order.sort(by: owners, bound: actors.count)
    return gathered(order.indices) {
      owners[$0] == owners[$1] && places[$0] == places[$1]
    } transform: {
      $0
    }
  }
}

extension Array where Element: CanonicallyOrdered {
  /// The elements in an order that leaves open how those are ordered that belong together: these are sorted, and each is
  /// taken once.
  fileprivate func gathered(
    _ order: [Int32], belongTogether: (Int, Int) -> Bool, transform: (Element) -> Element
  ) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, belongTogether(Int(order[start]), Int(order[end])) { end += 1 }
      if end == start + 1 {
        result.append(transform(self[Int(order[start])]))
      } else {
        result += order[start..<end].map { transform(self[Int($0)]) }.canonical()
      }
      start = end
    }
    return result
  }
}

extension RelationMention {
  /// Whether `normalized` changes nothing.
  fileprivate var isNormalized: Bool {
    if type.isSymmetric, Ordering(target, source) == .before { return false }
    if (type == .backs) != (support != nil) { return false }
    if initiator != nil, type != .fighting || initiator != source && initiator != target { return false }
    return (0...1).contains(confidence)
  }
}

extension RelationType {
  /// The place in the order of declaration.
  package var number: Int {
    switch self {
    case .backs: 0
    case .alliedWith: 1
    case .fighting: 2
    case .opposes: 3
    case .negotiatesWith: 4
    case .partOf: 5
    }
  }
}
