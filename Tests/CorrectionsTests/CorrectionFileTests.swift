import AllianceGraphs
import Corrections
import Documents
import GraphSamples
import Relations
import Testing

@Suite struct CorrectionFileTests {
  private static let written = """
    # Ours.
    corrections:
      # The air base was taken; that is not a war.
      - reject: egypt fighting rapid-support-forces
        article: sudan-2023-04
        note: captured soldiers
      - merge: [hemedti]
        into: rapid-support-forces
      # Their own name for it.
      - rename: tarsia
        name: "Republic of Tarsia"

    """

  @Test func aFileSaysWhatItSays() throws {
    let file = try CorrectionFile(Self.written, name: "c.yaml")
    #expect(
      file.corrections == [
        Correction(
          .reject(Relation("egypt", .fighting, "rapid-support-forces"), in: .init(article: "sudan-2023-04")),
          note: "captured soldiers"),
        Correction(.merge(["hemedti"], into: "rapid-support-forces")),
        Correction(.rename("tarsia", to: "Republic of Tarsia")),
      ])
    #expect(try CorrectionFile("", name: "c").corrections == [])
    #expect(try CorrectionFile("# nothing\ncorrections:\n", name: "c").corrections == [])
  }

  @Test func addingAndRemovingLeaveTheRestAsItIs() throws {
    let more = Correction(.setKind("sudan", .state), note: "as it calls itself")
    let longer = try CorrectionFile.adding(more, to: Self.written, name: "c")
    #expect(longer == Self.written + "  - kind: sudan\n    is: state\n    note: as it calls itself\n")
    #expect(try CorrectionFile.removing(3, from: longer, name: "c") == Self.written)
    let shorter = try CorrectionFile.removing(1, from: Self.written, name: "c")
    #expect(shorter.contains("# Their own name for it.") && shorter.contains("# The air base"))
    #expect(try CorrectionFile(shorter, name: "c").corrections.count == 2)
  }

  /// Files in another layout are written anew rather than damaged.
  @Test func otherLayoutsSurvive() throws {
    let flow = #"{corrections: [{rename: a, name: B}, {kind: a, is: state}]}"#
    let more = Correction(.rename("c", to: "D"))
    let added = try CorrectionFile.adding(more, to: flow, name: "c")
    #expect(
      try CorrectionFile(added, name: "c").corrections.map(\.description) == [
        "rename a to “B”", "make a a state", "rename c to “D”",
      ])
    let removed = try CorrectionFile.removing(0, from: flow, name: "c")
    #expect(try CorrectionFile(removed, name: "c").corrections.map(\.description) == ["make a a state"])
  }

  /// Corrections of any text survive being written, and the file any sequence of additions and removals.
  @Test(arguments: 1...60) func whatIsWrittenIsRead(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    var expected: [Correction] = []
    for _ in 0..<12 {
      if !expected.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 {
        let index = Int.random(in: 0..<expected.count, using: &generator)
        text = try CorrectionFile.removing(index, from: text, name: "c")
        expected.remove(at: index)
      } else {
        let correction = Correction.random(using: &generator)
        text = try CorrectionFile.adding(correction, to: text, name: "c")
        expected.append(correction)
      }
      #expect(try CorrectionFile(text, name: "c").corrections == expected, "\(text)")
    }
  }

  @Test(arguments: [
    (
      "corrections:\n  - rejekt: a backs b\n",
      "c.yaml:2: unknown key 'rejekt' in a correction; did you mean 'reject'?"
    ),
    (
      "corrections:\n  - reject: a bakcs b\n",
      "c.yaml:2: 'a bakcs b' is no relation: write SOURCE TYPE TARGET by ids"
    ),
    ("corrections:\n  - note: x\n", "c.yaml:2: a correction must have one of accept, reject"),
    ("corrections:\n  - rename: a\n    name: b\n    kind: c\n", "c.yaml:2: a correction does one thing"),
    (
      "corrections:\n  - kind: a\n    is: sate\n",
      "c.yaml:3: unknown kind of actor 'sate'; did you mean 'state'?"
    ),
    ("corrections:\n  - kind: a\n", "c.yaml:2: 'kind' needs 'is': the kind of actor"),
    ("corrections:\n  - split: a\n    into: b\n", "c.yaml:2: 'split' needs 'articles' or 'aliases'"),
    ("corrections:\n  - merge: [a]\n", "c.yaml:2: a correction has no 'into'; give it one"),
    (
      "corrections:\n  - rename: a\n    name: b\n    article: c\n",
      "c.yaml:4: 'article' says nothing about 'rename'; leave it out"
    ),
    ("corections: []\n", "c.yaml:1: unknown key 'corections' in the file; did you mean 'corrections'?"),
    ("corrections:\n  - rename: [a\n", "c.yaml:3: not YAML"),
  ])
  func mistakesAreLocated(_ text: String, _ beginning: String) {
    let error = #expect(throws: LocatedError.self) { try CorrectionFile(text, name: "c.yaml") }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }
}
