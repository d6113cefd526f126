import Documents
import Foundation
import Testing

@testable import LinguisticsTraining

@Suite struct CorporaTests {
  private func write(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "corpora-\(UUID().uuidString)")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  private func described(_ example: Example) -> [String] {
    (example.names ?? []).map { "\($0.kind.rawValue) " + example.forms[$0.tokens].joined(separator: " ") }
  }

  @Test func readsColumns() throws {
    let file = try write(
      "Mara I-PER\nOdun I-PER\nleft O\nNew-Velia I-LOC\n\nThe O\nUnion B-ORG\nUnion B-ORG\n")
    defer { try? FileManager.default.removeItem(at: file) }
    let examples = try Corpora.columns(
      file, word: 0, label: 1, kinds: ["PER": .person, "LOC": .location, "ORG": .organization])
    #expect(examples.map(described) == [["PER Mara Odun", "LOC New - Velia"], ["ORG Union", "ORG Union"]])
  }

  @Test func skipsCommentsAndKindsThatAreNoNames() throws {
    let file = try write("# text = Odun won\n1\tOdun\tB-PER\t-\n2\twon\tB-O\t-\n")
    defer { try? FileManager.default.removeItem(at: file) }
    let examples = try Corpora.columns(file, word: 1, label: 2, kinds: ["PER": .person])
    #expect(examples.map(\.forms) == [["Odun", "won"]])
    #expect(examples.map(described) == [["PER Odun"]])
  }

  @Test func cutsNamesOutOfMentions() throws {
    let file = try write(
      """
      [{"title": "x", "labels": [], "sents": [["The", "Velian", "Union", "met", "Zorian", "envoys", "in", "1990"]],
        "vertexSet": [[{"type": "ORG", "pos": [0, 3], "sent_id": 0, "name": "The Velian Union"}],
          [{"type": "LOC", "pos": [4, 5], "sent_id": 0, "name": "Zorian"}],
          [{"type": "TIME", "pos": [7, 8], "sent_id": 0, "name": "1990"}]]}]
      """)
    defer { try? FileManager.default.removeItem(at: file) }
    let token = Token(
      range: 0..<6, form: "Zorian", lemma: "Zorian", partOfSpeech: .adjective, tag: "JJ", head: nil,
      relation: "root")
    let habits = WordHabits(examples: [Example(forms: ["a", "Zorian"], tokens: [token, token])])
    let examples = try Corpora.relationDocuments(file, habits: habits)
    #expect(examples.map(described) == [["ORG Velian Union", "MISC Zorian"]])
  }

  @Test func cutsNamesOutOfEntities() throws {
    let rows = [
      "1 President president PROPN NNP 2 nmod:desc (1-person", "2 Mara Mara PROPN NNP 7 nsubj _",
      "3 al al PROPN NNP 2 flat _", "4 - - PUNCT HYPH 5 punct _", "5 Odun Odun PROPN NNP 2 flat 1)",
      "6 has have AUX VBZ 7 aux _", "7 visited visit VERB VBN 0 root _",
      "8 the the DET DT 9 det (2-organization",
      "9 Bank bank PROPN NNP 7 obj _", "10 of of ADP IN 11 case _",
      "11 Velia Velia PROPN NNP 9 nmod (3-place)2)",
      "12 near near ADP IN 14 case _", "13 the the DET DT 14 det (4-place", "14 river river NOUN NN 7 obl 4)",
    ]
    let text =
      rows.map { row in
        let f = row.split(separator: " ")
        let misc = f[7] == "_" ? "_" : "Entity=\(f[7])"
        return [f[0], f[1], f[2], f[3], f[4], "_", f[5], f[6], "_"].joined(separator: "\t") + "\t" + misc
      }.joined(separator: "\n") + "\n\n"
    let file = try write(text)
    defer { try? FileManager.default.removeItem(at: file) }
    let examples = try Corpora.entityNames(file, habits: WordHabits(examples: []))
    #expect(examples.map(described) == [["PER Mara al - Odun", "ORG Bank of Velia"]])
  }
}
