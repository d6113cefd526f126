extension Expression {
  /// The terms that this one is directly made of; those of patterns aside.
  var parts: [Expression] {
    switch kind {
    case .literal, .variable, .exists: []
    case .property(let a, _), .hasLabels(let a, _), .not(let a), .negated(let a), .isNull(let a, _): [a]
    case .and(let a, let b), .or(let a, let b), .xor(let a, let b), .arithmetic(_, let a, let b),
      .isIn(let a, let b), .textTest(_, let a, let b), .element(let a, let b):
      [a, b]
    case .comparison(let terms, _), .list(let terms), .call(_, let terms): terms
    case .aggregate(_, _, let term): term.map { [$0] } ?? []
    case .quantified(_, _, _, let list, let condition): [list, condition]
    case .bracedProperty(let owner, let property): [owner, property.value]
    }
  }

  var hasAggregate: Bool {
    if case .aggregate = kind { return true }
    return parts.contains(where: \.hasAggregate)
  }

  /// Whether it is the same in every row.
  var isConstant: Bool {
    switch kind {
    case .variable, .exists, .aggregate: false
    default: parts.allSatisfy(\.isConstant)
    }
  }

  /// The term with those parts replaced, outermost first, for which `replacement` gives another kind.
  func replacing(_ replacement: (Expression) -> Kind?) -> Expression {
    if let kind = replacement(self) { return Expression(kind: kind, position: position) }
    func made(_ part: Expression) -> Expression { part.replacing(replacement) }
    let new: Kind =
      switch kind {
      case .literal, .variable, .exists: kind
      case .property(let a, let key): .property(made(a), key)
      case .hasLabels(let a, let labels): .hasLabels(made(a), labels)
      case .not(let a): .not(made(a))
      case .negated(let a): .negated(made(a))
      case .isNull(let a, let isNegated): .isNull(made(a), isNegated: isNegated)
      case .and(let a, let b): .and(made(a), made(b))
      case .or(let a, let b): .or(made(a), made(b))
      case .xor(let a, let b): .xor(made(a), made(b))
      case .arithmetic(let operation, let a, let b): .arithmetic(operation, made(a), made(b))
      case .isIn(let a, let b): .isIn(made(a), made(b))
      case .textTest(let test, let a, let b): .textTest(test, made(a), made(b))
      case .element(let a, let b): .element(made(a), made(b))
      case .comparison(let terms, let comparisons): .comparison(terms.map(made), comparisons)
      case .list(let terms): .list(terms.map(made))
      case .call(let name, let terms): .call(name, terms.map(made))
      case .aggregate(let aggregate, let isDistinct, let term):
        .aggregate(aggregate, isDistinct: isDistinct, term.map(made))
      case .quantified(let quantifier, let variable, let slot, let list, let condition):
        .quantified(quantifier, variable: variable, slot: slot, list: made(list), condition: made(condition))
      case .bracedProperty(let a, let property): .bracedProperty(made(a), property)
      }
    return Expression(kind: new, position: position)
  }

  /// The slots that it reads, of patterns those that come from outside; its own left out.
  var slots: Set<Int> {
    switch kind {
    case .variable(_, let slot): slot.map { [$0] } ?? []
    case .exists(let clause, _):
      clause.readSlots
    case .quantified(_, _, let slot, let list, let condition):
      list.slots.union(condition.slots.subtracting(slot.map { [$0] } ?? []))
    default: parts.reduce(into: []) { $0.formUnion($1.slots) }
    }
  }

  /// The conditions that all have to hold.
  var conjuncts: [Expression] {
    if case .and(let a, let b) = kind { return a.conjuncts + b.conjuncts }
    return [self]
  }
}

extension MatchClause {
  /// The slots from outside that the pattern or its condition reads.
  fileprivate var readSlots: Set<Int> {
    var slots = condition?.slots ?? []
    for path in paths {
      for node in path.nodes {
        slots.insert(node.slot!)
        for property in node.properties { slots.formUnion(property.value.slots) }
      }
      for relation in path.relations {
        slots.insert(relation.slot!)
        for property in relation.properties { slots.formUnion(property.value.slots) }
      }
    }
    return slots.intersection(outerSlots)
  }
}
