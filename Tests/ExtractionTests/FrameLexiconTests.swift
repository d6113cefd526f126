import CResources
import Documents
import Relations
import Testing

@testable import Extraction

@Suite struct FrameLexiconTests {
  private static let text = """
    # Violence.
    frame fighting.attack: fighting
      verb attack, open fire: subject > object, on   # with arms
      noun raid, air strike: owner, by > on, against
      + Rebels attacked troops near the border. = rebels > troops
      - Critics attacked the plan.

    frame backs.aid: backs military possible
      verb come/aid, lend/support: subject > of, to, iobj
      participle backed: first > head
      prefix pro-: head > first

    frame truce: negotiates_with mutual weak ended
      noun state of war, peace talk, at war: copula, between
      adjective allied: subject > with, in_favor_of
      verb urge: clause.subject > clause.object
      + 2 + 2 = 4 say the rebels and Syria. = rebels > Syria; Syria > rebels
    """

  private let lexicon: FrameLexicon

  init() throws {
    lexicon = try FrameLexicon(parsing: Self.text, file: "f.txt")
  }

  @Test func framesCarryTypeAndOptions() {
    #expect(
      lexicon.frames == [
        Frame(id: "fighting.attack", type: .fighting, file: "f.txt", line: 2),
        Frame(id: "backs.aid", type: .backs, support: .military, status: .possible, file: "f.txt", line: 8),
        Frame(
          id: "truce", type: .negotiatesWith, isMutual: true, status: .ended, isWeak: true, file: "f.txt",
          line: 13),
      ])
  }

  @Test func backingOfNoSaidKindIsUnspecified() throws {
    let lexicon = try FrameLexicon(parsing: "frame b: backs\nverb back: subject > object", file: "f")
    #expect(lexicon.frames[0].support == .unspecified)
  }

  @Test func predicatesAreFoundByHeadAndKind() {
    #expect(
      lexicon.predicates(of: "open", .verb) == [
        Predicate(
          frame: 0, kind: .verb, lemmas: ["open", "fire"], sources: [.subject],
          targets: [.object, .preposition("on")], line: 3)
      ])
    #expect(lexicon.predicates(of: "open", .noun).isEmpty)
    #expect(lexicon.predicates(of: "fire", .verb).isEmpty)
    #expect(lexicon.predicates(of: "raid", .noun).map(\.sources) == [[.owner, .preposition("by")]])
    #expect(lexicon.predicates(of: "raid", .noun).map { lexicon.frame(of: $0).id } == ["fighting.attack"])
  }

  @Test func headsOfPhrases() {
    #expect(lexicon.predicates(of: "strike", .noun).map(\.lemmas) == [["strike", "air"]])
    #expect(lexicon.predicates(of: "talk", .noun).map(\.lemmas) == [["talk", "peace"]])
    #expect(lexicon.predicates(of: "state", .noun).map(\.lemmas) == [["state", "of", "war"]])
    #expect(lexicon.predicates(of: "war", .noun).map(\.lemmas) == [["war", "at"]])
  }

  @Test func aVerbMayNeedANoun() throws {
    let come = try #require(lexicon.predicates(of: "come", .verb).first)
    #expect(come.lemmas == ["come"])
    #expect(come.nounOfVerb == "aid")
    #expect(come.targets == [.preposition("of"), .preposition("to"), .indirectObject])
    #expect(lexicon.predicates(of: "lend", .verb).map(\.nounOfVerb) == ["support"])
  }

  @Test func compoundsAndMutualFramesHaveTheirSlots() {
    #expect(lexicon.predicates(of: "pro", .prefix).map(\.targets) == [[.first]])
    #expect(lexicon.predicates(of: "backed", .participle).map(\.sources) == [[.first]])
    #expect(lexicon.predicates(of: "war", .noun).map(\.targets) == [[]])
    #expect(
      lexicon.predicates(of: "allied", .adjective).map(\.targets) == [
        [.preposition("with"), .preposition("in_favor_of")]
      ])
    #expect(
      lexicon.predicates(of: "urge", .verb).map { $0.sources + $0.targets } == [
        [.clauseSubject, .clauseObject]
      ])
  }

  @Test func examplesSayWhatTheyShow() {
    let pairs = [("rebels", "Syria"), ("Syria", "rebels")].map(FrameExample.Pair.init)
    #expect(
      lexicon.examples.map(\.sentence) == [
        "Rebels attacked troops near the border.", "Critics attacked the plan.",
        "2 + 2 = 4 say the rebels and Syria.",
      ])
    #expect(lexicon.examples.map(\.isPositive) == [true, false, true])
    #expect(lexicon.examples.map(\.frame) == [0, 0, 2])
    #expect(lexicon.examples.map(\.line) == [5, 6, 17])
    #expect(lexicon.examples.last?.pairs == pairs)
  }

  @Test func aSecondFileAddsToTheFirst() throws {
    let more = "frame mine: opposes\n verb attack: subject > object\n verb decry: subject > object"
    let both = try FrameLexicon(parsing: [(file: "f.txt", text: Self.text), (file: "own.txt", text: more)])
    #expect(
      both.predicates(of: "attack", .verb).map { both.frame(of: $0).id } == ["fighting.attack", "mine"])
    #expect(both.frames.last?.file == "own.txt")
    #expect(both.predicates.map(\.line).suffix(2) == [2, 3])
  }

  @Test func idsAreUniqueAcrossFiles() {
    let one = "frame a: fighting\nverb attack: subject > object"
    let error = #expect(throws: LocatedError.self) {
      try FrameLexicon(parsing: [(file: "f", text: one), (file: "g", text: "\n" + one)])
    }
    #expect(error?.description == "g:2: frame 'a' is defined at f:1 already; choose another id")
  }
}

@Suite struct FrameMistakesTests {
  /// The message for a mistake in the first line of a file.
  private func message(forFile text: String) -> String? {
    #expect(throws: LocatedError.self) { try FrameLexicon(parsing: text, file: "f") }?.description
  }

  @Test(
    arguments: [
      (
        "verb attack: subject > object",
        "f:1: expected 'frame ID: TYPE', found 'verb attack: subject > object'"
      ),
      ("frame a", "f:1: expected 'frame ID: TYPE', found 'frame a'"),
      ("frame a:", "f:1: the relation type of frame 'a' is missing"),
      ("frame a: figthing", "f:1: unknown relation type 'figthing'; did you mean 'fighting'?"),
      ("frame a: backs milltary", "f:1: unknown option 'milltary'; did you mean 'military'?"),
      ("frame a: backs asserted", "f:1: unknown option 'asserted'"),
      ("frame a: backs funding training", "f:1: 'training' clashes with an earlier option"),
      ("frame a: fighting weak weak", "f:1: 'weak' clashes with an earlier option"),
      ("frame a: opposes funding", "f:1: 'funding' is a kind of support, which 'opposes' cannot have"),
      ("frame a: opposes\n\nframe b: backs", "f:1: frame 'a' has no predicate; give it one"),
      ("frame a: opposes\n- No.", "f:1: frame 'a' has no predicate; give it one"),
    ])
  func inFrames(text: String, message: String) {
    #expect(self.message(forFile: text) == message)
  }

  @Test(
    arguments: [
      ("vreb attack: subject > object", "unknown kind of line 'vreb'; did you mean 'verb'?"),
      ("verb attack", "expected 'verb lemma, …: source > target', found 'verb attack'"),
      (
        "verb attack: subject",
        "the target is missing; write 'source > target' (only mutual frames can do without)"
      ),
      ("verb attack: subject > object > on", "more than one '>'; write 'source > target'"),
      ("verb attack: subject > agianst", "unknown slot 'agianst'; did you mean 'against'?"),
      ("verb attack: subject >", "a slot is missing; write 'source, … > target, …'"),
      (
        "noun raid: subject > on",
        "a noun has no slot 'subject'; use 'owner', 'copula' or a preposition"
      ),
      (
        "participle backed: first > with",
        "a participle has no slot 'with'; use 'first', 'head'"
      ),
      ("verb Attack: subject > object", "'Attack' is not in lower case; write 'attack'"),
      ("verb attack,: subject > object", "a word is missing; words are separated by single commas"),
      ("noun come/aid: owner > of", "'come/aid' joins a verb and a noun, which only a verb line can"),
      (
        "verb come/the aid: subject > of",
        "'come/the aid' must have one noun after the verb; write it as in 'come/aid' or 'come/to aid'"
      ),
      ("verb raid, raid: subject > object", "'raid' is given in line 2 already; remove one of the two"),
      (
        "+ Rebels attacked troops.",
        "the example does not say what it shows; write '+ sentence = source > target'"
      ),
      ("+ Rebels attacked troops. = rebels", "expected 'source > target', found 'rebels'"),
      ("-", "a sentence is missing after '-'"),
    ])
  func belowFrames(line: String, message: String) {
    #expect(self.message(forFile: "frame a: fighting\n  \(line)") == "f:2: \(message)")
  }
}

@Suite struct EmbeddedFramesTests {
  private let lexicon: FrameLexicon

  init() throws {
    var length = 0
    let start = alliance_frames(&length)
    let text = String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    lexicon = try FrameLexicon(parsing: text, file: "frames.txt")
  }

  @Test func everyTypeOfRelationHasFrames() {
    for type in RelationType.allCases {
      #expect(lexicon.frames.contains { $0.type == type }, "\(type.rawValue)")
    }
  }

  /// Weak frames need not find anything by themselves.
  @Test func everyFrameShowsWhatItFinds() {
    let shown = Set(lexicon.examples.filter(\.isPositive).map(\.frame))
    let silent = lexicon.frames.indices.filter { !shown.contains($0) && !lexicon.frames[$0].isWeak }
      .map { lexicon.frames[$0].id }
    #expect(silent == [])
  }

  /// A predicate cannot say two things of the same arguments, such as both backing and attacking.
  @Test func noPredicateIsFriendAndFoe() {
    var seen: [Predicate: String] = [:]
    var clashes: [String] = []
    for predicate in lexicon.predicates {
      let frame = lexicon.frame(of: predicate)
      guard !frame.isWeak else { continue }
      var key = predicate
      (key.frame, key.line) = (0, 0)
      if let other = seen.updateValue(frame.id, forKey: key),
        let before = lexicon.frames.first(where: { $0.id == other }), before.type.sign != frame.type.sign
      {
        clashes.append("\(other), \(frame.id): \(predicate.lemmas.joined(separator: " "))")
      }
    }
    #expect(clashes == [])
  }
}
