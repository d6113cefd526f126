/// Points joined by friendly and hostile lines, to be divided so that as few lines as may be go against the division.
struct SignedLines {
  struct Line: Hashable {
    var a: Int
    var b: Int
    var isFriendly: Bool
  }

  let count: Int
  let lines: [Line]
  /// For each point its lines: the other end, the place in `lines`, and +1 where friendly, -1 where hostile.
  let around: [[(point: Int, line: Int, sign: Int)]]

  /// At most one line joins any two points.
  init(count: Int, lines: [Line]) {
    self.count = count
    self.lines = lines
    var around = [[(point: Int, line: Int, sign: Int)]](repeating: [], count: count)
    for (index, line) in lines.enumerated() {
      let sign = line.isFriendly ? 1 : -1
      around[line.a].append((line.b, index, sign))
      around[line.b].append((line.a, index, sign))
    }
    self.around = around
  }

  /// The number of lines that go against a division: friendly ones between parts, hostile ones within.
  func frustration(_ part: [Int]) -> Int {
    lines.count { ($0.isFriendly) != (part[$0.a] == part[$0.b]) }
  }
}

/// Which divisions are allowed.
enum Division: Hashable {
  /// Two camps at most: balance as Harary (1953) and Cartwright and Harary (1956) define it.
  case twoCamps
  /// As many parts as fit best: clusterability of Davis (1967), generalized by Doreian and Mrvar (1996).
  case anyNumber

  /// The greatest number of parts of so many points.
  func limit(_ count: Int) -> Int { self == .twoCamps ? 2 : max(count, 1) }
}

/// A division with what is known of it.
struct Solution {
  /// The number of the part that each point belongs to, in order of first appearance.
  var part: [Int]
  var frustration: Int
  /// No division has fewer lines against it.
  var lowerBound: Int
}

extension [Int] {
  /// The same division with its parts numbered in order of first appearance.
  func renumbered() -> [Int] {
    var names: [Int: Int] = [:]
    return map { part in
      if let name = names[part] { return name }
      names[part] = names.count
      return names.count - 1
    }
  }
}
