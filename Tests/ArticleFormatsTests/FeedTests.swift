import ArticleFormats
import Testing

private func feed(_ text: String) throws -> ArticleFile {
  try ArticleFile(Array(text.utf8), format: .feed, id: "feed")
}

private let rss = """
  <?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Valley Courier</title><link>https://courier.example</link><description>News of the valley</description>
  <item><title>Dam taken</title><link>https://courier.example/dam</link><pubDate>Wed, 14 May 2031 06:20:00 +0300</pubDate>
    <description>Fighters took the dam.</description>
    <content:encoded><![CDATA[<p>Fighters took the dam, <b>officials</b> said.</p><figure><figcaption>The dam.</figcaption></figure>
      <p>Ostrava backs the army.</p><p>The post <a href="https://courier.example/dam">Dam taken</a> appeared first on
      <a href="https://courier.example">Valley Courier</a>.</p>]]></content:encoded></item>
  <item><title>Talks &amp;amp; tea</title><description>&lt;p&gt;The envoys met&amp;nbsp;again.&lt;/p&gt; &lt;img src=x&gt;</description>
    <dc:date>2031-05-15</dc:date><source url="https://wire.example">The Wire</source></item>
  <item><guid isPermaLink="false">17</guid></item>
  <item><title>Only a headline</title></item>
  </channel></rss>
  """

@Suite struct FeedTests {
  @Test func entriesOfRSSAreArticles() throws {
    let file = try feed(rss)
    #expect(file.articles.map(\.id) == ["feed-dam-taken", "feed-talks-tea", "feed-only-a-headline"])
    #expect(
      file.articles[0].text
        == "Dam taken\n\nFighters took the dam, officials said.\n\nOstrava backs the army.\n")
    #expect(file.articles[0].date == "2031-05-14" && file.articles[0].publisher == "Valley Courier")
    #expect(file.articles[0].url == "https://courier.example/dam")
    #expect(file.articles[1].text == "Talks & tea\n\nThe envoys met again.\n")
    #expect(file.articles[1].date == "2031-05-15" && file.articles[1].publisher == "The Wire")
    #expect(file.articles[2].text == "Only a headline\n" && file.articles[2].title == "Only a headline")
    #expect(file.faults == [ArticleFault(.entry(3), "neither title nor text; left out")])
  }

  @Test func entriesOfAtomAreArticles() throws {
    let file = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Hill Radio</title>
      <entry><title type="html">Pact &lt;i&gt;signed&lt;/i&gt;</title><link rel="self" href="https://hill.example/self"/>
        <link href="https://hill.example/pact"/><id>urn:x</id><published>2030-01-02T03:04:05Z</published><updated>2030-01-09</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Corland &amp; three islands <em>signed</em> a pact.</p>
        <p>Norland called it &lt;a&gt; provocation.</p></div></content></entry>
      <entry><title>Shells fall</title><updated>2030-02-03T00:00:00+01:00</updated><summary>Shells fell on Merin.</summary></entry></feed>
      """)
    #expect(file.faults.isEmpty)
    #expect(
      file.articles.map(\.text) == [
        "Pact signed\n\nCorland & three islands signed a pact.\n\nNorland called it <a> provocation.\n",
        "Shells fall\n\nShells fell on Merin.\n",
      ])
    #expect(file.articles.map(\.date) == ["2030-01-02", "2030-02-03"])
    #expect(file.articles[0].url == "https://hill.example/pact" && file.articles[0].publisher == "Hill Radio")
  }

  @Test func aFeedThatIsNotWellFormedIsReadAsFarAsItGoes() throws {
    let broken = rss.replacing("<title>Dam taken</title>", with: "<title>Dam & lake taken</titel>")
      .replacing("</item>\n  <item><guid", with: "\n  <item><guid")
    let file = try feed(broken)
    #expect(file.articles.map(\.title) == ["Dam & lake taken", "Talks & tea", "Only a headline"])
    #expect(file.faults.count == 2 && file.faults[0].place == .line(4))
    #expect(file.faults[0].message.hasSuffix("; what can be made out is read"))
    let named = try feed(rss.replacing("Only a headline", with: "R&D&nbsp;&eacute;t&#233; &foo; &lt;x"))
    #expect(named.articles[2].title == "R&D été &foo; <x" && named.faults.count == 1)
    let cut = try feed(String(rss.prefix(rss.count / 2)))
    #expect(cut.articles.map(\.title) == ["Dam taken"] && cut.faults.count == 1)
  }

  @Test func otherXMLAndEntitiesAreRefused() {
    let bomb =
      "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>"
    for (text, message) in [
      ("<urlset><url/></urlset>", "neither an RSS or Atom feed nor a page; expected <rss>, <feed> or <html>"),
      ("nothing at all", "not XML"), (bomb, "declares entities, which are not read; remove its DOCTYPE"),
    ] {
      let fault = #expect(throws: ArticleFault.self) { try feed(text) }
      #expect(
        fault?.message.contains(message) == true || fault?.message.contains("start tag expected") == true)
    }
    let empty = #expect(throws: ArticleFault.self) {
      try feed("<rss><channel><title>Empty</title></channel></rss>")
    }
    #expect(empty?.message == "no articles in it")
  }

  @Test func declaredEncodingsHold() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf#</title></item></channel></rss>"
    let latin = text.unicodeScalars.map { $0 == "#" ? 0xE9 : UInt8($0.value) }
    #expect(try ArticleFile(latin, format: .feed, id: "f").articles.map(\.title) == ["Café"])
    let declared = text.replacing("#", with: "é").replacing("ISO-8859-1", with: "UTF-16")
    let wide: [UInt8] = [0xFF, 0xFE] + declared.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try ArticleFile(wide, format: .feed, id: "f").articles.map(\.title) == ["Café"])
  }
}
