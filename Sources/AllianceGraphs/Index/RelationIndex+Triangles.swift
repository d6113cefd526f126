import Relations

extension RelationIndex {
  /// How many triangles of the signed network have none, one, two and three negative sides (structural balance: Heider
  /// 1946, Cartwright and Harary 1956).
  ///
  /// Two actors are joined positively where cooperative relations between them outweigh conflictual ones, and
  /// negatively where it is the other way round; where they balance or are neutral, not at all.
  ///
  /// - Parameter weights: for each edge how much it counts; nil counts each as one.
  /// - Complexity: O(m^1.5). Each triangle is found once, from its end of least degree (Schank and Wagner 2005).
  public func signedTriangles(weights: [Int32]? = nil) -> (none: Int, one: Int, two: Int, three: Int) {
    let network = SignedNetwork(self, weights: weights)
    var counts = [0, 0, 0, 0]
    let count = actors.count
    withUnsafeTemporaryAllocation(of: Int8.self, capacity: max(count, 1)) { mark in
      mark.initialize(repeating: 0)
      network.starts.withUnsafeBufferPointer { starts in
        network.neighbours.withUnsafeBufferPointer { neighbours in
          network.signs.withUnsafeBufferPointer { signs in
            // A table by signs of the three sides, for the inner loop: 0 where there is no third side.
            for u in 0..<count {
              let own = Int(starts[u])..<Int(starts[u + 1])
              // 1 for positive, 2 for negative.
              for edge in own { mark[Int(neighbours[edge])] = signs[edge] > 0 ? 1 : 2 }
              for edge in own {
                let v = Int(neighbours[edge])
                // Triangles over this side, by the signs of the other two: ++, one negative, --.
                var (same, mixed, opposite) = (0, 0, 0)
                for other in Int(starts[v])..<Int(starts[v + 1]) {
                  let third = mark[Int(neighbours[other])]
                  if third == 0 { continue }
                  switch (third == 2, signs[other] < 0) {
                  case (false, false): same += 1
                  case (true, true): opposite += 1
                  default: mixed += 1
                  }
                }
                let shift = signs[edge] < 0 ? 1 : 0
                counts[shift] += same
                counts[shift + 1] += mixed
                counts[shift + 2] += opposite
              }
              for edge in own { mark[Int(neighbours[edge])] = 0 }
            }
          }
        }
      }
    }
    return (counts[0], counts[1], counts[2], counts[3])
  }
}

/// The pairs of actors that are joined by a sign, each from its end of less degree, in compressed sparse rows.
private struct SignedNetwork {
  var starts: [Int32]
  var neighbours: [Int32] = []
  var signs: [Int8] = []

  init(_ index: RelationIndex, weights: [Int32]?) {
    let count = index.actors.count
    // Pairs of a lesser and a greater number, sorted by counting, and their sums.
    var lesser: [Int32] = []
    var greater: [Int32] = []
    var values: [Int32] = []
    for edge in index.sources.indices {
      let value = Int32(index.types[edge].sign.value) * (weights?[edge] ?? 1)
      if value == 0 { continue }
      let (a, b) = (index.sources[edge], index.targets[edge])
      lesser.append(min(a, b))
      greater.append(max(a, b))
      values.append(value)
    }
    var order = CountingOrder(count: values.count)
    order.sort(by: greater, bound: count)
    order.sort(by: lesser, bound: count)
    var pairs: [(a: Int32, b: Int32, sign: Int8)] = []
    pairs.reserveCapacity(values.count)
    var degrees = [Int32](repeating: 0, count: count)
    var place = 0
    while place < order.indices.count {
      let first = Int(order.indices[place])
      var sum: Int32 = 0
      while place < order.indices.count {
        let next = Int(order.indices[place])
        guard lesser[next] == lesser[first], greater[next] == greater[first] else { break }
        sum += values[next]
        place += 1
      }
      if sum == 0 { continue }
      pairs.append((lesser[first], greater[first], sum > 0 ? 1 : -1))
      degrees[Int(lesser[first])] += 1
      degrees[Int(greater[first])] += 1
    }
    func isFrom(_ a: Int32, _ b: Int32) -> Bool { (degrees[Int(a)], a) < (degrees[Int(b)], b) }
    starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(isFrom(pair.a, pair.b) ? pair.a : pair.b) + 1] += 1 }
    for actor in 0..<count { starts[actor + 1] += starts[actor] }
    var next = starts
    neighbours = [Int32](repeating: 0, count: pairs.count)
    signs = [Int8](repeating: 0, count: pairs.count)
    for pair in pairs {
      let (from, to) = isFrom(pair.a, pair.b) ? (pair.a, pair.b) : (pair.b, pair.a)
      let place = Int(next[Int(from)])
      neighbours[place] = to
      signs[place] = pair.sign
      next[Int(from)] += 1
    }
  }
}

extension Sign {
  fileprivate var value: Int {
    switch self {
    case .cooperative: 1
    case .neutral: 0
    case .conflictual: -1
    }
  }
}
