import GraphSamples
import Relations
import Testing

@testable import AllianceGraphs

@Suite struct QueryTests {
  private let story = AllianceGraph.story

  @Test func directBackers() {
    let answer = story.backers(of: "cor-front")
    #expect(answer.connections.map(\.actor) == ["arland"])
    #expect(answer.connections[0].edges[0].mentions.map(\.evidence.article) == ["april", "march"])
    #expect(answer.denied.map(\.source) == ["estria"])
    #expect(story.backers(of: "borland").connections.map(\.edges[0].status) == [.ended])
    #expect(story.backers(of: "kurds").isEmpty)
  }

  @Test func backersThroughOthersAndThroughTheWhole() {
    let answer = story.backers(of: "cor-front", through: true)
    #expect(answer.connections.map(\.actor) == ["arland", "borland", "estria"])
    #expect(answer.connections.map(\.through) == [[], ["arland"], ["delta-union"]])
    #expect(
      answer.connections[1].edges.map(\.relation) == [
        Relation("borland", .backs, "arland"), Relation("arland", .backs, "cor-front"),
      ])
    #expect(
      answer.connections[2].edges.map(\.relation) == [
        Relation("estria", .backs, "delta-union"), Relation("cor-front", .partOf, "delta-union"),
      ])
  }

  /// Checks chains against what the definition says, on random graphs with their cycles.
  @Test func chainsLeadToTheSubjectAndAreShortest() {
    for seed: UInt64 in 0..<50 {
      var generator = SeededGenerator(seed: seed)
      let graph = AllianceGraph.random(using: &generator)
      for subject in graph.actors.map(\.id) {
        let live = graph.relations.filter { $0.status != .denied && $0.status != .ended }
        // The number of edges to every actor that support flows through, by relaxation.
        var hops = [subject: 0]
        for _ in graph.actors {
          for edge in live where edge.type == .backs || edge.type == .partOf {
            let (from, to) = edge.type == .backs ? (edge.target, edge.source) : (edge.source, edge.target)
            if let near = hops[from], near + 1 < hops[to] ?? .max { hops[to] = near + 1 }
          }
        }
        let answer = graph.backers(of: subject, through: true)
        let expected = Set(live.filter { $0.type == .backs && hops[$0.target] != nil }.map(\.source))
        let direct = Set(graph.backers(of: subject).connections.map(\.actor))
        #expect(Set(answer.connections.map(\.actor)) == expected.union(direct).subtracting([subject]))
        #expect(Set(answer.connections.map(\.actor)).count == answer.connections.count)
        for connection in answer.connections where !connection.isDirect {
          #expect(connection.edges.count == connection.through.count + 1)
          let stops = [connection.actor] + connection.through + [subject]
          for (edge, step) in zip(connection.edges, zip(stops, stops.dropFirst())) {
            #expect(
              edge.type == .backs
                ? edge.source == step.0 && edge.target == step.1
                : edge.type == .partOf && edge.source == step.1 && edge.target == step.0)
          }
          #expect(connection.edges[0].type == .backs)
          #expect(
            connection.edges.count == 1 + live.filter { $0.type == .backs && $0.source == connection.actor }
              .compactMap { hops[$0.target] }.min()!)
        }
      }
    }
  }

  @Test func friendsAndFoes() {
    #expect(story.allies(of: "cor-front").connections.map(\.actor) == ["arland", "kurds"])
    #expect(story.enemies(of: "cor-front").connections.map(\.actor) == ["fen"])
    #expect(story.enemies(of: "fen").connections.map(\.actor) == ["arland", "cor-front"])
    #expect(story.enemies(of: "kurds").isEmpty)
  }

  @Test func partsAndWholes() {
    #expect(story.members(of: "delta-union").connections.map(\.actor) == ["cor-front"])
    #expect(story.answer(.wholes, about: "cor-front").connections.map(\.actor) == ["delta-union"])
    #expect(story.answer(.backed, about: "arland").connections.map(\.actor) == ["cor-front", "borland"])
  }

  @Test func everyQuestionIsAnsweredForEveryActorWithItsEdges() {
    for question in Question.allCases {
      for actor in story.actors {
        let answer = story.answer(question, about: actor.id)
        #expect(answer.question == question)
        #expect(answer.connections.allSatisfy { !$0.edges.isEmpty })
      }
      #expect(story.actors.contains { !story.answer(question, about: $0.id).isEmpty })
    }
  }
}
