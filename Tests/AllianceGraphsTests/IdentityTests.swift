import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct IdentityTests {
  private func diff(
    _ old: [Actor], _ oldMentions: [RelationMention], _ new: [Actor], _ newMentions: [RelationMention]
  ) -> (GraphDiff, AllianceGraph, AllianceGraph) {
    let before = AllianceGraph(readings: [.of("april", actors: old, oldMentions)])
    let after = AllianceGraph(readings: [.of("may", actors: new, newMentions)])
    let diff = GraphDiff(from: before, to: after)
    #expect(before.applying(diff) == after)
    return (diff, before, after)
  }

  /// One article calls a group by its initials, the other by its name.
  @Test(arguments: [
    ("MPF", [String](), "Marovian Patriotic Front", [String]()),
    ("Patriots of the Coast", [], "Marovian Patriotic Front", ["MPF", "Patriots of the Coast"]),
    ("Marovian Patriotic Front", ["Front", "Coast Patriots"], "Coast Patriots", ["patriots"]),
  ])
  func anActorByAnotherName(old: String, oldAliases: [String], new: String, newAliases: [String]) {
    let (diff, _, _) = diff(
      [.of("x", old, .armedGroup, aliases: oldAliases), .of("tarsia", "Tarsia")],
      [.of("tarsia", .backs, "x", .alleged), .of("x", .fighting, "velia", initiator: "x")],
      [.of("y", new, .armedGroup, aliases: newAliases), .of("tarsia", "Tarsia")],
      [.of("tarsia", .backs, "y"), .of("y", .fighting, "velia", initiator: "velia")])
    #expect(diff.changedActors.map { [$0.before.name, $0.after.name] } == [[old, new]])
    #expect(diff.newActors.isEmpty && diff.goneActors.isEmpty)
    #expect(diff.added.isEmpty && diff.gone.isEmpty)
    #expect(
      diff.changed.map(\.aspects) == [
        [.status(from: .alleged, to: .asserted)], [.initiator(from: "y", to: "velia")],
      ])
  }

  @Test func thoseWhoMayBeAnybodyAreNobody() {
    // Common nouns, unlike kinds, a name that two go by.
    for (old, new) in [
      (
        Actor.of("x", "rebels", .armedGroup), Actor.of("y", "Lowland Front", .armedGroup, aliases: ["rebels"])
      ),
      (.of("x", "Karth", .state), .of("y", "Karth", .armedGroup)),
      (.of("x", "Osric Tamm", .person), .of("y", "Marovia", .state, aliases: ["Osric Tamm"])),
    ] {
      let (diff, _, _) = diff([old], [.of("x", .backs, "a")], [new], [.of("y", .backs, "a")])
      #expect(diff.identities.isEmpty && diff.newActors == [new] && diff.goneActors == [old], "\(old.name)")
    }
    let (twice, _, _) = diff(
      [.of("x", "Front", .armedGroup)], [.of("x", .backs, "a")],
      [
        .of("y", "North Front", .armedGroup, aliases: ["Front"]),
        .of("z", "South Front", .armedGroup, aliases: ["Front"]),
      ],
      [.of("y", .backs, "a"), .of("z", .backs, "a")])
    #expect(twice.identities.isEmpty)
  }

  @Test func anActorSplits() {
    let (diff, _, _) = diff(
      [.of("union", "Coast Union", .coalition, aliases: ["Red Guard", "Blue Guard"])],
      [.of("tarsia", .backs, "union"), .of("union", .fighting, "velia"), .of("union", .opposes, "estria")],
      [.of("red", "Red Guard", .armedGroup), .of("blue", "Blue Guard", .armedGroup)],
      [.of("tarsia", .backs, "red"), .of("blue", .fighting, "velia"), .of("blue", .fighting, "red")])
    #expect(
      diff.identities.splits.map { [$0.before.map(\.id), $0.after.map(\.id)] } == [
        [["union"], ["blue", "red"]]
      ])
    #expect(diff.newActors.isEmpty && diff.goneActors.map(\.id) == ["estria"])
    // Its backer backs a part of it, its foe is the other part's; the parts fight now.
    #expect(diff.added.map(\.relation) == [Relation("blue", .fighting, "red")])
    #expect(diff.gone.map(\.relation) == [Relation("union", .opposes, "estria")])
    #expect(diff.changed.isEmpty)
  }

  @Test func anActorGivesOffAnother() {
    let (diff, _, _) = diff(
      [.of("sudan", "Sudan", aliases: ["Sudan", "Nile Republic"])], [.of("egypt", .backs, "sudan")],
      [.of("sudan", "Sudan"), .of("nile", "Nile Republic")],
      [.of("egypt", .backs, "sudan"), .of("egypt", .backs, "nile")])
    #expect(diff.identities.splits.map { $0.after.map(\.id) } == [["nile", "sudan"]])
    #expect(diff.added.map(\.relation) == [Relation("egypt", .backs, "nile")] && diff.gone.isEmpty)
  }

  @Test func actorsMerge() {
    let (diff, _, _) = diff(
      [.of("red", "Red Guard", .armedGroup), .of("blue", "Blue Guard", .armedGroup)],
      [.of("tarsia", .backs, "red"), .of("tarsia", .backs, "blue"), .of("blue", .alliedWith, "red")],
      [.of("union", "Coast Union", .coalition, aliases: ["Red Guard", "Blue Guard"])],
      [.of("tarsia", .backs, "union")])
    #expect(
      diff.identities.merges.map { [$0.before.map(\.id), $0.after.map(\.id)] } == [
        [["blue", "red"], ["union"]]
      ])
    #expect(diff.added.isEmpty && diff.gone.map(\.relation) == [Relation("blue", .alliedWith, "red")])
    #expect(diff.goneActors.isEmpty && diff.newActors.isEmpty)
  }

  /// Whatever an actor is called, nothing but its name has changed where that alone has.
  @Test func renamingIsNothingElse() {
    for seed: UInt64 in 0..<60 {
      var generator = SeededGenerator(seed: seed)
      let ids = ["arland", "borland", "cor", "delta"]
      let mentions = (0..<12).map { _ in RelationMention.random(ids: ids, article: "r", using: &generator) }
      let actors = ids.map { id in
        let name = id.prefix(1).uppercased() + id.dropFirst()
        return Actor.of(id, "\(name) Union", .coalition, aliases: [name])
      }
      let old = AllianceGraph(readings: [.of("r", actors: actors, mentions)])
      let renamed = mentions.map { mention in
        var mention = mention
        if mention.source == "cor" { mention.source = "cor-2" }
        if mention.target == "cor" { mention.target = "cor-2" }
        if mention.initiator == "cor" { mention.initiator = "cor-2" }
        return mention
      }
      var others = actors
      others[2] = .of("cor-2", "Free Cor", .coalition, aliases: ["Cor Union"])
      let new = AllianceGraph(readings: [.of("r", actors: others, renamed)])
      let diff = GraphDiff(from: old, to: new)
      #expect(diff.identities.renames.map(\.after.id) == ["cor-2"], "seed \(seed)")
      #expect(
        diff.added.isEmpty && diff.gone.isEmpty && diff.changed.isEmpty && diff.reworded.isEmpty,
        "seed \(seed)")
      #expect(!diff.isEmpty && old.applying(diff) == new, "seed \(seed)")
      #expect(diff.identities.aligned(old, with: new).relations == new.relations, "seed \(seed)")
    }
  }
}
