import AllianceKit
import Dictionaries
import Documents
import Extraction
import Relations
import Testing

/// A small gazetteer to add to and change.
let known = Result {
  try Gazetteer(parsing: [
    (
      "known.txt",
      """
      marovia: state
        name: Marovia
        adjective: Marovian
        leader: Osric Tamm! (2016-)
        seat: Ansport

      red-coast-movement: armed_group
        name: Red Coast Movement
        acronym: RCM
        home: marovia
      """
    )
  ])
}

@Suite struct ActorDictionaryTests {
  private func extended(_ text: String) throws -> Gazetteer {
    try ActorDictionary.extend(known.get(), with: [DictionaryFile(name: "own.yaml", text: text)])
  }

  private func ids(_ name: String, in gazetteer: Gazetteer) -> [ActorID] {
    gazetteer.readings(of: name).map { gazetteer.entry(of: $0).id }
  }

  @Test func newActorsAreFoundUnderAllTheirNames() throws {
    let gazetteer = try extended(
      """
      actors:
        - id: lantern-brigades
          name: Lantern Brigades
          kind: armed_group
          aliases: [Lanterns of the Coast, {name: Lanterns, ambiguous: true}]
          acronyms: LB
          adjectives: [Lanternist]
          home: marovia
          from: 2019
          leaders:
            - {name: Ilva van Renn, surname: van Renn, office: commander, from: 2021, until: 2024}
            - {name: Oda Quill, known_by_surname: yes}
      """)
    for name in ["Lantern Brigades", "Lanterns of the Coast", "Lanterns", "LB", "Lanternist", "Quill"] {
      #expect(ids(name, in: gazetteer) == ["lantern-brigades"], "\(name)")
    }
    let entry = try #require(gazetteer["lantern-brigades"])
    #expect(entry.kind == .armedGroup && entry.homes == ["marovia"])
    #expect(entry.forms.first == GazetteerForm(text: "Lantern Brigades", role: .name, from: 2019))
    let renn = try #require(entry.forms.first { $0.text == "Ilva van Renn" })
    #expect(renn.surname == "van Renn" && renn.office == "commander")
    #expect(renn.from == 2021 && renn.until == 2024)
    #expect(entry.forms.first { $0.text == "Lanterns" }?.isAmbiguous == true)
    #expect(gazetteer["marovia"] == (try known.get()["marovia"]))
  }

  @Test func knownActorsAreChanged() throws {
    let gazetteer = try extended(
      """
      changes:
        - id: red-coast-movement
          name: Red Coast Front
          kind: political_party
          aliases: [Reds of the Coast]
          remove: [RCM]
        - id: marovia
          remove: [Ansport]
          seats: [Port Selene]
      """)
    #expect(ids("RCM", in: gazetteer).isEmpty && ids("Ansport", in: gazetteer).isEmpty)
    for name in ["Red Coast Front", "Red Coast Movement", "Reds of the Coast"] {
      #expect(ids(name, in: gazetteer) == ["red-coast-movement"], "\(name)")
    }
    let entry = try #require(gazetteer["red-coast-movement"])
    #expect(entry.name == "Red Coast Front" && entry.kind == .politicalParty && entry.homes == ["marovia"])
    #expect(ids("Port Selene", in: gazetteer) == ["marovia"])
  }

  /// A name may pass from one actor to another.
  @Test func namesMayBeSharedOverTimeOrCalledAmbiguous() throws {
    let shared = try extended(
      """
      actors:
        - {id: old-guard, name: Old Guard, kind: armed_group, acronyms: [GDN], until: 2010}
        - {id: new-guard, name: New Guard, kind: armed_group, acronyms: [GDN], from: 2011}
        - {id: coast-union, name: Coast Union, kind: coalition, acronyms: [{name: RCM, ambiguous: true}]}
      """)
    #expect(ids("GDN", in: shared) == ["old-guard", "new-guard"])
    #expect(ids("RCM", in: shared) == ["red-coast-movement", "coast-union"])
  }

  @Test(arguments: [
    ("", "1: empty; expected YAML"),
    ("# nothing\n", "1: empty; expected YAML"),
    ("just text", "1: the file must be a mapping with actors, changes"),
    ("actors: []", "1: 'actors' is empty; give it or leave it out"),
    ("actors:\n  - [a\n", "3: not YAML: did not find expected ',' or ']'"),
    ("actors:\n  - id: a\n    id: b\n", "2: not YAML: the key 'id' is given twice; join the two"),
    ("actor:\n  - id: a\n", "1: unknown key 'actor' in the file; did you mean 'actors'?"),
    ("actors:\n  - id: a\n    nmae: B\n", "3: unknown key 'nmae' in an actor; did you mean 'name'?"),
    ("actors:\n  - name: B\n", "2: an actor has no 'id'; give it one"),
    ("actors:\n  - id: B\n", "2: 'B' cannot be an id; use lower-case letters, digits and hyphens"),
    ("actors:\n  - id: b\n    kind: other\n", "2: an actor has no 'name'; give it one"),
    ("actors:\n  - id: b\n    name: B\n", "2: an actor has no 'kind'; give it one"),
    (
      "actors:\n  - id: b\n    name: B\n    kind: armed_grup\n",
      "4: unknown kind 'armed_grup'; did you mean 'armed_group'?"
    ),
    (
      "actors:\n  - id: marovia\n    name: Marovia\n    kind: state\n",
      "2: 'marovia' is Marovia, which the program knows; to change it, move this under 'changes'"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other}\n  - {id: b, name: C, kind: other}\n",
      "3: 'b' is defined at own.yaml:2 already; choose another id"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, home: maravia}\n",
      "2: unknown home 'maravia'; did you mean 'marovia'?"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, from: 2019-05}\n",
      "2: 'from' must be a year such as 2014, not '2019-05'"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, from: 2019,\n     until: 2011}\n",
      "3: the years 2019 to 2011 run backwards"
    ),
    (
      "actors:\n  - id: b\n    name: B\n    kind: other\n    aliases:\n      - {name: C, ambigous: true}\n",
      "6: unknown key 'ambigous' in an item of 'aliases'; did you mean 'ambiguous'?"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, aliases: [{name: C, ambiguous: maybe}]}\n",
      "2: 'ambiguous' must be true or false, not 'maybe'"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, aliases: [rebels]}\n",
      "2: 'rebels' is written like a common word; names have a capital"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, aliases: ['19']}\n",
      "2: '19' has no letters, by which it could be found"
    ),
    (
      "actors:\n  - {id: b, name: B, kind: other, leaders: [{name: Ada Lund, surname: Lunde}]}\n",
      "2: 'Lunde' is no part of 'Ada Lund'"
    ),
    (
      "actors:\n  - id: b\n    name: B\n    kind: other\n    aliases:\n      - C\n      - C\n",
      "7: 'C' is given at own.yaml:6 already; remove one of the two"
    ),
    ("changes:\n  - id: morovia\n", "2: unknown actor 'morovia'; did you mean 'marovia'?"),
    ("changes:\n  - id: elsewhere\n", "2: unknown actor 'elsewhere'; to define it, move this under 'actors'"),
    (
      "changes:\n  - {id: marovia, remove: [Ansprot]}\n",
      "2: 'Ansprot' is no name of 'marovia'; did you mean 'Ansport'?"
    ),
  ])
  func mistakesAreLocated(text: String, message: String) {
    let error = #expect(throws: DictionaryErrors.self) { try extended(text) }
    #expect(error?.errors.map(\.description) == ["own.yaml:" + message])
  }

  @Test func aNameOfTwoActorsIsRefusedWithTheWayOut() {
    let error = #expect(throws: DictionaryErrors.self) {
      try extended(
        """
        actors:
          - id: coast-union
            name: Coast Union
            kind: coalition
            acronyms: [RCM]
          - id: old-guard
            name: Old Guard
            kind: armed_group
            aliases:
              - Coast Union
        """)
    }
    #expect(
      error?.errors.map(\.description) == [
        "own.yaml:5: 'RCM' already means 'red-coast-movement' (Red Coast Movement, which the program knows); write "
          + "{name: RCM, ambiguous: true}, give years that do not overlap, or take it from the other with 'remove' "
          + "under 'changes'",
        "own.yaml:10: 'Coast Union' already means 'coast-union' (Coast Union, at own.yaml:3); write "
          + "{name: Coast Union, ambiguous: true}, give years that do not overlap, or take it from the other with "
          + "'remove' under 'changes'",
      ])
  }

  @Test func allMistakesOfAllFilesAreTold() throws {
    let gazetteer = try known.get()
    let error = #expect(throws: DictionaryErrors.self) {
      try ActorDictionary.extend(
        gazetteer,
        with: [
          DictionaryFile(name: "a.yaml", text: "actors:\n  - {id: b, name: B}\n  - {id: c, kind: other}\n"),
          DictionaryFile(name: "b.yaml", text: "{"),
        ])
    }
    #expect(error?.errors.map { "\($0.file):\($0.line)" }.prefix(2) == ["a.yaml:2", "a.yaml:3"])
    #expect(error?.errors.count == 3 && error?.errors.last?.file == "b.yaml")
  }

  /// Deep nesting, binary and cut files are refused like others.
  @Test func oddFilesNeverCrash() throws {
    let gazetteer = try known.get()
    let whole = "actors:\n  - {id: b, name: \"B\", kind: other, aliases: [C, {name: D, from: 2010}]}\n"
    var texts = (1..<whole.count - 1).map { String(whole.prefix($0)) }
    texts += [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 20_000), "\u{0}",
      "%YAML 9\n--- a",
      "a: *b", "actors: &a [*a]", "? [a]\n: b", "actors: !!binary xx", "--- a\n--- b", "\t\t- a:",
      String(repeating: "- ", count: 50_000), "actors:\n  - null\n", "actors: ~", "!!set {a, b}",
    ]
    for text in texts {
      _ = try? ActorDictionary.extend(gazetteer, with: [DictionaryFile(name: "f", text: text)])
    }
  }
}
