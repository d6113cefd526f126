import Foundation
import Testing

@Suite struct ExportTests {
  let folder: TemporaryFolder
  let article: String

  init() throws {
    folder = try TemporaryFolder()
    article = try folder.write("a.txt", "Title\n\nArland backs Borland.\n")
  }

  @Test func theEndingTellsTheFormat() throws {
    let beginnings = [
      "graph.json": "{\n  \"format\"", "graph.dot": "digraph", "graph.svg": "<?xml", "graph.png": "\u{89}PNG",
      "graph.pdf": "%PDF", "graph.graphml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml",
      "graph.gexf": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf", "graph.mmd": "flowchart",
      "graph.cyjs": "{\n  \"format_version\"",
    ]
    for (name, beginning) in beginnings {
      let run = alliance("export", article, "-o", folder / name)
      #expect(run.status == 0 && run.complaints.isEmpty && run.bytes.isEmpty)
      let text = String(decoding: try folder.bytes(name), as: UTF8.self)
      #expect(name == "graph.png" ? text.contains("PNG") : text.hasPrefix(beginning))
    }
  }

  @Test func exportedJSONIsWhatExtractWrites() {
    #expect(alliance("export", "--format", "json", article).bytes == alliance("extract", article).bytes)
  }

  @Test func severalFilesGoIntoAFolderThatIsMade() throws {
    #expect(alliance("export", "--format", "csv", article, "-o", folder / "new/tables").status == 0)
    #expect(alliance("export", "--format", "neo4j", article, "-o", folder / "new/tables").status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder / "new/tables").sorted()
        == ["actors.csv", "edges.csv", "evidence.csv", "nodes.csv", "relations.csv"])
  }

  @Test func aFolderThatCannotBeWrittenKeepsWhatItHas() throws {
    // A folder stands where one of the files has to go: none of the others is replaced.
    try folder.write("tables/nodes.csv", "old")
    try folder.write("tables/evidence.csv/file", "")
    let run = alliance("export", "--format", "csv", article, "-o", folder / "tables")
    #expect(run.status == 2)
    #expect(run.complaints == ["\(folder / "tables/evidence.csv"): is a directory"])
    #expect(try String(decoding: folder.bytes("tables/nodes.csv"), as: UTF8.self) == "old")
    #expect(
      folder.names == [
        "a.txt", "tables", "tables/evidence.csv", "tables/evidence.csv/file", "tables/nodes.csv",
      ])
    let taken = alliance("export", "--format", "csv", article, "-o", article)
    #expect(taken.status == 2 && taken.complaints == ["\(article): not a directory"])
  }

  @Test func anUnknownFormatIsWrongUsage() throws {
    for arguments in [
      ["--format", "csv"], ["--format", "csv", "-o", "-"], [], ["-o", "graph.xyz"], ["-o", "graph.csv"],
      ["--format", "excel"],
    ] {
      let run = alliance(["export", article] + arguments)
      #expect(run.status == 64 && run.bytes.isEmpty && !run.complaints.isEmpty)
    }
    #expect(!folder.names.contains("graph.csv"))
  }

  @Test func anEmptyGraphIsExportedButNotDrawn() throws {
    let nothing = try folder.write("b.txt", "Title\n\nRain tomorrow.\n")
    for format in ["graphml", "gexf", "cytoscape", "mermaid", "ucdp-esd", "dot"] {
      #expect(alliance("export", "--format", format, nothing).status == 0)
    }
    let drawn = alliance("export", nothing, "-o", folder / "picture.svg")
    #expect(drawn.status == 1 && drawn.complaints == ["no relations found; nothing to draw"])
    #expect(!folder.names.contains("picture.svg"))
  }
}
