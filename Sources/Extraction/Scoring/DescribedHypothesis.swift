import Relations

/// A hypothesis as the trainer of the scorer sees it.
package struct DescribedHypothesis {
  package var source: ActorID
  package var type: RelationType
  package var target: ActorID
  package var features: HypothesisFeatures
  /// By place, the UTF-8 range of its sentence in the article.
  package var ranges: [Range<Int>]
}
