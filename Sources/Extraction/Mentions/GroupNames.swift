import Documents
import Relations

/// Finds the names of groups by how they are written: capitalised words around a noun for a group, whatever the finder of
/// names makes of them ("Highland Liberation Army", "Sons of the Steppe", "Front for Change and Concord").
struct GroupNames {
  let gazetteer: Gazetteer
  let words: WordClasses

  /// A name with the token that says what it names.
  struct Name {
    var tokens: Range<Int>
    var head: Int
  }

  /// The names of groups in a sentence, in order, none overlapping another. Headlines in which all words are capitalised
  /// have none.
  func find(in tree: SentenceTree) -> [Name] {
    guard !isTitleCase(tree) else { return [] }
    var result: [Name] = []
    var start = 0
    while start < tree.count {
      guard opensName(start, tree), let name = name(from: start, tree) else {
        start += 1
        continue
      }
      if isGroup(name, tree) { result.append(name) }
      start = name.tokens.upperBound
    }
    return result
  }

  /// Whether a noun can be what a group's name says it is.
  static func isHead(_ form: String) -> Bool {
    let noun = form.lowercased()
    return heads.contains(noun) || forceHeads.contains(noun)
  }

  // MARK: - Where a name begins and ends

  private func opensName(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard isCapitalised(i, tree), tree.partOfSpeech(i) != .determiner, tree.partOfSpeech(i) != .pronoun,
      !words.contains(tree.lemma(i), in: .title)
    else { return false }
    return [.properNoun, .noun, .adjective, .numeral, .verb, .other].contains(tree.partOfSpeech(i))
  }

  private func isCapitalised(_ i: Int, _ tree: SentenceTree) -> Bool {
    i < tree.count && tree.form(i).first?.isUppercase ?? false
  }

  /// The longest run of capitalised words from a token, with "of", "for" and "and" inside once a head has been named.
  private func name(from start: Int, _ tree: SentenceTree) -> Name? {
    var end = start + 1
    var head: Int?
    var count = 1
    while end < tree.count {
      if isCapitalised(end, tree) {
        guard !words.contains(tree.lemma(end), in: .title) else { break }
        end += 1
        count += 1
      } else if Self.possessives.contains(tree.form(end)), isCapitalised(end + 1, tree),
        isPeople(end - 1, tree)
      {
        end += 1
      } else if tree.form(end) == "-", isCapitalised(end + 1, tree) || count == 1 && end + 1 < tree.count {
        // "Shan-Ketari Army", "Self-defence Units"
        let second = end + 1
        guard isCapitalised(second, tree) || isCapitalised(second + 1, tree), !tree.isVerb(second),
          !tree.form(second).hasSuffix("ed"), !["led", "held", "run"].contains(tree.form(second))
        else { break }
        end += 2
      } else if let next = afterJoiner(end, tree, hasHead: head != nil) {
        if head == nil {
          guard Self.isHead(tree.form(end - 1)) else { break }
          head = end - 1
        }
        end = next + 1
        count += 1
      } else {
        break
      }
    }
    let last = head ?? end - 1
    guard count >= 2, Self.isHead(tree.form(last)), tree.form(last).contains(where: \.isLowercase) else {
      return nil
    }
    return Name(tokens: start..<end, head: last)
  }

  /// The capitalised word after "of", "for the", and, within such a tail, "and the".
  private func afterJoiner(_ i: Int, _ tree: SentenceTree, hasHead: Bool) -> Int? {
    let form = tree.form(i)
    guard form == "of" || form == "for" || hasHead && form == "and" else { return nil }
    let next = i + 1 < tree.count && tree.form(i + 1) == "the" ? i + 2 : i + 1
    // "the Lion Guard of Sheikh X" is the sheikh's.
    guard isCapitalised(next, tree), words.classes(of: tree.lemma(next)).isDisjoint(with: [.title, .person]),
      !tree.sentence.names.contains(where: { $0.kind == .person && $0.tokens.contains(next) })
    else { return nil }
    if form == "and" {
      // "the Front for Change and Chad's army" are two.
      let match = gazetteer.longestMatch(in: tree.sentence.tokens.map(\.form), at: next)
      if next + 1 < tree.count, Self.possessives.contains(tree.form(next + 1)) { return nil }
      if let match, match.words.count > 0 { return nil }
    }
    return next
  }

  /// "People's", "Workers'": a possessive inside a name, unlike "Libya's".
  private func isPeople(_ i: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(i).lowercased()
    if ["people", "peoples", "women", "men", "youth", "god", "allah"].contains(form) { return true }
    return form.hasSuffix("s") && ["'", "’"].contains(tree.form(i + 1)) && tree.partOfSpeech(i) != .properNoun
      || form.hasSuffix("ers") || form.hasSuffix("men")
  }

  private func isTitleCase(_ tree: SentenceTree) -> Bool {
    guard tree.sentence.role == .headline else { return false }
    let long = (1..<max(1, tree.count)).filter {
      tree.form($0).count > 3 && tree.form($0).first?.isLetter ?? false
    }
    return long.count > 2 && long.filter { isCapitalised($0, tree) }.count * 4 > long.count * 3
  }

  // MARK: - Groups and bodies of states

  /// "Dasht Guard" and "Syrian Democratic Forces" are groups; "National Guard" and "Nigerian Armed Forces" bodies of
  /// a state.
  private func isGroup(_ name: Name, _ tree: SentenceTree) -> Bool {
    let forms = tree.sentence.tokens.map(\.form)
    var own: [String] = []
    var isOfState = false
    var i = name.tokens.lowerBound
    while i < name.tokens.upperBound {
      if i == name.head {
        i += 1
        continue
      }
      if let match = gazetteer.longestMatch(in: forms, at: i),
        match.words.upperBound <= name.head || i > name.head,
        match.readings.contains(where: { isHome($0) })
      {
        if i < name.head { isOfState = true }
        i = match.words.upperBound
        continue
      }
      let word = tree.form(i).lowercased()
      if tree.form(i).first?.isUppercase ?? false, !Self.ofStates.contains(word), !isOrdinal(word) {
        own.append(word)
      }
      i += 1
    }
    guard Self.forceHeads.contains(tree.form(name.head).lowercased()) else { return !own.isEmpty }
    return isOfState ? own.contains(where: Self.ofGroups.contains) : !own.isEmpty
  }

  /// States and peoples, whose adjectives say only whose a body is.
  private func isHome(_ reading: GazetteerReading) -> Bool {
    let kind = gazetteer.entry(of: reading).kind
    return (kind == .state || kind == .government || kind == .community)
      && [.name, .adjective, .people, .acronym].contains(gazetteer.form(of: reading).role)
  }

  private func isOrdinal(_ word: String) -> Bool {
    word.first?.isNumber ?? false
      || [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "ii",
        "iii",
      ].contains(word)
  }

  private static let possessives: Set<String> = ["'s", "’s", "'", "’"]

  /// What only groups, parties and fronts call themselves.
  private static let heads: Set<String> = [
    "front", "brigade", "brigades", "movement", "militia", "militias", "column", "cartel", "legion", "tigers",
    "sons", "fidayeen", "resistance", "party", "alliance", "coalition", "bloc", "rally", "martyrs", "wolves",
    "hawks", "eagles", "lions", "brotherhood", "volunteers", "jihad", "faction",
  ]

  /// What states' bodies are called too.
  private static let forceHeads: Set<String> = [
    "army", "force", "forces", "guard", "guards", "command", "units", "council", "congress",
  ]

  /// Words in the names of states' own bodies, which by themselves name no group.
  private static let ofStates: Set<String> = [
    "armed", "security", "defence", "defense", "national", "air", "ground", "land", "naval", "special",
    "royal",
    "federal", "republican", "presidential", "border", "coast", "police", "military", "state", "supreme",
    "joint",
    "task", "central", "internal", "regular", "strategic", "nuclear", "space", "missile", "city", "town",
    "municipal", "cabinet", "ministers", "governing", "ruling", "privy", "legislative", "northern",
    "southern",
    "eastern", "western", "regional", "local", "provincial", "former", "new", "general", "high", "commando",
    "operations", "interior", "home", "palace", "counter-terrorism", "counterterrorism", "elite",
    "opposition", "rebel", "government", "base", "main", "us", "u.s.",
  ]

  /// Words that tell a group even beside the name of a state.
  private static let ofGroups: Set<String> = [
    "democratic", "free", "freedom", "liberation", "resistance", "popular", "islamic", "mobilisation",
    "mobilization",
    "revolutionary", "independence", "salvation", "volunteer", "self-defence", "self-defense", "protection",
    "patriotic", "restoration", "redemption", "support", "unity", "united", "transitional", "justice",
  ]
}
