import Documents
import Testing

@testable import Extraction

@Suite struct AlternativesTests {
  @Test(
    arguments: [
      ("attack, open fire", ["attack", "open fire"]),
      ("{send,ship}/{arms, missile}", ["send/arms", "send/missile", "ship/arms", "ship/missile"]),
      ("hit, {air,drone} strike, raid", ["hit", "air strike", "drone strike", "raid"]),
      ("", [""]),
    ])
  func stand(text: String, phrases: [String]) throws {
    let found = try Alternatives.items(of: Substring(text)).flatMap { try Alternatives.phrases(of: $0) }
    #expect(found.map(String.init) == phrases)
  }

  @Test(
    arguments: [
      ("{send,ship arms", "a '{' of '{send,ship arms' is not closed; write '{one,other} word'"),
      ("send} arms", "'send} arms' has a '}' without a '{' before it"),
      ("{send,} arms", "an alternative of '{send,} arms' is missing; they are separated by single commas"),
    ])
  func mistakesAreLocated(phrase: String, message: String) {
    let error = #expect(throws: LocatedError.self) {
      try FrameLexicon(parsing: "frame a: fighting\n  verb \(phrase): subject > object", file: "f")
    }
    #expect(error?.description == "f:2: \(message)")
  }

  @Test func aNounMayNeedAPreposition() throws {
    let lexicon = try FrameLexicon(
      parsing: "frame a: backs\n verb */with help: owner, of > subject", file: "f")
    let predicate = try #require(lexicon.predicates(of: "*", .verb).first)
    #expect(predicate.nounOfVerb == "help")
    #expect(predicate.prepositionOfNoun == "with")
    #expect(predicate.sources == [.owner, .preposition("of")])
  }
}
