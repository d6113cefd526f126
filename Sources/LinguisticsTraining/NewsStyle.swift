import Documents

/// Rewrites sentences of the treebanks so that they read like news about conflicts, and keeps their trees.
///
/// The treebanks hold letters, reviews and encyclopedias: in them "back", "arms" and "shells" are hardly ever verbs, and few
/// verbs of the present have a country for a subject. A model that has learnt from them alone reads "Russia backs Assad"
/// as a noun with two names around it. Every change exchanges a word for one of the same tag and number, moves
/// a verb from the past to the present with the number of its subject, puts a name in the place of a pronoun, leaves
/// articles out as headlines do, or puts a participle behind a noun ("militias backed by Iran attacked …"); what depends on what
/// stays as it is.
struct NewsStyle: Sendable {
  /// The share of sentences that are rewritten when they are read.
  var share: Float = 0.35

  func rewrite(_ example: Example, using random: inout RandomNumbers) -> Example {
    guard !example.tokens.isEmpty, random.unit() < share else { return example }
    var draft = Draft(example)
    draft.exchangeVerbs(using: &random)
    draft.namePronouns(using: &random)
    draft.exchangeNouns(using: &random)
    if random.unit() < 0.6 { draft.moveToPresent() }
    draft.insertParticiple(using: &random)
    if random.unit() < 0.3 { draft.dropArticles() }
    return draft.example
  }
}

/// A sentence while it is being rewritten.
private struct Draft {
  var example: Example
  private var children: [[Int]]

  init(_ example: Example) {
    self.example = example
    children = [[Int]](repeating: [], count: example.tokens.count)
    for (i, token) in example.tokens.enumerated() {
      if let head = token.head { children[head].append(i) }
    }
  }

  private func isNamed(_ i: Int) -> Bool { example.names?.contains { $0.tokens.contains(i) } ?? false }

  private mutating func put(_ i: Int, _ form: String, lemma: String) {
    let written = i == 0 ? form.prefix(1).uppercased() + form.dropFirst() : form
    example.forms[i] = written
    example.tokens[i].form = written
    example.tokens[i].lemma = lemma
  }

  /// Verbs with an object, and participles in the passive.
  mutating func exchangeVerbs(using random: inout RandomNumbers) {
    for i in example.tokens.indices {
      let token = example.tokens[i]
      guard token.partOfSpeech == .verb, !token.features.contains("Typo") else { continue }
      let relations = children[i].map { example.tokens[$0].relation }
      let isTransitive =
        relations.contains("obj") || relations.contains("nsubj:pass")
        || token.tag == "VBN" && token.relation == "acl"
      guard isTransitive,
        !relations.contains(where: { ["compound:prt", "xcomp", "ccomp", "iobj"].contains($0) }),
        random.unit() < 0.6
      else { continue }
      let verb = NewsWords.verbs[random.below(NewsWords.verbs.count)]
      guard let form = verb.form(token.tag) else { continue }
      put(i, form, lemma: verb.lemma)
    }
  }

  /// "It helps them": "Turkey helps rebels", a name or a plural in the place of each pronoun.
  mutating func namePronouns(using random: inout RandomNumbers) {
    for i in example.tokens.indices {
      let token = example.tokens[i]
      guard token.tag == "PRP", let head = token.head,
        ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "obl:agent"].contains(token.relation),
        canBeNamed(i), random.unit() < 0.6
      else { continue }
      switch token.form.lowercased() {
      case "he", "she", "him", "her", "it": putName(i, using: &random)
      case "they", "them", "us": putPlural(i, using: &random)
      case "i", "we", "you":
        // Only in the past does the verb not show the person.
        let verbs = [head] + children[head]
        guard token.relation == "nsubj", example.tokens[head].tag == "VBD",
          !verbs.contains(where: { example.tokens[$0].tag == "VBP" })
        else { continue }
        if token.form == "I" { putName(i, using: &random) } else { putPlural(i, using: &random) }
      default: continue
      }
    }
  }

  /// Not where a name would read as something else: "it's" as a possessive, "the town they left" as one noun behind another.
  private func canBeNamed(_ i: Int) -> Bool {
    let isContracted =
      i + 1 < example.forms.count && example.forms[i + 1].first.map { "'’".contains($0) } ?? false
    let isBehindNoun = i > 0 && [.noun, .properNoun, .adjective].contains(example.tokens[i - 1].partOfSpeech)
    return !isContracted && !isBehindNoun
  }

  private mutating func putName(_ i: Int, using random: inout RandomNumbers) {
    let chance = random.unit()
    let (words, kind): ([String], NameKind) =
      chance < 0.5
      ? (NewsWords.states, .location)
      : chance < 0.75 ? (NewsWords.groups, .organization) : (NewsWords.leaders, .person)
    let name = words[random.below(words.count)]
    put(i, name, lemma: name)
    analyse(i, .properNoun, "NNP", "Number=Sing")
    addName(i, kind)
  }

  private mutating func putPlural(_ i: Int, using random: inout RandomNumbers) {
    if random.unit() < 0.3 {
      let name = NewsWords.peoples[random.below(NewsWords.peoples.count)]
      put(i, name, lemma: name)
      analyse(i, .properNoun, "NNPS", "Number=Plur")
      addName(i, .other)
    } else {
      let noun = NewsWords.fighters[random.below(NewsWords.fighters.count)]
      put(i, noun.plural, lemma: noun.singular)
      analyse(i, .noun, "NNS", "Number=Plur")
    }
  }

  private mutating func analyse(_ i: Int, _ partOfSpeech: PartOfSpeech, _ tag: String, _ features: String) {
    example.tokens[i].partOfSpeech = partOfSpeech
    example.tokens[i].tag = tag
    example.tokens[i].features = features
  }

  private mutating func addName(_ i: Int, _ kind: NameKind) {
    guard let names = example.names else { return }
    let place = names.firstIndex { $0.tokens.lowerBound > i } ?? names.count
    example.names!.insert(Name(tokens: i..<(i + 1), kind: kind), at: place)
  }

  /// So that the verbs do not drive out the nouns that look like them.
  mutating func exchangeNouns(using random: inout RandomNumbers) {
    for i in example.tokens.indices {
      let token = example.tokens[i]
      guard token.partOfSpeech == .noun, ["NN", "NNS"].contains(token.tag), !isNamed(i),
        ["nsubj", "obj", "obl", "nmod", "conj"].contains(token.relation), random.unit() < 0.15
      else { continue }
      let noun = NewsWords.nouns[random.below(NewsWords.nouns.count)]
      put(i, token.tag == "NN" ? noun.singular : noun.plural, lemma: noun.singular)
      example.tokens[i].features = token.tag == "NN" ? "Number=Sing" : "Number=Plur"
    }
  }

  /// Verbs of the past with a subject, and what is joined to them, become present.
  mutating func moveToPresent() {
    for i in example.tokens.indices where example.tokens[i].tag == "VBD" {
      guard let subject = children[i].first(where: { example.tokens[$0].relation == "nsubj" }),
        let isPlural = isPlural(subject, of: i)
      else { continue }
      present(i, isPlural: isPlural)
      for joined in children[i] where example.tokens[joined].relation == "conj" {
        if example.tokens[joined].tag == "VBD",
          !children[joined].contains(where: { example.tokens[$0].relation.hasPrefix("nsubj") })
        {
          present(joined, isPlural: isPlural)
        }
      }
    }
  }

  private func isPlural(_ subject: Int, of verb: Int) -> Bool? {
    let token = example.tokens[subject]
    if children[subject].contains(where: { example.tokens[$0].relation == "conj" }) { return true }
    switch token.tag {
    case "NNS", "NNPS": return true
    case "NN", "NNP": return false
    case "PRP":
      switch token.form.lowercased() {
      case "he", "she", "it": return false
      case "they", "we": return true
      default: return nil
      }
    case "WDT", "WP":
      guard example.tokens[verb].relation == "acl:relcl", let noun = example.tokens[verb].head,
        ["NN", "NNP", "NNS", "NNPS"].contains(example.tokens[noun].tag)
      else { return nil }
      return example.tokens[noun].tag.hasSuffix("S")
    default: return nil
    }
  }

  private mutating func present(_ i: Int, isPlural: Bool) {
    let token = example.tokens[i]
    guard token.partOfSpeech == .verb, !["be", "have", "do"].contains(token.lemma),
      token.lemma.allSatisfy(\.isLetter), token.lemma.count > 1, !token.features.contains("Typo")
    else { return }
    put(i, isPlural ? token.lemma : Inflection.thirdPerson(token.lemma), lemma: token.lemma)
    example.tokens[i].tag = isPlural ? "VBP" : "VBZ"
    example.tokens[i].features =
      "Mood=Ind|Number=\(isPlural ? "Plur" : "Sing")|Person=3|Tense=Pres|VerbForm=Fin"
  }

  /// "Militias attacked": "militias backed by Iran attacked", behind one noun that nothing else stands behind.
  mutating func insertParticiple(using random: inout RandomNumbers) {
    let nouns = example.tokens.indices.filter { i in
      let token = example.tokens[i]
      return token.partOfSpeech == .noun && ["NN", "NNS"].contains(token.tag) && !isNamed(i)
        && ["nsubj", "obj", "obl", "nmod", "nsubj:pass"].contains(token.relation)
        && !children[i].contains { $0 > i }
    }
    guard !nouns.isEmpty, random.unit() < 0.4 else { return }
    let noun = nouns[random.below(nouns.count)]
    let phrase = NewsWords.participles[random.below(NewsWords.participles.count)]
    let isState = random.unit() < 0.6
    let words = isState ? NewsWords.states : NewsWords.groups
    let name = words[random.below(words.count)]
    let first = noun + 1
    func shifted(_ i: Int) -> Int { i < first ? i : i + 3 }
    var tokens = example.tokens
    for i in tokens.indices { tokens[i].head = tokens[i].head.map(shifted) }
    let isAdjective = phrase.participle == "loyal"
    tokens.insert(
      contentsOf: [
        Token(
          range: 0..<0, form: phrase.participle, lemma: phrase.lemma,
          partOfSpeech: isAdjective ? .adjective : .verb, tag: isAdjective ? "JJ" : "VBN",
          features: isAdjective ? "Degree=Pos" : "Tense=Past|VerbForm=Part|Voice=Pass", head: noun,
          relation: isAdjective ? "amod" : "acl"),
        Token(
          range: 0..<0, form: phrase.preposition, lemma: phrase.preposition, partOfSpeech: .adposition,
          tag: "IN", head: first + 2, relation: "case"),
        Token(
          range: 0..<0, form: name, lemma: name, partOfSpeech: .properNoun, tag: "NNP",
          features: "Number=Sing", head: first,
          relation: phrase.preposition == "by" ? "obl:agent" : "obl"),
      ], at: first)
    let names = example.names.map { names in
      (names.map {
        Name(tokens: shifted($0.tokens.lowerBound)..<shifted($0.tokens.upperBound - 1) + 1, kind: $0.kind)
      } + [Name(tokens: first + 2..<first + 3, kind: isState ? .location : .organization)])
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    self = Draft(Example(forms: tokens.map(\.form), tokens: tokens, names: names))
  }

  /// As headlines do: no articles, no full stop.
  mutating func dropArticles() {
    let last = example.tokens.count - 1
    let dropped = Set(
      example.tokens.indices.filter { i in
        let token = example.tokens[i]
        let isArticle = token.relation == "det" && ["the", "a", "an"].contains(token.form.lowercased())
        return children[i].isEmpty && !isNamed(i) && (isArticle || i == last && token.form == ".")
      })
    guard !dropped.isEmpty, dropped.count < example.tokens.count else { return }
    let kept = example.tokens.indices.filter { !dropped.contains($0) }
    var places = [Int](repeating: 0, count: example.tokens.count + 1)
    for i in example.tokens.indices { places[i + 1] = places[i] + (dropped.contains(i) ? 0 : 1) }
    var tokens = kept.map { example.tokens[$0] }
    for i in tokens.indices { tokens[i].head = tokens[i].head.map { places[$0] } }
    var forms = kept.map { example.forms[$0] }
    if dropped.contains(0), let first = forms.first {
      forms[0] = first.prefix(1).uppercased() + first.dropFirst()
      tokens[0].form = forms[0]
    }
    example = Example(
      forms: forms, tokens: tokens,
      names: example.names?.map {
        Name(tokens: places[$0.tokens.lowerBound]..<places[$0.tokens.upperBound], kind: $0.kind)
      })
  }
}
