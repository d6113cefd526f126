import AllianceGraphs
import ArgumentParser
import GraphExport

struct BackersCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "backers",
    abstract: "Tells who backs an actor, with the quotes that say so.",
    discussion: """
      The actor is found under any of the names that the articles use. Exits with 1 where there is no evidence.

      EXAMPLES
        alliance backers "Free Syrian Army" article.txt
        alliance backers FSA --through graph.json
        alliance backers FSA reports/ --since 2016 --min-sources 2
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  @Flag(help: "Also who backs its backers, and the wholes that it or they are part of.")
  var through = false

  func run(in session: Session) throws -> ExitStatus {
    try source.answer(through ? .backersThrough : .backers, about: actor, in: session)
  }
}

struct BackedByCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "backed-by",
    abstract: "Tells whom an actor backs, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance backed-by Turkey reports/ --status alleged
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  func run(in session: Session) throws -> ExitStatus { try source.answer(.backed, about: actor, in: session) }
}

struct AlliesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "allies",
    abstract: "Tells who is allied with an actor, backs it or is backed by it, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance allies Damascus article.txt
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  func run(in session: Session) throws -> ExitStatus { try source.answer(.allies, about: actor, in: session) }
}

struct EnemiesCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "enemies",
    abstract: "Tells who fights an actor, opposes it or is opposed by it, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance enemies "Islamic State" reports/
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  func run(in session: Session) throws -> ExitStatus {
    try source.answer(.enemies, about: actor, in: session)
  }
}

struct MembersCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Tells who is part of an actor, with the quotes that say so.",
    discussion: """
      EXAMPLE
        alliance members "Syrian Democratic Forces" reports/ --through
      """)

  @Argument(help: "Any name of the actor, or its id.")
  var actor: String

  @OptionGroup var source: GraphArguments

  @Flag(help: "Also the parts of its parts.")
  var through = false

  func run(in session: Session) throws -> ExitStatus {
    try source.answer(through ? .membersThrough : .members, about: actor, in: session)
  }
}
