import AllianceGraphs

/// Finds the ways in which the pattern of a MATCH lies on the graph, and calls back for each with the row filled.
///
/// Backtracking over the steps of a plan. No relation is used twice (openCypher's relationship isomorphism), so that
/// patterns without an upper bound end in spite of cycles; how many ways there are can grow exponentially, which the
/// evaluator's budget ends with an error.
final class Matcher {
  private let plan: Plan
  private let evaluator: Evaluator
  private let found: () throws -> Void
  private var used: Set<Int> = []

  init(plan: Plan, evaluator: Evaluator, found: @escaping () throws -> Void) {
    self.plan = plan
    self.evaluator = evaluator
    self.found = found
  }

  func run() throws {
    if try holds(plan.conditions) { try step(0) }
  }

  private func holds(_ conditions: [Expression]) throws -> Bool {
    for condition in conditions where try evaluator.truth(condition) != true { return false }
    return true
  }

  private func work() throws {
    evaluator.budget -= 1
    if evaluator.budget < 0 {
      throw QueryError(
        plan.position,
        "the pattern lies on the graph in too many ways; bound its lengths, as in *1..3, or name an actor")
    }
  }

  private func step(_ number: Int) throws {
    guard number < plan.steps.count else { return try found() }
    switch plan.steps[number].action {
    case .scan(let test): try scan(test, number)
    case .hop(let hop):
      guard case .node(let from) = evaluator.row[hop.from] else { return }
      if let length = hop.length {
        try walk(hop, length, from, number)
      } else {
        try hopOnce(hop, from, number)
      }
    case .path(let slot, let nodes, let relations):
      evaluator.row[slot] = path(nodes, relations)
      try proceed(number)
    }
  }

  private func proceed(_ number: Int) throws {
    if try holds(plan.steps[number].conditions) { try step(number + 1) }
  }

  private func scan(_ test: Plan.NodeTest, _ number: Int) throws {
    if test.isBound {
      guard case .node(let node) = evaluator.row[test.slot] else { return }
      return try take(node, test, number)
    }
    if let nodes = test.nodes {
      for node in nodes.sorted() { try take(node, test, number) }
    } else {
      for node in evaluator.index.graph.actors.indices { try take(node, test, number) }
    }
  }

  /// Goes on with the node where the test takes it.
  private func take(_ node: Int, _ test: Plan.NodeTest, _ number: Int) throws {
    try work()
    if test.isBound, evaluator.row[test.slot] != .node(node) { return }
    if let nodes = test.nodes, !nodes.contains(node) { return }
    if let kinds = test.kinds, !kinds.contains(evaluator.index.graph.actors[node].kind) { return }
    for property in test.properties {
      guard try evaluator.matches(.node(node), property.key, property.value) == true else { return }
    }
    evaluator.row[test.slot] = .node(node)
    try proceed(number)
  }

  private func takes(_ edge: Int, _ hop: Plan.Hop) throws -> Bool {
    try work()
    if used.contains(edge) { return false }
    for property in hop.properties {
      guard try evaluator.matches(.relation(edge), property.key, property.value) == true else { return false }
    }
    return true
  }

  private func hopOnce(_ hop: Plan.Hop, _ from: Int, _ number: Int) throws {
    for (edge, other) in evaluator.index.steps(from: from, hop.direction, mask: hop.mask) {
      if hop.isBound, evaluator.row[hop.slot] != .relation(edge) { continue }
      guard try takes(edge, hop) else { continue }
      used.insert(edge)
      evaluator.row[hop.slot] = .relation(edge)
      try take(other, hop.to, number)
      used.remove(edge)
    }
  }

  /// Follows relations in a row, depth first, with a stack of its own: a row can be as long as there are relations.
  private func walk(
    _ hop: Plan.Hop, _ length: RelationPattern.Length, _ from: Int, _ number: Int
  ) throws {
    let bound = hop.isBound ? evaluator.row[hop.slot] : nil
    var trail: [Int] = []
    var stack: [(steps: [(edge: Int, node: Int)], next: Int)] = []

    func visit(_ node: Int) throws {
      if trail.count >= length.least {
        let relations = Value.list((hop.isBackward ? trail.reversed() : trail).map(Value.relation))
        if bound == nil || bound == relations {
          evaluator.row[hop.slot] = relations
          try take(node, hop.to, number)
        }
      }
      let goesOn = length.most.map { trail.count < $0 } ?? true
      stack.append(
        (goesOn ? evaluator.index.steps(from: node, hop.direction, mask: hop.mask) : [], 0))
    }

    try visit(from)
    while let top = stack.last {
      guard top.next < top.steps.count else {
        stack.removeLast()
        if let edge = trail.popLast() { used.remove(edge) }
        continue
      }
      stack[stack.count - 1].next += 1
      let (edge, node) = top.steps[top.next]
      guard try takes(edge, hop) else { continue }
      used.insert(edge)
      trail.append(edge)
      try visit(node)
    }
  }

  private func path(_ nodeSlots: [Int], _ relationSlots: [Int]) -> Value {
    guard case .node(var node) = evaluator.row[nodeSlots[0]] else { return .null }
    var nodes = [node]
    var relations: [Int] = []
    for slot in relationSlots {
      let edges: [Value]
      if case .list(let list) = evaluator.row[slot] { edges = list } else { edges = [evaluator.row[slot]] }
      for case .relation(let edge) in edges {
        let (source, target) = (Int(evaluator.index.sources[edge]), Int(evaluator.index.targets[edge]))
        node = node == source ? target : source
        relations.append(edge)
        nodes.append(node)
      }
    }
    return .path(nodes: nodes, relations: relations)
  }
}
