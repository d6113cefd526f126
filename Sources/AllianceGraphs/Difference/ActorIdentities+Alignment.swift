import Relations

extension ActorIdentities {
  /// The earlier graph with the actors that are the same called as in the later one, so that their relations compare.
  ///
  /// Of an actor that was split, a relation goes to that part which alone of all has it now; others stay as they were.
  /// A relation between actors that are one now stays between those of before.
  public func aligned(_ old: AllianceGraph, with new: AllianceGraph) -> AllianceGraph {
    if isEmpty { return old }
    var names: [ActorID: ActorID] = [:]
    for rename in renames { names[rename.before.id] = rename.after.id }
    for merge in merges { for actor in merge.before { names[actor.id] = merge.after[0].id } }
    let parts = Dictionary(uniqueKeysWithValues: splits.map { ($0.before[0].id, $0.after.map(\.id)) })

    var described: [ActorID: Set<ActorID>] = [:]
    let mentions = old.mentions.map { mention in
      var moved = mention
      moved.source = names[mention.source] ?? mention.source
      moved.target = names[mention.target] ?? mention.target
      if let part = Self.part(of: moved.source, parts, { new.edge(Relation($0, moved.type, moved.target)) }) {
        moved.source = part
      }
      if let part = Self.part(of: moved.target, parts, { new.edge(Relation(moved.source, moved.type, $0)) }) {
        moved.target = part
      }
      if moved.source == moved.target { moved = mention }
      moved.initiator = mention.initiator.map { $0 == mention.source ? moved.source : moved.target }
      described[mention.source, default: []].insert(moved.source)
      described[mention.target, default: []].insert(moved.target)
      return moved
    }
    let accounts = old.accounts.flatMap { account in
      var ids = described[account.actor.id] ?? []
      if ids.isEmpty { ids = [names[account.actor.id] ?? account.actor.id] }
      return Array(ids).canonical().map { id in
        var renamed = account
        renamed.actor.id = id
        return renamed
      }
    }
    return AllianceGraph(articles: old.articles, accounts: accounts, mentions: mentions)
  }

  private static func part(
    of actor: ActorID, _ parts: [ActorID: [ActorID]], _ edge: (ActorID) -> Edge?
  ) -> ActorID? {
    guard let parts = parts[actor] else { return nil }
    if parts.contains(actor), edge(actor) != nil { return nil }
    let bearers = parts.filter { edge($0) != nil }
    return bearers.count == 1 ? bearers[0] : nil
  }
}
