import ArticleFormats
import GraphSamples
import Testing

/// Whatever the bytes, the readers end, and give text that is valid UTF-8 without control characters of terminals.
@Suite struct RobustnessTests {
  private static let seeds: [(String, ArticleFormat)] =
    PageSample.all.map { ($0.page, .page) } + [
      (
        "<rss><channel><title>T</title><item><title>A &amp; b</title><description><![CDATA[<p>x</p>]]></description></item></channel></rss>",
        .feed
      ),
      (
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">&lt;b&gt;x</title><content type=\"xhtml\"><div>y</div></content></entry></feed>",
        .feed
      ),
      (
        "{\"title\": \"a\", \"text\": \"b\\nc &lt; <p>d</p>\", \"date\": 17}\n[{\"text\": [\"a\", \"b\"]}]\n",
        .jsonLines
      ),
      (
        "---\ntitle: x\n---\n# A [b](c) *d* ![e](f) `g` <h>\n\n> i\n- j\n\n| k |\n```\nl\n```\n[m]: n\n",
        .markdown
      ),
    ]

  private func check(_ bytes: [UInt8], _ format: ArticleFormat) {
    guard let file = try? ArticleFile(bytes, format: format, id: "x") else { return }
    for article in file.articles {
      #expect(String(validating: article.text.utf8, as: UTF8.self) != nil)
      #expect(!article.id.isEmpty && !article.id.contains("/"))
      if format == .page { #expect(!article.text.utf8.contains { $0 < 0x20 && $0 != 0x0A }) }
    }
  }

  @Test(arguments: seeds.indices)
  func mutatedFilesAreReadOrRefused(_ index: Int) {
    var generator = SeededGenerator(seed: UInt64(index) + 1)
    let (text, format) = Self.seeds[index]
    let original = Array(text.utf8)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.removeSubrange(place..<end)
        case 1:
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        case 3:
          bytes.insert(contentsOf: "<>\"'&;/=![]-".utf8.shuffled(using: &generator).prefix(3), at: place)
        default: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
        }
      }
      check(bytes, format)
    }
  }

  @Test(arguments: [ArticleFormat.page, .feed, .jsonLines, .json, .markdown])
  func randomBytesAreReadOrRefused(_ format: ArticleFormat) {
    var generator = SeededGenerator(seed: 42)
    for length in [0, 1, 2, 3, 5, 8, 30, 300, 3000] {
      for _ in 0..<20 {
        check((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }, format)
        check(
          (0..<length).map { _ in "<>&;\"'=/!-[]{}()pabr#*_ \n\u{0}".utf8.randomElement(using: &generator)! },
          format)
      }
    }
  }
}
