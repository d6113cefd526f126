import ArgumentParser
import Corrections
import Relations

/// Which quotes of a relation are meant.
struct ScopeOptions: ParsableArguments {
  @Option(help: "Only what this article says; its id.")
  var article: String?

  @Option(help: "Only this quote.")
  var quote: String?

  func scope(_ names: NameSearch) -> Correction.Scope {
    Correction.Scope(article: article, quote: quote.flatMap(names.plain))
  }
}

struct AcceptCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Confirms a relation: it counts as certain, and no filter by confidence hides it.")

  @Argument(help: "The relation in words: \"Velia backs Marovia\".")
  var relation: String
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in
      names.relation(relation).map { .accept($0, in: scope.scope(names)) }
    }
  }
}

struct RejectCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract:
      "Leaves a relation out; with --article or --quote only what that says, so that new reports still count."
  )

  @Argument(help: "The relation in words: \"RSF is fighting Egypt\".")
  var relation: String
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in
      names.relation(relation).map { .reject($0, in: scope.scope(names)) }
    }
  }
}

struct MergeActorsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Makes one actor of two, under the name of the one given with --into.")

  @Argument(help: "The actor that is another.")
  var actor: String
  @Option(help: "The actor that it is.")
  var into: String
  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in
      guard let one = names.actor(actor), let other = names.actor(into) else { return nil }
      return .merge([one], into: other)
    }
  }
}

struct SplitActorCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract:
      "Makes two actors of one: what these articles say of it, or quotes with these names, is of another.")

  @Argument(help: "The actor that is two.")
  var actor: String
  @Option(help: "An article that speaks of the other; its id. May be given more than once.")
  var article: [String] = []
  @Option(help: "A name that means the other. May be given more than once.")
  var alias: [String] = []
  @Option(help: "The other: a name, new or known.")
  var into: String
  @Option(help: "What kind of actor the other is, where that differs.")
  var kind: ActorKind?
  @OptionGroup var arguments: CorrectionArguments

  func validate() throws {
    if article.isEmpty && alias.isEmpty {
      throw ValidationError("give --article or --alias: which mentions are about the other?")
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in
      guard let one = names.actor(actor) else { return nil }
      let scope = Correction.SplitScope(articles: article, aliases: alias.compactMap(names.plain))
      if case .found(let other) = names.graph.findActor(named: into) {
        return .split(one, in: scope, into: other.id, name: nil, kind: kind)
      }
      let id = names.newID(into)
      guard !id.isEmpty else { throw ValidationError("--into needs a name") }
      return .split(one, in: scope, into: id, name: names.plain(into), kind: kind)
    }
  }
}

struct RenameActorCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Gives an actor another name; the old one goes on to find it.")

  @Argument(help: "The actor.")
  var actor: String
  @Argument(help: "Its name.")
  var name: String
  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in
      guard let name = names.plain(name) else { throw ValidationError("the name is empty") }
      return names.actor(actor).map { .rename($0, to: name) }
    }
  }
}

struct SetKindCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "kind", abstract: "Says what kind of actor one is.")

  @Argument(help: "The actor.")
  var actor: String
  @Argument(help: "Its kind.")
  var kind: ActorKind
  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    try arguments.correct(in: session) { names in names.actor(actor).map { .setKind($0, kind) } }
  }
}
