import Foundation

/// The commands that a document shows, with what they print.
struct Transcript {
  /// A command and where it stands.
  struct Step {
    var command: String
    var document: String
    /// The line of the command in the file, from 1.
    var line: Int
    /// The lines shown below the command; nil where the file shows no output.
    var output: [String]?

    var place: String { "\(document):\(line): \(command)" }
  }

  var steps: [Step] = []

  /// Finds the commands of the blocks marked `console` (after `$ `, followed by their output) and `sh` (those parts of
  /// a line that call `alliance`, for the other parts set up the machine).
  init(of markdown: String, named document: String = "README.md") {
    var language: String?
    for (index, line) in lines(of: markdown).enumerated() {
      if line.hasPrefix("```") {
        language = language == nil ? String(line.dropFirst(3)) : nil
      } else if language == "console" {
        if line.hasPrefix("$ ") {
          steps.append(
            Step(command: String(line.dropFirst(2)), document: document, line: index + 1, output: []))
        } else if !steps.isEmpty {
          steps[steps.count - 1].output?.append(line)
        }
      } else if language == "sh" {
        for part in line.split(separator: "&&").map({ $0.trimmingCharacters(in: .whitespaces) }) {
          let program = part.prefix { $0 != " " }
          guard program == "alliance" || program.hasSuffix("/alliance") else { continue }
          steps.append(Step(command: part, document: document, line: index + 1))
        }
      }
    }
    // A blank line before the next command or the end of the block belongs to neither.
    for index in steps.indices {
      while steps[index].output?.last?.isEmpty == true { steps[index].output?.removeLast() }
    }
  }

  /// The file with the output of every step replaced, commands parted by blank lines.
  static func rewriting(_ markdown: String, outputs: [Int: [String]]) -> String {
    var result: [String] = []
    var isInConsole = false
    for (index, line) in lines(of: markdown).enumerated() {
      if line.hasPrefix("```") { isInConsole = line == "```console" }
      if !isInConsole || line.hasPrefix("```") {
        result.append(line)
      } else if let output = outputs[index + 1] {
        if result.last?.hasPrefix("```") == false { result.append("") }
        result.append(line)
        result += output
      }
    }
    return result.joined(separator: "\n")
  }
}
