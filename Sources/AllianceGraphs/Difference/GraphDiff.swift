import Relations

/// What joins two actors otherwise than before.
public struct RelationChange: Hashable, Sendable {
  public enum Aspect: Hashable, Sendable {
    case status(from: Status, to: Status)
    case disputed(Bool)
    case support(from: SupportKind, to: SupportKind)
    /// Another side is said to have attacked; where one of the graphs doesn't say, that is no change.
    case initiator(from: ActorID, to: ActorID)
    /// The same type of relation now points the other way.
    case turned
    /// A relation of another type takes the place of the only one that went.
    case type(from: RelationType, to: RelationType)
  }

  public let before: Edge
  public let after: Edge

  /// In the order in which `Aspect` declares them; empty only where nothing but evidence and confidence differ.
  public var aspects: [Aspect] {
    var result: [Aspect] = []
    if before.status != after.status { result.append(.status(from: before.status, to: after.status)) }
    if before.disputed != after.disputed { result.append(.disputed(after.disputed)) }
    if let old = before.support, let new = after.support, old != new {
      result.append(.support(from: old, to: new))
    }
    if let old = before.initiator, let new = after.initiator, old != new {
      result.append(.initiator(from: old, to: new))
    }
    if before.type != after.type {
      result.append(.type(from: before.type, to: after.type))
    } else if before.relation != after.relation {
      result.append(.turned)
    }
    return result
  }

  /// Whether it held before and is over now.
  public var hasEnded: Bool { before.status != .ended && after.status == .ended }

  /// Mentions that only the later graph has.
  public var gained: [RelationMention] { after.mentions.subtracting(before.mentions) }
  /// Mentions that only the earlier graph has.
  public var lost: [RelationMention] { before.mentions.subtracting(after.mentions) }
}

/// An actor that both graphs know but present differently, or by another id.
public struct ActorChange: Hashable, Sendable {
  public let before: Actor
  public let after: Actor
}

/// The difference between two graphs: what to take from the first and add to it to get the second, and what that means
/// for relations and actors. Actors are matched by id and, where these differ, by identity: relations of an actor that goes
/// by another name now are compared with those it had.
public struct GraphDiff: Hashable, Sendable {
  /// Actors known to both graphs under different ids.
  public let identities: ActorIdentities
  /// Relations of pairs that had none of the kind.
  public let added: [Edge]
  /// Relations that the later graph says nothing of. One that it says is over is a change of status.
  public let gone: [Edge]
  /// Relations whose reading, direction or type changed.
  public let changed: [RelationChange]
  /// Relations that both graphs read alike from different evidence.
  public let reworded: [RelationChange]

  /// Actors that only the later graph knows, those aside that it has from splits and under other ids.
  public let newActors: [Actor]
  /// Actors that only the earlier graph knows, those aside that were merged or have other ids.
  public let goneActors: [Actor]
  /// Actors whose name or kind changed, or their id.
  public let changedActors: [ActorChange]

  /// Records of articles that only the later, and only the earlier graph has.
  public let newArticles: [ArticleRecord]
  public let goneArticles: [ArticleRecord]

  let newAccounts: [ActorAccount]
  let goneAccounts: [ActorAccount]
  let newMentions: [RelationMention]
  let goneMentions: [RelationMention]

  /// Whether the two graphs are equal.
  public var isEmpty: Bool {
    newArticles.isEmpty && goneArticles.isEmpty && newAccounts.isEmpty && goneAccounts.isEmpty
      && newMentions.isEmpty && goneMentions.isEmpty
  }

  /// Relations that are over now, among those that changed.
  public var ended: [RelationChange] { changed.filter(\.hasEnded) }

  /// Compares two graphs. O(n) in their mentions, but for the pairs that differ.
  public init(from old: AllianceGraph, to new: AllianceGraph) {
    (newArticles, goneArticles) = new.articles.differences(from: old.articles)
    (newAccounts, goneAccounts) = new.accounts.differences(from: old.accounts)
    (newMentions, goneMentions) = new.mentions.differences(from: old.mentions)

    identities = ActorIdentities(from: old, to: new)
    let known = identities.actors
    newActors = new.actors.filter { old.actor($0.id) == nil && !known.contains($0.id) }
    goneActors = old.actors.filter { new.actor($0.id) == nil && !known.contains($0.id) }
    let presented = new.actors.compactMap { after -> ActorChange? in
      guard let before = old.actor(after.id) else { return nil }
      return before.name == after.name && before.kind == after.kind
        ? nil : ActorChange(before: before, after: after)
    }
    changedActors = (presented + identities.renames).sorted {
      Ordering($0.after.id, $1.after.id) == .before
    }

    // From here on the actors of before have the ids that they have now.
    let old = identities.aligned(old, with: new)
    var changes: [RelationChange] = []
    var reworded: [RelationChange] = []
    var departed: [Edge] = []
    var arrived: [Edge] = []
    // Both lists are in order: one pass over the two finds what they share.
    var (i, j) = (0, 0)
    while i < old.relations.count, j < new.relations.count {
      switch Relation.order(old.relations[i].relation, new.relations[j].relation) {
      case .before:
        departed.append(old.relations[i])
        i += 1
      case .after:
        arrived.append(new.relations[j])
        j += 1
      case .same:
        if !old.relations[i].rests(on: new.relations[j]) {
          let change = RelationChange(before: old.relations[i], after: new.relations[j])
          if !change.aspects.isEmpty {
            changes.append(change)
          } else if !change.before.mentions.isSame(as: change.after.mentions) {
            reworded.append(change)
          }
        }
        i += 1
        j += 1
      }
    }
    departed += old.relations[i...]
    arrived += new.relations[j...]
    let replacements = Self.replacements(of: departed, by: arrived)
    added = replacements.added
    gone = replacements.gone
    changed = (changes + replacements.changes)
      .sorted { Relation.order($0.after.relation, $1.after.relation) == .before }
    self.reworded = reworded
  }
}

extension Edge {
  /// Whether both rest on the same evidence and read it alike, so that nothing between them can have changed. (The same
  /// evidence reads otherwise where dates of articles or copies differ.)
  fileprivate func rests(on other: Edge) -> Bool {
    status == other.status && disputed == other.disputed && support == other.support
      && initiator == other.initiator && mentions.isSame(as: other.mentions)
  }
}

extension AllianceGraph {
  /// The graph with the difference made: `a.applying(GraphDiff(from: a, to: b)) == b`.
  public func applying(_ diff: GraphDiff) -> AllianceGraph {
    AllianceGraph(
      articles: articles.subtracting(diff.goneArticles) + diff.newArticles,
      accounts: accounts.subtracting(diff.goneAccounts) + diff.newAccounts,
      mentions: mentions.subtracting(diff.goneMentions) + diff.newMentions)
  }
}
