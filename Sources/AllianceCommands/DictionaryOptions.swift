import ArgumentParser
import Dictionaries

/// Dictionaries of one's own, beside those that the program carries.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A dictionary of actors in YAML, which adds to and changes those that the program knows; may be given more "
        + "than once.", valueName: "file"))
  var actors: [String] = []

  @Option(
    help: ArgumentHelp(
      "A dictionary of rules in YAML, which adds to those of the program; may be given more than once.",
      valueName: "file"))
  var rules: [String] = []

  var isEmpty: Bool { actors.isEmpty && rules.isEmpty }

  func read() throws(FileFault) -> (actors: [DictionaryFile], rules: [DictionaryFile]) {
    (try files(actors), try files(rules))
  }

  private func files(_ paths: [String]) throws(FileFault) -> [DictionaryFile] {
    var result: [DictionaryFile] = []
    for path in paths {
      guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
        throw FileFault(path: path, message: "invalid UTF-8; expected a dictionary in YAML")
      }
      result.append(DictionaryFile(name: path, text: text))
    }
    return result
  }
}
