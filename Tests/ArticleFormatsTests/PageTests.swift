import ArticleFormats
import Documents
import Testing

func page(_ text: String, id: String = "page") throws -> Article { try page(Array(text.utf8), id: id) }

func page(_ bytes: [UInt8], id: String = "page") throws -> Article {
  try #require(try ArticleFile(bytes, format: .page, id: id).articles.first)
}

@Suite struct PageTests {
  @Test(arguments: PageSample.all.indices)
  func theArticleIsFoundOnThePage(_ index: Int) throws {
    let sample = PageSample.all[index]
    let article = try page(sample.page, id: sample.name)
    #expect(article.title == sample.title)
    #expect(article.date == sample.date && article.publisher == sample.publisher && article.url == sample.url)
    #expect(article.text.hasSuffix("\n"))
    let paragraphs = article.text.dropLast().split(separator: "\n\n").map(String.init)
    #expect(paragraphs == [sample.title] + sample.paragraphs)
    #expect(article.id == sample.name)
  }

  @Test func charsetsAreReadAsDeclared() throws {
    let text = "The café’s owner said that troops of Corland had taken the bridge at dawn and held it."
    let head = "<html><head><meta charset=%></head><body><h1>Café</h1><p>"
    func bytes(_ charset: String, _ encoded: [UInt8]) -> [UInt8] {
      Array(head.replacing("%", with: charset).replacing("é", with: "e").utf8) + encoded
    }
    let western = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    for charset in ["windows-1252", "\"ISO-8859-1\"", "no-such-charset"] {
      #expect(try page(bytes(charset, western)).text.contains(text))
    }
    #expect(try page(bytes("iso-8859-1", Array(text.utf8))).text.contains(text))
    // A charset of the C library's, and one byte that is none of UTF-8.
    let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    let sentence = Array(
      " is how the people of the valley greet the soldiers who guard the bridge at night.".utf8)
    #expect(try page(bytes("windows-1251", cyrillic + sentence)).text.contains("Привет is how"))
    #expect(try page(bytes("utf-8", [0xFF] + sentence)).text.contains("\u{FFFD} is how the people"))
    let wide: [UInt8] =
      [0xFE, 0xFF]
      + (String(decoding: head.utf8, as: UTF8.self) + text).utf16.flatMap {
        [UInt8($0 >> 8), UInt8($0 & 0xFF)]
      }
    #expect(try page(wide).text.contains(text))
  }

  @Test func theTextOfLinksStaysAndInvisibleTextGoes() throws {
    let article = try page(
      """
      <h1>Raid</h1><p>Troops of <a href="/g">Galia</a> raided the camps of the <b>Sun</b>rise Brigade on the hill, the
      brigade&shy;'s com\u{200B}mander said.<span style="display: none">Nobody sees this.</span><span hidden>Nor this.</span></p>
      """)
    #expect(
      article.text == """
        Raid

        Troops of Galia raided the camps of the Sunrise Brigade on the hill, the brigade's commander said.

        """)
  }

  @Test(arguments: [
    "<html></html>", "<p>Short.</p>",
    "<html><body><nav><a href=x>One link and nothing else at all on this page here</a></nav>",
    "<", "<!--", "<script>", "<html><head><title>Only a title on this page</title></head></html>",
    "\u{0}\u{1}<p>",
  ])
  func aPageWithoutAnArticleIsAFault(_ text: String) {
    #expect(throws: ArticleFault.self) { try page(text) }
  }

  /// What takes the square of its length in a parser that trusts its input.
  @Test(arguments: ["deep", "attributes", "closing", "comments", "quotes", "blocks"])
  func hostilePagesTakeLinearTime(_ kind: String) throws {
    let text = "<p>The army of Galia said on Sunday that its troops had taken the last town on the river.</p>"
    let hostile =
      switch kind {
      case "deep": String(repeating: "<div>", count: 200_000)
      case "attributes": "<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">"
      case "closing": String(repeating: "<div>", count: 500) + String(repeating: "</b>", count: 100_000)
      case "comments": String(repeating: "<!-", count: 100_000) + "<!--"
      case "quotes": String(repeating: "<a href=\"", count: 50_001) + "\">"
      default: String(repeating: "<div><span><div>a</span>", count: 50_000)
      }
    let clock = ContinuousClock()
    let took = clock.measure { _ = try? page(text + hostile + text) }
    #expect(took < .seconds(10), "\(kind) took \(took)")
  }

  @Test func whatNestsTooDeepIsCutAndSaid() throws {
    let text = "<p>The army of Galia said on Sunday that its troops had taken the last town on the river.</p>"
    let file = try ArticleFile(
      Array((text + String(repeating: "<div>", count: 1000) + text).utf8), format: .page, id: "x")
    #expect(file.articles.count == 1 && file.faults.count == 1)
    #expect(file.faults.first?.message == "nested deeper than 256 elements; what follows is left out")
  }

  @Test func aLargePageIsReadQuickly() throws {
    let paragraph =
      "<div class='row'><p>The army of Galia said on <a href='/s'>Sunday</a> that its troops had taken town %.</p></div>\n"
    var text = "<html><body><div class='story'><h1>Long</h1>"
    for number in 0..<10_000 { text += paragraph.replacing("%", with: "\(number)") }
    #expect(text.utf8.count > 1_000_000)
    let clock = ContinuousClock()
    var article: Article?
    let took = try clock.measure { article = try page(text) }
    #expect(article?.text.contains("town 9999.") == true)
    // A release build takes a fortieth of the time.
    #expect(took < .seconds(30), "took \(took)")
  }
}
