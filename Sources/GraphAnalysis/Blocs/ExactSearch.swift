/// The best division of a few points, by branch and bound.
///
/// Points are placed one after the other. What the placed ones cost among themselves, what each other point costs at
/// least with them, and what the others cost at least among themselves add up to a bound. The last of these is exact:
/// the last point is solved first, then the last two and so on (Russian doll search; Verfaillie, Lemaître and Schiex 1996).
struct ExactSearch {
  private let lines: SignedLines
  private let limit: Int
  /// The points in the order in which they are placed, those of many lines to earlier ones first.
  private let order: [Int]
  /// For each place in `order` the later places joined with it.
  private let later: [[(place: Int, sign: Int)]]
  /// What the points from a place on cost among themselves.
  private var rest: [Int]
  private var steps: Int
  /// How many more points may be placed.
  var stepsLeft: Int { max(steps, 0) }

  // The state of the search, by places in `order`.
  private var part: [Int]
  /// For each place and part: friendly lines to it less hostile ones, among the points placed.
  private var attraction: [Int]
  /// For each place its friendly lines to points placed.
  private var friendly: [Int]
  /// For each place the least it costs with the points placed.
  private var least: [Int]
  private var best: [Int]
  private var bestCost = 0

  /// - Parameter steps: how many points to place, all in all, before giving up.
  init(_ lines: SignedLines, _ division: Division, steps: Int) {
    self.lines = lines
    self.steps = steps
    let count = lines.count
    limit = division.limit(count)
    let order = Self.order(lines)
    self.order = order
    var place = [Int](repeating: 0, count: count)
    for (index, point) in order.enumerated() { place[point] = index }
    later = order.indices.map { index in
      lines.around[order[index]].map { (place[$0.point], $0.sign) }.filter { $0.0 > index }
    }
    rest = [Int](repeating: 0, count: count + 1)
    part = [Int](repeating: 0, count: count)
    attraction = [Int](repeating: 0, count: count * limit)
    friendly = [Int](repeating: 0, count: count)
    least = [Int](repeating: 0, count: count)
    best = [Int](repeating: 0, count: count)
  }

  private static func order(_ lines: SignedLines) -> [Int] {
    var order: [Int] = []
    var joined = [Int](repeating: 0, count: lines.count)
    var isPlaced = [Bool](repeating: false, count: lines.count)
    for _ in 0..<lines.count {
      var next = -1
      for point in 0..<lines.count where !isPlaced[point] {
        if next < 0
          || (joined[point], lines.around[point].count) > (joined[next], lines.around[next].count)
        {
          next = point
        }
      }
      isPlaced[next] = true
      order.append(next)
      for neighbour in lines.around[next] { joined[neighbour.point] += 1 }
    }
    return order
  }

  /// The best division and, where the steps did not suffice, a lower bound instead.
  ///
  /// - Parameter known: a division as good as known so far.
  mutating func solve(known: [Int]) -> (part: [Int]?, lowerBound: Int) {
    let count = lines.count
    let knownCost = lines.frustration(known)
    for start in stride(from: count - 1, through: 0, by: -1) {
      // The best division of the later points, with this one where it fits best, is one to begin with.
      (bestCost, best) = extended(from: start)
      if start == 0, knownCost < bestCost {
        (bestCost, best) = (knownCost, order.map { known[$0] })
      }
      if bestCost > rest[start + 1] {
        search(start, start: start, cost: 0, promised: 0, parts: 0)
        if steps <= 0 { return (nil, rest[start + 1]) }
      }
      rest[start] = bestCost
    }
    var result = [Int](repeating: 0, count: count)
    for place in 0..<count { result[order[place]] = best[place] }
    return (result, bestCost)
  }

  /// The best division so far of the points after a place, and that place's point in the part that suits it best.
  private func extended(from place: Int) -> (cost: Int, part: [Int]) {
    var pull = [Int](repeating: 0, count: limit)
    var friends = 0
    for next in later[place] {
      pull[best[next.place]] += next.sign
      if next.sign > 0 { friends += 1 }
    }
    let taken = Set(best[(place + 1)...])
    var chosen = -1
    for name in 0..<limit where taken.contains(name) && (chosen < 0 || pull[name] > pull[chosen]) {
      chosen = name
    }
    if chosen < 0 || pull[chosen] < 0, let empty = (0..<limit).first(where: { !taken.contains($0) }) {
      chosen = empty
    }
    var extended = best
    extended[place] = chosen
    return (rest[place + 1] + friends - pull[chosen], extended)
  }

  /// Places the point at a place in every way that may lead to less than the best.
  private mutating func search(_ place: Int, start: Int, cost: Int, promised: Int, parts: Int) {
    if place == order.count {
      bestCost = cost
      for index in start..<place { best[index] = part[index] }
      return
    }
    let promisedLater = promised - least[place]
    let base = place * limit
    // The parts that suit it best first.
    var choices: [(cost: Int, name: Int)] = []
    for name in 0..<min(parts + 1, limit) {
      choices.append((friendly[place] - attraction[base + name], name))
    }
    choices.sort { $0 < $1 }
    for choice in choices {
      let soFar = cost + choice.cost
      if soFar + promisedLater + rest[place + 1] >= bestCost { break }
      steps -= 1
      if steps <= 0 { return }
      part[place] = choice.name
      let parts = max(parts, choice.name + 1)
      var promised = promisedLater
      for next in later[place] { promised += join(next.place, choice.name, next.sign, parts) }
      if soFar + promised + rest[place + 1] < bestCost {
        search(place + 1, start: start, cost: soFar, promised: promised, parts: parts)
      }
      for next in later[place] { _ = join(next.place, choice.name, -next.sign, parts, undo: true) }
      if bestCost <= rest[start + 1] { return }
    }
  }

  /// Takes into account, or no longer, that a point joined to the one at a place is in a part.
  ///
  /// - Returns: by how much the least that it costs has changed.
  private mutating func join(_ place: Int, _ name: Int, _ sign: Int, _ parts: Int, undo: Bool = false) -> Int
  {
    let base = place * limit
    attraction[base + name] += sign
    if undo ? sign < 0 : sign > 0 { friendly[place] += undo ? -1 : 1 }
    // The first part that nobody is in stands for a new one.
    var most = attraction[base]
    for name in 1..<max(min(parts + 1, limit), 1) { most = max(most, attraction[base + name]) }
    let before = least[place]
    least[place] = friendly[place] - most
    return least[place] - before
  }
}
