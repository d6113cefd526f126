import Documents
import Relations

/// Reads relations out of parsed articles: finds who is mentioned, resolves names to actors, matches the frames of
/// predicates over the dependency trees, and judges how firmly the text says so.
///
/// Immutable and free of state between articles: one extractor may serve many threads.
public struct Extractor: Sendable {
  private let gazetteer: Gazetteer
  let words: WordClasses
  let frames: FrameLexicon
  let scorer: RelationScorer?

  /// - Parameters:
  ///   - gazetteer: The actors known beforehand.
  ///   - words: The text of the word classes (`words.txt`).
  ///   - frames: The text of the lexicon of predicates (`frames.txt`).
  ///   - scorer: Decides which relations are kept; without it all that strong rules find are.
  public init(gazetteer: Gazetteer, words: String, frames: String, scorer: RelationScorer? = nil) throws {
    try self.init(
      gazetteer: gazetteer, words: words, frames: FrameLexicon(parsing: frames, file: "frames.txt"),
      scorer: scorer)
  }

  /// The same with a lexicon that has been read.
  package init(
    gazetteer: Gazetteer, words: String, frames: FrameLexicon, scorer: RelationScorer? = nil
  ) throws {
    self.init(
      gazetteer: gazetteer, words: try WordClasses(parsing: words, file: "words.txt"), frames: frames,
      scorer: scorer)
  }

  /// What an article says about who backs, allies with and fights whom. Takes time linear in the length of the article,
  /// for sentences of bounded length.
  public func extract(_ document: ParsedDocument) -> ArticleReading {
    let resolved = resolve(document)
    var assembler = ReadingAssembler(document: resolved)
    for (candidate, confidence) in kept(in: resolved, scorer == nil ? nil : hypotheses(of: resolved)) {
      assembler.add(candidate, confidence: confidence)
    }
    return assembler.reading()
  }

  /// The candidates that make it into the graph, with the probability of their relation.
  ///
  /// - Parameter article: what the scorer decides on; nil where there is none.
  func kept(
    in document: ResolvedDocument, _ article: ArticleHypotheses?
  ) -> [(candidate: RelationCandidate, confidence: Double)] {
    guard let scorer, let article else {
      return candidates(in: document).filter { !$0.isNegated && !$0.isWeak }.map { ($0, 0.7) }
    }
    let decision = Decision(
      scorer: scorer, judge: StatusJudge(words: words), leastConfidence: frames.leastConfidence)
    return decision.kept(article)
  }

  /// Everything that the article may state, described for the scorer: what its trainer learns from.
  package func hypotheses(in document: ParsedDocument) -> (actors: [Actor], hypotheses: [DescribedHypothesis])
  {
    let resolved = resolve(document)
    let article = hypotheses(of: resolved)
    let describer = RelationFeatures(article)
    return (
      ReadingAssembler.actors(of: resolved, among: Array(resolved.register.indices)),
      article.hypotheses.map { hypothesis in
        DescribedHypothesis(
          source: resolved.register[hypothesis.key.source].id, type: hypothesis.key.type,
          target: resolved.register[hypothesis.key.target].id,
          features: describer.features(of: hypothesis),
          ranges: describer.places(of: hypothesis).map { place in
            let sentence =
              place.pairs.first.map { article.pairs[$0].sentence } ?? place.candidates[0].sentence
            return resolved.trees[sentence].sentence.range
          })
      }
    )
  }

  /// The features of all hypotheses in words, for studying what the scorer could learn.
  package func describedHypotheses(
    in document: ParsedDocument
  ) -> [(source: ActorID, type: RelationType, target: ActorID, features: Set<String>)] {
    let resolved = resolve(document)
    let article = hypotheses(of: resolved)
    let describer = RelationFeatures(article)
    return article.hypotheses.map {
      (
        resolved.register[$0.key.source].id, $0.key.type, resolved.register[$0.key.target].id,
        describer.names(of: $0)
      )
    }
  }

  /// The extractor without its scorer: every relation that a strong rule finds.
  package func withoutScorer() -> Extractor {
    Extractor(gazetteer: gazetteer, words: words, frames: frames, scorer: nil)
  }

  /// The same extractor with another scorer.
  package func with(scorer: RelationScorer) -> Extractor {
    Extractor(gazetteer: gazetteer, words: words, frames: frames, scorer: scorer)
  }

  private init(gazetteer: Gazetteer, words: WordClasses, frames: FrameLexicon, scorer: RelationScorer?) {
    self.gazetteer = gazetteer
    self.words = words
    self.frames = frames
    self.scorer = scorer
  }

  func resolve(_ document: ParsedDocument) -> ResolvedDocument {
    let trees = document.sentences.enumerated().map { SentenceTree($1, index: $0) }
    var register = ActorRegister()
    let year = document.article.date.flatMap { Int($0.prefix(4)) }
    var spans = NameFinder(gazetteer: gazetteer, words: words).find(
      in: trees, year: year, register: &register)
    UnknownStates(words: words).find(in: trees, spans: &spans, register: &register)
    var resolver = MentionResolver(trees: trees, spans: spans, register: register, words: words)
    resolver.text = document.article.text
    return resolver.resolve(document.article)
  }

  func candidates(in document: ResolvedDocument, log: PredicateLog? = nil) -> [RelationCandidate] {
    var matcher = FrameMatcher(document: document, words: words, frames: frames)
    let log = log ?? PredicateLog()
    matcher.log = log
    let structure = StructureMatcher(
      document: document, words: words, arguments: matcher.arguments, slots: matcher.slots)
    let scenes = SceneMatcher(
      document: document, words: words, slots: matcher.slots, arguments: matcher.arguments,
      judge: matcher.judge)
    let supporters = SupporterRule(document: document, words: words)
    var result: [RelationCandidate] = []
    for tree in document.trees where tree.sentence.role != .credit {
      let found = matcher.match(tree)
      result += found + supporters.extend(found, in: tree)
      result += structure.match(tree)
      result += scenes.match(tree)
    }
    result += MediatorRule(document: document, judge: matcher.judge).extend(result, roles: log.roles)
    return StatusReview(document: document).review(result)
  }

  func hypotheses(of document: ResolvedDocument) -> ArticleHypotheses {
    let log = PredicateLog()
    let candidates = candidates(in: document, log: log)
    return HypothesisBuilder(words: words, frames: frames).build(
      document, candidates: candidates, roles: log.roles)
  }
}
