/// A lower bound of the number of lines that go against any division: cycles that no division satisfies and that share
/// no line. At least one line of each goes against it.
///
/// In two camps these are the cycles with an odd number of hostile lines (Cartwright and Harary 1956), among any number
/// of parts those with exactly one (Davis 1967). They are packed greedily, the shortest first.
struct CyclePacking {
  let lines: SignedLines
  let division: Division
  private var isUsed: [Bool]
  private var budget: Int
  private var seen: [Int]
  private var cameFrom: [(state: Int, line: Int)]
  private var round = 0

  /// - Parameter budget: how many looks at a line to take at most.
  init(_ lines: SignedLines, _ division: Division, budget: Int) {
    self.lines = lines
    self.division = division
    self.budget = budget
    isUsed = [Bool](repeating: false, count: lines.lines.count)
    seen = [Int](repeating: 0, count: 2 * lines.count)
    cameFrom = [(state: Int, line: Int)](repeating: (0, 0), count: 2 * lines.count)
  }

  /// The number of cycles packed.
  mutating func bound() -> Int {
    var hostile = lines.lines.indices.filter { !lines.lines[$0].isFriendly }
    var found = 0
    var length = 2
    // Paths that close a cycle with a hostile line, of two lines, three, and so on.
    while !hostile.isEmpty, budget > 0, length < 2 * lines.count {
      var open: [Int] = []
      var isLongerPossible = false
      for line in hostile where !isUsed[line] {
        if budget <= 0 { break }
        switch path(closing: line, length: length) {
        case .found(let path):
          isUsed[line] = true
          for step in path { isUsed[step] = true }
          found += 1
        case .tooLong:
          open.append(line)
          isLongerPossible = true
        case .none: break
        }
      }
      if !isLongerPossible { break }
      hostile = open
      length += 1
    }
    return found
  }

  private enum Outcome {
    case found([Int])
    /// There may be a longer one.
    case tooLong
    case none
  }

  /// A shortest way, over lines not yet used, between the ends of a hostile line with which it makes a bad cycle.
  ///
  /// A state is a point with the parity of the hostile lines passed. A way may pass a line in both states; its lines
  /// hold a bad cycle all the same.
  private mutating func path(closing closed: Int, length: Int) -> Outcome {
    round += 1
    let (start, end) = (lines.lines[closed].a, lines.lines[closed].b)
    var queue = [2 * start]
    seen[2 * start] = round
    var head = 0
    var depth = 0
    while depth < length, head < queue.count {
      depth += 1
      for _ in head..<queue.count {
        let state = queue[head]
        head += 1
        for next in lines.around[state / 2] where next.line != closed && !isUsed[next.line] {
          budget -= 1
          if next.sign < 0, division == .anyNumber { continue }
          let reached = 2 * next.point + (next.sign > 0 ? state % 2 : 1 - state % 2)
          if seen[reached] == round { continue }
          seen[reached] = round
          cameFrom[reached] = (state, next.line)
          if reached == 2 * end { return .found(way(to: reached, from: 2 * start)) }
          queue.append(reached)
        }
      }
    }
    return head < queue.count ? .tooLong : .none
  }

  private func way(to end: Int, from start: Int) -> [Int] {
    var result: [Int] = []
    var state = end
    while state != start {
      result.append(cameFrom[state].line)
      state = cameFrom[state].state
    }
    return result
  }
}
