import AllianceGraphs
import Relations

/// Something that an analyst sets right in what was read.
public struct Correction: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// The relation is right: it counts as certain.
    case accept(Relation, in: Scope)
    /// The relation is wrong: it is left out.
    case reject(Relation, in: Scope)
    /// These actors are one: the last named.
    case merge([ActorID], into: ActorID)
    /// What the scope holds of the first is about another actor.
    case split(ActorID, in: SplitScope, into: ActorID, name: String?, kind: ActorKind?)
    case rename(ActorID, to: String)
    case setKind(ActorID, ActorKind)
  }

  /// Which mentions of a relation are meant; all of them where nothing is given.
  public struct Scope: Hashable, Sendable {
    /// The id of an article.
    public var article: String?
    /// The words of a quote, whose spaces do not matter.
    public var quote: String?

    public init(article: String? = nil, quote: String? = nil) {
      self.article = article
      self.quote = quote
    }
  }

  /// Which mentions of an actor are about another: those in these articles, and those whose quotes hold one of these
  /// names; both where both are given. One of them must be.
  public struct SplitScope: Hashable, Sendable {
    public var articles: [String]
    public var aliases: [String]

    public init(articles: [String] = [], aliases: [String] = []) {
      self.articles = articles
      self.aliases = aliases
    }
  }

  public var change: Change
  /// Why, for people.
  public var note: String?

  public init(_ change: Change, note: String? = nil) {
    self.change = change
    self.note = note
  }
}

extension Correction: CustomStringConvertible {
  /// "reject rsf fighting egypt (in 'sudan-2023-04')".
  public var description: String {
    func words(_ relation: Relation) -> String {
      "\(relation.source) \(relation.type.rawValue) \(relation.target)"
    }
    func place(_ scope: Scope) -> String {
      let parts = [scope.article.map { "in '\($0)'" }, scope.quote.map { "where it says “\($0)”" }]
        .compactMap(\.self)
      return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }
    switch change {
    case .accept(let relation, let scope): return "accept \(words(relation))\(place(scope))"
    case .reject(let relation, let scope): return "reject \(words(relation))\(place(scope))"
    case .merge(let actors, let into): return "merge \(actors.joined(separator: ", ")) into \(into)"
    case .split(let actor, let scope, let into, let name, let kind):
      let parts =
        [
          scope.articles.isEmpty ? nil : "in \(scope.articles.map { "'\($0)'" }.joined(separator: ", "))",
          scope.aliases.isEmpty ? nil : "as \(scope.aliases.map { "“\($0)”" }.joined(separator: ", "))",
        ].compactMap(\.self)
      let named = [name.map { "“\($0)”" }, kind.map(\.rawValue)].compactMap(\.self)
      return "split \(actor) \(parts.joined(separator: ", ")) into \(into)"
        + (named.isEmpty ? "" : " (\(named.joined(separator: ", ")))")
    case .rename(let actor, let name): return "rename \(actor) to “\(name)”"
    case .setKind(let actor, let kind): return "make \(actor) a \(kind.rawValue)"
    }
  }
}
