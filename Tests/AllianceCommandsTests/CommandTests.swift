import AllianceCommands
import AllianceGraphs
import Foundation
import GraphExport
import Testing

@Suite struct CommandTests {
  let folder: TemporaryFolder
  let april: String
  let may: String

  init() throws {
    folder = try TemporaryFolder()
    april = try folder.write("april.txt", "April\n\nArland backs Borland.\nCor fighting Borland.\n")
    may = try folder.write("may.txt", "May\n\nArland backs Borland.\nDelta backs Arland.\n")
  }

  @Test func helpIsDataAndWrongUsageIsNot() {
    for arguments in [["--help"], ["extract", "--help"], ["help", "diff"]] {
      let run = alliance(arguments)
      #expect(run.status == 0 && run.complaints.isEmpty)
      #expect(run.output.contains("USAGE: alliance") && run.output.contains("EXAMPLE"))
    }
    let wrong = [
      alliance("extract"), alliance("frobnicate"), alliance("extract", april, "--date", "yesterday"),
      alliance("extract", april, "--date", "2019-02-29"), alliance("extract", april, "--jobs", "0"),
      alliance("diagram", april), alliance("diagram", april, "-o", "picture.bmp"),
      alliance("diff", april, may, "-o", "picture"), alliance("check"),
      alliance("diagram", april, "-o", "p.svg", "--min-confidence", "1.5"),
      alliance("enemies", "Cor", april, "--min-confidence", "high"),
      alliance("explain", april, "--actor", "Cor", "--relation", "Cor backs Arland"),
    ]
    for run in wrong {
      #expect(run.status == 64 && run.bytes.isEmpty && !run.complaints.isEmpty)
    }
  }

  @Test func versionIsTold() {
    let run = alliance("--version")
    #expect(run.status == 0 && run.output == "alliance \(programVersion)\n" && run.complaints.isEmpty)
  }

  @Test func backersAreShownWithTheirQuotes() {
    let run = alliance("backers", "borland", april)
    #expect(run.status == 0 && run.complaints.isEmpty)
    #expect(run.output.contains("Arland backs Borland") && run.output.contains("“Arland backs Borland.”"))
    #expect(!run.output.contains("Cor"))
  }

  @Test func backersOfBackersAreShownWhenAskedFor() {
    #expect(!alliance("backers", "Borland", may).output.contains("Delta"))
    let through = alliance("backers", "Borland", may, "--through")
    #expect(through.status == 0 && through.output.contains("Delta backs Arland"))
  }

  @Test func alliesAndEnemiesAnswer() {
    #expect(alliance("enemies", "Cor", april).output.contains("Borland"))
    #expect(alliance("allies", "Arland", april).output.contains("Borland"))
    #expect(alliance("allies", "Cor", april).status == 1)
  }

  @Test func nothingFoundIsSaidAndTold() {
    let none = alliance("backers", "Arland", april)
    #expect(none.status == 1 && none.output.contains("no evidence"))
    let unknown = alliance("backers", "Borlnd", april)
    #expect(unknown.status == 1 && unknown.bytes.isEmpty)
    #expect(unknown.complaints == ["unknown actor 'Borlnd'; did you mean Borland?"])
  }

  @Test func articlesAndGraphsAnswerAlike() throws {
    let graph = folder / "graph.json"
    #expect(alliance("extract", april, "-o", graph).status == 0)
    #expect(alliance("backers", "Borland", graph).output == alliance("backers", "Borland", april).output)
    #expect(alliance("diff", graph, may).output == alliance("diff", april, may).output)
  }

  @Test func differencesAreTold() {
    #expect(alliance("diff", april, april).status == 0)
    let run = alliance("diff", april, may)
    #expect(run.status == 1 && run.complaints.isEmpty)
    #expect(run.output.contains("+ Delta backs Arland") && run.output.contains("- Borland is fighting Cor"))
    #expect(alliance("diff", april, folder / "missing.txt").status == 2)
  }

  @Test func picturesHaveTheFormatOfTheFile() throws {
    let signatures: [(String, [UInt8])] = [
      ("a.svg", Array("<?xml".utf8)), ("b.PNG", [0x89, 0x50]), ("c.pdf", Array("%PDF".utf8)),
      ("d.dot", Array("digraph \"April\"".utf8)),
    ]
    for (name, signature) in signatures {
      #expect(alliance("diagram", april, "-o", folder / name).status == 0)
      #expect(try folder.bytes(name).starts(with: signature))
      #expect(alliance("diff", april, may, "-o", folder / name).status == 1)
    }
    let dot = alliance("diagram", april, "--format", "dot", "--title", "Both sides")
    #expect(dot.output.hasPrefix("digraph \"Both sides\""))
    #expect(alliance("diff", april, may, "--format", "svg").output.contains("+ backs"))
  }

  @Test func anArticleWithoutRelationsGivesNoPicture() throws {
    let quiet = try folder.write("quiet.txt", "Nothing happened\n\nThe day was calm.\n")
    let run = alliance("diagram", quiet, "-o", folder / "quiet.svg")
    #expect(run.status == 1 && run.complaints == ["no relations found; nothing to draw"])
    #expect(!folder.names.contains("quiet.svg"))
  }

  @Test func oneGraphAnArticle() throws {
    let run = alliance("extract", april, may, "--output-directory", folder / "new/graphs")
    #expect(run.status == 0 && run.bytes.isEmpty)
    #expect(
      folder.names.filter { $0.hasSuffix(".json") } == ["new/graphs/april.json", "new/graphs/may.json"])
    let graph = try AllianceGraph(json: folder.bytes("new/graphs/may.json"), file: "may.json")
    #expect(graph.articles.map(\.id) == ["may"])
  }

  @Test func parsePrintsCoNLLU() {
    let run = alliance("parse", april)
    #expect(run.status == 0 && run.output.contains("1\tApril\tapril\tPROPN\tNNP\t"))
  }

  @Test(arguments: [
    ("words", "1 headline\n  "), ("tags", "\tPROPN\tNNP"), ("tree", "  root\n"), ("names", "1 headline: "),
  ])
  func parseShowsAStage(stage: String, part: String) {
    let run = alliance("parse", april, "--show", stage)
    #expect(run.status == 0 && run.output.hasPrefix("# april\n") && run.output.contains(part))
    #expect(alliance("parse", april, "--show", "dreams").status == 64)
  }

  @Test func namesAreScoredAgainstAFile() throws {
    let treebank = try folder.write(
      "gold.conllu",
      "1\tArland\tarland\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tFalls\tfall\tVERB\tVBZ\t_\t0\troot\t_\t_\n\n")
    let names = try folder.write("gold.iob2", "1\tArland\tB-LOC\n2\tFalls\tO\n\n")
    let run = alliance("evaluate", "parse", treebank, "--names", names)
    #expect(run.status == 0 && run.output.contains(#/LOC +1 +0/#))
    let others = try folder.write("others.iob2", "1\tBorland\tB-LOC\n\n")
    let wrong = alliance("evaluate", "parse", treebank, "--names", others)
    #expect(
      wrong.status == 2 && wrong.complaints == ["\(others): other sentences than those of the treebank"])
    #expect(alliance("evaluate", "parse", treebank, treebank, "--names", names).status == 64)
  }

  @Test func parsesAreScoredAgainstTreebanks() throws {
    let treebank = """
      # newdoc id = d
      # sent_id = 1
      # text = Arland Falls
      1\tArland\tarland\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
      2\tFalls\tfall\tVERB\tVBZ\t_\t0\troot\t_\t_


      """
    let file = try folder.write("gold.conllu", treebank)
    let run = alliance("evaluate", "parse", file)
    #expect(run.status == 0 && run.complaints.isEmpty)
    // One of two tags is right, one of two lemmas, and no head.
    #expect(run.output.contains(/UPOS +50\.00\n/) && run.output.contains(/UAS +0\.00\n/))
    let broken = try folder.write("broken.conllu", "1\tArland\n")
    let mixed = alliance("evaluate", "parse", broken, file)
    #expect(mixed.status == 2 && mixed.output == run.output)
    #expect(mixed.complaints.count == 1 && mixed.complaints[0].hasPrefix("\(broken):1: "))
  }

  /// What is found in an article without relations, each article by itself, and the same figures for programs.
  @Test func scoresAreListedByArticleAndAsJSON() throws {
    try folder.write(
      "gold/april.json",
      """
      {"actors": [{"id": "a1", "name": "Arland"}, {"id": "a2", "name": "Borland"}],
       "relations": [{"source": "a1", "type": "backs", "target": "a2", "evidence": ["Arland"]}]}
      """)
    try folder.write("gold/may.json", #"{"actors": [], "relations": []}"#)
    let run = alliance("evaluate", "relations", folder / "gold", folder.path, "--each")
    #expect(run.status == 0)
    #expect(run.output.contains("\nrelations on articles without any 2.00 an article  (2/1)\n"))
    #expect(
      run.output.hasSuffix(" 0.500  1.000  0.667  (1/2/1)  april\n 0.000  0.000  0.000  (0/2/0)  may\n"))
    let json = alliance("evaluate", "relations", folder / "gold", folder.path, "--json", "--each", "--errors")
    let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
    let relations = try #require(object?["relations"] as? [String: Double])
    #expect(relations["precision"] == 0.25 && relations["recall"] == 1 && relations["f1"] == 0.4)
    #expect(relations["hit"] == 1 && relations["predicted"] == 4 && relations["gold"] == 1)
    #expect(object?["status"] as? Double == 1 && object?["false asserted"] as? Double == 0)
    #expect(object?["negatives"] as? [String: Int] == ["articles": 1, "relations": 2])
    #expect(
      (object?["articles"] as? [[String: Any]])?.compactMap { $0["article"] as? String } == ["april", "may"])
    #expect((object?["errors"] as? [String])?.count == 3)
  }

  @Test func relationsAreScoredAgainstAnnotation() throws {
    try folder.write(
      "gold/april.json",
      """
      {"article": "april.txt",
       "actors": [{"id": "a1", "name": "Arland", "kind": "state", "mentions": ["Arland"]},
                  {"id": "a2", "name": "Borland", "kind": "state", "mentions": ["Borland"]}],
       "relations": [{"source": "a1", "type": "backs", "target": "a2", "status": "asserted", "evidence": ["Arland"]},
                     {"source": "a1", "type": "fighting", "target": "a2", "status": "asserted", "evidence": ["x"]}]}
      """)
    let run = alliance("evaluate", "relations", folder / "gold", folder.path, "--errors")
    #expect(run.status == 0 && run.complaints.isEmpty)
    #expect(run.output.contains(/relations .*\(1\/2\/2\)/))
    #expect(run.output.contains("MISSED april: Arland —fighting→ Borland"))
    let missing = alliance("evaluate", "relations", folder / "gold", folder / "gold")
    #expect(missing.status == 2 && missing.output.contains(/relations .*\(0\/0\/2\)/))
    try folder.write("gold/may.json", "[]")
    let broken = alliance("evaluate", "relations", folder / "gold", folder.path)
    #expect(broken.status == 2 && broken.bytes.isEmpty)
    #expect(broken.complaints.count == 1 && broken.complaints[0].hasPrefix("\(folder.path)/gold/may.json: "))
  }
}
