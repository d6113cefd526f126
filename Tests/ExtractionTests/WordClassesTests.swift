import CResources
import Documents
import Testing

@testable import Extraction

@Suite struct WordClassesTests {
  @Test func aLemmaHasTheClassesOfAllItsLines() throws {
    let words = try WordClasses(
      parsing: """
        # Who acts.
        class force: army, jet
        class position: base, jet   # a comment

        class force: navy
        """, file: "words.txt")
    #expect(words.classes(of: "jet") == [.force, .position])
    #expect(words.classes(of: "navy") == .force)
    #expect(words.contains("base", in: .position))
    #expect(!words.contains("base", in: .force))
    #expect(words.classes(of: "teapot").isEmpty)
  }

  @Test func particlesCarriageReturnsAndHyphensAreRead() throws {
    let words = try WordClasses(
      parsing: "class deny: rule out, deny\r\nclass cooperative-adjective: pro-government\r\n", file: "w")
    #expect(words.contains("rule out", in: .deny))
    #expect(words.contains("pro-government", in: .cooperativeAdjective))
    #expect(words.classes(of: "rule").isEmpty)
  }

  @Test(
    arguments: [
      ("class force: army\n\nclass forse: jet", "w.txt:3: unknown class 'forse'; did you mean 'force'?"),
      ("class xyzzy: jet", "w.txt:1: unknown class 'xyzzy'"),
      ("# note\nforce: army", "w.txt:2: expected 'class NAME: word, word, …', found 'force: army'"),
      ("class force army", "w.txt:1: expected 'class NAME: word, word, …', found 'class force army'"),
      ("class force: army,, jet", "w.txt:1: a word is missing; words are separated by single commas"),
      ("class force:", "w.txt:1: a word is missing; words are separated by single commas"),
      ("class force: Army", "w.txt:1: 'Army' is not in lower case; write 'army'"),
      (
        "class force: army\nclass force: jet, army",
        "w.txt:2: 'army' is in class 'force' already; remove one of the two"
      ),
    ])
  func mistakesAreLocated(text: String, message: String) {
    let error = #expect(throws: LocatedError.self) { try WordClasses(parsing: text, file: "w.txt") }
    #expect(error?.description == message)
  }

  @Test func theClassesThatComeWithTheProgramAreWhole() throws {
    let words = try WordClasses(parsing: embedded(alliance_words), file: "words.txt")
    let expected: [(WordClass, String)] = [
      (.force, "troop"), (.authority, "ministry"), (.title, "spokesman"), (.fighter, "rebel"),
      (.opposition, "protester"), (.group, "organisation"), (.coalition, "alliance"), (.community, "tribe"),
      (.civilian, "refugee"), (.medium, "newspaper"), (.place, "village"), (.position, "checkpoint"),
      (.member, "operative"), (.partitive, "dozen"), (.event, "offensive"), (.country, "kingdom"),
      (.side, "foe"), (.person, "woman"), (.sport, "tournament"), (.light, "launch"), (.say, "tell"),
      (.claim, "accuse"),
      (.deny, "rule out"), (.fail, "refuse"), (.want, "vow"), (.end, "cease"), (.former, "erstwhile"),
      (.hedge, "reportedly"), (.cooperativeAdjective, "loyal"), (.hostileAdjective, "rival"),
      (.armedAdjective, "militant"),
    ]
    #expect(Set(expected.map(\.0)) == Set(WordClass.allCases))
    for (wordClass, lemma) in expected {
      #expect(words.contains(lemma, in: wordClass), "\(lemma) is no \(wordClass.name)")
    }
    // Each of these would lead to two actors at once: Syria and its rebels, the army and a group.
    for (wordClass, others) in [
      (WordClass.fighter, [WordClass.force, .authority, .title, .member, .position, .civilian]),
      (.group, [.force, .authority, .position, .civilian]),
      (.coalition, [.force, .authority, .opposition, .community]),
      (.country, [.authority, .community, .fighter]),
      (.civilian, [.force, .authority, .title, .member]),
    ] {
      for other in others {
        let both = words.lemmas(in: [WordClassSet(wordClass), WordClassSet(other)])
        #expect(both.isEmpty, "in \(wordClass.name) and \(other.name)")
      }
    }
    // Words that would turn bystanders, places or facts into something else.
    #expect(words.classes(of: "journalist").isDisjoint(with: [.force, .fighter, .authority, .member]))
    #expect(words.classes(of: "say").isDisjoint(with: [.claim, .deny, .want]))
    #expect(!words.contains("attack", in: .want))
  }

  private func embedded(_ blob: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?) -> String {
    var length = 0
    let start = blob(&length)
    return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
