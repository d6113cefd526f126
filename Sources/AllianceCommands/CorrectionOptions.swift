import ArgumentParser

/// Which corrections are made in the graphs that a command works on.
struct CorrectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of corrections, instead of the 'corrections.yaml' beside the inputs; may be given more than once.",
      valueName: "file"))
  var corrections: [String] = []

  @Flag(help: "Leave corrections out of account.")
  var noCorrections = false

  func validate() throws {
    if noCorrections && !corrections.isEmpty {
      throw ValidationError("give --corrections or --no-corrections, not both")
    }
  }

  /// The files for these inputs, in the order of their paths.
  func files(beside inputs: [String]) -> [String] {
    if noCorrections { return [] }
    if !corrections.isEmpty { return corrections }
    var found: [String: String] = [:]
    for path in inputs.compactMap(CorrectionStore.path(beside:)) {
      guard let kind = try? Files.kind(of: path), kind == .file else { continue }
      found[Files.realPath(path)] = path
    }
    return found.values.sorted()
  }
}
