import GraphvizRendering
import Testing

/// What a picture must begin with.
private let signatures: [PictureFormat: [UInt8]] = [
  .svg: Array("<?xml".utf8), .png: [0x89, 0x50, 0x4E, 0x47], .pdf: Array("%PDF".utf8),
]

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Test(arguments: PictureFormat.allCases)
func drawsEveryFormat(_ format: PictureFormat) throws {
  let bytes = try render(dot: "digraph g { a -> b }", format: format)
  #expect(bytes.starts(with: try #require(signatures[format])))
}

@Test(arguments: PictureFormat.allCases)
func drawsTheSameBytesAgain(_ format: PictureFormat) throws {
  let dot = "digraph g { a [label=\"Ümit\"]; a -> b -> c; c -> a [style=dashed] }"
  #expect(try render(dot: dot, format: format) == render(dot: dot, format: format))
}

@Test func namesTheFormsInTheSVG() throws {
  let svg = text(try render(dot: "digraph g { a [label=\"Дамаск دمشق <&>\"] }", format: .svg))
  #expect(svg.contains("Дамаск دمشق &lt;&amp;&gt;"))
}

@Test(arguments: LayoutEngine.allCases)
func laysOutWithEveryEngine(_ engine: LayoutEngine) throws {
  let svg = text(try render(dot: "digraph g { a -> b -> c -> a }", format: .svg, engine: engine))
  #expect(svg.split(separator: "<g id=\"edge").count == 4)
}

@Test(arguments: [
  "", "not a graph", "digraph g { a -> ", "digraph g { a [label=\"open ] }", "digraph g { a [label=<b<i>] }",
  "digraph g { /* open", "digraph g { a -> b }\0 more",
])
func malformedTextIsAnErrorAndDoesNotSpoilTheNext(_ dot: String) throws {
  #expect(throws: RenderingError.self) { try render(dot: dot, format: .svg) }
  let svg = text(try render(dot: "digraph g { good }", format: .svg))
  #expect(svg.contains(">good</text>"))
}

@Test func anErrorSaysWhereTheTextIsWrong() {
  #expect {
    try render(dot: "digraph g {\n a -> b\n a ] b\n}", format: .svg)
  } throws: { error in
    "\(error)".contains("line 3") && "\(error)".hasPrefix("not a DOT graph: ")
  }
}

@Test func aBrokenLabelIsAnErrorAndNotAnEmptyBox() {
  #expect(throws: RenderingError.self) {
    try render(dot: "digraph g { a [label=<<b>open>] }", format: .svg)
  }
}

@Test func manyTasksDrawAtOnce() async throws {
  let alone = try render(dot: "digraph g { a -> b -> c }", format: .svg)
  try await withThrowingTaskGroup(of: [UInt8].self) { group in
    for _ in 0..<24 {
      group.addTask { try render(dot: "digraph g { a -> b -> c }", format: .svg) }
    }
    for try await bytes in group { #expect(bytes == alone) }
  }
}

@Test func theEngineSuitsTheSize() {
  #expect(LayoutEngine.suitable(nodes: 25, edges: 60) == .dot)
  #expect(LayoutEngine.suitable(nodes: 200, edges: 600) == .dot)
  #expect(LayoutEngine.suitable(nodes: 201, edges: 200) == .sfdp)
  #expect(LayoutEngine.suitable(nodes: 50, edges: 1_200) == .sfdp)
}

@Test func twoThousandNodesEnd() throws {
  let edges = (1..<2_000).map { "n\($0 / 3) -> n\($0);" }.joined(separator: "\n")
  let svg = text(try render(dot: "digraph g {\n\(edges)\n}", format: .svg))
  #expect(svg.split(separator: "<g id=\"node").count == 2_001)
}
