/// Divides points so that as few lines as may be go against the division, and proves how few that is as far as it can.
///
/// Lines that lie on no cycle never go against it, and what lies in different blocks of the graph (sets of lines on
/// common cycles) is independent; among any number of parts, hostile lines between friendly components cost nothing
/// either. Each block that is left is searched exactly where that is within the effort allowed, and otherwise divided by
/// `LocalSearch`, with the greater of two bounds: of `CyclePacking`, and of what `ExactSearch` got to.
struct Divider {
  let lines: SignedLines
  let division: Division
  /// Blocks of more points are not searched exactly: the tables of the search grow with the square.
  static let greatestExactBlock = 400
  private var steps: Int
  private var looks: Int

  /// - Parameter effort: 1 for at most some seconds; 0 leaves out the exact search.
  init(_ lines: SignedLines, _ division: Division, effort: Double = 1) {
    self.lines = lines
    self.division = division
    steps = Int(1_000_000 * effort)
    looks = 30_000_000
  }

  mutating func solve() -> Solution {
    var sides = Sides(lines.count)
    var bound = 0
    for block in blocks() {
      let (points, part) = solve(block, &bound)
      for line in block {
        let (a, b) = (lines.lines[line].a, lines.lines[line].b)
        let isTogether = part[place(of: a, in: points)] == part[place(of: b, in: points)]
        if division == .twoCamps || isTogether { sides.join(a, b, isOpposite: !isTogether) }
      }
    }
    let part = sides.parts(distinguishing: division == .twoCamps)
    let frustration = lines.frustration(part)
    return Solution(part: part, frustration: frustration, lowerBound: min(bound, frustration))
  }

  /// The blocks of what may cost something.
  private func blocks() -> [[Int]] {
    var kept = Array(lines.lines.indices)
    if division == .anyNumber {
      let friendly = Components(lines.around.map { $0.filter { $0.sign > 0 }.map { ($0.point, $0.line) } })
      kept = kept.filter {
        friendly.component[lines.lines[$0].a] == friendly.component[lines.lines[$0].b]
      }
    }
    let isKept = Set(kept)
    let around = lines.around.map { $0.filter { isKept.contains($0.line) }.map { ($0.point, $0.line) } }
    return Components(around).blocks
  }

  /// The points of a block, in order, and the part of each.
  private mutating func solve(_ block: [Int], _ bound: inout Int) -> (points: [Int], part: [Int]) {
    let ends = block.flatMap { [lines.lines[$0].a, lines.lines[$0].b] }
    var points: [Int] = []
    for point in ends.sorted() where point != points.last { points.append(point) }
    let small = SignedLines(
      count: points.count,
      lines: block.map { index in
        let line = lines.lines[index]
        return SignedLines.Line(
          a: place(of: line.a, in: points), b: place(of: line.b, in: points), isFriendly: line.isFriendly)
      })
    var search = LocalSearch(small, division, budget: looks / 2)
    var part = search.best()
    let frustration = small.frustration(part)
    if frustration == 0 { return (points, part) }

    var packing = CyclePacking(small, division, budget: looks / 2)
    var lower = packing.bound()
    if lower < frustration, steps > 0, points.count <= Self.greatestExactBlock {
      var exact = ExactSearch(small, division, steps: steps)
      let result = exact.solve(known: part)
      steps = exact.stepsLeft
      lower = max(lower, result.lowerBound)
      part = result.part ?? part
    }
    bound += lower
    return (points, part.renumbered())
  }

  private func place(of point: Int, in points: [Int]) -> Int {
    var range = points.indices
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range = points[middle] <= point ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

/// Points that are known to be on the same side or on opposite ones: a disjoint-set forest with parity.
struct Sides {
  private var parent: [Int]
  private var isOpposite: [Bool]

  init(_ count: Int) {
    parent = Array(0..<count)
    isOpposite = [Bool](repeating: false, count: count)
  }

  /// The leader of the point's set, the least point in it, and whether it is on the other side.
  func find(_ point: Int) -> (leader: Int, isOpposite: Bool) {
    var (current, opposite) = (point, false)
    while parent[current] != current {
      opposite = opposite != isOpposite[current]
      current = parent[current]
    }
    return (current, opposite)
  }

  /// Does nothing where the two are in one set already.
  mutating func join(_ a: Int, _ b: Int, isOpposite opposite: Bool) {
    let (first, second) = (find(a), find(b))
    if first.leader == second.leader { return }
    let (low, high) = (min(first.leader, second.leader), max(first.leader, second.leader))
    parent[high] = low
    isOpposite[high] = (first.isOpposite != second.isOpposite) != opposite
    compress(a)
    compress(b)
  }

  private mutating func compress(_ point: Int) {
    let (leader, opposite) = find(point)
    if point != leader { (parent[point], isOpposite[point]) = (leader, opposite) }
  }

  /// A number for each set, or for each side of each set, in order of first appearance.
  func parts(distinguishing sides: Bool) -> [Int] {
    parent.indices.map { point in
      let (leader, opposite) = find(point)
      return 2 * leader + (sides && opposite ? 1 : 0)
    }.renumbered()
  }
}
