import Documents
import Testing

@testable import LinguisticsTraining

@Suite struct NewsStyleTests {
  private static let style = NewsStyle(share: 1)

  private func example(
    _ words: [(form: String, lemma: String, pos: PartOfSpeech, tag: String, head: Int, relation: String)],
    names: [Name]? = []
  ) -> Example {
    let tokens = words.map {
      Token(
        range: 0..<0, form: $0.form, lemma: $0.lemma, partOfSpeech: $0.pos, tag: $0.tag,
        head: $0.head == 0 ? nil : $0.head - 1, relation: $0.relation)
    }
    return Example(forms: tokens.map(\.form), tokens: tokens, names: names)
  }

  private func rewritings(_ example: Example, _ count: UInt64 = 300) -> [Example] {
    (0..<count).map { seed in
      var random = RandomNumbers(seed: seed)
      return Self.style.rewrite(example, using: &random)
    }
  }

  private var helped: Example {
    example([
      ("They", "they", .pronoun, "PRP", 2, "nsubj"), ("helped", "help", .verb, "VBD", 0, "root"),
      ("the", "the", .determiner, "DT", 4, "det"), ("town", "town", .noun, "NN", 2, "obj"),
      ("and", "and", .coordinatingConjunction, "CC", 6, "cc"), ("left", "leave", .verb, "VBD", 2, "conj"),
      (".", ".", .punctuation, ".", 2, "punct"),
    ])
  }

  @Test func treesStayTrees() {
    for rewritten in rewritings(helped) {
      #expect(rewritten.forms == rewritten.tokens.map(\.form))
      #expect(rewritten.tokens.count { $0.head == nil } == 1)
      #expect(rewritten.tokens.allSatisfy { $0.head.map(rewritten.tokens.indices.contains) ?? true })
      #expect((rewritten.names ?? []).allSatisfy { $0.tokens.upperBound <= rewritten.tokens.count })
      // What depends on what is told by relations: they stay, but for those of dropped and inserted words.
      let relations = rewritten.tokens.map(\.relation)
      let added = ["det", "punct", "acl", "amod", "case", "obl", "obl:agent"]
      #expect(relations.filter { !added.contains($0) } == ["nsubj", "root", "obj", "cc", "conj"])
      let root = relations.firstIndex(of: "root")
      #expect(rewritten.tokens[relations.firstIndex(of: "obj")!].head == root)
    }
  }

  @Test func participlesStandBehindTheirNouns() throws {
    let inserted = rewritings(helped).filter { $0.tokens.contains { $0.relation == "acl" } }
    #expect(!inserted.isEmpty)
    for rewritten in inserted {
      let place = try #require(rewritten.tokens.firstIndex { $0.relation == "acl" })
      #expect(rewritten.tokens[place].head == place - 1 && rewritten.tokens[place].tag == "VBN")
      #expect(rewritten.tokens[place + 2].head == place)
      #expect(rewritten.names!.contains { $0.tokens == place + 2..<place + 3 })
    }
  }

  @Test func bothVerbsOfAPluralSubjectBecomePresent() {
    let present = rewritings(helped).filter {
      $0.tokens.contains { $0.relation == "root" && $0.tag == "VBP" }
    }
    #expect(!present.isEmpty)
    for rewritten in present {
      let joined = rewritten.tokens.first { $0.relation == "conj" }!
      #expect(joined.tag == "VBP" && joined.form == "leave")
      #expect(rewritten.tokens.first { $0.relation == "root" }.map { $0.form == $0.lemma } == true)
    }
  }

  @Test func aNameInThePlaceOfAPronounHasAThirdPerson() {
    let it = example([
      ("It", "it", .pronoun, "PRP", 2, "nsubj"), ("supported", "support", .verb, "VBD", 0, "root"),
      ("them", "they", .pronoun, "PRP", 2, "obj"),
    ])
    let named = rewritings(it).filter { $0.tokens[0].tag == "NNP" && $0.tokens[1].tag == "VBZ" }
    #expect(named.contains { $0.forms[1] == "backs" })
    for rewritten in named {
      #expect(rewritten.names!.contains { $0.tokens == 0..<1 })
      #expect(rewritten.forms[1].hasSuffix("s"))
    }
  }

  @Test func whoSpeaksStaysWhereTheVerbShowsIt() {
    let speaking = example([
      ("I", "I", .pronoun, "PRP", 2, "nsubj"), ("support", "support", .verb, "VBP", 0, "root"),
      ("it", "it", .pronoun, "PRP", 2, "obj"),
    ])
    #expect(rewritings(speaking).allSatisfy { $0.forms[0] == "I" && $0.tokens[1].tag == "VBP" })
  }

  @Test func contractedPronounsAndThoseBehindNounsStay() {
    let contracted = example([
      ("It", "it", .pronoun, "PRP", 3, "nsubj"), ("'s", "be", .auxiliary, "VBZ", 3, "aux"),
      ("supporting", "support", .verb, "VBG", 0, "root"), ("towns", "town", .noun, "NNS", 3, "obj"),
      ("they", "they", .pronoun, "PRP", 6, "nsubj"), ("left", "leave", .verb, "VBD", 4, "acl:relcl"),
    ])
    for rewritten in rewritings(contracted) {
      #expect(rewritten.forms[0] == "It")
      #expect(rewritten.forms.contains("they"))
    }
  }

  @Test func sentencesWithoutNamesStayWithoutThem() {
    var unnamed = helped
    unnamed.names = nil
    #expect(rewritings(unnamed).allSatisfy { $0.names == nil })
  }

  @Test func onlyAShareIsRewritten() {
    let none = NewsStyle(share: 0)
    var random = RandomNumbers(seed: 1)
    #expect(none.rewrite(helped, using: &random).forms == helped.forms)
  }

  @Test func formsAreSpeltRight() {
    func forms(_ lemma: String) -> [String?] {
      let verb = NewsWords.verbs.first { $0.lemma == lemma }
      return ["VBZ", "VBD", "VBG"].map { verb?.form($0) }
    }
    #expect(forms("back") == ["backs", "backed", "backing"])
    #expect(forms("clash").allSatisfy { $0 == nil })
    #expect(forms("ambush") == ["ambushes", "ambushed", "ambushing"])
    #expect(forms("besiege") == ["besieges", "besieged", "besieging"])
    #expect(forms("gun") == ["guns", "gunned", "gunning"])
    #expect(forms("occupy") == ["occupies", "occupied", "occupying"])
    #expect(forms("strike") == ["strikes", "struck", "striking"])
  }
}
