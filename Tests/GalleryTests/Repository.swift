import Foundation

/// The files of the project that these tests read.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// Where two texts part, for the message of a test: the first line that differs, as it is and as it should be.
func firstDifference(_ new: String, _ old: String) -> String {
  let (newLines, oldLines) = (lines(of: new), lines(of: old))
  for index in 0..<max(newLines.count, oldLines.count) {
    let (line, before) = (
      index < newLines.count ? newLines[index] : "(end)", index < oldLines.count ? oldLines[index] : "(end)"
    )
    if line != before { return "line \(index + 1)\n  file: \(before)\n  now:  \(line)" }
  }
  return "none"
}

func lines(of text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
