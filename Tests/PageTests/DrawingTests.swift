import AllianceGraphs
import Foundation
import GraphExport
import GraphSamples
import GraphvizRendering
import Relations
import Testing

@testable import PageRendering

@Suite struct DrawingTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func digestsAreThoseOfTheStandard(_ text: String, _ digest: String) {
    #expect(SHA256.digest(Array(text.utf8)).map { String(format: "%02x", $0) }.joined() == digest)
  }

  @Test func base64Pads() {
    #expect(
      ["", "f", "fo", "foo", "foob"].map { Array($0.utf8).base64 } == [
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==",
      ])
  }

  /// The numbers of Graphviz are the places in the source: each group's ends are those of its relations.
  @Test func groupsStandForWhatTheySay() throws {
    let graph = AllianceGraph.story
    let drawn = graph.drawnDiagram()
    let svg = String(decoding: try render(dot: drawn.dot, format: .svg), as: UTF8.self)
    for match in svg.matches(of: /<g id="(node|edge)(\d+)" class="\w+">\n<title>([^<]*)<\/title>/) {
      let place = Int(match.2)! - 1
      let title = String(match.3).replacing("&#45;", with: "-").replacing("&gt;", with: ">")
      if match.1 == "node" {
        #expect(title == drawn.actors[place])
      } else {
        let relation = drawn.relations[place][0]
        #expect(
          ["\(relation.source)->\(relation.target)", "\(relation.target)->\(relation.source)"].contains(title)
        )
      }
    }
    #expect(drawn.relations.flatMap(\.self).count == graph.relations.count)
  }

  @Test func nothingButShapesPasses() {
    let svg = """
      <?xml version="1.0"?><!DOCTYPE svg><!-- <script>alert(1)</script> -->
      <svg onload="alert(1)" viewBox="0 0 9 9"><script>alert(1)</script><style>*{}</style>
      <g id="graph0" transform="translate(4 4)" onclick="x()"><polygon points="0,0"/>
      <g id="node1" class="node"><title>a</title><g id="a_node1"><a xlink:href="javascript:alert(1)" href="x">
      <polygon fill="url(#x)" stroke="#fff" onclick="alert(1)" style="x" points="1,1 2,2"/>
      <image href="x"/><foreignObject><p>x</p></foreignObject><text x="1" y="2">a &lt;b&gt; > c</text></a></g></g>
      <text>loose</text></g></svg>
      """
    let inline = InlineDrawing(node: { "class=\"node\" data-actor=\"\($0)\"" }, edge: { _ in "" })
      .inline(Array(svg.utf8), label: "a \"<b>")
    #expect(
      inline.replacing("\n", with: "") == """
        <svg id="drawing" class="drawing" viewBox="0 0 9 9" role="group" aria-label="a &quot;&lt;b&gt;" \
        preserveAspectRatio="xMidYMid meet"><g transform="translate(4 4)"><g class="node" data-actor="0">\
        <polygon stroke="#fff" points="1,1 2,2"/><text x="1" y="2">a &lt;b&gt; &gt; c</text></g></g></svg>
        """)
  }

  /// Whatever the bytes, what comes out has no other tags, and none in values.
  @Test func damagedDrawingsYieldNothingElse() throws {
    let svg = try render(dot: AllianceGraph.story.drawnDiagram().dot, format: .svg)
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<60 {
      var damaged = svg
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[place] = [0x3C, 0x3E, 0x22, 0x27, 0x26, 0x2F, 0x21, 0x2D, 0x20, 0xFF].randomElement(
          using: &generator)!
      }
      let inline = InlineDrawing(node: { "data-actor=\"\($0)\"" }, edge: { "data-relations=\"\($0)\"" })
        .inline(damaged, label: "x")
      for tag in inline.matches(of: /<\/?([^\s>\/]*)/) {
        #expect(["svg", "g", "polygon", "polyline", "path", "ellipse", "text"].contains(String(tag.1)))
      }
      #expect(inline.firstMatch(of: /<[^>]*\son\w*=/) == nil && !inline.contains("=\"javascript"))
    }
  }

  @Test func htmlIsTheSameEachTime() throws {
    let page = Page(PageSamples.graph, texts: PageSamples.texts)
    #expect(try page.html() == page.html())
  }
}
