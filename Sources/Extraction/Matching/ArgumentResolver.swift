import Documents

/// How an argument of a predicate leads to an actor.
enum ArgumentPath: String {
  /// The argument is a mention of the actor.
  case direct
  /// "dozens of rebels", "members of Hamas".
  case part
  /// "Taliban positions", "the group's headquarters": something that belongs to the actor.
  case possession
  /// "the rebel-held town": a place that the actor holds.
  case holder
  /// "Ukrainian cities", "a village in southern Lebanon": a place in the state's land.
  case territory
  /// "the Syrian campaign": an action that stands for who acts.
  case event
  /// "Israel's settlement plan", "Iran's nuclear programme": anything else of the actor's.
  case thing
}

/// An actor in a role of a predicate.
struct Argument: Hashable {
  var actor: Int
  /// The token that heads the argument.
  var token: Int
  var path: ArgumentPath
}

/// What fills a slot of a predicate: a token to be resolved, or actors that are known already.
enum Filler: Hashable {
  case token(Int)
  /// The token alone, without what is coordinated with it: what "Iran-backed" modifies.
  case alone(Int)
  case actors([Int], token: Int)
}

/// Follows the arguments of predicates to actors.
struct ArgumentResolver {
  let document: ResolvedDocument
  let words: WordClasses
  let slots: SlotFinder

  func arguments(_ tree: SentenceTree, _ filler: Filler) -> [Argument] {
    switch filler {
    case .actors(let actors, let token):
      return actors.map { Argument(actor: $0, token: token, path: .direct) }
    case .alone(let i):
      // "Iran-backed militias, including Hezbollah"
      return ([i] + members(tree, among: [i])).flatMap { single(tree, $0, depth: 0) }
    case .token(let i):
      var result: [Argument] = []
      for part in tree.coordinated(i) + companions(tree, i) + members(tree, among: tree.coordinated(i)) {
        for argument in single(tree, part, depth: 0)
        where !result.contains(where: { $0.actor == argument.actor }) {
          result.append(argument)
        }
      }
      return result
    }
  }

  /// Those beside whom the argument acts: "Syrian forces alongside Hezbollah".
  private func companions(_ tree: SentenceTree, _ i: Int) -> [Int] {
    (0..<tree.count).filter { k in
      k != i && companionHead(tree, k) == i
        || tree.relation(k) == .nmod && tree.head(k) == i && tree.preposition(k) == "as_well_as"
    }.flatMap(tree.coordinated) + escorts(tree, i).flatMap(tree.coordinated)
  }

  /// The noun beside which another is named: "the United States, together with Britain", "Syrian forces alongside Hezbollah".
  func companionHead(_ tree: SentenceTree, _ k: Int) -> Int? {
    guard [.nmod, .obl].contains(tree.relation(k)), let head = tree.head(k),
      let marker = tree.child(k, .case)
    else { return nil }
    let preposition = tree.preposition(k) ?? ""
    let isJoined =
      preposition == "with" && marker > 0
      && ["together", "along", "jointly"].contains(tree.form(marker - 1).lowercased())
    guard isJoined || ["alongside", "along_with", "together_with"].contains(preposition) else { return nil }
    if tree.relation(k) == .nmod, tree.isNominal(head), head < k { return head }
    guard isJoined || preposition.hasSuffix("with") else { return nil }
    // The adverb may carry the phrase, or the verb behind it.
    var node = head
    if node == marker - 1, let above = tree.head(node) { node = above }
    if tree.isNominal(node), !tree.isVerb(node) { return node < k ? node : nil }
    guard tree.isVerb(node), k < node, let subject = tree.child(node, .nsubj), subject < k else { return nil }
    return subject
  }

  /// The armed who are said to go with somebody: "a convoy accompanied by mercenaries".
  func escorts(_ tree: SentenceTree, _ i: Int) -> [Int] {
    tree.children(i, .acl).filter {
      ["accompany", "escort", "flank", "join"].contains(tree.lemma($0)) && slots.isPassive(tree, $0)
    }.flatMap { clause in
      tree.children(clause, .obl).filter {
        tree.preposition($0) == "by"
          && !words.classes(of: tree.lemma($0)).isDisjoint(with: [.fighter, .force])
      }
    }
  }

  /// Those whom a collective is said to include ("rebels, including the Front and …"), and names that the tree takes for
  /// appositions where they are items of a list.
  private func members(_ tree: SentenceTree, among parts: [Int]) -> [Int] {
    var result: [Int] = []
    for part in parts {
      for child in tree.children(part, .nmod, .obl, .conj)
      where tree.tag(part) == "NNS"
        && ["including", "such_as", "like"].contains(tree.preposition(child) ?? "")
      {
        result += tree.coordinated(child)
      }
      let next = tree.children(part, .conj).first
      for child in tree.children(part, .appos) where next.map({ child < $0 }) == true {
        if document.mentions[tree.index][part]?.form == .name,
          document.mentions[tree.index][child]?.form == .name
        {
          result.append(child)
        }
      }
    }
    return result
  }

  private static let others: Set<String> = [
    "enemy", "foe", "rival", "opponent", "critic", "adversary", "nemesis", "antagonist", "ally", "partner",
    "backer",
    "patron", "sponsor", "friend", "neighbor", "neighbour", "protector", "proxy", "client", "challenger",
    "detractor",
  ]
  private static let reflexives: Set<String> = [
    "itself", "himself", "herself", "themselves", "ourselves", "myself", "yourself", "yourselves",
  ]

  private func single(_ tree: SentenceTree, _ i: Int, depth: Int) -> [Argument] {
    guard depth < 5, !Self.reflexives.contains(tree.lemma(i)) else { return [] }
    let s = tree.index
    if let mention = document.mentions[s][i] {
      if mention.rule == "body.of-state-here" {
        // "drones from the coalition", "troops of India and France": theirs, not those of the state in question.
        let owners = tree.children(i, .nmod).filter { ["from", "of"].contains(tree.preposition($0) ?? "") }
          .flatMap(tree.coordinated).flatMap { document.mentions[s][$0]?.actors ?? [] }
        if !owners.isEmpty { return owners.map { Argument(actor: $0, token: i, path: .possession) } }
      }
      return mention.actors.map { Argument(actor: $0, token: i, path: .direct) }
    }
    if let span = document.names[s][i] {
      switch span.sense {
      case .place: return holders(tree, i, depth: depth)
      case .nobody: return []
      default:
        // A token inside a name: the name's head decides.
        return span.head == i ? [] : single(tree, span.head, depth: depth + 1)
      }
    }
    if let antecedent = antecedent(tree, i) { return single(tree, antecedent, depth: depth + 1) }
    let classes = words.classes(of: tree.lemma(i))
    if tree.relation(i) == .appos, let head = tree.head(i),
      !classes.isDisjoint(with: [.country, .group, .coalition, .person, .side, .member, .community]),
      classes.isDisjoint(with: [.place, .position, .civilian]),
      let mention = document.mentions[s][head], mention.form != .modifier
    {
      // "Chad, a country that …", "the Front, a rebel group backed by …"
      return mention.actors.map { Argument(actor: $0, token: i, path: .direct) }
    }
    if classes.contains(.place) || classes.contains(.position) {
      let holders = holders(tree, i, depth: depth)
      if !holders.isEmpty { return holders }
    }
    if classes.contains(.partitive) || tree.partOfSpeech(i) == .numeral || classes.contains(.member)
      || classes.contains(.group) || classes.contains(.person)
    {
      for child in tree.children(i, .nmod, .obl)
      where ["of", "from", "among", "in"].contains(tree.preposition(child) ?? "") {
        let inner = tree.coordinated(child).flatMap { single(tree, $0, depth: depth + 1) }
        // "companies in Hong Kong" are not Hong Kong's.
        if tree.preposition(child) == "in",
          inner.contains(where: { !document.register[$0.actor].isCoalition })
        {
          continue
        }
        if !inner.isEmpty { return inner.map { Argument(actor: $0.actor, token: i, path: .part) } }
      }
    }
    // The enemies, rivals and allies of an actor are others.
    if classes.contains(.civilian) || Self.others.contains(tree.lemma(i)) { return [] }
    var owners = document.owners[s][i]
    if owners.isEmpty, classes.contains(.event) { owners = agents(tree, i, depth: depth) }
    guard !owners.isEmpty else {
      if classes.contains(.position) || classes.contains(.event) {
        for child in tree.children(i, .nmod) where tree.preposition(child) == "of" {
          return tree.coordinated(child).flatMap { single(tree, $0, depth: depth + 1) }.map {
            Argument(actor: $0.actor, token: i, path: .possession)
          }
        }
      }
      return []
    }
    let path: ArgumentPath
    if !classes.isDisjoint(with: [.position, .force, .authority, .title, .member]) {
      path = .possession
    } else if classes.contains(.event) {
      path = .event
    } else if classes.contains(.place) || classes.contains(.person) {
      return []
    } else {
      path = .thing
    }
    return owners.map { Argument(actor: $0, token: i, path: path) }
  }

  /// The noun that a relative pronoun stands for.
  private func antecedent(_ tree: SentenceTree, _ i: Int) -> Int? {
    guard ["WDT", "WP"].contains(tree.tag(i)) else { return nil }
    var node = i
    while let head = tree.head(node) {
      if tree.label(node).isRelativeClause, tree.relation(node) == .acl { return head < i ? head : nil }
      if tree.isVerb(node), tree.relation(node) != .conj { return nil }
      node = head
    }
    return nil
  }

  /// Who acts in an event: "an attack by the group", "the strikes that the coalition launched".
  private func agents(_ tree: SentenceTree, _ n: Int, depth: Int) -> [Int] {
    var fillers = slots.owner(tree, n)
    for child in tree.children(n, .nmod, .obl) where tree.preposition(child) == "by" {
      fillers.append(.token(child))
    }
    var result: [Int] = []
    for filler in fillers {
      switch filler {
      case .actors(let actors, _): result += actors
      case .token(let token), .alone(let token):
        guard token != n else { continue }
        result += tree.coordinated(token).flatMap { single(tree, $0, depth: depth + 1) }.map(\.actor)
      }
    }
    return result
  }

  private static let holding: Set<String> = [
    "hold", "control", "run", "occupy", "dominate", "administer", "rule", "seize", "capture", "held",
  ]

  /// Who holds a place, as the text says: "the rebel-held town", "a city controlled by the group".
  func holders(_ tree: SentenceTree, _ i: Int, depth: Int = 0) -> [Argument] {
    for child in tree.children(i, .acl) where tree.lemma(child) == "belong" {
      for owner in tree.children(child, .obl) where tree.preposition(owner) == "to" {
        let inner = tree.coordinated(owner).flatMap { single(tree, $0, depth: depth + 1) }
        if !inner.isEmpty { return inner.map { Argument(actor: $0.actor, token: i, path: .possession) } }
      }
    }
    for child in tree.children(i, .amod, .acl, .compound) {
      guard Self.holding.contains(tree.lemma(child)) || Self.holding.contains(tree.form(child).lowercased())
      else { continue }
      if child >= 2, tree.form(child - 1) == "-", child < i {
        let first = child - 2
        let inner = named(tree, first)
        if !inner.isEmpty { return inner.map { Argument(actor: $0, token: i, path: .holder) } }
      }
      for agent in tree.children(child, .obl) where tree.preposition(agent) == "by" {
        let inner = tree.coordinated(agent).flatMap { single(tree, $0, depth: depth + 1) }
        if !inner.isEmpty { return inner.map { Argument(actor: $0.actor, token: i, path: .holder) } }
      }
      for inner in tree.children(child, .compound, .obl, .nsubj, .amod) where inner < child {
        let actors = named(tree, inner)
        if !actors.isEmpty { return actors.map { Argument(actor: $0, token: i, path: .holder) } }
      }
    }
    return []
  }

  /// The actors that a token names, as the first part of a compound: "rebel", "ISIL", "government".
  func named(_ tree: SentenceTree, _ i: Int) -> [Int] {
    let head = document.names[tree.index][i]?.head ?? i
    if let mention = document.mentions[tree.index][head] { return mention.actors }
    return []
  }
}
