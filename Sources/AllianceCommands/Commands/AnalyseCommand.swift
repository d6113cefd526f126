import AllianceGraphs
import ArgumentParser
import GraphAnalysis
import GraphExport

/// The command that looks at a graph as a whole, one subcommand a section.
struct AnalyseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Tells blocs and their cracks: balance, proxies, contradictions, bridges and central actors.",
    discussion: """
      Two actors are friends where one backs, is allied with or is part of the other, foes where they fight or one \
      opposes the other, both where relations of both signs join them; talks count as neither. Relations count that are \
      asserted or alleged; --status chooses others. Without the name of a section, all are told. graphs/ANALYSIS.md \
      says how each is defined. Exits with 1 where there is nothing to tell.

      EXAMPLES
        alliance analyse reports/
        alliance analyse blocs graph.json
        alliance analyse proxies graph.json --json
      """,
    subcommands: [
      AnalyseAllCommand.self, AnalyseBlocsCommand.self, AnalyseBalanceCommand.self,
      AnalyseProxiesCommand.self,
      AnalyseContradictionsCommand.self, AnalyseBridgesCommand.self, AnalyseCentralCommand.self,
    ], defaultSubcommand: AnalyseAllCommand.self, aliases: ["analyze"])
}

struct AnalysisArguments: ParsableArguments {
  @OptionGroup var input: InputArguments
  @OptionGroup var filter: FilterOptions

  @Flag(help: "Write JSON, for programs.")
  var json = false

  @Option(
    help: "How many answers of a kind, and how many relations of an answer, to show; the rest is counted.")
  var limit: Int?

  @Option(name: [.short, .long], help: "The file for the answer. (default: standard output)")
  var output: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
  }

  func analyse(_ sections: Set<Analysis.Section>, in session: Session) throws -> ExitStatus {
    guard let graph = try session.graph(input.inputs, input.options, filter) else { return .failed }
    if graph.relations.isEmpty {
      session.terminal.say("no relations found; nothing to analyse")
      return .nothing
    }
    let analysis = Analysis(
      of: graph, sections, counting: filter.filter.statuses ?? SignedNetwork.usualStatuses)
    if json {
      try session.deliver(analysis.json(limit: limit ?? .max), to: output)
    } else {
      var style = session.textStyle
      style.quotesPerRelation = 1
      try session.deliver(Array(analysis.text(limit: limit ?? 10, style: style).utf8), to: output)
    }
    return analysis.isEmpty ? .nothing : .done
  }
}

struct AnalyseAllCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Tells everything below.",
    discussion: """
      EXAMPLE
        alliance analyse graph.json --limit 3
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.analyse(Set(Analysis.Section.allCases), in: session)
  }
}

struct AnalyseBlocsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocs", abstract: "Divides the actors into blocs, friends inside and foes between.",
    discussion: """
      Of all divisions, one that fewest pairs go against: exact for some dozens of actors, beyond that the best one \
      found, with the least number of pairs that any must have against it. Then the same for two camps.

      EXAMPLE
        alliance analyse blocs graph.json --min-confidence 0.6
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.blocs], in: session) }
}

struct AnalyseBalanceCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Counts balanced and frustrated triads, and tells what frustrates most.",
    discussion: """
      EXAMPLE
        alliance analyse balance graph.json
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.balance], in: session) }
}

struct AnalyseProxiesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "proxies", abstract: "Tells who backs a party that fights another, without fighting it.",
    discussion: """
      EXAMPLE
        alliance analyse proxies graph.json
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.proxies], in: session) }
}

struct AnalyseContradictionsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Tells who is friend and foe at once, and what is claimed and denied, by whom.",
    discussion: """
      EXAMPLE
        alliance analyse contradictions reports/
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.contradictions], in: session) }
}

struct AnalyseBridgesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "bridges", abstract: "Tells which relations and which actors alone hold parts together.",
    discussion: """
      EXAMPLE
        alliance analyse bridges graph.json
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.bridges], in: session) }
}

struct AnalyseCentralCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "central",
    abstract: "Ranks the actors by what runs through them, with their friends and foes.",
    discussion: """
      EXAMPLE
        alliance analyse central graph.json --limit 5
      """)

  @OptionGroup var arguments: AnalysisArguments

  func run(in session: Session) throws -> ExitStatus { try arguments.analyse([.central], in: session) }
}
