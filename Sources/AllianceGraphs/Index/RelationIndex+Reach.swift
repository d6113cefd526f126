import Relations

extension RelationIndex {
  /// Who backs the actor, directly or through at most `hops` - 1 others, the nearest first; of those equally near the
  /// one first that a nearer one leads to first. Breadth first over `backs` edges of every status.
  ///
  /// - Complexity: linear in the number of edges reached.
  public func backers(of actor: Int, hops: Int) -> [Int] {
    let count = actors.count
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { queue in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { isReached in
        isReached.initialize(repeating: 0)
        queue.initialize(repeating: 0)
        queue[0] = Int32(actor)
        isReached[actor] = 1
        var (begin, end) = (0, 1)
        backers.withUnsafeBufferPointer { backers in
          for _ in 0..<hops {
            var next = end
            for place in begin..<end where next < count {
              let middle = Int(queue[place])
              for edge in Int(backerStarts[middle])..<Int(backerStarts[middle + 1]) {
                // Without a branch: written beyond the end, and kept where it is new.
                let backer = Int(backers[edge])
                queue[next] = Int32(backer)
                next += Int(1 &- isReached[backer])
                isReached[backer] = 1
              }
            }
            (begin, end) = (end, next)
            if begin == end { break }
          }
        }
        return queue[1..<end].map(Int.init)
      }
    }
  }

  /// For each actor the least number of those it is joined with, directly or through others, by edges of any type and
  /// direction: actors of one component share it.
  ///
  /// Union-find with path halving (Tarjan and van Leeuwen 1984); ends early where all are joined.
  public func components() -> [Int] {
    var parents = Array(0..<Int32(actors.count))
    var remaining = actors.count
    parents.withUnsafeMutableBufferPointer { parents in
      func root(_ start: Int32) -> Int32 {
        var actor = start
        while parents[Int(actor)] != actor {
          parents[Int(actor)] = parents[Int(parents[Int(actor)])]
          actor = parents[Int(actor)]
        }
        return actor
      }
      for edge in sources.indices where remaining > 1 {
        let (a, b) = (root(sources[edge]), root(targets[edge]))
        if a == b { continue }
        parents[Int(max(a, b))] = min(a, b)
        remaining -= 1
      }
      for actor in parents.indices { parents[actor] = root(Int32(actor)) }
    }
    return parents.map(Int.init)
  }
}
