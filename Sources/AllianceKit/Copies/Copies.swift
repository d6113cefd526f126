import Documents

/// Recognises articles that are copies of one text, as agencies' reports are in many papers: shortened, with another
/// headline, with a sentence here and there reworded.
///
/// By the resemblance and the containment of their shingles: Andrei Broder, "On the resemblance and containment of
/// documents", SEQUENCES 1997. Two articles are copies if half of the shingles of both are common, or nearly all of the
/// shorter one's. Articles on the same event that were written apart share hardly any.
package enum Copies {
  /// Common shingles as a share of those of both, and of the shorter one's.
  static let leastResemblance = 0.5
  static let leastContainment = 0.8
  /// Below these numbers of shingles a text says too little: all must be equal, or nothing can be said at all.
  static let fewest = 30
  static let fewestEqual = 8

  /// Of every article that is a copy the index of its original: of those that are copies of one another the earliest,
  /// of several the longest, of several the first by id. Depends on the set of articles alone, not on their order.
  ///
  /// Compares only those that share one of a fourth of the shingles, the same for all articles; linear in the length of
  /// the articles but for sorting, where texts have no more than some sentences in common with many others.
  package static func originals(_ articles: [Article]) -> [Int: Int] {
    guard articles.count > 1 else { return [:] }
    let order = articles.indices.sorted { a, b in
      (articles[a].id, articles[a].text) < (articles[b].id, articles[b].text)
    }
    let shingles = articles.map { Shingles($0.text) }
    var leaders = Array(articles.indices)
    func leader(_ index: Int) -> Int {
      var current = index
      while leaders[current] != current {
        leaders[current] = leaders[leaders[current]]
        current = leaders[current]
      }
      return current
    }
    for (a, b) in candidates(shingles, order: order) {
      let (first, second) = (leader(a), leader(b))
      if first != second, areCopies(shingles[a], shingles[b]) { leaders[second] = first }
    }
    var originals: [Int: Int] = [:]
    for index in order {
      let group = leader(index)
      if let best = originals[group], !precedes(articles[index], articles[best]) { continue }
      originals[group] = index
    }
    var result: [Int: Int] = [:]
    for index in order {
      let original = originals[leader(index)]!
      if original != index { result[index] = original }
    }
    return result
  }

  private static func precedes(_ a: Article, _ b: Article) -> Bool {
    let (dateA, dateB) = (a.date ?? "9999-99", b.date ?? "9999-99")
    if dateA != dateB { return dateA < dateB }
    if a.text.utf8.count != b.text.utf8.count { return a.text.utf8.count > b.text.utf8.count }
    return a.id < b.id
  }

  static func areCopies(_ a: Shingles, _ b: Shingles) -> Bool {
    let fewer = min(a.hashes.count, b.hashes.count)
    guard fewer >= fewestEqual else { return false }
    let common = a.common(with: b)
    if fewer < fewest { return common == fewer && a.hashes.count == b.hashes.count }
    let all = a.hashes.count + b.hashes.count - common
    return Double(common) >= leastResemblance * Double(all)
      || Double(common) >= leastContainment * Double(fewer)
  }

  /// The pairs that share a sampled shingle. Where very many articles do, each is paired with the sixteen before it.
  private static func candidates(_ shingles: [Shingles], order: [Int]) -> [(Int, Int)] {
    var entries: [(hash: UInt64, place: Int)] = []
    for (place, index) in order.enumerated() {
      let all = shingles[index].hashes
      // Broder's "0 mod m"; of a short text all.
      for hash in all where all.count < 200 || hash % 4 == 0 { entries.append((hash, place)) }
    }
    entries.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
    var seen: Set<Int> = []
    var pairs: [(Int, Int)] = []
    var start = 0
    for (position, entry) in entries.enumerated() {
      if entries[start].hash != entry.hash { start = position }
      for earlier in entries[max(start, position - 16)..<position]
      where seen.insert(earlier.place * order.count + entry.place).inserted {
        pairs.append((order[earlier.place], order[entry.place]))
      }
    }
    return pairs
  }
}

extension Array where Element == Article {
  /// The articles, each copy with the `id` of its original in `copyOf`: near-duplicates count as one source in graphs.
  ///
  /// The same whatever the order of the articles; ids must differ. O(n log n) in the length of the articles.
  public func markingCopies() -> [Article] {
    let originals = Copies.originals(self)
    return enumerated().map { index, article in
      var article = article
      article.copyOf = originals[index].map { self[$0].id }
      return article
    }
  }
}
