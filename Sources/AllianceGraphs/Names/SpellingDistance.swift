/// The number of letters to insert, remove, replace or swap with their neighbour to turn one word into the other
/// (optimal string alignment). O(n · m).
package func spellingDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.unicodeScalars)
  let b = Array(b.unicodeScalars)
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

/// The word of a vocabulary that an unknown word was most likely meant to be; nil where none is near.
package func likelySpelling(of word: String, among vocabulary: [String]) -> String? {
  vocabulary.map { (distance: spellingDistance(word, $0), word: $0) }
    .filter { $0.distance <= max(1, $0.word.unicodeScalars.count / 3) }
    .min { $0.distance < $1.distance }?.word
}
