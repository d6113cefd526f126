import Testing

@testable import Linguistics
@testable import LinguisticsTraining

/// The decoder against all trees of small graphs.
@Suite struct ArborescenceTests {
  @Test func findsTheBestOfAllTrees() {
    var random = RandomNumbers(seed: 42)
    for count in 1...5 {
      for _ in 0..<60 {
        let scores = (0..<(count * (count + 1))).map { _ in random.unit() * 10 - 5 }
        let heads = Arborescence.heads(count: count, scores: scores)
        #expect(isTree(heads))
        #expect(abs(total(heads, scores) - bestTotal(count, scores)) < 1e-4)
      }
    }
  }

  /// Two cycles that prefer themselves, and a root that all avoid.
  @Test func breaksNestedCycles() {
    let count = 4
    var scores = [Float](repeating: -10, count: count * (count + 1))
    func set(_ word: Int, _ head: Int, _ score: Float) { scores[word * (count + 1) + head + 1] = score }
    set(0, 1, 9)
    set(1, 0, 9)
    set(2, 3, 9)
    set(3, 2, 9)
    set(0, 3, 5)
    set(2, 1, 4)
    let heads = Arborescence.heads(count: count, scores: scores)
    #expect(isTree(heads))
    #expect(abs(total(heads, scores) - bestTotal(count, scores)) < 1e-4)
  }

  private func total(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element + 1] }
  }

  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.filter({ $0 == -1 }).count == 1 else { return false }
    return heads.indices.allSatisfy { start in
      var node = start
      for _ in heads.indices where node != -1 { node = heads[node] }
      return node == -1
    }
  }

  private func bestTotal(_ count: Int, _ scores: [Float]) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: -1, count: count)
    func choose(_ word: Int) {
      if word == count {
        if isTree(heads) { best = max(best, total(heads, scores)) }
        return
      }
      for head in -1..<count where head != word {
        heads[word] = head
        choose(word + 1)
      }
    }
    choose(0)
    return best
  }
}
