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
    case .token(let i):
      var result: [Argument] = []
      for part in tree.coordinated(i) + companions(tree, i) {
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
    tree.children(i, .nmod).filter {
      ["alongside", "along_with", "together_with", "as_well_as"].contains(tree.preposition($0) ?? "")
    }.flatMap(tree.coordinated)
  }

  private func single(_ tree: SentenceTree, _ i: Int, depth: Int) -> [Argument] {
    guard depth < 5 else { return [] }
    let s = tree.index
    if let mention = document.mentions[s][i] {
      return mention.actors.map { Argument(actor: $0, token: i, path: .direct) }
    }
    if let span = document.names[s][i] {
      switch span.sense {
      case .place: return holders(tree, i)
      case .nobody: return []
      default:
        // A token inside a name: the name's head decides.
        return span.head == i ? [] : single(tree, span.head, depth: depth + 1)
      }
    }
    let classes = words.classes(of: tree.lemma(i))
    if classes.contains(.place) || classes.contains(.position) {
      let holders = holders(tree, i)
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
    if classes.contains(.civilian) { return [] }
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
      case .token(let token):
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
  func holders(_ tree: SentenceTree, _ i: Int) -> [Argument] {
    for child in tree.children(i, .acl) where tree.lemma(child) == "belong" {
      for owner in tree.children(child, .obl) where tree.preposition(owner) == "to" {
        let inner = tree.coordinated(owner).flatMap { single(tree, $0, depth: 1) }
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
        let inner = tree.coordinated(agent).flatMap { single(tree, $0, depth: 1) }
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
