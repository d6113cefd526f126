import Linguistics
import Testing

@Suite struct TokenizerTests {
  /// Texts, and the same texts with a space between words.
  static let examples: [(String, String)] = [
    ("They don't agree; he can't, and we won't.", "They do n't agree ; he ca n't , and we wo n't ."),
    ("She cannot leave, she’s gonna stay.", "She can not leave , she ’s gon na stay ."),
    ("IT DIDN'T WORK", "IT DID N'T WORK"),
    ("the rebels' camp and Mali's army", "the rebels ' camp and Mali 's army"),
    ("in the 1990's, the '80s and '21 men'", "in the 1990's , the '80s and ' 21 men '"),
    ("Shi'ite leader O'Neill of Sana'a", "Shi'ite leader O'Neill of Sana'a"),
    ("a Norwegian-backed group", "a Norwegian - backed group"),
    ("U.S.-led and UN‑brokered talks", "U.S. - led and UN ‑ brokered talks"),
    (
      "anti-aircraft guns, e-mail, co-operate, counter-attack",
      "anti-aircraft guns , e-mail , co-operate , counter-attack"
    ),
    ("pro-Danish and ex-rebels, re-elected, non-state", "pro-Danish and ex-rebels , re-elected , non-state"),
    ("Jabhat al-Nasr, AK-47s, F-16", "Jabhat al - Nasr , AK - 47s , F - 16"),
    ("a 15-year-old; 10-12 people; 1969-1970", "a 15 - year - old ; 10 - 12 people ; 1969 - 1970"),
    ("call 555-010-0199 or 555-0199", "call 555-010-0199 or 555-0199"),
    ("$20m, US$5bn, €3.5 million, 40%", "$ 20 m , US$ 5 bn , € 3.5 million , 40 %"),
    ("at 5:30pm or 17:30GMT on 9/11, 1,200 of 2,000.", "at 5:30 pm or 17:30 GMT on 9/11 , 1,200 of 2,000 ."),
    (
      "Lt. Gen. Ole Dahl met J. R. Berg in the U.S. in Sept. 2012.",
      "Lt. Gen. Ole Dahl met J. R. Berg in the U.S. in Sept. 2012 ."
    ),
    ("It is No. 5, but is it? No.", "It is No. 5 , but is it ? No ."),
    ("He waited ... and waited… Why?!", "He waited ... and waited … Why ?!"),
    ("“Stop,” he said – ‘now’ — or-- never", "“ Stop , ” he said – ‘ now ’ — or -- never"),
    ("\"Stop,\" (he) said [twice].", "\" Stop , \" ( he ) said [ twice ] ."),
    (
      "See http://example.org/a-b?c=1, or write to jan.berg@example.org.",
      "See http://example.org/a-b?c=1 , or write to jan.berg@example.org ."
    ),
    ("peace/war talks at example.com today", "peace / war talks at example.com today"),
    ("It ended.Then it began.", "It ended . Then it began ."),
    ("AT&T and R&D #peace @someone", "AT&T and R&D #peace @someone"),
    ("Zoë's naïve café", "Zoë 's naïve café"),
    ("the C.A.R.'s army", "the C.A.R. 's army"),
    ("Vikâ\u{80}\u{99}s men wonâ\u{80}\u{99}t", "Vik â\u{80}\u{99}s men wo nâ\u{80}\u{99}t"),
  ]

  @Test(arguments: examples)
  func cutsLikeTheTreebanks(text: String, expected: String) {
    #expect(Tokenizer().words(in: text).map(\.form).joined(separator: " ") == expected)
  }

  @Test func wordsCoverAllButWhiteSpace() {
    let pool = Array(
      "aZ09 .,'’\"“”-–—/:;@#&$€%()[]!?…\n\t\u{A0}\u{200B}\u{FEFF}éß中🙂👍🏽\u{301}\u{0}\u{7F}_*=+<>`~|\\^{}")
    var seed: UInt64 = 42
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<3000 {
      let text = String((0..<random(40)).map { _ in pool[random(pool.count)] })
      var end = 0
      for word in Tokenizer().words(in: text) {
        #expect(word.range.lowerBound >= end && word.range.upperBound > word.range.lowerBound)
        #expect(text.utf8.count >= word.range.upperBound)
        let bytes = Array(text.utf8)
        #expect(
          Array(word.form.utf8) == Array(bytes[word.range]),
          "cut inside a character of \(text.debugDescription)")
        #expect(bytes[end..<word.range.lowerBound].allSatisfy { $0 <= 0x20 || $0 >= 0x7F })
        end = word.range.upperBound
      }
    }
  }

  @Test func takesLinearTimeOnOneEndlessWord() {
    for unit in ["a-", "1-", "a.", "'s", "a@b.", "www.", "((", "-", "…", "1,000", "://"] {
      let text = String(repeating: unit, count: 100_000)
      let clock = ContinuousClock()
      let time = clock.measure { #expect(!Tokenizer().words(in: text).isEmpty) }
      #expect(time < .seconds(20), "\(unit) took \(time)")
    }
  }
}
