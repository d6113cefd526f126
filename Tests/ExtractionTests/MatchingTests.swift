import CResources
import Documents
import Relations
import Testing

@testable import Extraction

/// What the matcher finds in trees that are given, so that no model's mistakes count.
@Suite struct MatchingTests {
  private let extractor: Extractor

  init() throws {
    typealias Blob = (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
    func text(_ blob: Blob) -> String {
      var length = 0
      let start = blob(&length)
      return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }
    extractor = try Extractor(
      gazetteer: Gazetteer(parsing: [
        (file: "states.txt", text: text(alliance_states)), (file: "groups.txt", text: text(alliance_groups)),
      ]), words: text(alliance_words), frames: text(alliance_frames))
  }

  /// The strong candidates in a sentence whose tokens are written `form lemma UPOS XPOS head relation`.
  private func found(_ tokens: String) throws -> Set<String> {
    let lines = tokens.split(separator: "\n").enumerated().map { index, line in
      let parts = line.split(separator: " ").map(String.init)
      return
        "\(index + 1)\t\(parts[0])\t\(parts[1])\t\(parts[2])\t\(parts[3])\t_\t\(parts[4])\t\(parts[5])\t_\t_"
    }
    let documents = try CoNLLU.documents(in: lines.joined(separator: "\n") + "\n\n", file: "test.conllu")
    let resolved = extractor.resolve(try #require(documents.first))
    return Set(
      extractor.candidates(in: resolved).filter { !$0.isWeak && !$0.isNegated }.map {
        "\(resolved.register[$0.source.actor].id) \($0.type.rawValue) \(resolved.register[$0.target.actor].id)"
      })
  }

  @Test func whoClaimsAnAttackFights() throws {
    let found = try found(
      """
      Hezbollah hezbollah PROPN NNP 2 nsubj
      claimed claim VERB VBD 0 root
      responsibility responsibility NOUN NN 2 obj
      for for ADP IN 6 case
      an a DET DT 6 det
      attack attack NOUN NN 3 nmod
      on on ADP IN 8 case
      Israel israel PROPN NNP 6 nmod
      . . PUNCT . 2 punct
      """)
    #expect(found == ["hezbollah fighting israel"])
  }

  @Test func whoHitsWithSanctionsDoesNotFight() throws {
    let found = try found(
      """
      Washington washington PROPN NNP 2 nsubj
      hit hit VERB VBD 0 root
      Iran iran PROPN NNP 2 obj
      with with ADP IN 5 case
      sanctions sanction NOUN NNS 2 obl
      . . PUNCT . 2 punct
      """)
    #expect(found == ["united-states opposes iran"])
  }

  @Test func betweenRelatesTheTwoAndTheirHostWithEach() throws {
    let found = try found(
      """
      Norway norway PROPN NNP 2 nsubj
      held hold VERB VBD 0 root
      talks talk NOUN NNS 2 obj
      between between ADP IN 5 case
      Egypt egypt PROPN NNP 3 nmod
      and and CCONJ CC 7 cc
      Sudan sudan PROPN NNP 5 conj
      . . PUNCT . 2 punct
      """)
    // Who hosts talks negotiates with each of those who came.
    #expect(
      Set(found) == [
        "egypt negotiates_with sudan", "norway negotiates_with egypt", "norway negotiates_with sudan",
      ])
  }

  @Test func supportIsOwnedByWhoIsNamedWithIt() throws {
    let found = try found(
      """
      Syria syria PROPN NNP 2 nsubj
      launched launch VERB VBD 0 root
      raids raid NOUN NNS 2 obj
      with with ADP IN 6 case
      the the DET DT 6 det
      support support NOUN NN 2 obl
      of of ADP IN 8 case
      Russia russia PROPN NNP 6 nmod
      . . PUNCT . 2 punct
      """)
    #expect(found == ["russia backs syria"])
  }

  /// Asking for the subject of an infinitive asks for the owner of its noun, which may ask for subjects in turn.
  @Test func subjectsOfInfinitivesBelowNounsAreFound() throws {
    let found = try found(
      """
      Turkey turkey PROPN NNP 2 nsubj
      drafted draft VERB VBD 0 root
      a a DET DT 4 det
      plan plan NOUN NN 2 obj
      to to PART TO 6 mark
      launch launch VERB VB 4 acl
      attacks attack NOUN NNS 6 obj
      planned plan VERB VBN 7 acl
      to to PART TO 10 mark
      apply apply VERB VB 8 xcomp
      pressure pressure NOUN NN 10 obj
      on on ADP IN 13 case
      Syria syria PROPN NNP 11 nmod
      . . PUNCT . 2 punct
      """)
    #expect(found.isSubset(of: ["turkey fighting syria", "turkey opposes syria"]))
  }
}
