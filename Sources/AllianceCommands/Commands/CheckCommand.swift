import AllianceKit
import ArgumentParser

struct CheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks dictionaries of one's own, and tries rules on their examples.",
    discussion: """
      Every command that takes dictionaries refuses to work with faulty ones. This one also reads the examples and \
      counterexamples of the rules, and exits with 1 where a rule does not do what its examples say.

      EXAMPLE
        alliance check --actors actors.yaml --rules rules.yaml
      """)

  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    if dictionaries.isEmpty { throw ValidationError("give --actors FILE, --rules FILE or both") }
  }

  func run(in session: Session) throws -> ExitStatus {
    let report = try session.pipeline(dictionaries).checkExamples()
    for failure in report.failures { session.terminal.say("\(failure)") }
    let examples = "\(report.examples) \(report.examples == 1 ? "example" : "examples")"
    let wrong = Set(report.failures.map { "\($0.file):\($0.line)" }).count
    try session.terminal.write(
      "no errors; \(examples), \(wrong == 0 ? "all as they say" : "\(wrong) not as it says")\n")
    return report.failures.isEmpty ? .done : .nothing
  }
}
