import AllianceGraphs
import Relations

/// A graph with corrections made, and what became of them.
public struct CorrectedGraph: Sendable {
  public var graph: AllianceGraph
  /// The relations that an analyst has confirmed, in full or for some of their quotes.
  public var accepted: Set<Relation> = []
  /// For each correction whether it met anything in the graph.
  public var hadEffect: [Bool] = []
}

extension AllianceGraph {
  /// The graph with corrections made in their order. Those that meet nothing change nothing, so that making them again
  /// changes nothing either. Each linear in the size of the graph.
  public func corrected(by corrections: [Correction]) -> CorrectedGraph {
    var state = GroundTruth(self)
    var accepted: Set<Relation> = []
    var hadEffect: [Bool] = []
    for correction in corrections {
      let met: Bool
      switch correction.change {
      case .accept(let relation, let scope):
        met = state.accept(relation, scope)
        if met { accepted.insert(relation) }
      case .reject(let relation, let scope): met = state.reject(relation, scope)
      case .merge(let actors, let into):
        met = state.merge(actors, into: into)
        let one = { (end: ActorID) in actors.contains(end) ? into : end }
        accepted = Set(accepted.map { Relation(one($0.source), $0.type, one($0.target)) })
      case .split(let actor, let scope, let into, let name, let kind):
        met = state.split(actor, scope, into: into, name: name, kind: kind)
      case .rename(let actor, let name): met = state.rename(actor, to: name)
      case .setKind(let actor, let kind): met = state.setKind(of: actor, to: kind)
      }
      hadEffect.append(met)
    }
    let graph = hadEffect.contains(true) ? state.graph : self
    return CorrectedGraph(
      graph: graph, accepted: accepted.filter { graph.edge($0) != nil }, hadEffect: hadEffect)
  }
}

/// What a graph is folded from, while corrections are made to it.
private struct GroundTruth {
  private let articles: [ArticleRecord]
  private var accounts: [ActorAccount]
  private var mentions: [RelationMention]

  init(_ graph: AllianceGraph) {
    articles = graph.articles
    accounts = graph.accounts
    mentions = graph.mentions
  }

  var graph: AllianceGraph { AllianceGraph(articles: articles, accounts: accounts, mentions: mentions) }

  mutating func accept(_ relation: Relation, _ scope: Correction.Scope) -> Bool {
    var met = false
    for index in mentions.indices where mentions[index].isMeant(relation, scope) {
      mentions[index].confidence = 1
      met = true
    }
    return met
  }

  mutating func reject(_ relation: Relation, _ scope: Correction.Scope) -> Bool {
    let count = mentions.count
    mentions.removeAll { $0.isMeant(relation, scope) }
    return mentions.count < count
  }

  mutating func merge(_ actors: [ActorID], into: ActorID) -> Bool {
    let others = Set(actors).subtracting([into])
    guard accounts.contains(where: { others.contains($0.actor.id) }) else { return false }
    // The one they become keeps its name and kind; where it is new, it has those of the first.
    let graph = graph
    let known = ([into] + actors).lazy.compactMap { graph.actor($0) }.first!
    for index in accounts.indices where others.contains(accounts[index].actor.id) {
      let old = accounts[index].actor
      accounts[index].actor = Actor(
        id: into, name: known.name, kind: known.kind, aliases: (old.aliases + [old.name]).unique)
    }
    joinAccounts(of: into)
    replaceEnds { end, _ in others.contains(end) ? into : end }
    return true
  }

  mutating func split(
    _ actor: ActorID, _ scope: Correction.SplitScope, into: ActorID, name: String?, kind: ActorKind?
  ) -> Bool {
    let keys = scope.aliases.map(searchKey)
    func isMeant(_ mention: RelationMention) -> Bool {
      if !scope.articles.isEmpty, !scope.articles.contains(mention.evidence.article) { return false }
      if keys.isEmpty { return !scope.articles.isEmpty }
      let quote = " \(phrase(mention.evidence.text)) "
      return scope.aliases.contains { quote.contains(" \(phrase($0)) ") }
    }
    let moved = mentions.filter { ($0.source == actor || $0.target == actor) && isMeant($0) }
    guard !moved.isEmpty else { return false }
    let old = graph
    let known = old.actor(into)
    let before = old.actor(actor)
    let isMoved = Set(moved)
    mentions = mentions.compactMap { mention in
      isMoved.contains(mention) ? mention.replacingEnds { $0 == actor ? into : $0 } : mention
    }
    let from = Set(moved.map(\.evidence.article))
    let left = Set(
      mentions.filter { $0.source == actor || $0.target == actor }.map(\.evidence.article))
    var remaining: [ActorAccount] = []
    for var account in accounts {
      guard account.actor.id == actor, let article = account.article, from.contains(article) else {
        remaining.append(account)
        continue
      }
      let aliases = account.actor.aliases
      let isOther = { (alias: String) in keys.contains(searchKey(alias)) }
      remaining.append(
        ActorAccount(
          article: article,
          actor: Actor(
            id: into, name: name ?? known?.name ?? scope.aliases.first ?? into,
            kind: kind ?? known?.kind ?? before?.kind ?? .other,
            aliases: keys.isEmpty ? aliases : (aliases.filter(isOther) + scope.aliases).unique)))
      if left.contains(article) {
        account.actor.aliases.removeAll(where: isOther)
        remaining.append(account)
      }
    }
    accounts = remaining
    // An article that is mentioned without an account of the actor: graphs written by hand.
    for article in from.sorted()
    where !accounts.contains(where: { $0.actor.id == into && $0.article == article }) {
      accounts.append(
        ActorAccount(
          article: article,
          actor: Actor(
            id: into, name: name ?? known?.name ?? scope.aliases.first ?? into,
            kind: kind ?? known?.kind ?? before?.kind ?? .other, aliases: scope.aliases)))
    }
    // Whoever is left nowhere but in mentions without articles of its own keeps an account.
    if !left.isEmpty, let before, !accounts.contains(where: { $0.actor.id == actor }) {
      accounts.append(ActorAccount(article: nil, actor: before))
    }
    joinAccounts(of: into)
    return true
  }

  mutating func rename(_ actor: ActorID, to name: String) -> Bool {
    change(actor) { account in
      if account.name != name { account.aliases = (account.aliases + [account.name]).unique }
      account.name = name
    }
  }

  mutating func setKind(of actor: ActorID, to kind: ActorKind) -> Bool {
    change(actor) { $0.kind = kind }
  }

  private mutating func change(_ actor: ActorID, _ body: (inout Actor) -> Void) -> Bool {
    var met = false
    for index in accounts.indices where accounts[index].actor.id == actor {
      var changed = accounts[index].actor
      body(&changed)
      accounts[index] = ActorAccount(article: accounts[index].article, actor: changed)
      met = true
    }
    return met
  }

  /// Makes one account of several that an article gives of an actor, as a merger leaves them.
  private mutating func joinAccounts(of actor: ActorID) {
    var result: [ActorAccount] = []
    var places: [String?: Int] = [:]
    for account in accounts {
      if account.actor.id == actor, let place = places[account.article] {
        var joined = result[place].actor
        joined.aliases = (joined.aliases + account.actor.aliases).unique
        result[place] = ActorAccount(article: account.article, actor: joined)
      } else {
        if account.actor.id == actor { places[account.article] = result.count }
        result.append(account)
      }
    }
    accounts = result
  }

  private mutating func replaceEnds(_ new: (ActorID, RelationMention) -> ActorID) {
    mentions = mentions.compactMap { mention in mention.replacingEnds { new($0, mention) } }
  }
}

/// The words of a text as they are compared; unlike those of a name, with a leading article.
private func phrase(_ text: String) -> Substring { searchKey("x " + text).dropFirst(2) }

extension RelationMention {
  fileprivate func isMeant(_ relation: Relation, _ scope: Correction.Scope) -> Bool {
    guard self.relation == relation else { return false }
    if let article = scope.article, article != evidence.article { return false }
    guard let quote = scope.quote else { return true }
    let words = evidence.text.split(whereSeparator: \.isWhitespace)
    return words.elementsEqual(quote.split(whereSeparator: \.isWhitespace))
  }

  /// The mention with other ends; nil where that would join an actor with itself.
  fileprivate func replacingEnds(_ new: (ActorID) -> ActorID) -> RelationMention? {
    var result = self
    result.source = new(source)
    result.target = new(target)
    result.initiator = initiator.map(new)
    return result.source == result.target ? nil : result
  }
}

extension [String] {
  fileprivate var unique: [String] { Set(self).sorted() }
}
