import Documents

/// Names as one class a word: outside, or the beginning or the inside of a name of a kind.
package enum NameDecoding {
  package static let labels: [String] =
    ["O"] + NameKind.allCases.flatMap { ["B-\($0.rawValue)", "I-\($0.rawValue)"] }

  package static func beginning(_ kind: NameKind) -> Int { 1 + 2 * NameKind.allCases.firstIndex(of: kind)! }

  /// The names in the best sequence of classes in which an inside follows a beginning or an inside of its kind
  /// (Viterbi). `scores` has `stride` floats a word, logarithms up to a constant.
  package static func names(count: Int, scores: UnsafePointer<Float>, stride: Int) -> [Name] {
    let classes = labels.count
    guard count > 0 else { return [] }
    var best = (0..<classes).map { $0 > 0 && $0 % 2 == 0 ? -Float.infinity : scores[$0] }
    var back = [UInt8](repeating: 0, count: count * classes)
    for t in 1..<max(count, 1) {
      var anyBest = 0
      for c in 1..<classes where best[c] > best[anyBest] { anyBest = c }
      var next = best
      for c in 0..<classes {
        var from = anyBest
        if c > 0 && c % 2 == 0 { from = best[c - 1] >= best[c] ? c - 1 : c }
        next[c] = best[from] + scores[t * stride + c]
        back[t * classes + c] = UInt8(from)
      }
      best = next
    }
    var current = 0
    for c in 1..<classes where best[c] > best[current] { current = c }
    var path = [Int](repeating: 0, count: count)
    for t in (0..<count).reversed() {
      path[t] = current
      current = Int(back[t * classes + current])
    }
    return spans(path)
  }

  /// The names that a sequence of classes describes; an inside without a beginning begins a name.
  package static func spans(_ path: [Int]) -> [Name] {
    var names: [Name] = []
    for (t, c) in path.enumerated() where c > 0 {
      let kind = NameKind.allCases[(c - 1) / 2]
      if c % 2 == 0, let last = names.last, last.kind == kind, last.tokens.upperBound == t {
        names[names.count - 1].tokens = last.tokens.lowerBound..<(t + 1)
      } else {
        names.append(Name(tokens: t..<(t + 1), kind: kind))
      }
    }
    return names
  }

}
