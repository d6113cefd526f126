import Documents

/// A parsed sentence with its children lists, for walking up and down the dependency tree.
struct SentenceTree {
  let sentence: ParsedSentence
  /// Counts the sentences of the document from 0.
  let index: Int
  let labels: [DependencyLabel]
  let heads: [Int?]
  let lemmas: [String]
  private let childLists: [[Int]]

  init(_ sentence: ParsedSentence, index: Int) {
    self.sentence = sentence
    self.index = index
    labels = sentence.tokens.map { DependencyLabel($0.relation) }
    heads = sentence.tokens.map(\.head)
    lemmas = sentence.tokens.map { Self.singular[$0.lemma.lowercased()] ?? $0.lemma.lowercased() }
    var lists = [[Int]](repeating: [], count: sentence.tokens.count)
    for (i, token) in sentence.tokens.enumerated() {
      if let head = token.head { lists[head].append(i) }
    }
    childLists = lists
  }

  /// Treebanks give some plurals as their own lemmas.
  private static let singular = [
    "troops": "troop", "supplies": "supply", "goods": "good", "headquarter": "headquarters",
  ]

  var count: Int { sentence.tokens.count }

  func token(_ i: Int) -> Token { sentence.tokens[i] }
  func lemma(_ i: Int) -> String { lemmas[i] }
  func form(_ i: Int) -> String { sentence.tokens[i].form }
  func partOfSpeech(_ i: Int) -> PartOfSpeech { sentence.tokens[i].partOfSpeech }
  func tag(_ i: Int) -> String { sentence.tokens[i].tag }
  func label(_ i: Int) -> DependencyLabel { labels[i] }
  func relation(_ i: Int) -> DependencyRelation { labels[i].relation }
  func head(_ i: Int) -> Int? { heads[i] }
  func children(_ i: Int) -> [Int] { childLists[i] }

  func children(_ i: Int, _ relations: DependencyRelation...) -> [Int] {
    childLists[i].filter { relations.contains(labels[$0].relation) }
  }

  func child(_ i: Int, _ relations: DependencyRelation...) -> Int? {
    childLists[i].first { relations.contains(labels[$0].relation) }
  }

  func isNominal(_ i: Int) -> Bool {
    switch partOfSpeech(i) {
    case .noun, .properNoun, .pronoun, .numeral, .symbol, .other: true
    case .adjective, .determiner, .verb:
      // "the injured", "many": adjectives and determiners in a noun's place.
      [.nsubj, .obj, .iobj, .obl, .nmod, .appos].contains(relation(i)) && children(i, .nsubj, .obj).isEmpty
    default: false
    }
  }

  func isVerb(_ i: Int) -> Bool {
    partOfSpeech(i) == .verb || partOfSpeech(i) == .auxiliary && relation(i) == .root
  }

  /// The adposition that marks a nominal, its parts joined by underscores ("because_of"); nil where there is none.
  func preposition(_ i: Int) -> String? {
    for child in childLists[i] where relation(child) == .case {
      if form(child).lowercased().hasSuffix("s") && lemma(child).hasPrefix("'") { continue }
      if lemma(child) == "'s" || lemma(child) == "’s" || lemma(child) == "'" || lemma(child) == "’" {
        continue
      }
      let parts = [child] + children(child, .fixed)
      return parts.map { form($0).lowercased() }.joined(separator: "_")
    }
    return nil
  }

  /// Whether `i` stands below `ancestor` or is it.
  func isDescendant(_ i: Int, of ancestor: Int) -> Bool {
    var node: Int? = i
    var steps = 0
    while let current = node, steps <= count {
      if current == ancestor { return true }
      node = heads[current]
      steps += 1
    }
    return false
  }

  /// A nominal with everything coordinated with it, in order.
  func coordinated(_ i: Int) -> [Int] {
    var result = [i]
    var next = 0
    while next < result.count {
      for child in childLists[result[next]] where relation(child) == .conj && !result.contains(child) {
        result.append(child)
      }
      next += 1
    }
    return result.sorted()
  }

  /// The first of the coordinated elements that `i` belongs to.
  func firstConjunct(_ i: Int) -> Int {
    var node = i
    while relation(node) == .conj, let head = heads[node] { node = head }
    return node
  }

  /// The tokens of a noun phrase without its clauses, appositions and coordinated phrases, as one contiguous range
  /// around its head.
  func core(_ i: Int) -> Range<Int> {
    var lower = i
    var upper = i + 1
    var open = [i]
    while let node = open.popLast() {
      lower = min(lower, node)
      upper = max(upper, node + 1)
      for child in childLists[node] {
        switch relation(child) {
        case .det, .amod, .compound, .flat, .nummod, .goeswith, .fixed:
          open.append(child)
        case .nmod where labels[child].isPossessive || labels[child].isDescription && child < node:
          open.append(child)
        case .case where child > node:
          open.append(child)
        case .punct where child > lower && child < node && form(child) == "-":
          open.append(child)
        default: break
        }
      }
    }
    return lower..<upper
  }

  func text(_ range: Range<Int>, in article: Article) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return article.text[
      utf8: sentence.tokens[first].range.lowerBound..<sentence.tokens[last].range.upperBound]
  }
}
