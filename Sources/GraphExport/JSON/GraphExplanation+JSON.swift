import AllianceGraphs
import Relations

extension GraphExplanation {
  /// The explanation for programs, as JSON in UTF-8: `relations`, each with its `evidence` and what found it, and `actors`,
  /// each with what was `joined` to it in which article.
  public func json(of subject: ExplanationSubject = .everything) -> [UInt8] {
    var text = JSONText()
    text.object { text in
      text.member("format", "alliance-explanation")
      text.member("version", 1)
      text.key("relations")
      text.array(edges(subject)) { text, edge in
        text.object { text in
          text.member("source", edge.source)
          text.member("type", edge.type.rawValue)
          text.member("target", edge.target)
          text.member("status", edge.status.rawValue)
          text.member("confidence", edge.confidence)
          text.key("evidence")
          text.array(edge.mentions) { text, mention in text.write(mention, explanation(of: mention)) }
        }
      }
      text.key("actors")
      text.array(actors(subject)) { text, actor in
        text.object { text in
          text.member("id", actor.id)
          text.member("name", actor.name)
          text.member("kind", actor.kind.rawValue)
          text.key("joined")
          text.array(joinings(of: actor.id)) { text, article in
            text.object { text in
              text.member("article", article.article)
              text.key("by")
              text.array(article.joinings) { text, joining in text.write(joining) }
            }
          }
        }
      }
    }
    text.newline()
    return text.bytes
  }
}

extension JSONText {
  fileprivate mutating func write(_ mention: RelationMention, _ why: MentionExplanation?) {
    object { text in
      let evidence = mention.evidence
      text.member("article", evidence.article)
      text.member("start", evidence.range.lowerBound)
      text.member("end", evidence.range.upperBound)
      text.member("text", evidence.text)
      text.member("status", mention.status.rawValue)
      text.member("statusCue", why?.statusCue)
      text.member("attribution", evidence.attribution)
      text.member("confidence", mention.confidence)
      text.member("rule", evidence.rule)
      text.member("definition", why?.definition)
      if let least = why?.leastConfidence { text.member("leastConfidence", least) }
      text.member("trigger", why?.trigger ?? evidence.triggerText)
      guard let why else { return }
      for (key, end) in [("source", why.source), ("target", why.target)] {
        text.key(key)
        text.object { text in
          text.member("expression", end.expression)
          text.member("rule", end.resolution.rule)
          text.member("meaning", end.resolution.meaning)
          text.member("path", end.path)
        }
      }
      for (key, reasons) in [("for", why.reasonsFor), ("against", why.reasonsAgainst)] {
        text.key(key)
        text.array(reasons) { text, reason in
          text.object(inline: true) { text in
            text.member("reason", reason.words)
            text.member("weight", reason.weight)
          }
        }
      }
    }
  }

  fileprivate mutating func write(_ joining: ActorExplanation.Joining) {
    object { text in
      text.member("rule", joining.resolution.rule)
      text.member("meaning", joining.resolution.meaning)
      text.key("expressions")
      text.array(joining.expressions) { text, expression in
        text.object(inline: true) { text in
          text.member("text", expression.text)
          text.member("count", expression.count)
        }
      }
    }
  }
}
