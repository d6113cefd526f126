import AllianceGraphs
import AllianceKit
import ArgumentParser
import Documents
import GraphExport
import Relations

struct ExplainCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why relations are in the graph, and what joined the names of an actor.",
    discussion: """
      For each quote: the rule and the word that it took, which expressions stand for the two ends and by which rule, \
      what made the status, and what weighed most for the relation and against it (in log odds). For each actor: \
      which expressions were joined to it by which rule. Of a graph written earlier only the rules and words are told, \
      for it does not hold the rest; give its articles to have all.

      EXAMPLES
        alliance explain article.txt
        alliance explain article.txt --relation 'Velia backs Marovia'
        alliance explain reports/ --actor Hezbollah --json
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  @Option(
    help: ArgumentHelp(
      "Only this relation, as 'A TYPE B': any names of the two, and a type such as backs, 'is fighting' or part_of.",
      valueName: "relation"))
  var relation: String?

  @Option(help: "Only the relations of this actor, under any of its names.")
  var actor: String?

  @Flag(help: "JSON for programs.")
  var json = false

  func validate() throws {
    if relation != nil, actor != nil { throw ValidationError("give --relation or --actor, not both") }
  }

  func run(in session: Session) throws -> ExitStatus {
    let inputs = try session.inputs(input.inputs, input.options)
    if inputs.isEmpty { return .failed }
    if !inputs.graphs.isEmpty {
      session.terminal.say(
        "of a graph only the rules are told; its articles tell how the names were resolved")
    }
    let corrections = try session.corrections(beside: input.inputs, input.options.corrections)
    if !corrections.isEmpty {
      session.terminal.say("corrections are left out here: this tells how the program itself reads")
    }
    let readings =
      inputs.articles.isEmpty
      ? [] : try explained(inputs.articles, session.pipeline(input.options.dictionaries))
    let explanation = GraphExplanation(readings, graphs: inputs.graphs, filter: filter.filter)
    switch subject(in: explanation.graph, session) {
    case .failure(let status): return status.status
    case .success(let subject):
      if json {
        try session.deliver(explanation.json(of: subject), to: nil)
      } else if explanation.isEmpty(subject) {
        session.terminal.say("no such relation found; nothing to explain")
      } else {
        try session.terminal.write(explanation.text(of: subject, style: session.textStyle))
      }
      return explanation.isEmpty(subject) ? .nothing : .done
    }
  }

  private func explained(
    _ articles: [Article], _ pipeline: any ArticlePipeline
  ) -> [ReadingExplanation] {
    articles.concurrentMap(jobs: input.options.jobs) { pipeline.explain($0) }
  }

  private struct Refusal: Error {
    var status: ExitStatus
  }

  private func subject(
    in graph: AllianceGraph, _ session: Session
  ) -> Result<ExplanationSubject, Refusal> {
    func refuse(_ name: String, _ search: ActorSearch) -> Result<ExplanationSubject, Refusal> {
      if let complaint = search.complaint(about: name) { session.terminal.say(complaint) }
      if case .ambiguous = search { return .failure(Refusal(status: .failed)) }
      return .failure(Refusal(status: .nothing))
    }
    if let actor {
      let search = graph.findActor(named: actor)
      guard case .found(let found) = search else { return refuse(actor, search) }
      return .success(.actor(found.id))
    }
    guard let relation else { return .success(.everything) }
    switch graph.findRelation(relation) {
    case .found(let found): return .success(.relation(found))
    case .unknownEnd(let name, let search): return refuse(name, search)
    case .withoutType:
      let types = RelationType.allCases.map(\.rawValue).joined(separator: ", ")
      session.terminal.say("'\(relation)' has no type of relation between two names; use one of \(types)")
      return .failure(Refusal(status: .failed))
    }
  }
}
