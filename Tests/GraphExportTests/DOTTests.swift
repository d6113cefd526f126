import AllianceGraphs
import GraphExport
import GraphSamples
import GraphvizRendering
import Relations
import Testing

private let actors: [Actor] = [
  .of("arland", "Arland", aliases: ["Arland", "Arlandish"]), .of("borland", "Borland"),
  .of("cor-front", "Cor Front", .armedGroup), .of("delta-union", "Delta Union", .coalition),
]

private func graph(_ mentions: RelationMention...) -> AllianceGraph {
  AllianceGraph(readings: [
    .of("report", date: "2019-03-05", publisher: "The Gazette", actors: actors, mentions)
  ])
}

/// The line of the DOT text that holds an edge of these two, either way round.
private func line(_ dot: String, _ a: String, _ b: String) throws -> Substring {
  try #require(
    dot.split(separator: "\n").first {
      $0.contains("\"\(a)\" -> \"\(b)\"") || $0.contains("\"\(b)\" -> \"\(a)\"")
    })
}

private func svg(_ dot: String) throws -> String {
  String(decoding: try render(dot: dot, format: .svg), as: UTF8.self)
}

@Suite struct DOTTests {
  @Test func theArrowOfBacksIsAtTheSupportedWhicheverWayItIsWritten() throws {
    // Two sides, so that one of the backers stands on the right and its edge is written from its target.
    let dot = graph(
      .of("arland", .backs, "cor-front"), .of("borland", .backs, "delta-union"),
      .of("cor-front", .fighting, "delta-union")
    ).dot()
    for (supporter, supported) in [("arland", "cor-front"), ("borland", "delta-union")] {
      let line = try line(dot, supporter, supported)
      let isTurned = line.contains("\"\(supported)\" -> \"\(supporter)\"")
      #expect(line.contains(isTurned ? "arrowtail=\"normal\"" : "arrowhead=\"normal\""))
      #expect(line.contains(isTurned ? "arrowhead=\"none\"" : "arrowtail=\"none\""))
    }
    #expect(dot.contains("\"arland\" -> \"cor-front\"") != dot.contains("\"borland\" -> \"delta-union\""))
  }

  @Test(arguments: [RelationType.alliedWith, .fighting, .negotiatesWith])
  func symmetricRelationsLookTheSameAtBothEnds(_ type: RelationType) throws {
    let line = try line(graph(.of("arland", type, "borland")).dot(), "arland", "borland")
    let tail = try #require(line.firstMatch(of: /arrowtail="(\w+)"/)).1
    let head = try #require(line.firstMatch(of: /arrowhead="(\w+)"/)).1
    #expect(tail == head)
  }

  @Test func whatIsNotAssertedIsABrokenLineWithItsStatus() throws {
    for status in Status.allCases {
      let dot = graph(.of("arland", .backs, "borland", status)).dot()
      let line = try line(dot, "arland", "borland")
      #expect(line.contains("style=\"d") == (status != .asserted))
      #expect(line.contains(" \(status.rawValue) \"") == (status != .asserted))
    }
  }

  @Test func moreEvidenceMakesAWiderLine() throws {
    let widths = try [1, 2, 4, 8].map { count in
      let mentions = (0..<count).map { RelationMention.of("arland", .backs, "borland", at: $0 * 40) }
      let dot = AllianceGraph(readings: [.of("report", actors: actors, mentions)]).dot()
      let width = try #require(try line(dot, "arland", "borland").firstMatch(of: /penwidth="([0-9.]+)"/)).1
      return try #require(Double(width))
    }
    #expect(zip(widths, widths.dropFirst()).allSatisfy(<))
  }

  @Test func opponentsOfEachOtherAreJoinedByOneLine() throws {
    let dot = graph(.of("arland", .opposes, "borland"), .of("borland", .opposes, "arland")).dot()
    let lines = dot.split(separator: "\n").filter { $0.contains(" -> ") }
    #expect(lines.count == 1)
    #expect(lines[0].contains("arrowhead=\"tee\"") && lines[0].contains("arrowtail=\"tee\""))
    #expect(lines[0].contains("Arland opposes Borland") && lines[0].contains("Borland opposes Arland"))
    let differing = graph(.of("arland", .opposes, "borland"), .of("borland", .opposes, "arland", .alleged))
      .dot()
    #expect(differing.split(separator: "\n").filter { $0.contains(" -> ") }.count == 2)
  }

  @Test func theLegendListsWhatOccursAndNothingElse() throws {
    let picture = try svg(graph(.of("arland", .backs, "cor-front", .alleged)).dot())
    for word in ["backs", "alleged", "state", "armed group"] {
      #expect(picture.contains(">\u{2002}\(word)<") || picture.contains(">\(word)<"))
    }
    for word in ["fighting", "allied with", "possible", "coalition"] { #expect(!picture.contains(word)) }
  }

  @Test func theHeadingSaysWhatWhoAndWhen() throws {
    let picture = try svg(graph(.of("arland", .backs, "borland")).dot())
    #expect(picture.contains(">Headline of report<"))
    #expect(picture.contains(">The Gazette · 2019&#45;03&#45;05<"))
    let titled = try svg(graph(.of("arland", .backs, "borland")).dot(title: "A <war> & \"peace\""))
    #expect(titled.contains(">A &lt;war&gt; &amp; &quot;peace&quot;<"))
  }

  @Test func tooltipsHoldTheQuotes() throws {
    let picture = try svg(
      graph(.of("arland", .backs, "borland", quote: "Arland said \"we\\stand\" <by> A&B &lt; \\N")).dot())
    #expect(
      picture.contains("xlink:title=\"Arland backs Borland (asserted)")
        && picture.contains("“Arland said &quot;we\\stand&quot; &lt;by&gt; A&amp;B &amp;lt; \\N”"))
    #expect(
      picture.contains("Arland (state)\nalso named: Arlandish")
        || picture.contains("Arland (state)&#10;also named: Arlandish"))
  }

  @Test func friendsStandOnOneSideAndFoesAcross() throws {
    let picture = try svg(
      graph(
        .of("arland", .backs, "cor-front"), .of("cor-front", .fighting, "delta-union"),
        .of("borland", .alliedWith, "delta-union"), .of("arland", .opposes, "borland")
      ).dot())
    func x(_ name: String) throws -> Double {
      let pattern = try Regex<(Substring, Substring)>("<text[^>]* x=\"([0-9.-]+)\"[^>]*>\(name)<")
      let match = try #require(picture.firstMatch(of: pattern))
      return try #require(Double(match.1))
    }
    let left = try [x("Arland"), x("Cor Front")]
    let right = try [x("Borland"), x("Delta Union")]
    #expect(left.max()! < right.min()! || right.max()! < left.min()!)
  }

  @Test func actorsWithoutRelationsAreLeftOut() {
    let dot = graph(.of("arland", .backs, "borland")).dot()
    #expect(!dot.contains("cor-front"))
  }
}

/// Names that mean something to DOT, to its strings, to HTML-like labels or to XML.
let awkwardNames = [
  "He said \"no\"", "back\\slash\\", "\\N \\G \\E", "<b>bold</b>", "<<TABLE>>", "a & b &amp; c &lt;",
  "3rd Division",
  "{left|right}", "node", "graph", "subgraph", "دمشق حكومة", "Донецк 1", "東京", "Ana\u{301}", "tab\tand\nline",
  "50% off",
  "]; evil [label=x", "--> a -> b", "/* comment", "# hash", "👩‍👩‍👧 family", "\u{1}\u{7}\u{1B}[31m", "”quotes“",
  "",
]

@Suite struct DOTNameTests {
  /// Undoes what SVG needs for text.
  private func plain(_ xml: Substring) -> String {
    var text = String(xml)
    for (entity, character) in [
      ("&#45;", "-"), ("&#160;", "\u{A0}"), ("&#39;", "'"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"),
      ("&amp;", "&"),
    ] { text = text.replacing(entity, with: character) }
    return text
  }

  private func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String(Substring($0)) }
  }

  @Test(arguments: awkwardNames)
  func anyNameIsShownAsItIs(_ name: String) throws {
    let graph = AllianceGraph(readings: [
      .of("report", actors: [.of("a", name), .of("b", "Other")], [.of("a", .backs, "b", quote: name)])
    ])
    let picture = try svg(graph.dot(title: name))
    let node = try #require(picture.firstMatch(of: /(?s)<title>a<\/title>(.*?)<\/g>\n<!--/)).1
    let shown = node.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { plain($0.1) }
    #expect(words(shown.joined(separator: " ")) == words(name))
  }

  @Test(arguments: awkwardNames)
  func anyIdentifierMakesOneNode(_ id: String) throws {
    let graph = AllianceGraph(readings: [
      .of("report", actors: [.of(id, "One"), .of("b", "Other")], [.of(id, .backs, "b")])
    ])
    let picture = try svg(graph.dot())
    #expect(picture.split(separator: "class=\"node\"").count == 3)
    #expect(picture.split(separator: "class=\"edge\"").count == 2)
  }

  @Test(arguments: 0..<40)
  func anyGraphIsDrawnAndTheOrderOfReadingDoesNotMatter(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let readings = (0..<4).map { _ in ArticleReading.random(using: &generator) }
    let dot = AllianceGraph(readings: readings).dot()
    #expect(dot == AllianceGraph(readings: readings.shuffled(using: &generator)).dot())
    #expect(try svg(dot).hasSuffix("</svg>\n"))
  }
}

@Suite struct DiffDOTTests {
  private let old = graph(
    .of("arland", .backs, "cor-front", .alleged), .of("borland", .fighting, "cor-front"),
    .of("arland", .opposes, "borland"))
  private let new = graph(
    .of("arland", .backs, "cor-front"), .of("borland", .fighting, "cor-front"),
    .of("delta-union", .backs, "borland"))

  private var dot: String { GraphDiff(from: old, to: new).dot(from: old, to: new) }

  @Test func coloursAndLabelsSayWhatHappened() throws {
    let added = try line(dot, "delta-union", "borland")
    #expect(added.contains("color=\"#00875F\"") && added.contains(" + backs "))
    #expect(!added.contains("style="))
    let gone = try line(dot, "arland", "borland")
    #expect(
      gone.contains("color=\"#C62828\"") && gone.contains("style=\"dashed\"") && gone.contains(" − opposes "))
    let changed = try line(dot, "arland", "cor-front")
    #expect(changed.contains("color=\"#C78500\"") && changed.contains(" backs: alleged → asserted "))
    let unchanged = try line(dot, "borland", "cor-front")
    #expect(unchanged.contains("color=\"#A0A0A0\"") && !unchanged.contains(" label="))
  }

  @Test func nothingIsColouredWhereNothingChanged() throws {
    let dot = GraphDiff(from: old, to: old).dot(from: old, to: old)
    for color in ["#00875F", "#C62828", "#C78500"] { #expect(!dot.contains(color)) }
    #expect(try svg(dot).contains("as before"))
  }

  @Test func actorsThatAreGoneStayInThePicture() throws {
    let before = graph(.of("arland", .backs, "borland"))
    let after = AllianceGraph(readings: [
      .of("report", actors: [actors[0], actors[2]], [.of("arland", .backs, "cor-front")])
    ])
    let picture = try svg(GraphDiff(from: before, to: after).dot(from: before, to: after))
    #expect(picture.contains(">Borland<") && picture.contains(">Cor Front<"))
  }
}
