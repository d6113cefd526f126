import GraphvizRendering

extension Session {
  /// Draws DOT. A layout cannot be interrupted, and nobody can tell beforehand how long it takes: where it may take long,
  /// it is done in a process of its own, which is ended after a while and followed by a quicker one.
  ///
  /// - Throws: `RenderingError`, or `FileFault` where even the quickest layout fails or takes too long.
  func picture(of dot: String, as format: PictureFormat) throws -> [UInt8] {
    guard let program = terminal.program, dot.utf8.count > Self.quickSize else {
      return try render(dot: dot, format: format)
    }
    let attempts = [[], ["--engine", "sfdp"], ["--engine", "sfdp", "--simplified"]]
    for (number, attempt) in attempts.enumerated() {
      let child = try ChildProcess(program, ["layout", "--format", format.rawValue] + attempt)
      switch try child.output(from: Array(dot.utf8), within: Self.patience) {
      case .ended(0, let bytes): return bytes
      // It has said why on standard error, unless it crashed; the next may do better.
      case .ended: break
      case .outOfTime:
        if number + 1 < attempts.count {
          terminal.say(
            "the layout takes longer than \(Self.patience.components.seconds) s; trying a simpler one")
        }
      }
    }
    throw FileFault(
      path: "picture",
      message:
        "cannot be laid out; --min-confidence makes it smaller, and 'alliance export' writes it for others")
  }

  /// Beyond so many bytes of DOT, which is some sixty relations, a layout may take long.
  private static let quickSize = 40_000
  private static let patience = Duration.seconds(15)
}
