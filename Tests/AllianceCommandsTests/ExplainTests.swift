import Foundation
import Testing

/// Explanations, filters and dictionaries on the command line.
@Suite struct ExplainTests {
  let folder: TemporaryFolder
  let april: String

  init() throws {
    folder = try TemporaryFolder()
    april = try folder.write("april.txt", "April\n\nArland backs Borland.\nCor fighting Borland.\n")
  }

  @Test func relationsAreExplained() {
    let run = alliance("explain", april, "--relation", "Arland backs Borland")
    #expect(run.status == 0 && run.complaints.isEmpty)
    #expect(
      run.output == """
        Arland backs Borland (asserted), confidence 1.00
            “Arland backs Borland.” — april
                rule     plain at “backs”, plain.txt:1
                source   Arland, from “Arland”: its name (plain.name)
                target   Borland, from “Borland”: its name (plain.name)
                for      +1.50  it says so
                against  -0.25  it is short

        Arland (arland, state)
            its name (plain.name): “Arland” 2 times

        Borland (borland, state)
            its name (plain.name): “Borland” 2 times

        """)
  }

  /// The ends of a relation without direction stand in order, whichever the text names first.
  @Test func endsStayWithTheirExpressions() {
    let run = alliance("explain", april, "--actor", "Cor")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Borland is fighting Cor (asserted)"))
    #expect(
      run.output.contains("end      Borland, from “Borland”")
        && run.output.contains("end      Cor, from “Cor”"))
    #expect(run.output.hasSuffix("Cor (cor, state)\n    its name (plain.name): “Cor” 2 times\n"))
  }

  @Test(arguments: ["Cor is fighting Borland", "borland fighting cor", "Borland are fighting Cor"])
  func relationsAreNamedInWords(words: String) {
    #expect(alliance("explain", april, "--relation", words).output.hasPrefix("Borland is fighting Cor"))
  }

  @Test func whatIsNotThereIsSaid() {
    let missing = alliance("explain", april, "--relation", "Borland backs Arland")
    #expect(missing.status == 1 && missing.complaints == ["no such relation found; nothing to explain"])
    let untyped = alliance("explain", april, "--relation", "Borland likes Arland")
    #expect(
      untyped.status == 2 && untyped.complaints.first?.hasPrefix("'Borland likes Arland' has no type") == true
    )
    let unknown = alliance("explain", april, "--relation", "Borlnd backs Arland")
    #expect(unknown.status == 1 && unknown.complaints == ["unknown actor 'Borlnd'; did you mean Borland?"])
    #expect(alliance("explain", april, "--actor", "Arlnd").status == 1)
    // The whole of "is fighting" is the type.
    let other = alliance("explain", april, "--relation", "Elsewhere is fighting Arland")
    #expect(other.complaints == ["unknown actor 'Elsewhere'"])
  }

  @Test func programsGetJSON() throws {
    let run = alliance("explain", april, "--json", "--actor", "Cor")
    let object = try JSONSerialization.jsonObject(with: Data(run.bytes)) as? [String: Any]
    #expect(run.status == 0 && object?["format"] as? String == "alliance-explanation")
    let relations = try #require(object?["relations"] as? [[String: Any]])
    let evidence = try #require((relations.first?["evidence"] as? [[String: Any]])?.first)
    #expect(relations.count == 1 && evidence["rule"] as? String == "plain")
    #expect((evidence["for"] as? [[String: Any]])?.first?["weight"] as? Double == 1.5)
    #expect((evidence["target"] as? [String: Any])?["expression"] as? String == "Cor")
    let joined = (object?["actors"] as? [[String: Any]])?.first?["joined"] as? [[String: Any]]
    #expect(joined?.first?["article"] as? String == "april")
  }

  @Test func ofGraphsOnlyTheRulesAreTold() throws {
    #expect(alliance("extract", april, "-o", folder / "g.json").status == 0)
    let run = alliance("explain", folder / "g.json", "--relation", "Cor fighting Borland")
    #expect(run.status == 0 && run.output.contains("Cor") && run.output.contains("rule     plain at “C”"))
    #expect(!run.output.contains("plain.name") && run.complaints.count == 1)
  }

  @Test func unsureRelationsAreLeftOutWhereAskedFor() throws {
    let graph = folder / "g.json"
    #expect(alliance("extract", april, "-o", graph).status == 0)
    let text = String(decoding: try folder.bytes("g.json"), as: UTF8.self)
    // The first edge, that of the backing, becomes less sure than the other.
    var edges = text.components(separatedBy: "\"confidence\": 1,")
    try #require(edges.count > 2)
    edges[0] += "\"confidence\": 0.4," + edges.remove(at: 1)
    var unsure = edges.joined(separator: "\"confidence\": 1,")
    let range = try #require(unsure.range(of: "\"confidence\": 1\n"))
    unsure.replaceSubrange(range, with: "\"confidence\": 0.4\n")
    let file = try folder.write("unsure.json", unsure)
    #expect(alliance("backers", "Borland", file).status == 0)
    #expect(alliance("backers", "Borland", file, "--min-confidence", "0.4").status == 0)
    #expect(alliance("backers", "Borland", file, "--min-confidence", "0.5").status == 1)
    #expect(alliance("enemies", "Cor", file, "--min-confidence", "0.5").status == 0)
    let diff = alliance("diff", file, graph, "--min-confidence", "0.5")
    #expect(diff.status == 1 && diff.output.contains("+ Arland backs Borland"))
    let dot = alliance("diagram", file, "--format", "dot", "--min-confidence", "0.5")
    #expect(dot.status == 0 && !dot.output.contains("arland"))
  }

  @Test func dictionariesMustBeThere() throws {
    let run = alliance("extract", april, "--actors", folder / "missing.yaml", "-o", folder / "g.json")
    #expect(run.status == 2 && run.complaints == ["\(folder.path)/missing.yaml: no such file or directory"])
    let bytes = try folder.write("latin.yaml", bytes: [0x61, 0xE9])
    #expect(alliance("check", "--rules", bytes).status == 2)
    #expect(folder.names == ["april.txt", "latin.yaml"])
    let sound = try folder.write("actors.yaml", "actors: []")
    #expect(alliance("check", "--actors", sound).output == "no errors; 0 examples, all as they say\n")
  }
}
