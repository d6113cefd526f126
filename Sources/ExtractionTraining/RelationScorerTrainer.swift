import Documents
import Evaluation
import Extraction
import Foundation
import Relations

/// Trains the scorer of relations from annotated articles. Deterministic.
public struct RelationScorerTrainer: Sendable {
  public var extractor: Extractor
  /// The inverse strength of the regularization; larger fits closer.
  public var closeness = 0.012
  /// The same for the model of single places, of which there are more.
  public var closenessOfPlaces = 0.03
  /// Features seen in fewer examples than this are left out.
  public var minimumCount = 5

  public init(extractor: Extractor) {
    self.extractor = extractor
  }

  /// What a hypothesis of an article looks like to the learner.
  private struct Example {
    var features: HypothesisFeatures
    var isTrue: Bool
    /// By place, whether the relation is said there; nil where gold quotes other places for it.
    var isSaid: [Bool?]
    var conflict: String
    var weight: Double
  }

  /// Trains on all articles, with the threshold that held-out articles recommend, and says how it did on those.
  public func train(_ articles: [AnnotatedArticle]) -> (scorer: RelationScorer, report: String) {
    let examples = examples(articles)
    // Real articles alone tell how it does; they are held out conflict by conflict, in eight folds.
    let missing = articles.filter { $0.weight == 1 }.reduce(0) {
      $0 + $1.gold.relations.filter { !$0.isOptional }.count
    }
    let conflicts = Set(examples.filter { $0.weight == 1 }.map(\.conflict)).sorted()
    let folds = (0..<8).map { fold in
      Set(conflicts.enumerated().filter { $0.offset % 8 == fold }.map(\.element))
    }
    var odds: [(score: Double, isTrue: Bool)] = []
    for fold in folds where !fold.isEmpty {
      let weights = fit(examples.filter { !fold.contains($0.conflict) })
      for example in examples where fold.contains(example.conflict) && example.weight == 1 {
        odds.append((score(example.features, weights), example.isTrue))
      }
    }
    let (scale, offset) = calibrate(odds)
    let predictions = odds.map {
      (probability: 1 / (1 + exp(-(offset + scale * $0.score))), isTrue: $0.isTrue)
    }
    let best = bestThreshold(predictions, gold: missing)
    let weights = fit(examples)
    var lines = [
      "\(examples.count) hypotheses, \(examples.filter(\.isTrue).count) true, \(missing) relations in gold"
    ]
    lines.append(
      String(
        format: "held out by conflict: precision %.3f recall %.3f f1 %.3f at threshold %.2f", best.precision,
        best.recall, best.f1, best.threshold))
    lines += reliability(predictions)
    return (
      RelationScorer(
        weights: weights, scale: Float(scale), offset: Float(offset), threshold: best.threshold),
      lines.joined(separator: "\n")
    )
  }

  private func examples(_ articles: [AnnotatedArticle]) -> [Example] {
    var result: [Example] = []
    for article in articles {
      let described = extractor.hypotheses(in: article.document)
      let actors = described.actors.map { ScoredGraph.Actor(id: $0.id, name: $0.name, forms: $0.aliases) }
      let alignment = ActorAlignment.align(actors, to: article.gold.actors)
      var truth: [String: ScoredGraph.Relation] = [:]
      func key(_ source: String, _ type: RelationType, _ target: String) -> String {
        let ends = type.isSymmetric && target < source ? [target, source] : [source, target]
        return ends.joined(separator: " ") + " " + type.rawValue
      }
      for relation in article.gold.relations {
        guard let type = RelationType(rawValue: relation.type) else { continue }
        truth[key(relation.source, type, relation.target)] = relation
      }
      let text = Array(article.document.article.text.utf8)
      for hypothesis in described.hypotheses {
        let source = alignment[hypothesis.source]?.id ?? "?" + hypothesis.source
        let target = alignment[hypothesis.target]?.id ?? "?" + hypothesis.target
        guard source != target else { continue }
        let known = truth[key(source, hypothesis.type, target)]
        if known?.isOptional == true { continue }
        let quotes = known?.evidence.compactMap { text.firstRange(of: Array($0.utf8)) } ?? []
        result.append(
          Example(
            features: hypothesis.features, isTrue: known != nil,
            isSaid: hypothesis.ranges.map { range in
              known == nil ? false : quotes.contains { $0.overlaps(range) } ? true : nil
            }, conflict: article.conflict, weight: article.weight))
      }
    }
    return result
  }

  /// One line a hypothesis: conflict, article, type, whether gold has it (? where it cannot be judged), its ends in gold and
  /// its features.
  public func table(_ articles: [AnnotatedArticle]) -> [String] {
    articles.flatMap { article -> [String] in
      let described = extractor.hypotheses(in: article.document)
      let actors = described.actors.map { ScoredGraph.Actor(id: $0.id, name: $0.name, forms: $0.aliases) }
      let alignment = ActorAlignment.align(actors, to: article.gold.actors)
      return extractor.describedHypotheses(in: article.document).map { hypothesis in
        let source = alignment[hypothesis.source]?.id ?? "?" + hypothesis.source
        let target = alignment[hypothesis.target]?.id ?? "?" + hypothesis.target
        let found = article.gold.relations.first {
          $0.type == hypothesis.type.rawValue
            && ($0.source == source && $0.target == target
              || hypothesis.type.isSymmetric && $0.source == target && $0.target == source)
        }
        let verdict = source == target || found?.isOptional == true ? "?" : found == nil ? "0" : "1"
        return [
          article.conflict, article.document.article.id, hypothesis.type.rawValue, verdict, source, target,
        ].joined(separator: "\t")
          + "\t" + hypothesis.features.sorted().joined(separator: "\t")
      }
    }
  }

  private func score(_ features: HypothesisFeatures, _ weights: [UInt32: Float]) -> Double {
    func sum(_ features: [UInt32]) -> Double {
      features.reduce(0) { $0 + Double(weights[$1] ?? 0) }
    }
    let whole = sum(features.whole)
    return (whole + (features.places.map(sum).max() ?? whole)) / 2
  }

  /// The weights of the two models, whose features have names of their own.
  private func fit(_ examples: [Example]) -> [UInt32: Float] {
    let whole = fit(
      examples.map { ($0.features.whole, $0.isTrue, $0.weight) }, closeness: closeness)
    let places = fit(
      examples.flatMap { example in
        zip(example.features.places, example.isSaid).compactMap { features, isSaid in
          isSaid.map { (features, $0, example.weight) }
        }
      }, closeness: closenessOfPlaces)
    return whole.merging(places) { $0 + $1 }
  }

  private func fit(
    _ examples: [(features: [UInt32], isTrue: Bool, weight: Double)], closeness: Double
  ) -> [UInt32: Float] {
    var counts: [UInt32: Int] = [:]
    for example in examples { for feature in example.features { counts[feature, default: 0] += 1 } }
    let kept = counts.filter { $0.value >= minimumCount }.keys.sorted()
    var place: [UInt32: Int32] = [:]
    for (n, feature) in kept.enumerated() { place[feature] = Int32(n) }
    let weights = LogisticRegression(
      examples: examples.map { example in example.features.compactMap { place[$0] } },
      labels: examples.map(\.isTrue),
      importance: examples.map(\.weight), featureCount: kept.count, closeness: closeness
    ).fit()
    var result: [UInt32: Float] = [:]
    for (n, feature) in kept.enumerated() where abs(weights[n]) > 0.002 {
      result[feature] = Float(weights[n])
    }
    return result
  }

  /// The straight line from scores to the logarithm of the odds that suits held-out articles best, by Newton's method.
  private func calibrate(_ odds: [(score: Double, isTrue: Bool)]) -> (scale: Double, offset: Double) {
    var scale = 1.0
    var offset = 0.0
    for _ in 0..<30 {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9)
      for (score, isTrue) in odds {
        let p = 1 / (1 + exp(-(offset + scale * score)))
        let error = p - (isTrue ? 1 : 0)
        g0 += error
        g1 += error * score
        h00 += p * (1 - p)
        h01 += p * (1 - p) * score
        h11 += p * (1 - p) * score * score
      }
      let determinant = h00 * h11 - h01 * h01
      guard determinant > 1e-12 else { break }
      offset -= (h11 * g0 - h01 * g1) / determinant
      scale -= (h00 * g1 - h01 * g0) / determinant
    }
    return (scale, offset)
  }

  private func bestThreshold(
    _ predictions: [(probability: Double, isTrue: Bool)], gold: Int
  ) -> (threshold: Double, precision: Double, recall: Double, f1: Double) {
    var results: [(threshold: Double, precision: Double, recall: Double, f1: Double)] = []
    for step in 10...80 {
      let threshold = Double(step) / 100
      let kept = predictions.filter { $0.probability >= threshold }
      let hits = Double(kept.filter(\.isTrue).count)
      let precision = kept.isEmpty ? 0 : hits / Double(kept.count)
      let recall = gold == 0 ? 0 : hits / Double(gold)
      let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
      results.append((threshold, precision, recall, f1))
    }
    // Where two thresholds do equally well, the one with fewer wrong relations.
    let highest = results.map(\.f1).max() ?? 0
    let best = results.last { $0.f1 >= highest - 0.005 } ?? results[0]
    return best
  }

  /// How often hypotheses of each confidence are right, on articles of conflicts that were held out.
  private func reliability(_ predictions: [(probability: Double, isTrue: Bool)]) -> [String] {
    var lines = ["confidence   number   right"]
    for step in 0..<10 {
      let low = Double(step) / 10
      let inside = predictions.filter { $0.probability >= low && $0.probability < low + 0.1 }
      guard !inside.isEmpty else { continue }
      let right = Double(inside.filter(\.isTrue).count) / Double(inside.count)
      lines.append(String(format: "%.1f to %.1f   %6d   %.2f", low, low + 0.1, inside.count, right))
    }
    return lines
  }
}
