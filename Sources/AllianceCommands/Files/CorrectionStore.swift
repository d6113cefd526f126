import Corrections
import Documents
import Glibc

/// A file of corrections that is changed by whoever comes, one after the other.
struct CorrectionStore {
  static let name = "corrections.yaml"

  let path: String

  /// The file beside an input: in a folder, or in the folder of a file. None beside standard input.
  static func path(beside input: String) -> String? {
    if input == "-" { return nil }
    if (try? Files.kind(of: input)) == .folder {
      return input.hasSuffix("/") ? input + name : "\(input)/\(name)"
    }
    return Files.parent(of: input).map { "\($0)/\(name)" } ?? (input.hasPrefix("/") ? "/\(name)" : name)
  }

  /// What the file says; nothing where it is missing.
  func read() throws -> CorrectionFile { try CorrectionFile(text(), name: path) }

  /// Adds a correction. Once this returns, it is on the disk: neither the end of the process nor of the power loses it.
  func add(_ correction: Correction) throws {
    try change { try CorrectionFile.adding(correction, to: $0, name: path) }
  }

  /// Takes a correction back.
  ///
  /// - Returns: the one that was there.
  func remove(_ index: Int) throws -> Correction? {
    var removed: Correction?
    try change { text in
      let file = try CorrectionFile(text, name: path)
      guard file.corrections.indices.contains(index) else { return text }
      removed = file.corrections[index]
      return try CorrectionFile.removing(index, from: text, name: path)
    }
    return removed
  }

  private func change(_ body: (String) throws -> String) throws {
    let folder = Files.parent(of: path) ?? (path.hasPrefix("/") ? "/" : ".")
    let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw FileFault(path: folder) }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { throw FileFault(path: path) }
    let old = try text()
    let new = try body(old)
    if new != old { try OutputFile.write(Array(new.utf8), to: path) }
  }

  private func text() throws -> String {
    guard access(path, F_OK) == 0 else { return "" }
    guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
      throw FileFault(path: path, message: "invalid UTF-8; expected corrections in YAML")
    }
    return text
  }
}
