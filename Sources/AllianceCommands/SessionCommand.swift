import ArgumentParser

/// A subcommand: does its work in a session and says how it went.
protocol SessionCommand: ParsableCommand {
  /// - Returns: `done` or `nothing`; that an input failed on the way is added from the session.
  func run(in session: Session) throws -> ExitStatus
}

/// The command line `alliance`.
public struct AllianceCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "alliance",
    abstract: "Reads who backs, allies with and fights whom out of news articles.",
    discussion: """
      An INPUT is a file of articles, a folder of such files and graphs, a graph written by 'alliance extract', or - \
      for standard input; the ending of the file and its content tell which.

      FILES OF ARTICLES
        .txt          plain text; the first line is the headline
        .html         a saved web page; title, date, publisher and address come from the page
        .xml .rss     an RSS or Atom feed; each entry is an article
        .jsonl .json  an object a line, or one value: "text", and "title", "date", "publisher", "url", "id" as known
        .md           Markdown, with what is known of the article in its front matter
      In a folder, a table articles.tsv (columns article, date, publisher, url) counts more than what files say, and \
      --date, and --publisher of 'extract', count more than that. What cannot be read is named, and the rest is read.

      DICTIONARIES OF ONE'S OWN
        --actors FILE adds actors to those that the program knows and changes them; --rules FILE adds predicates. Both \
      are YAML, described in the README; 'alliance check' tries them. With a faulty one nothing is read.

      CORRECTIONS
        A file corrections.yaml beside the inputs, or --corrections FILE, says what an analyst has set right; every \
      command that works on graphs makes these changes first. 'alliance correct' writes it.

      EXAMPLES
        alliance extract article.txt -o graph.json     relations and quotes, as JSON
        alliance diagram article.txt -o picture.svg    the alliance diagram
        alliance backers "Free Syrian Army" reports/   who backs it, and who says so
        alliance diff january/ february/               what has changed
        alliance query "MATCH (p)-[:BACKS]->(g) RETURN p.name, g.name" reports/

      FILTERS
        Every command that asks a graph takes --type, --status, --min-confidence, --min-sources, --publisher, --kind, \
      --since, --until and --as-of: the rest is left out, and what remains weighed anew.

      EXIT STATUS
        0   done, found, or no difference
        1   nothing found, or different
        2   an input or output failed; what could be done was done
        64  wrong usage
      """,
    version: "alliance \(programVersion)",
    subcommands: [
      ExtractCommand.self, DiagramCommand.self, ReportCommand.self, ServeCommand.self,
      BackersCommand.self, BackedByCommand.self, AlliesCommand.self, EnemiesCommand.self, MembersCommand.self,
      RelationsCommand.self, PathCommand.self, NeighboursCommand.self, ActorsCommand.self, QueryCommand.self,
      AnalyseCommand.self, DiffCommand.self, ExportCommand.self, ExplainCommand.self, CorrectCommand.self,
      ParseCommand.self, CheckCommand.self,
      EvaluateCommand.self,
    ])

  public init() {}

  /// Runs a command line.
  ///
  /// - Parameter arguments: without the name of the program.
  public static func run(_ arguments: [String], in session: Session) -> ExitStatus {
    do {
      var command = try parseAsRoot(arguments)
      guard let sessionCommand = command as? any SessionCommand else {
        // The root alone, or one of the commands that print help.
        try command.run()
        return .done
      }
      let status = try sessionCommand.run(in: session)
      return session.hasFailed ? .failed : status
    } catch let fault as FileFault {
      if fault.isClosedPipe { return .done }
      session.terminal.say("\(fault)")
      return .failed
    } catch {
      return explain(error, in: session)
    }
  }

  private static func explain(_ error: any Error, in session: Session) -> ExitStatus {
    let code = exitCode(for: error)
    if code == .success {
      // Help that was asked for is data.
      try? session.terminal.write(fullMessage(for: error) + "\n")
      return .done
    }
    if code == .validationFailure {
      session.terminal.say(fullMessage(for: error))
      return .usage
    }
    session.terminal.say("\(error)")
    return .failed
  }
}
