import AllianceGraphs
import ArgumentParser
import Corrections
import GraphExport

struct ListCorrectionsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the corrections, numbered, and those that meet nothing in the inputs.")

  @OptionGroup var input: InputArguments

  func run(in session: Session) throws -> ExitStatus {
    guard let reading = try session.reading(input.inputs, input.options, FilterOptions.none) else {
      return .failed
    }
    if reading.corrections.isEmpty {
      session.terminal.say("no corrections")
      return .nothing
    }
    var text = ""
    for (index, correction) in reading.corrections.enumerated() {
      text += "\(index + 1). \(correction)\(reading.hadEffect[index] ? "" : " — meets nothing here")\n"
      if let note = correction.note { text += "   \(note)\n" }
    }
    try session.terminal.write(text)
    return .done
  }
}

struct UndoCorrectionCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes a correction back: the last one, or that of a number in the list.")

  @Option(help: "The number in the list. (default: the last)")
  var number: Int?

  @OptionGroup var arguments: CorrectionArguments

  func run(in session: Session) throws -> ExitStatus {
    let store = try arguments.store()
    let count = try store.read().corrections.count
    let index = (number ?? count) - 1
    guard let removed = try store.remove(index) else {
      session.terminal.say(
        count == 0
          ? "\(store.path): no corrections"
          : "\(store.path): there are \(count) corrections, no number \(index + 1)")
      return .nothing
    }
    try session.terminal.write("\(store.path): taken back: \(removed)\n")
    return .done
  }
}

struct CorrectionEffectCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract:
      "Tells what the corrections change, as 'alliance diff' does: from what was read to what is made of it.")

  @OptionGroup var input: InputArguments

  func run(in session: Session) throws -> ExitStatus {
    guard let reading = try session.reading(input.inputs, input.options, FilterOptions.none) else {
      return .failed
    }
    let diff = GraphDiff(from: reading.original, to: reading.graph)
    try session.terminal.write(
      diff.text(from: reading.original, to: reading.graph, style: session.textStyle))
    return diff.isEmpty ? .done : .nothing
  }
}
