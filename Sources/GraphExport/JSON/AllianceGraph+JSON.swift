import AllianceGraphs
import Relations

extension AllianceGraph {
  /// The version of the JSON format that this package writes and reads.
  public static let jsonVersion = 1

  /// The graph as canonical JSON in UTF-8: the same graph is always the same bytes, and reading them gives an equal
  /// graph. Linear.
  ///
  /// `articles`, `actors` and `relations` stand in order. What a relation says of itself is the fold over its
  /// `evidence`, each piece of which carries its own reading. An actor lists under `articles` how the single articles
  /// present it where that doesn't follow: without the list, it is presented so in all articles with evidence about it.
  public func json() -> [UInt8] {
    var text = JSONText()
    let evidence = EvidenceArticles(self)
    text.object { text in
      text.member("format", "alliance-graph")
      text.member("version", Self.jsonVersion)
      text.key("articles")
      text.array(articles) { text, article in
        text.write(article)
      }
      text.key("actors")
      // Accounts stand in the order of their actors.
      var start = 0
      text.array(actors.enumerated()) { text, entry in
        let (number, actor) = entry
        var end = start
        while end < accounts.count, Ordering(accounts[end].actor.id, actor.id) == .same { end += 1 }
        let own = accounts[start..<end]
        start = end
        let areImplied = areImplied(own, by: actor, articles: evidence[number])
        text.write(actor, accounts: areImplied ? nil : own)
      }
      text.key("relations")
      text.array(relations) { text, edge in text.write(edge) }
    }
    text.newline()
    return text.bytes
  }

  /// Whether the accounts are what an actor stands for without a list of them.
  private func areImplied(
    _ accounts: ArraySlice<ActorAccount>, by actor: Actor, articles numbers: ArraySlice<Int32>
  ) -> Bool {
    if numbers.isEmpty {
      return accounts.count == 1 && accounts.first!.article == nil && accounts.first!.actor.isSame(as: actor)
    }
    return accounts.count == numbers.count
      && zip(accounts, numbers).allSatisfy { account, number in
        Ordering(account.article, articles[Int(number)].id) == .same && account.actor.isSame(as: actor)
      }
  }
}

extension Actor {
  /// Byte for byte.
  fileprivate func isSame(as other: Actor) -> Bool {
    kind == other.kind && Ordering(name, other.name) == .same && aliases.isSame(as: other.aliases)
  }
}

extension ActorAccount {
  /// What an actor without a list of articles stands for.
  static func implied(by actor: Actor, articles: [String]) -> [ActorAccount] {
    articles.isEmpty
      ? [ActorAccount(article: nil, actor: actor)]
      : articles.map { ActorAccount(article: $0, actor: actor) }
  }
}

extension JSONText {
  /// What is known of an article, as in the graph format.
  mutating func write(_ article: ArticleRecord) {
    object { text in
      text.member("id", article.id)
      text.member("title", article.title)
      text.member("date", article.date)
      text.member("publisher", article.publisher)
      text.member("url", article.url)
      text.member("copyOf", article.copyOf)
    }
  }

  fileprivate mutating func write(_ actor: Actor, accounts: ArraySlice<ActorAccount>?) {
    object { text in
      text.member("id", actor.id)
      text.member("name", actor.name)
      text.member("kind", actor.kind.rawValue)
      text.key("aliases")
      text.array(actor.aliases, inline: true) { $0.string($1) }
      guard let accounts else { return }
      text.key("articles")
      text.array(accounts) { text, account in
        text.object(inline: true) { text in
          text.member("article", account.article)
          if Ordering(account.actor.name, actor.name) != .same { text.member("name", account.actor.name) }
          if account.actor.kind != actor.kind { text.member("kind", account.actor.kind.rawValue) }
          if !account.actor.aliases.isSame(as: actor.aliases) {
            text.key("aliases")
            text.array(account.actor.aliases) { $0.string($1) }
          }
        }
      }
    }
  }

  /// A relation with all its evidence, as in the graph format.
  mutating func write(_ edge: Edge) {
    object { text in
      text.member("source", edge.source)
      text.member("type", edge.type.rawValue)
      text.member("target", edge.target)
      text.member("support", edge.support?.rawValue)
      text.member("status", edge.status.rawValue)
      text.flag("disputed", edge.disputed)
      text.member("initiator", edge.initiator)
      text.member("confidence", edge.confidence)
      text.key("evidence")
      text.array(edge.mentions) { $0.write($1) }
    }
  }

  /// A piece of evidence, as in the graph format.
  mutating func write(_ mention: RelationMention) {
    object { text in
      let evidence = mention.evidence
      text.member("article", evidence.article)
      text.member("start", evidence.range.lowerBound)
      text.member("end", evidence.range.upperBound)
      text.member("text", evidence.text)
      text.key("trigger")
      text.object(inline: true) { text in
        text.member("start", evidence.trigger.lowerBound)
        text.member("end", evidence.trigger.upperBound)
      }
      text.member("rule", evidence.rule)
      text.member("support", mention.support?.rawValue)
      text.member("status", mention.status.rawValue)
      text.flag("disputed", mention.disputed)
      text.member("initiator", mention.initiator)
      text.member("confidence", mention.confidence)
      text.member("attribution", evidence.attribution)
      guard let held = evidence.held else { return }
      text.key("held")
      text.object(inline: true) { text in
        text.member("from", held.from)
        text.member("until", held.until)
      }
    }
  }
}
