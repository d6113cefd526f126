import Testing

@testable import Linguistics

@Suite struct LemmaScriptTests {
  @Test(arguments: [
    ("Armies", "army", "0 3 y"), ("fought", "fight", "0 5 ight"), ("Norland", "Norland", "1 0 "),
    ("oslovia", "Oslovia", "2 0 "), ("was", "be", "0 3 be"), ("rebels", "rebel", "0 1 "),
  ])
  func makesTheLemmaOfTheForm(form: String, lemma: String, text: String) throws {
    let script = try #require(LemmaScript(form: form, lemma: lemma))
    #expect(script.text == text)
    #expect(LemmaScript(text: text) == script)
    #expect(script.lemma(of: form) == lemma)
  }

  @Test func doesNotMakeNothing() {
    #expect(LemmaScript(text: "0 3 ")?.lemma(of: "ing") == nil)
    #expect(LemmaScript(text: "0 9 y")?.lemma(of: "armies") == nil)
    #expect(
      LemmaScript(text: "5 0 ") == nil && LemmaScript(text: "0 -1 ") == nil && LemmaScript(text: "") == nil)
  }
}
