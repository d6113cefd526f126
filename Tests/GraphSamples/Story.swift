import AllianceGraphs
import Relations

extension AllianceGraph {
  /// A small war in two reports a month apart.
  package static let story = AllianceGraph(readings: [storyInMarch, storyInApril])

  package static let storyInMarch = ArticleReading.of(
    "march", date: "2019-03-05", publisher: "The Gazette", actors: cast,
    [
      .of(
        "arland", .backs, "cor-front", support: .funding, confidence: 0.9,
        quote: "Arland, which pays the Cor Front"),
      .of("borland", .backs, "arland", confidence: 0.7, at: 50, quote: "Borland-backed Arland"),
      .of("cor-front", .partOf, "delta-union", at: 90, quote: "Delta Union factions such as the Cor Front"),
      .of(
        "estria", .backs, "delta-union", .alleged, at: 140, quote: "Fen said Estria armed the Union",
        by: "Fen"),
      .of("fen", .fighting, "cor-front", initiator: "fen", at: 200, quote: "Fen shelled the Cor Front"),
      .of("fen", .opposes, "arland", at: 240, quote: "Fen condemned Arland"),
      .of(
        "estria", .backs, "cor-front", .denied, at: 300, quote: "Estria denied arming the Front", by: "Estria"
      ),
      .of("arland", .backs, "borland", .ended, at: 400, quote: "Arland stopped paying Borland"),
    ])

  package static let storyInApril = ArticleReading.of(
    "april", date: "2019-04", publisher: "Agéncia Norte", actors: cast,
    [
      .of("cor-front", .alliedWith, "kurds", at: 10, quote: "the Kurds and their ally, the Cor Front"),
      .of("fen", .fighting, "cor-front", .ended, at: 60, quote: "Fen and the Cor Front ended their war"),
      .of("fen", .negotiatesWith, "arland", at: 100, quote: "Fen and Arland met"),
      .of("arland", .backs, "cor-front", confidence: 0.6, at: 130, quote: "the Arland-backed Front"),
    ])

  private static let cast = [
    Actor.of("arland", "Arland", aliases: ["Arland", "Arlandic", "the Republic"]),
    .of("borland", "Borland", aliases: ["Borland"]),
    .of("cor-front", "Cor Liberation Front", .armedGroup, aliases: ["Cor Front", "the Front"]),
    .of("delta-union", "Delta Union", .coalition, aliases: ["the Union"]),
    .of("estria", "Éstria", aliases: ["Éstria", "the Republic"]),
    .of("fen", "Fen", .government, aliases: ["Fen"]),
    .of("kurds", "Kurds", .community, aliases: ["the Kurds"]),
  ]
}
