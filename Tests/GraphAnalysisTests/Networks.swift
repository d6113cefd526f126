import AllianceGraphs
import GraphSamples
import Relations

@testable import GraphAnalysis

extension AllianceGraph {
  /// A graph of one article, from lines such as `a+b` (allied), `a-b` (fighting) and `a~b` (talks).
  static func drawn(_ lines: String) -> AllianceGraph {
    let mentions = lines.split(separator: " ").enumerated().map { index, line in
      let sign = line.first { "+-~".contains($0) }!
      let ends = line.split(separator: sign).map(String.init)
      let type: RelationType = sign == "+" ? .alliedWith : sign == "-" ? .fighting : .negotiatesWith
      return RelationMention.of(ends[0], type, ends[1], at: 100 * index)
    }
    return AllianceGraph(readings: [.of("r", mentions)])
  }

  /// A network of so many actors each two of which are joined with a chance of `density`, friends or foes.
  static func random(
    actors: Int, density: Double, hostile: Double, using generator: inout SeededGenerator
  ) -> AllianceGraph {
    var lines: [String] = []
    for a in 0..<actors {
      for b in 0..<a where Double.random(in: 0..<1, using: &generator) < density {
        let sign = Double.random(in: 0..<1, using: &generator) < hostile ? "-" : "+"
        lines.append("\(name(a))\(sign)\(name(b))")
      }
    }
    return drawn(lines.joined(separator: " "))
  }

  private static func name(_ number: Int) -> String { "p\(number / 10)\(number % 10)" }
}

extension SignedNetwork {
  static func drawn(_ lines: String) -> SignedNetwork { SignedNetwork(.drawn(lines)) }

  /// The least number of lines against any division, by trying all.
  func leastFrustration(_ number: Blocs.Number) -> Int {
    var part = [Int](repeating: 0, count: actors.count)
    var least = Int.max
    func cost() -> Int {
      var cost = 0
      for (index, dyad) in dyads.enumerated() {
        let isTogether = part[ends[index].first] == part[ends[index].second]
        if dyad.stance == .friendly && !isTogether || dyad.stance == .hostile && isTogether { cost += 1 }
      }
      return cost
    }
    func place(_ point: Int, _ parts: Int) {
      if point == actors.count {
        least = min(least, cost())
        return
      }
      for name in 0..<min(parts + 1, number == .two ? 2 : actors.count) {
        part[point] = name
        place(point + 1, max(parts, name + 1))
      }
    }
    place(0, 0)
    return least
  }
}
