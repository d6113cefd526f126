/// Finds what somebody may have meant who misspelt one of a few known words.
package enum Spelling {
  /// The candidate fewest edits away from a word, the first of them in a tie; nil if none is similar enough
  /// for the one to be taken for the other. Takes time proportional to the product of the lengths, for each
  /// candidate.
  package static func nearest(to word: some StringProtocol, among candidates: [String]) -> String? {
    let word = Array(word.lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = self.distance(word, Array(candidate))
      let allowed = max(1, min(word.count, candidate.count) / 3)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// `; did you mean 'x'?` where there is something similar, and nothing otherwise.
  package static func hint(for word: some StringProtocol, among candidates: [String]) -> String {
    nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// How many insertions, deletions, substitutions and exchanges of neighbours turn one word into another
  /// (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
