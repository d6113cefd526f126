/// The structure of connection of points joined by lines: components, bridges, cut points and blocks.
///
/// One depth-first search (Tarjan 1972; Hopcroft and Tarjan 1973), without recursion. O(n + m).
struct Components {
  /// The number of each point's component, by their least points.
  private(set) var component: [Int]
  private(set) var count = 0
  /// The lines whose loss parts a component, in order.
  private(set) var bridges: [Int] = []
  /// The points whose loss parts a component, in order.
  private(set) var cutPoints: [Int] = []
  /// The lines of each block: the greatest sets of lines any two of which lie on a common cycle, bridges by themselves.
  private(set) var blocks: [[Int]] = []
  /// The points in the order in which the search came to them: a component, and what hangs below a point, are
  /// stretches of it.
  private(set) var order: [Int] = []
  /// Where in `order` the points of a component stand.
  private(set) var stretches: [Range<Int>] = []
  /// For each bridge, where in `order` the points beyond it stand.
  private(set) var beyond: [Int: Range<Int>] = [:]
  /// For each cut point the parts that hang below it, as places in `order`; above a point that is not the first of its
  /// component lies one more part.
  private(set) var below: [Int: [Range<Int>]] = [:]

  /// - Parameter around: for each point its neighbours with the lines that lead to them; no two lines join the same
  ///   points.
  init(_ around: [[(point: Int, line: Int)]]) {
    let points = around.count
    component = [Int](repeating: -1, count: points)
    var visit = [Int](repeating: -1, count: points)
    var low = [Int](repeating: 0, count: points)
    var next = [Int](repeating: 0, count: points)
    var isCut = [Bool](repeating: false, count: points)
    var open: [Int] = []

    for root in 0..<points where visit[root] < 0 {
      var path: [(point: Int, line: Int)] = [(root, -1)]
      var branches = 0
      let first = order.count
      visit[root] = first
      low[root] = first
      order.append(root)
      component[root] = count
      while let (point, entry) = path.last {
        if next[point] < around[point].count {
          let (other, line) = around[point][next[point]]
          next[point] += 1
          if line == entry { continue }
          if visit[other] < 0 {
            open.append(line)
            visit[other] = order.count
            low[other] = order.count
            order.append(other)
            component[other] = count
            path.append((other, line))
          } else if visit[other] < visit[point] {
            open.append(line)
            low[point] = min(low[point], visit[other])
          }
        } else {
          path.removeLast()
          guard let parent = path.last?.point else { break }
          low[parent] = min(low[parent], low[point])
          if low[point] > visit[parent] {
            bridges.append(entry)
            beyond[entry] = visit[point]..<order.count
          }
          if low[point] >= visit[parent] {
            below[parent, default: []].append(visit[point]..<order.count)
            if parent == root { branches += 1 } else { isCut[parent] = true }
            let start = open.lastIndex(of: entry)!
            blocks.append(open[start...].sorted())
            open.removeSubrange(start...)
          }
        }
      }
      if branches > 1 { isCut[root] = true }
      stretches.append(first..<order.count)
      count += 1
    }
    bridges.sort()
    cutPoints = isCut.indices.filter { isCut[$0] }
    below = below.filter { isCut[$0.key] }
  }
}
