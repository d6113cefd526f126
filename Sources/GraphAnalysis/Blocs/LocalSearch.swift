/// Good divisions, found by moving single points: the relocation of Doreian and Mrvar (1996), started from several
/// divisions and again from the best one shaken (iterated local search; Lourenço, Martin and Stützle 2003).
///
/// Always the same for the same lines: chance comes from a fixed seed, and the work is bounded by a number of steps.
struct LocalSearch {
  let lines: SignedLines
  let division: Division
  /// How many looks at a line are left.
  private var budget: Int

  init(_ lines: SignedLines, _ division: Division, budget: Int) {
    self.lines = lines
    self.division = division
    self.budget = budget
  }

  /// The best division found.
  mutating func best() -> [Int] {
    var best = starts().map { improved($0) }.min { lines.frustration($0) < lines.frustration($1) }!
    var least = lines.frustration(best)
    var generator = SplitMix64(seed: 1953)
    var failures = 0
    while least > 0, failures < 40, budget > 0 {
      var shaken = best
      for _ in 0..<max(2, lines.count / 10) {
        let point = Int.random(in: 0..<lines.count, using: &generator)
        let parts = min(division.limit(lines.count), (best.max() ?? 0) + 2)
        shaken[point] = Int.random(in: 0..<parts, using: &generator)
      }
      let candidate = improved(shaken)
      let frustration = lines.frustration(candidate)
      failures += 1
      if frustration < least {
        (best, least) = (candidate, frustration)
        failures = 0
      }
    }
    return best.renumbered()
  }

  /// Everybody together; as a spanning tree of as many friendly lines as possible says (Harary and Kabell 1980); and,
  /// where any number of parts will do, everybody alone.
  private func starts() -> [[Int]] {
    let together = [Int](repeating: 0, count: lines.count)
    switch division {
    case .twoCamps: return [together, spanningTree()]
    case .anyNumber: return [together, Array(0..<lines.count)]
    }
  }

  private func spanningTree() -> [Int] {
    var side = [Int](repeating: -1, count: lines.count)
    let roots = (0..<lines.count).sorted { (-lines.around[$0].count, $0) < (-lines.around[$1].count, $1) }
    for root in roots where side[root] < 0 {
      side[root] = 0
      var queue = [root]
      var head = 0
      while head < queue.count {
        let point = queue[head]
        head += 1
        for next in lines.around[point] where side[next.point] < 0 {
          side[next.point] = next.sign > 0 ? side[point] : 1 - side[point]
          queue.append(next.point)
        }
      }
    }
    return side
  }

  /// Moves points to the part where they fit best until no move helps.
  private mutating func improved(_ start: [Int]) -> [Int] {
    var part = start.renumbered()
    let limit = division.limit(lines.count)
    var size = [Int](repeating: 0, count: lines.count + 1)
    for name in part { size[name] += 1 }
    var attraction = [Int](repeating: 0, count: lines.count + 1)
    var hasMoved = true
    while hasMoved, budget > 0 {
      hasMoved = false
      for point in 0..<lines.count {
        budget -= lines.around[point].count + 1
        for next in lines.around[point] { attraction[part[next.point]] += next.sign }
        var best = (part: part[point], attraction: attraction[part[point]])
        for next in lines.around[point] where attraction[part[next.point]] > best.attraction {
          best = (part[next.point], attraction[part[next.point]])
        }
        // A part of its own, or, of two camps, the other one even where nobody near is in it.
        if best.attraction < 0, let empty = (0..<min(limit, size.count)).first(where: { size[$0] == 0 }) {
          best = (empty, 0)
        }
        for next in lines.around[point] { attraction[part[next.point]] = 0 }
        if best.part != part[point] {
          size[part[point]] -= 1
          size[best.part] += 1
          part[point] = best.part
          hasMoved = true
        }
      }
    }
    return part
  }
}

/// A random generator that says the same after the same seed (SplitMix64, by Sebastiano Vigna).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
