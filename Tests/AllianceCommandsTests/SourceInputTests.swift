import AllianceGraphs
import GraphExport
import Testing

@Suite struct SourceInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let story = """
    The envoys of both states met in the old town hall on Monday for the first time since the war broke out, and they agreed
    to nothing but to meet again before the winter.
    Arland backs Borland.
    Their hosts had laid the table for twelve, but only seven came, because two had been called home in the night.
    """

  @Test func copiesAreNamedAndCountOnce() throws {
    let first = try folder.write("a.txt", "Envoys meet\n\n\(story)\n")
    let second = try folder.write("b.txt", "Talks without result\n\n\(story)\nMore to come.\n")
    let run = alliance("extract", second, first)
    #expect(run.status == 0 && run.complaints == ["\(first): a copy of 'b'; they count as one source"])
    #expect(alliance("extract", first, second).bytes == run.bytes)
    let graph = try AllianceGraph(json: run.bytes, file: "output")
    #expect(graph.articles.map(\.copyOf) == ["b", nil])
    #expect(graph.relations.map(\.sources) == [1] && graph.relations[0].mentions.count == 2)
    #expect(graph.json() == run.bytes)
    let answer = alliance("backers", "Borland", first, second)
    #expect(answer.output.contains("— a, copy of b") && answer.output.contains("— b\n"))
  }

  @Test func aTableInTheFolderCountsMoreThanThePageAndLessThanOptions() throws {
    try folder.write(
      "a.md", "---\ndate: 2020-01-01\npublisher: The Page\n---\n# War\n\nCor fighting Borland.\n")
    try folder.write(
      "articles.tsv", "article\tseries\tdate\tpublisher\na.md\tS1\t2021-02-03\t\nb.txt\t\t\tNobody\n")
    let run = alliance("extract", folder.path)
    let record = try #require(AllianceGraph(json: run.bytes, file: "output").article("a"))
    #expect(run.status == 0 && record.date == "2021-02-03" && record.publisher == "The Page")
    let told = alliance("extract", folder.path, "--date", "2022")
    #expect(try AllianceGraph(json: told.bytes, file: "output").articles.map(\.date) == ["2022"])
    let table = try folder.write("articles.tsv", "article\tdate\na.md\tMonday\n")
    let wrong = alliance("extract", folder.path)
    #expect(wrong.status == 2 && !wrong.bytes.isEmpty)
    #expect(
      wrong.complaints == ["\(table):2: 'Monday' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY"])
  }

  @Test func whatIsNotEnglishIsNamedAndLeftOut() throws {
    let french = try folder.write(
      "x.txt",
      "Le port est tombé\n\nLes rebelles ont pris le port après une semaine de combats avec les troupes du gouvernement, selon "
        + "des habitants de la ville.\nArland backs Borland.\n")
    let english = try folder.write("y.txt", "War\n\nCor fighting Borland.\n")
    let message =
      "\(french): looks like French, not English; nothing was extracted (--any-language reads it all the same)"
    let run = alliance("extract", french, english)
    #expect(run.status == 2 && run.complaints == [message])
    #expect(try AllianceGraph(json: run.bytes, file: "output").articles.map(\.id) == ["y"])
    let alone = alliance("extract", french)
    #expect(alone.status == 2 && alone.bytes.isEmpty)
    let all = alliance("extract", french, "--any-language")
    #expect(all.status == 0 && all.complaints.isEmpty)
    #expect(try AllianceGraph(json: all.bytes, file: "output").relations.count == 1)
  }
}
