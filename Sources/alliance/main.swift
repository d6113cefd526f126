import AllianceCommands
import AllianceKit
import Glibc

// A reader that has closed its end shows as an error of `write` instead of ending the process.
signal(SIGPIPE, SIG_IGN)

let session = Session(terminal: .standard) { try ArticleReader(actors: $0, rules: $1) }
exit(AllianceCommand.run(Array(CommandLine.arguments.dropFirst()), in: session).rawValue)
