import Testing

@Suite struct AnalysisCommandTests {
  let folder: TemporaryFolder
  let war: String
  let peace: String

  init() throws {
    folder = try TemporaryFolder()
    war = try folder.write(
      "war.txt",
      "War\n\nArland backs Borland.\nBorland fighting Cor.\nDelta backs Cor.\nDelta opposes Arland.\n")
    peace = try folder.write("peace.txt", "Peace\n\nArland backs Borland.\nBorland allied_with Cor.\n")
  }

  @Test func eachSectionIsACommand() {
    let all = alliance("analyse", war)
    #expect(all.status == 0 && all.complaints.isEmpty)
    for section in ["blocs", "balance", "proxies", "contradictions", "bridges", "central"] {
      let run = alliance("analyse", section, war)
      #expect(run.bytes.isEmpty == false && run.complaints.isEmpty)
      #expect(all.output.contains(run.output.dropLast()), "\(section)")
      #expect(alliance("analyze", section, war).output == run.output)
      let json = alliance("analyse", section, war, "--json")
      #expect(json.output.hasPrefix("{\n  \"format\": \"alliance-analysis\",\n  \"version\": 1,\n"))
    }
    let proxies = alliance("analyse", "proxies", war)
    #expect(proxies.status == 0 && proxies.output.contains("Arland against Cor, through Borland\n"))
    #expect(proxies.output.contains("“Borland fighting Cor.” — war"))
  }

  @Test func nothingToTellIsTold() throws {
    let none = alliance("analyse", "proxies", peace)
    #expect(none.status == 1 && none.output == "Proxies: nobody acts against anybody through another\n")
    let empty = try folder.write(
      "empty.json",
      #"{"format": "alliance-graph", "version": 1, "articles": [], "actors": [], "relations": []}"#)
    for command in [["analyse"], ["analyse", "blocs"], ["analyse", "--json"]] {
      let run = alliance(command + [empty])
      #expect(run.status == 1 && run.bytes.isEmpty)
      #expect(run.complaints == ["no relations found; nothing to analyse"])
    }
  }

  @Test func badInputIsNamedAndNothingIsWritten() throws {
    let graph = alliance("extract", war).bytes
    let half = try folder.write("half.json", bytes: Array(graph.prefix(graph.count / 2)))
    for command in [["analyse", half], ["diff", half, war], ["diff", half, "--from", "2020", "--summary"]] {
      let run = alliance(command + ["-o", folder / "out.svg"])
      #expect(run.status == 2 && run.bytes.isEmpty && run.complaints.count == 1)
      #expect(run.complaints[0].hasPrefix("\(half):"))
    }
    #expect(!folder.names.contains("out.svg"))
    for wrong in [
      ["analyse", war, "--limit", "0"], ["analyse", "frobs", "--limit", "x"], ["analyse"], ["diff", war],
      ["diff", war, peace, "--to", "2020"], ["diff", war, "--from", "May"],
      ["diff", war, "--from", "2020-02-30"],
      ["diff", war, "--from", "2020-05", "--to", "2020-04-30"], ["diff", war, peace, "--summary", "--json"],
      ["diff", war, peace, "--json", "--format", "svg"], ["diff", war, peace, war],
    ] {
      let run = alliance(wrong)
      #expect(run.status == 64 && run.bytes.isEmpty && !run.complaints.isEmpty, "\(wrong)")
    }
    let turned = alliance("diff", war, "--from", "2020-05", "--to", "2020-04-30")
    #expect(turned.complaints[0] == "Error: --from 2020-05 lies after --to 2020-04-30; exchange the two")
  }

  @Test func oneGraphOnTwoDays() throws {
    let (first, last) = (folder / "first.json", folder / "last.json")
    #expect(alliance("extract", war, "--date", "2020-03-01", "-o", first).status == 0)
    #expect(alliance("extract", peace, "--date", "2020-05", "-o", last).status == 0)
    let both = ["diff", first, last]
    #expect(alliance(both + ["--from", "2020-03", "--to", "2020-04"]).status == 0)
    let spring = alliance(both + ["--from", "2020-04-01", "--to", "2020-05-31"])
    #expect(spring.status == 1 && spring.output.contains("+ Borland is allied with Cor"))
    #expect(alliance(both + ["--from", "2020-04-01"]).output == spring.output)
    let start = alliance(both + ["--from", "2019", "--summary"])
    #expect(start.complaints == ["no article is of 2019 or earlier; all there is counts as new"])
    let undated = alliance("diff", first, peace, "--from", "2020-03")
    #expect(
      undated.status == 0 && undated.complaints == ["1 article has no date and is left out; --date gives one"]
    )
  }

  @Test func differencesForReadersAndPrograms() throws {
    let summary = alliance("diff", war, peace, "--summary")
    #expect(
      summary.status == 1
        && summary.output.contains("Borland, which was fighting Cor before, now is allied with it."))
    #expect(alliance("diff", war, war, "--summary").output == "Nothing has changed.\n")
    let json = alliance("diff", war, peace, "--json", "-o", folder / "diff.json")
    #expect(json.status == 1 && json.bytes.isEmpty)
    #expect(
      try String(decoding: folder.bytes("diff.json"), as: UTF8.self).hasPrefix(
        "{\n  \"format\": \"alliance-difference\""))
    #expect(alliance("diff", war, war, "--json").output.contains("\"isEmpty\": true"))
  }
}
