/// The best dependency tree given a score for every possible arc.
package enum Arborescence {
  /// The head of each word in the maximum spanning arborescence with a single root: by Chu and Liu (1965) and
  /// Edmonds (1967), each cycle contracted to one node. Quadratic in the number of words where the best heads
  /// already form a tree, as they mostly do; cubic at worst.
  ///
  /// - Parameter scores: Row by row for each word, the score of the artificial root and then of each word as its
  ///   head: `count × (count + 1)`. A word's score for itself is ignored.
  /// - Returns: For each word its head's index, −1 for the root.
  package static func heads(count: Int, scores: [Float]) -> [Int] {
    guard count > 0 else { return [] }
    if let heads = greedyTree(count: count, scores: scores) { return heads }
    // Node 0 is the root. Its arcs cost so much that the best tree uses only one of them.
    let size = count + 1
    var weights = [Double](repeating: -.infinity, count: size * size)
    for word in 0..<count {
      for head in 0..<size where head != word + 1 {
        weights[(word + 1) * size + head] = Double(scores[word * size + head]) - (head == 0 ? 1e9 : 0)
      }
    }
    return contract(size: size, weights: weights).dropFirst().map { $0 - 1 }
  }

  private static func greedyTree(count: Int, scores: [Float]) -> [Int]? {
    let size = count + 1
    var heads = [Int](repeating: -1, count: count)
    var roots = 0
    for word in 0..<count {
      var best = 0
      var bestScore = -Float.infinity
      for head in 0..<size where head != word + 1 && scores[word * size + head] > bestScore {
        best = head
        bestScore = scores[word * size + head]
      }
      heads[word] = best - 1
      if best == 0 { roots += 1 }
    }
    guard roots == 1, cycle(in: [0] + heads.map { $0 + 1 }) == nil else { return nil }
    return heads
  }

  /// A cycle in a graph in which each node but 0 has one head.
  private static func cycle(in heads: [Int]) -> [Int]? {
    var seenBy = [Int](repeating: 0, count: heads.count)
    for start in 1..<max(heads.count, 1) where seenBy[start] == 0 {
      var node = start
      while node != 0 && seenBy[node] == 0 {
        seenBy[node] = start
        node = heads[node]
      }
      guard node != 0, seenBy[node] == start else { continue }
      var members = [node]
      var next = heads[node]
      while next != node {
        members.append(next)
        next = heads[next]
      }
      return members
    }
    return nil
  }

  private static func contract(size: Int, weights: [Double]) -> [Int] {
    var heads = [Int](repeating: 0, count: size)
    for node in 1..<max(size, 1) {
      var best = -Double.infinity
      for head in 0..<size where head != node && weights[node * size + head] > best {
        best = weights[node * size + head]
        heads[node] = head
      }
    }
    guard let cycle = cycle(in: heads) else { return heads }

    // The outside nodes keep their order; the cycle becomes the last node.
    var inCycle = [Bool](repeating: false, count: size)
    for node in cycle { inCycle[node] = true }
    let outside = (0..<size).filter { !inCycle[$0] }
    let smaller = outside.count + 1
    let merged = outside.count
    var contracted = [Double](repeating: -.infinity, count: smaller * smaller)
    var entering = [Int](repeating: 0, count: outside.count)
    var leaving = [Int](repeating: 0, count: outside.count)
    for (i, node) in outside.enumerated() {
      for (j, head) in outside.enumerated() where i != j {
        contracted[i * smaller + j] = weights[node * size + head]
      }
      var bestIn = -Double.infinity
      var bestOut = -Double.infinity
      for member in cycle {
        let gain = weights[member * size + node] - weights[member * size + heads[member]]
        if gain > bestIn {
          bestIn = gain
          entering[i] = member
        }
        if weights[node * size + member] > bestOut {
          bestOut = weights[node * size + member]
          leaving[i] = member
        }
      }
      contracted[merged * smaller + i] = bestIn
      if i > 0 { contracted[i * smaller + merged] = bestOut }
    }
    let inner = contract(size: smaller, weights: contracted)
    for (i, node) in outside.enumerated() where i > 0 {
      heads[node] = inner[i] == merged ? leaving[i] : outside[inner[i]]
    }
    let source = inner[merged]
    heads[entering[source]] = outside[source]
    return heads
  }
}
