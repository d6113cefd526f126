import AllianceGraphs
import Documents
import Foundation
import GraphSamples
import PageRendering
import Relations
import Testing

extension BrowserTests {
  /// What an article says does nothing, whatever it says and wherever it stands.
  @Suite struct HostileTextTests {
    static let payloads = [
      "</script><script>window.hacked = 1</script>", "<img src=x onerror=\"window.hacked = 1\">",
      "\" onmouseover=\"window.hacked = 1\" x=\"", "' onfocus='window.hacked = 1' autofocus tabindex='1",
      "javascript:window.hacked=1", "<svg onload=window.hacked=1>", "<!-- <script>",
      "--> ]]> {{script}} ${1}",
      "\"]; a -> b [URL=\"javascript:window.hacked=1\"", "<<TABLE HREF=\"javascript:window.hacked=1\"><TR>",
      "\\N \\G \\E \\\" \\", "&lt;script&gt;window.hacked=1&lt;/script&gt;", "\u{2028}\u{2029}\u{0}\u{1B}[2J",
      "\u{202E}txet desrever\u{2066}", "<base href=//evil.example><meta http-equiv=refresh content=0>",
      "<style>*{display:none}</style>", "<iframe srcdoc='<script>parent.hacked=1</script>'>",
    ]

    static func graph(_ texts: [String]) -> (graph: AllianceGraph, texts: [String: String]) {
      var mentions: [RelationMention] = []
      var actors: [Actor] = []
      let text = texts.joined(separator: "\n\n")
      for (index, payload) in texts.enumerated() {
        let target = (index + 1) % texts.count
        actors.append(
          Actor(
            id: "a\(index) \(payload)", name: payload, kind: ActorKind.allCases[index % 9],
            aliases: [payload, "alias \(payload)"]))
        let start = texts[..<index].reduce(0) { $0 + $1.utf8.count + 2 }
        mentions.append(
          RelationMention(
            source: "a\(index) \(payload)", type: RelationType.allCases[index % 6],
            target: "a\(target) \(texts[target])", status: Status.allCases[index % 5], confidence: 0.5,
            evidence: Evidence(
              article: "", range: start..<start + payload.utf8.count, text: payload,
              trigger: start..<start + 1,
              rule: payload, attribution: payload)))
      }
      let article = Article(
        id: texts[0], title: texts[1], date: "2020", publisher: texts[2], url: "javascript:window.hacked=1",
        text: text)
      return (
        AllianceGraph(readings: [ArticleReading(article: article, actors: actors, mentions: mentions)]),
        [texts[0]: text]
      )
    }

    @Test func articlesDoNothing() throws {
      let (graph, texts) = Self.graph(Self.payloads)
      let page = try OpenPage(html: Page(graph, texts: texts).html())
      defer { page.close() }
      try walk(page)
      #expect(
        try page.text("document.querySelector('.node[data-actor]').ownerDocument.title").contains("onerror"),
        "the title is shown as it is")
      #expect(
        try page.text(
          "JSON.stringify([...document.querySelectorAll('.node')].map(n => n.getAttribute('aria-label')))"
        ).contains("window.hacked = 1"))
    }

    @Test func differencesDoNothing() throws {
      let (graph, texts) = Self.graph(Self.payloads)
      let (other, _) = Self.graph(Self.payloads.reversed())
      let page = try OpenPage(
        html: Page(from: graph, to: other, texts: texts, title: Self.payloads[0]).html())
      defer { page.close() }
      try walk(page)
    }

    /// Random mixtures of what is special anywhere.
    @Test(arguments: 1...4) func randomTextsDoNothing(_ seed: UInt64) throws {
      var generator = SeededGenerator(seed: seed)
      let pieces =
        Self.payloads.flatMap { $0.split(separator: " ").map(String.init) } + [
          "<", ">", "\"", "'", "&", "\\", "`", "{", "}", "=", "/", "😀", "\u{0}",
        ]
      var texts: [String] = []
      for number in 0..<20 {
        let parts = (0..<Int.random(in: 1...8, using: &generator)).map { _ in pieces.pick(&generator) }
        texts.append("\(number)" + parts.joined(separator: ["", " "].pick(&generator)))
      }
      let (graph, known) = Self.graph(texts)
      let page = try OpenPage(html: Page(graph, texts: known).html())
      defer { page.close() }
      try walk(page)
    }

    /// Looks at everything the page has.
    private func walk(_ page: OpenPage) throws {
      try page.evaluate(
        """
        (async () => {
          for (const item of document.querySelectorAll(".node, .edge")) {
            item.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
            item.dispatchEvent(new MouseEvent("click", { bubbles: true }));
            await new Promise((done) => setTimeout(done, 0));
          }
          const search = document.getElementById("search");
          search.value = "script";
          search.dispatchEvent(new Event("input"));
          for (const view of document.querySelectorAll("#views button")) view.click();
          window.dispatchEvent(new Event("beforeprint"));
          await new Promise((done) => setTimeout(done, 50));
        })()
        """)
      #expect(try page.isTrue("window.hacked === undefined"), "a text has run")
      #expect(try page.complaints() == [])
      #expect(try page.requests().count == 1)
      #expect(try page.number("document.querySelectorAll('script').length") == 2)
      #expect(
        try page.number("document.querySelectorAll('iframe, img, object, embed, base, foreignObject').length")
          == 0)
      #expect(try page.number("document.querySelectorAll('style').length") == 1)
      let handlers = """
        [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith("on") \
        || /^\\s*javascript:/i.test(a.value) && a.name === "href").length
        """
      #expect(try page.number(handlers) == 0)
    }
  }
}
