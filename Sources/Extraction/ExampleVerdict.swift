import Documents
import Relations

/// How a frame does on one of its examples.
package struct ExampleVerdict: Hashable, Sendable {
  package var example: FrameExample
  /// Whom it should have related and didn't.
  package var missed: [FrameExample.Pair]
  /// Whom it related in a sentence in which it should have found nothing.
  package var misfired: [FrameExample.Pair]
  /// Other rules that found relations of the frame's type, in the order of the text.
  package var otherRules: [String]

  package var isRight: Bool { missed.isEmpty && misfired.isEmpty }
}

extension Extractor {
  package var lexicon: FrameLexicon { frames }

  /// Tries a frame on an example.
  ///
  /// - Parameter parse: analyses the sentence.
  package func verdict(
    on example: FrameExample, parse: (Article) -> ParsedDocument
  ) -> ExampleVerdict {
    let frame = frames.frames[example.frame]
    let resolved = resolve(parse(Article(id: "example", title: "", text: example.sentence)))
    let found = candidates(in: resolved).filter { !$0.isNegated && $0.type == frame.type }
    let own = found.filter { $0.rule == frame.id }
    func names(_ argument: Argument) -> Set<String> {
      let actor = resolved.register[argument.actor]
      return Set([actor.name] + actor.forms.keys + (actor.entry?.forms.map(\.text) ?? []))
    }
    func agree(_ pair: FrameExample.Pair, _ source: Argument, _ target: Argument) -> Bool {
      Self.agree(names(source), pair.source) && Self.agree(names(target), pair.target)
    }
    let missed = example.pairs.filter { pair in
      !own.contains {
        agree(pair, $0.source, $0.target) || frame.type.isSymmetric && agree(pair, $0.target, $0.source)
      }
    }
    let misfired =
      example.isPositive
      ? []
      : own.map {
        FrameExample.Pair(
          source: resolved.register[$0.source.actor].name, target: resolved.register[$0.target.actor].name)
      }
    return ExampleVerdict(
      example: example, missed: missed, misfired: misfired,
      otherRules: found.map(\.rule).filter { $0 != frame.id })
  }

  /// Names agree where one ends the other: "Syrian rebels" are the example's "rebels".
  private static func agree(_ names: Set<String>, _ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains {
      let other = $0.lowercased()
      return other == name || other.hasSuffix(" " + name) || name.hasSuffix(" " + other)
    }
  }
}
