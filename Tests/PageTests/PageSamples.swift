import AllianceGraphs
import Documents
import GraphSamples
import PageRendering
import Relations

/// A war in two reports, with their texts; names and quotes hold letters of all lengths in UTF-8 and UTF-16.
enum PageSamples {
  static let march = """
    Éstria arms the Front

    Éstria’s ministry 😀 met. Éstria has armed the Cor Liberation Front since May, “Fen” said. It was late.

    Fen shelled the Front on Monday.
    """
  static let april = """
    War ends

    Fen and the Front ended their war. Arland pays the Front.
    """

  static let texts = ["march": march, "april": april]

  static let graph = AllianceGraph(readings: [inMarch, inApril])
  static let before = AllianceGraph(readings: [inMarch])
  static let after = AllianceGraph(readings: [inApril])

  private static let inMarch = reading(
    "march", march, date: "2019-03-05", publisher: "The Gazette",
    [
      mention(
        "estria", .backs, "cor-front", march,
        "Éstria has armed the Cor Liberation Front since May, “Fen” said.", "armed", .alleged,
        support: .military, rule: "backs.arm", by: "Fen"),
      mention(
        "fen", .fighting, "cor-front", march, "Fen shelled the Front on Monday.", "shelled",
        rule: "fighting.shell"),
    ])
  private static let inApril = reading(
    "april", april, date: "2019-04-02", publisher: "Norte",
    [
      mention(
        "fen", .fighting, "cor-front", april, "Fen and the Front ended their war.", "war", .ended,
        rule: "fighting.war"),
      mention(
        "arland", .backs, "cor-front", april, "Arland pays the Front.", "pays", support: .funding,
        rule: "backs.pay"),
    ])

  static let cast = [
    Actor.of("arland", "Arland", aliases: ["Arland"]),
    .of(
      "cor-front", "Cor Liberation Front", .armedGroup,
      aliases: ["Cor Liberation Front", "the Front", "Frente Ñandú"]),
    .of("estria", "Éstria", aliases: ["Éstria", "Éstria’s ministry"]),
    .of("fen", "Fen", .government, aliases: ["Fen"]),
  ]

  private static func reading(
    _ id: String, _ text: String, date: String, publisher: String, _ mentions: [RelationMention]
  ) -> ArticleReading {
    let ends = Set(mentions.flatMap { [$0.source, $0.target] })
    return ArticleReading(
      article: Article(
        id: id, title: "Report of \(id)", date: date, publisher: publisher,
        url: id == "march" ? "https://gazette.example/a?b=1&c=2" : "javascript:alert(1)", text: text),
      actors: cast.filter { ends.contains($0.id) }, mentions: mentions)
  }

  static func mention(
    _ source: String, _ type: RelationType, _ target: String, _ text: String, _ quote: String,
    _ trigger: String,
    _ status: Status = .asserted, support: SupportKind? = nil, rule: String = "test",
    by speaker: String? = nil
  ) -> RelationMention {
    let range = place(of: quote, in: text, from: 0)
    return RelationMention(
      source: source, type: type, target: target, support: support, status: status, confidence: 0.8,
      evidence: Evidence(
        article: "", range: range, text: quote, trigger: place(of: trigger, in: text, from: range.lowerBound),
        rule: rule, attribution: speaker))
  }

  /// The UTF-8 range of a part of a text.
  private static func place(of part: String, in text: String, from start: Int) -> Range<Int> {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    let offset = (start...text.count - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }!
    return offset..<offset + part.count
  }
}
