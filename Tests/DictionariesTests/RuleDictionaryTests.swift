import Dictionaries
import Documents
import Extraction
import Relations
import Testing

@Suite struct RuleDictionaryTests {
  private func extended(_ text: String) throws -> FrameLexicon {
    let lexicon = try FrameLexicon(
      parsing: "frame backs.known: backs\n  verb back: subject > object", file: "known.txt")
    return try RuleDictionary.extend(lexicon, with: [DictionaryFile(name: "own.yaml", text: text)])
  }

  @Test func rulesBecomeFrames() throws {
    let lexicon = try extended(
      """
      rules:
        - id: backs.quartermaster
          type: backs
          support: material
          verbs:
            - words: [victual, fit out]
              source: subject
              target: [object, in favour of]
          nouns:
            - {words: quartermaster, source: copula, target: [of, owner]}
          idioms:
            - {verb: [open, keep], noun: [tap, purse], source: subject, target: for}
            - {verb: come, preposition: to, noun: aid, source: subject, target: owner}
          examples:
            - sentence: Tarsia is the quartermaster of the rebels.
              finds: Tarsia > rebels
            - sentence: Tarsia and Velia victualled the rebels.
              finds: [Tarsia > rebels, Velia > rebels]
          counterexamples:
            - The quartermaster of the ship counted barrels.
        - id: allied.sworn
          type: allied_with
          mutual: true
          weak: yes
          status: ended
          adjectives: {words: sworn, source: subject, target: to}
          nouns:
            - {words: [oath of brotherhood], source: between}
        - id: opposes.anathema
          type: opposes
          confidence: 0.9
          participles: {words: cursed, source: first, target: head}
          prefixes: {words: contra-, source: head, target: first}
      """)
    #expect(
      lexicon.frames.dropFirst().map { "\($0.id) \($0.type) \($0.line)" } == [
        "backs.quartermaster backs 2", "allied.sworn alliedWith 21", "opposes.anathema opposes 29",
      ])
    #expect(lexicon.frames.map(\.leastConfidence) == [nil, 0.7, nil, 0.9])
    #expect(lexicon.frames[1].support == .material && lexicon.frames[1].file == "own.yaml")
    #expect(lexicon.frames[2].isMutual && lexicon.frames[2].isWeak && lexicon.frames[2].status == .ended)
    #expect(lexicon.predicates(of: "fit", .verb).map(\.lemmas) == [["fit", "out"]])
    #expect(
      lexicon.predicates(of: "victual", .verb).map(\.targets) == [[.object, .preposition("in_favour_of")]])
    #expect(lexicon.predicates(of: "open", .verb).map(\.nounOfVerb) == ["tap", "purse"])
    #expect(lexicon.predicates(of: "come", .verb).map(\.prepositionOfNoun) == ["to"])
    #expect(lexicon.predicates(of: "oath", .noun).map(\.targets) == [[]])
    #expect(lexicon.predicates(of: "contra", .prefix).map(\.sources) == [[.head]])
    #expect(lexicon.predicates(of: "cursed", .participle).count == 1)
    #expect(lexicon.predicates(of: "back", .verb).count == 1)
    #expect(lexicon.examples.map(\.line) == [15, 17, 20])
    #expect(lexicon.examples.map(\.pairs.count) == [1, 2, 0])
  }

  private static func rule(_ lines: String) -> String { "rules:\n  - id: backs.x\n    type: backs\n\(lines)" }

  @Test(arguments: [
    ("", "1: empty; expected YAML"),
    ("frames: []", "1: unknown key 'frames' in the file; known are rules"),
    ("rules:\n  - id: backs.x\n    type: backd\n", "3: unknown relation type 'backd'; did you mean 'backs'?"),
    ("rules:\n  - type: backs\n", "2: a rule has no 'id'; give it one"),
    ("rules:\n  - id: backs.x\n", "2: a rule has no 'type'; give it one"),
    (
      "rules:\n  - id: x\n    type: negotiates_with\n",
      "2: the id 'x' must be 'negotiates.' and a name in lower-case letters, digits, '_' and '-'"
    ),
    (
      "rules:\n  - id: backs.known\n    type: backs\n",
      "2: frame 'backs.known' is defined at known.txt:1 already; choose another id"
    ),
    (rule(""), "2: frame 'backs.x' has no predicate; give it one"),
    (rule("    suport: funding\n"), "4: unknown key 'suport' in a rule; did you mean 'support'?"),
    (rule("    support: fundng\n"), "4: unknown support 'fundng'; did you mean 'funding'?"),
    (
      rule("    status: over\n"),
      "4: unknown status 'over'; known are asserted, alleged, denied, possible, ended"
    ),
    (rule("    confidence: 7\n"), "4: 'confidence' must be a number between 0 and 1, not '7'"),
    (
      "rules:\n  - id: opposes.x\n    type: opposes\n    support: funding\n",
      "4: only 'backs' has a kind of support, not 'opposes'; leave 'support' out"
    ),
    (rule("    verbs:\n      - arm\n"), "5: an item of 'verbs' must be a mapping with words, source, target"),
    (
      rule("    verbs:\n      - {words: arm, target: object}\n"),
      "5: 'source' is missing; give the slot of the source"
    ),
    (
      rule("    verbs:\n      - {words: arm, source: subject}\n"),
      "5: the target is missing; write 'source > target' (only mutual frames can do without)"
    ),
    (
      rule("    verbs:\n      - words: arm\n        source: subject\n        target: objekt\n"),
      "7: unknown slot 'objekt'; did you mean 'object'?"
    ),
    (
      rule("    nouns:\n      - words: arms\n        source: subject\n        target: to\n"),
      "6: a noun has no slot 'subject'; use 'owner', 'copula' or a preposition"
    ),
    (
      rule("    verbs:\n      - {words: [Arm], source: subject, target: object}\n"),
      "5: 'Arm' is not in lower case; write 'arm'"
    ),
    (
      rule("    verbs:\n      - {words: [arm, arm], source: subject, target: object}\n"),
      "5: 'arm' is given in line 5 already; remove one of the two"
    ),
    (
      rule("    idioms:\n      - {verb: come, preposition: too, noun: aid, source: subject, target: of}\n"),
      "5: 'come/too aid' must have one noun after the verb; write it as in 'come/aid' or 'come/to aid'"
    ),
    (
      rule(
        "    verbs: {words: arm, source: subject, target: object}\n    examples:\n      - sentence: A arms B.\n"
      ),
      "6: the example does not say what it shows; add 'finds: SOURCE > TARGET'"
    ),
    (
      rule(
        "    verbs: {words: arm, source: subject, target: object}\n    examples:\n      - sentence: A arms B.\n"
          + "        finds: A, B\n"), "7: expected 'SOURCE > TARGET', found 'A, B'"
    ),
  ])
  func mistakesAreLocated(text: String, message: String) {
    let error = #expect(throws: DictionaryErrors.self) { try extended(text) }
    #expect(error?.errors.map(\.description) == ["own.yaml:" + message])
  }

  @Test func aFaultyRuleDoesNotHideTheNext() {
    let error = #expect(throws: DictionaryErrors.self) {
      try extended(
        """
        rules:
          - {id: backs.a, type: backs, verbs: {words: arm, source: subject, target: objct}}
          - {id: backs.b, type: backs}
          - {id: backs.c, type: backs, verbs: {words: arm, source: subject, target: object}}
        """)
    }
    #expect(error?.errors.map(\.line) == [2, 3])
  }
}
