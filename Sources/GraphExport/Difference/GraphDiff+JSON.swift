import AllianceGraphs
import Relations

extension GraphDiff {
  /// The version of the JSON form of differences.
  public static let jsonVersion = 1

  /// The difference for programs, as JSON in UTF-8: relations `added`, `gone`, `changed` and of `otherEvidence` as the graph
  /// format writes them, those that changed with what changed about them and the evidence gained and lost; actors
  /// and articles that came and went. Relations of before have the ids that their actors have now.
  public func json() -> [UInt8] {
    var text = JSONText()
    text.object { text in
      text.member("format", "alliance-difference")
      text.member("version", Self.jsonVersion)
      text.key("isEmpty")
      text.bool(isEmpty)
      text.key("relations")
      text.object { text in
        text.key("added")
        text.array(added) { $0.write($1) }
        text.key("gone")
        text.array(gone) { $0.write($1) }
        text.key("changed")
        text.array(changed) { $0.write($1, isWhole: true) }
        text.key("otherEvidence")
        text.array(reworded) { $0.write($1, isWhole: false) }
      }
      text.key("actors")
      text.object { text in
        text.key("added")
        text.array(newActors) { $0.write($1) }
        text.key("gone")
        text.array(goneActors) { $0.write($1) }
        text.key("changed")
        text.array(changedActors) { text, change in
          text.object { text in
            text.key("before")
            text.write(change.before)
            text.key("after")
            text.write(change.after)
          }
        }
        text.key("split")
        text.array(identities.splits) { $0.write($1) }
        text.key("merged")
        text.array(identities.merges) { $0.write($1) }
      }
      text.key("articles")
      text.object { text in
        text.key("added")
        text.array(newArticles) { $0.write($1) }
        text.key("gone")
        text.array(goneArticles) { $0.write($1) }
      }
    }
    text.newline()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(_ actor: Actor) {
    object(inline: true) { text in
      text.member("id", actor.id)
      text.member("name", actor.name)
      text.member("kind", actor.kind.rawValue)
    }
  }

  fileprivate mutating func write(_ regrouping: ActorRegrouping) {
    object { text in
      text.key("before")
      text.array(regrouping.before) { $0.write($1) }
      text.key("after")
      text.array(regrouping.after) { $0.write($1) }
    }
  }

  /// - Parameter isWhole: whether to write the relation as it was and is with all evidence, or only what came and went.
  fileprivate mutating func write(_ change: RelationChange, isWhole: Bool) {
    object { text in
      text.member("source", change.after.source)
      text.member("type", change.after.type.rawValue)
      text.member("target", change.after.target)
      if isWhole {
        text.key("aspects")
        text.array(change.aspects) { $0.write($1) }
        text.flag("ended", change.hasEnded)
        text.key("before")
        text.write(change.before)
        text.key("after")
        text.write(change.after)
      } else {
        text.member("status", change.after.status.rawValue)
      }
      text.key("gained")
      text.array(change.gained) { $0.write($1) }
      text.key("lost")
      text.array(change.lost) { $0.write($1) }
    }
  }

  private mutating func write(_ aspect: RelationChange.Aspect) {
    object(inline: true) { text in
      switch aspect {
      case .status(let from, let to): text.members("status", from.rawValue, to.rawValue)
      case .disputed(let isDisputed):
        text.member("aspect", "disputed")
        text.key("to")
        text.bool(isDisputed)
      case .support(let from, let to): text.members("support", from.rawValue, to.rawValue)
      case .initiator(let from, let to): text.members("initiator", from, to)
      case .turned: text.member("aspect", "direction")
      case .type(let from, let to): text.members("type", from.rawValue, to.rawValue)
      }
    }
  }

  private mutating func members(_ aspect: String, _ from: String, _ to: String) {
    member("aspect", aspect)
    member("from", from)
    member("to", to)
  }
}
