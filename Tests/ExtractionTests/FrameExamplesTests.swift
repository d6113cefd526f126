import CResources
import Documents
import Linguistics
import Relations
import Testing

@testable import Extraction

/// Runs the examples of `frames.txt` through the embedded model and everything that follows it.
@Suite struct FrameExamplesTests {
  private let reader: Reader
  private let extractor: Extractor
  private let lexicon: FrameLexicon

  init() throws {
    typealias Blob = (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    func bytes(_ blob: Blob) -> UnsafeRawBufferPointer {
      var length = 0
      let start = blob(&length)
      return UnsafeRawBufferPointer(start: start, count: length)
    }
    func text(_ blob: Blob) -> String { String(decoding: bytes(blob), as: UTF8.self) }
    reader = Reader(model: try LanguageModel(bytes: bytes(alliance_language_model)))
    let frames = text(alliance_frames)
    lexicon = try FrameLexicon(parsing: frames, file: "frames.txt")
    extractor = try Extractor(
      gazetteer: Gazetteer(parsing: [
        (file: "states.txt", text: text(alliance_states)), (file: "groups.txt", text: text(alliance_groups)),
      ]), words: text(alliance_words), frames: frames)
  }

  /// What the frames find in a sentence: the rule, and the names of both ends.
  private func found(in sentence: String) -> [(rule: String, source: Set<String>, target: Set<String>)] {
    let document = reader.read(Article(id: "example", title: "", text: sentence))
    let resolved = extractor.resolve(document)
    return extractor.candidates(in: resolved).filter { !$0.isNegated }.map { candidate in
      (
        candidate.rule, names(of: resolved.register[candidate.source.actor]),
        names(of: resolved.register[candidate.target.actor])
      )
    }
  }

  private func names(of actor: ArticleActor) -> Set<String> {
    Set([actor.name] + Array(actor.forms.keys) + (actor.entry?.forms.map(\.text) ?? []))
  }

  /// Names agree where one holds the other: "Syrian rebels" are the example's "rebels".
  private func agrees(_ names: Set<String>, _ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains {
      let other = $0.lowercased()
      return other == name || other.hasSuffix(" " + name) || name.hasSuffix(" " + other)
    }
  }

  /// With each model a sentence or two may be misread; more than one in a hundred is a fault of the frames.
  @Test func framesDoNotFireOnTheirCounterexamples() {
    var misfiring: [String] = []
    let counterexamples = examples.filter { !$0.isPositive }
    for example in counterexamples {
      let frame = lexicon.frames[example.frame]
      if found(in: example.sentence).contains(where: { $0.rule == frame.id }) {
        misfiring.append("frames.txt:\(example.line): \(frame.id): \(example.sentence)")
      }
    }
    #expect(
      misfiring.count * 100 <= counterexamples.count,
      Comment(rawValue: "\n" + misfiring.joined(separator: "\n")))
  }

  /// The model misreads some sentences, so that a few examples fail with each; but each kind of relation must be
  /// found in most of its own.
  @Test func framesFindWhatTheirExamplesShow() {
    var shown = 0
    var missed: [String] = []
    for example in examples where example.isPositive {
      let frame = lexicon.frames[example.frame]
      let found = found(in: example.sentence)
      for pair in example.pairs {
        shown += 1
        let isFound = found.contains {
          $0.rule.hasPrefix(frame.id.prefix { $0 != "." } + ".")
            && (agrees($0.source, pair.source) && agrees($0.target, pair.target)
              || frame.type.isSymmetric && agrees($0.source, pair.target) && agrees($0.target, pair.source))
        }
        if !isFound {
          missed.append(
            "frames.txt:\(example.line): \(frame.id): \(example.sentence) = \(pair.source) > \(pair.target)")
        }
      }
    }
    let share = Double(shown - missed.count) / Double(shown)
    #expect(
      share >= Self.requiredShare,
      Comment(rawValue: "\(missed.count) of \(shown):\n" + missed.joined(separator: "\n")))
  }

  private static let requiredShare = 0.7

  private var examples: [FrameExample] { lexicon.examples }
}
