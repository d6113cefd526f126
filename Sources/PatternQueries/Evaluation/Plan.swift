import AllianceGraphs
import Relations

/// In which order a MATCH looks for the parts of its pattern, and which conditions it tries when.
///
/// Each path begins where least is left open: at a bound variable, a name, a condition of its own, a kind; then it goes
/// to both sides. Conditions that all have to hold are tried as soon as what they speak of is bound.
struct Plan {
  struct NodeTest {
    var slot: Int
    /// Whether the slot holds the actor already.
    var isBound: Bool
    /// The kinds it may have; nil for any.
    var kinds: Set<ActorKind>?
    /// Who goes by the names asked for; nil where none is.
    var nodes: Set<Int>?
    var properties: [(key: String, value: Value)]
  }

  struct Hop {
    var slot: Int
    var isBound: Bool
    /// From the actor where the hop begins.
    var direction: RelationPattern.Direction
    var mask: UInt8
    var length: RelationPattern.Length?
    var properties: [(key: String, value: Value)]
    var from: Int
    var to: NodeTest
    /// Whether it goes against the order of the pattern.
    var isBackward: Bool
  }

  enum Action {
    case scan(NodeTest)
    case hop(Hop)
    /// Makes the path out of its parts.
    case path(slot: Int, nodes: [Int], relations: [Int])
  }

  struct Step {
    var action: Action
    /// What has to hold once the step is done.
    var conditions: [Expression] = []
  }

  /// What has to hold before anything is looked for.
  var conditions: [Expression] = []
  var steps: [Step] = []
  /// The slots that it fills.
  var newSlots: [Int] = []
  var position: Position

  /// - Parameter bound: the slots that hold values before.
  init(_ clause: MatchClause, bound: Set<Int>, _ evaluator: Evaluator) throws {
    position = clause.paths[0].position
    var planner = Planner(clause, bound: bound, evaluator)
    try planner.plan()
    steps = planner.steps
    conditions = planner.conditionsBefore
    newSlots = planner.bound.subtracting(bound).sorted()
  }
}

private struct Planner {
  let clause: MatchClause
  let evaluator: Evaluator
  var bound: Set<Int>
  var steps: [Plan.Step] = []
  var conditionsBefore: [Expression] = []
  private var waiting: [Expression]

  init(_ clause: MatchClause, bound: Set<Int>, _ evaluator: Evaluator) {
    self.clause = clause
    self.bound = bound
    self.evaluator = evaluator
    waiting = clause.condition?.conjuncts ?? []
    for path in clause.paths {
      for node in path.nodes { wait(for: node.properties, node.slot!, node.position) }
      for relation in path.relations { wait(for: relation.properties, relation.slot!, relation.position) }
    }
  }

  /// Properties that depend on the row are conditions like others.
  private mutating func wait(for properties: [BracedProperty], _ slot: Int, _ position: Position) {
    for property in properties where !property.value.isConstant {
      let owner = Expression(kind: .variable("", slot: slot), position: position)
      waiting.append(Expression(kind: .bracedProperty(owner, property), position: property.position))
    }
  }

  mutating func plan() throws {
    conditionsBefore = ready()
    var paths = clause.paths
    while !paths.isEmpty {
      let starts = try paths.map(start)
      let next = starts.indices.max { a, b in (starts[a].merit, -a) < (starts[b].merit, -b) }!
      try plan(paths.remove(at: next), from: starts[next].node)
    }
  }

  private mutating func plan(_ path: PathPattern, from start: Int) throws {
    add(.scan(try test(path.nodes[start])))
    for place in start..<path.relations.count { try hop(path, place, isBackward: false) }
    for place in (0..<start).reversed() { try hop(path, place, isBackward: true) }
    if let slot = path.slot {
      add(.path(slot: slot, nodes: path.nodes.map { $0.slot! }, relations: path.relations.map { $0.slot! }))
    }
  }

  private mutating func hop(_ path: PathPattern, _ place: Int, isBackward: Bool) throws {
    let relation = path.relations[place]
    let (from, to) = isBackward ? (place + 1, place) : (place, place + 1)
    let direction: RelationPattern.Direction =
      switch relation.direction {
      case .either: .either
      case .right: isBackward ? .left : .right
      case .left: isBackward ? .right : .left
      }
    let types = relation.types.isEmpty ? Set(RelationType.allCases) : relation.types
    add(
      .hop(
        Plan.Hop(
          slot: relation.slot!, isBound: bound.contains(relation.slot!), direction: direction,
          mask: GraphIndex.mask(types), length: relation.length,
          properties: try constants(relation.properties), from: path.nodes[from].slot!,
          to: try test(path.nodes[to]), isBackward: isBackward)))
  }

  private mutating func add(_ action: Plan.Action) {
    switch action {
    case .scan(let node): bound.insert(node.slot)
    case .hop(let hop): bound.formUnion([hop.slot, hop.to.slot])
    case .path(let slot, _, _): bound.insert(slot)
    }
    steps.append(Plan.Step(action: action, conditions: ready()))
  }

  /// The conditions of which everything is bound by now.
  private mutating func ready() -> [Expression] {
    let ready = waiting.filter { $0.slots.isSubset(of: bound) }
    waiting.removeAll { $0.slots.isSubset(of: bound) }
    return ready
  }

  private func constants(_ properties: [BracedProperty]) throws -> [(key: String, value: Value)] {
    try properties.filter(\.value.isConstant).map { ($0.key, try evaluator.value($0.value)) }
  }

  private func test(_ node: NodePattern) throws -> Plan.NodeTest {
    var properties = try constants(node.properties)
    var nodes: Set<Int>?
    properties.removeAll { property in
      guard property.key == ActorProperty.name.rawValue, case .string(let name) = property.value else {
        return false
      }
      let named = evaluator.nodes(named: name)
      nodes = nodes.map { $0.intersection(named) } ?? named
      return true
    }
    var kinds: Set<ActorKind>?
    for label in node.labels { kinds = kinds.map { $0.intersection(label.kinds) } ?? label.kinds }
    return Plan.NodeTest(
      slot: node.slot!, isBound: bound.contains(node.slot!), kinds: kinds, nodes: nodes,
      properties: properties)
  }

  /// Where a path had best begin, and how good that is.
  private func start(_ path: PathPattern) throws -> (node: Int, merit: Int) {
    var best = (node: 0, merit: -1)
    for (place, node) in path.nodes.enumerated() {
      let test = try test(node)
      let ownConditions = waiting.filter { $0.slots.isSubset(of: bound.union([test.slot])) }
      let merit =
        test.isBound
        ? 100
        : test.nodes != nil
          ? 50
          : !test.properties.isEmpty || ownConditions.contains(where: \.isEquation)
            ? 20 : !ownConditions.isEmpty ? 10 : test.kinds != nil ? 5 : 0
      if merit > best.merit { best = (place, merit) }
    }
    return best
  }
}

extension Expression {
  fileprivate var isEquation: Bool {
    switch kind {
    case .comparison(_, let comparisons): comparisons == [.equal]
    case .isIn: true
    default: false
    }
  }
}
