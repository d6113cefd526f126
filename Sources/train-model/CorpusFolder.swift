import Documents
import Foundation
import LinguisticsTraining

/// The folder with the corpora and what is read from it.
struct CorpusFolder {
  let root: URL

  static let webKinds: [String: NameKind] = [
    "PER": .person, "ORG": .organization, "LOC": .location, "OTH": .other,
  ]

  func treebank(_ name: String, _ part: String) throws -> [Example] {
    try Corpora.treebank(treebankFile(name, part))
  }

  func treebankFile(_ name: String, _ part: String) -> URL {
    root.appending(path: "treebanks/\(name.uppercased())/en_\(name)-ud-\(part).conllu")
  }

  func webNames(_ part: String) throws -> [Example] {
    let file = part == "train" ? "en_ewt-ud-train.early-236914d.iob2" : "en_ewt-ud-\(part).iob2"
    return try Corpora.columns(
      root.appending(path: "ner/UNER-EWT/\(file)"), word: 1, label: 2,
      kinds: Self.webKinds)
  }

  func encyclopediaNames() throws -> [Example] {
    try Corpora.columns(
      root.appending(path: "ner/WikiGold/CONLL-format/data/wikigold.conll.txt"), word: 0, label: 1,
      kinds: ["PER": .person, "ORG": .organization, "LOC": .location, "MISC": .other])
  }

  func politicalNames(_ part: String) throws -> [Example] {
    try Corpora.columns(
      root.appending(path: "ner/CrossNER-politics/\(part).txt"), word: 0, label: 1,
      kinds: [
        "politician": .person, "person": .person, "politicalparty": .organization,
        "organisation": .organization,
        "country": .location, "location": .location, "election": .other, "event": .other, "misc": .other,
      ])
  }
}
