import Documents
import Relations

/// An article's trees with everything that refers to an actor.
struct ResolvedDocument {
  var article: Article
  var trees: [SentenceTree]
  var register: ActorRegister
  /// The mentions by sentence and head token.
  var mentions: [[Mention?]]
  /// The names by sentence and token.
  var names: [[NameSpan?]]
  /// The actors that premodifiers and possessives name as owners, by sentence and token.
  var owners: [[[Int]]]
  /// The state that the article is about, whose army is "the army".
  var focus: Int?
}

/// Resolves the nominal expressions of an article to actors, from left to right, by ordered rules: names and
/// their bodies first, then collectives, then expressions that take up what was said before.
///
/// The article is gone through twice, because headlines use names that the text introduces later.
/// The order of the rules follows the sieves of Lee et al. (2013), "Deterministic coreference resolution based
/// on entity-centric, precision-ranked rules".
struct MentionResolver {
  let words: WordClasses
  let trees: [SentenceTree]
  var register: ActorRegister
  let spanAt: [[NameSpan?]]
  /// What the article says about people whom the gazetteer doesn't know: whom they lead or speak for.
  var affiliation: [String: Int] = [:]
  /// People who only watch or study, and so are nobody's actors.
  var bystanders: Set<String> = []
  var focus: Int?

  var memo: [[Mention?]] = []
  var isResolved: [[Bool]] = []
  /// Mentions in the order of the text, without those of modifiers only.
  var history: [Mention] = []
  /// Which actors a noun has been used for, the latest last.
  var described: [String: [Int]] = [:]
  /// Actors that turned out to be others.
  var sameAs: [Int: Int] = [:]
  /// The actor that speaks in a sentence, for "we".
  var speakers: [Int: [Int]] = [:]
  /// The text of the article.
  var text: String = ""
  var articleText: Article { Article(id: "", title: "", text: text) }

  init(trees: [SentenceTree], spans: [[NameSpan]], register: ActorRegister, words: WordClasses) {
    self.trees = trees
    self.words = words
    self.register = register
    var spanAt = trees.map { [NameSpan?](repeating: nil, count: $0.count) }
    for (s, list) in spans.enumerated() {
      for span in list { for i in span.tokens { spanAt[s][i] = span } }
    }
    self.spanAt = spanAt
  }

  mutating func resolve(_ article: Article) -> ResolvedDocument {
    focus = focusState()
    for _ in 0..<2 {
      memo = trees.map { [Mention?](repeating: nil, count: $0.count) }
      isResolved = trees.map { [Bool](repeating: false, count: $0.count) }
      history = []
      described = [:]
      speakers = [:]
      for tree in trees where tree.sentence.role != .credit {
        for i in 0..<tree.count {
          guard tree.isNominal(i) || spanAt[tree.index][i]?.head == i else { continue }
          if let mention = mention(tree, i) { history.append(mention) }
        }
        speakers[tree.index] = speaker(of: tree)
      }
      countForms()
      if sameAs.isEmpty { sameAs = unitedOppositions() }
    }
    var owners: [[[Int]]] = []
    for tree in trees { owners.append((0..<tree.count).map { tree.isNominal($0) ? owner(tree, $0) : [] }) }
    return ResolvedDocument(
      article: article, trees: trees, register: register, mentions: memo, names: spanAt, owners: owners,
      focus: focus)
  }

  // MARK: - One expression

  /// What a token refers to, as the head of a nominal or as a modifying name; resolved once.
  mutating func mention(_ tree: SentenceTree, _ i: Int) -> Mention? {
    let s = tree.index
    if isResolved[s][i] { return memo[s][i] }
    isResolved[s][i] = true
    var result = find(tree, i)
    if result != nil {
      if !sameAs.isEmpty { result!.actors = result!.actors.map { sameAs[$0] ?? $0 } }
      result!.isSubject = tree.relation(tree.firstConjunct(i)) == .nsubj
      let tag = tree.tag(i)
      result!.isPlural =
        tag.hasSuffix("S") && tag.hasPrefix("NN") || result!.actors.count > 1
        || !tree.children(i, .conj).isEmpty
      let lemma = tree.lemma(i)
      if let span = spanAt[s][i], span.head == i, case .actor(let actor, _) = span.sense {
        describe(actor, by: span, in: tree)
      }
      for actor in result!.actors where result!.form != .pronoun {
        if tree.partOfSpeech(i) == .noun || tree.partOfSpeech(i) == .adjective, spanAt[s][i] == nil {
          described[lemma, default: []].append(actor)
          register[actor].descriptors.insert(lemma)
        }
        for child in tree.children(i, .compound, .appos, .amod) where tree.partOfSpeech(child) == .noun {
          let noun = tree.lemma(child)
          guard !words.classes(of: noun).isDisjoint(with: [.fighter, .group, .coalition, .opposition]) else {
            continue
          }
          // "the rebel group X": later "rebels" need not be its men where there are others.
          register[actor].descriptors.insert(noun)
        }
      }
    }
    memo[s][i] = result
    return result
  }

  /// "Houthi rebels", "the Shia group X": what the words of a name and its modifiers say of the actor.
  private mutating func describe(_ actor: Int, by span: NameSpan, in tree: SentenceTree) {
    for t in span.tokens {
      let noun = tree.lemma(t)
      guard !words.classes(of: noun).isDisjoint(with: [.fighter, .opposition]), noun != "fighter" else {
        continue
      }
      described[noun, default: []].append(actor)
      register[actor].descriptors.insert(noun)
    }
    for child in tree.children(span.head, .amod, .compound) {
      if let inner = spanAt[tree.index][child], inner.head == child, case .actor(let owner, _) = inner.sense,
        register[owner].kind == .community
      {
        register[actor].communities.insert(owner)
      }
    }
  }

  mutating func find(_ tree: SentenceTree, _ i: Int) -> Mention? {
    if let span = spanAt[tree.index][i] {
      guard span.head == i else { return nil }
      return named(span, tree)
    }
    switch tree.partOfSpeech(i) {
    case .pronoun, .determiner: return pronoun(tree, i)
    case .noun, .properNoun, .adjective, .numeral, .verb, .symbol, .other: return nominal(tree, i)
    default: return nil
    }
  }

  func make(
    _ tree: SentenceTree, _ i: Int, _ form: MentionForm, _ actors: [Int], rule: String, isPerson: Bool = false
  ) -> Mention {
    var range = tree.core(i)
    while let first = range.first, range.count > 1,
      [.determiner, .pronoun, .punctuation].contains(tree.partOfSpeech(first))
        || tree.relation(first) == .case
        || tree.relation(first) == .nummod || first < i && Self.times.contains(tree.lemma(first))
    {
      range = range.dropFirst()
    }
    while let last = range.last, range.count > 1, last > i,
      tree.partOfSpeech(last) == .particle || tree.partOfSpeech(last) == .punctuation
    {
      range = range.dropLast()
    }
    return Mention(
      sentence: tree.index, head: i, tokens: range, form: form, actors: actors, isPerson: isPerson, rule: rule
    )
  }

  // MARK: - Surface forms

  /// Counts how often each actor is mentioned and in which forms; the second pass knows the counts of the first.
  private mutating func countForms() {
    for i in register.indices {
      register[i].forms = [:]
      register[i].count = 0
      register[i].timesNamed = 0
    }
    for (s, list) in memo.enumerated() {
      for mention in list {
        guard let mention, mention.form != .pronoun else { continue }
        let text = trees[s].text(mention.tokens, in: articleText)
        for actor in mention.actors {
          register[actor].count += 1
          if mention.form == .name || mention.form == .modifier { register[actor].timesNamed += 1 }
          if mention.actors.count == 1, mention.tokens.count <= 9 {
            register[actor].forms[text, default: 0] += 1
          }
          if mention.actors.count == 1, let span = spanAt[s][mention.head],
            span.tokens.count < mention.tokens.count
          {
            register[actor].forms[trees[s].text(span.tokens, in: articleText), default: 0] += 1
          }
        }
      }
    }
  }
}
