import Relations

/// How one article presents an actor. The actors of a graph are folds over these.
public struct ActorAccount: Hashable, Sendable {
  /// The `id` of the article; nil where a graph names an actor without saying whence.
  public var article: String?
  public var actor: Actor

  public init(article: String?, actor: Actor) {
    self.article = article
    self.actor = actor
    self.actor.aliases = actor.aliases.canonical()
  }
}

extension ActorAccount {
  /// What an article says of an actor that it names and does not describe.
  static func undescribed(_ id: ActorID, in article: String) -> ActorAccount {
    ActorAccount(article: article, actor: Actor(id: id, name: id, kind: .other, aliases: []))
  }
}

extension ActorAccount: CanonicallyOrdered {
  package static func order(_ a: Self, _ b: Self) -> Ordering {
    Ordering(a.actor.id, b.actor.id)
      .then(Ordering(a.article, b.article))
      .then(Ordering(a.actor.name, b.actor.name))
      .then(Ordering(declared: a.actor.kind, b.actor.kind))
      .then(order(a.actor.aliases, b.actor.aliases))
  }

  private static func order(_ a: [String], _ b: [String]) -> Ordering {
    for (x, y) in zip(a, b) {
      let order = Ordering(x, y)
      if order != .same { return order }
    }
    return Ordering(a.count, b.count)
  }
}

extension Actor {
  /// The actor that accounts of one id agree on best: the name and the kind that most articles give it. Among names
  /// equally frequent the longest, then the first in order; among kinds the one declared first. All aliases.
  init(folding accounts: ArraySlice<ActorAccount>) {
    precondition(!accounts.isEmpty, "an actor needs an account")
    let first = accounts.first!.actor
    if accounts.allSatisfy({ $0.actor.isPresented(as: first) }) {
      self = first
      return
    }
    let id = accounts.first!.actor.id
    // A name that only repeats the id was made up for want of one.
    let name = Self.mostReported(accounts, \.actor.name) { a, b in
      Ordering(a == id, b == id)
        .then(Ordering(b.utf8.count, a.utf8.count))
        .then(Ordering(a, b))
    }
    let kind = Self.mostReported(accounts, \.actor.kind) { a, b in Ordering(declared: a, b) }
    self.init(id: id, name: name, kind: kind, aliases: accounts.flatMap(\.actor.aliases).canonical())
  }

  /// Whether all but the id is the same, byte for byte.
  private func isPresented(as other: Actor) -> Bool {
    kind == other.kind && Ordering(name, other.name) == .same && aliases.isSame(as: other.aliases)
  }

  /// The value that most articles give; `order` settles draws.
  private static func mostReported<Value: Hashable>(
    _ accounts: ArraySlice<ActorAccount>, _ value: (ActorAccount) -> Value,
    order: (Value, Value) -> Ordering
  ) -> Value {
    guard accounts.count > 1 else { return value(accounts.first!) }
    var articles: [Value: Set<String>] = [:]
    for account in accounts {
      articles[value(account), default: []].insert(account.article ?? "")
    }
    let ranked = accounts.map(value).min { a, b in
      Ordering(articles[b]!.count, articles[a]!.count).then(order(a, b)) == .before
    }
    return ranked!
  }
}
