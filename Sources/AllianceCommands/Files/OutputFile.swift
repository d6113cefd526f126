import Glibc

/// Writing of files so that they are there whole or not at all.
enum OutputFile {
  /// Writes beside the file first and then takes its place; the old content stays until the new one is complete.
  /// What is not a regular file, a terminal or pipe, is written to directly.
  static func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw FileFault(path: path, errno: EISDIR)
      default: return try writeDirectly(bytes, to: path)
      }
      // Who may not write the file may not replace it either.
      guard access(path, W_OK) == 0 else { throw FileFault(path: path) }
      try replace(resolved(path), with: bytes, mode: status.st_mode & 0o777, calledBy: path)
    } else {
      try replace(path, with: bytes, mode: nil, calledBy: path)
    }
  }

  /// Writes files into a folder, which is made where it is missing: all are complete beside their places before the first
  /// takes its place, so that a full disk leaves none of them half written nor the old ones mixed with the new.
  static func write(_ files: [(name: String, bytes: [UInt8])], into folder: String) throws(FileFault) {
    if Files.exists(folder), try Files.kind(of: folder) == .file {
      throw FileFault(path: folder, errno: ENOTDIR)
    }
    try Files.makeFolder(folder)
    var waiting: [(temporary: String, path: String)] = []
    do throws(FileFault) {
      for file in files {
        let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
        if Files.exists(path), try Files.kind(of: path) == .folder {
          throw FileFault(path: path, errno: EISDIR)
        }
        let temporary = try openBeside(path, calledBy: path)
        waiting.append((temporary.path, path))
        try fill(temporary.number, with: file.bytes, mode: nil, calledBy: path)
      }
      for file in waiting {
        guard rename(file.temporary, file.path) == 0 else { throw FileFault(path: file.path) }
      }
    } catch {
      for file in waiting { unlink(file.temporary) }
      throw error
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(FileFault) {
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileFault(path: path) }
    defer { close(number) }
    try FileDescriptor(number).write(bytes, path: path)
  }

  private static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t?, calledBy given: String
  ) throws(FileFault) {
    let temporary = try openBeside(path, calledBy: given)
    do throws(FileFault) {
      try fill(temporary.number, with: bytes, mode: mode, calledBy: given)
      guard rename(temporary.path, path) == 0 else { throw FileFault(path: given) }
      settleFolder(of: path)
    } catch {
      unlink(temporary.path)
      throw error
    }
  }

  /// That the name leads to the new content outlives a loss of power, too, where the file system lets it.
  private static func settleFolder(of path: String) {
    let folder = open(Files.parent(of: path) ?? (path.hasPrefix("/") ? "/" : "."), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func fill(
    _ number: Int32, with bytes: [UInt8], mode: mode_t?, calledBy given: String
  ) throws(FileFault) {
    defer { close(number) }
    try FileDescriptor(number).write(bytes, path: given)
    if let mode, fchmod(number, mode) != 0 { throw FileFault(path: given) }
    // Some file systems report a full disk only here.
    if fsync(number) != 0 { throw FileFault(path: given) }
  }

  /// A new file in the same folder: a rename works only within a file system.
  private static func openBeside(
    _ path: String, calledBy given: String
  ) throws(FileFault) -> (path: String, number: Int32) {
    let folder = Files.parent(of: path).map { $0 + "/" } ?? (path.hasPrefix("/") ? "/" : "")
    for attempt in 0..<1_000 {
      let candidate = "\(folder).alliance-\(getpid())-\(attempt)"
      let number = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if number >= 0 { return (candidate, number) }
      if errno != EEXIST { throw FileFault(path: given) }
    }
    throw FileFault(path: given)
  }

  /// The file that a symbolic link stands for: the link shall stay a link.
  private static func resolved(_ path: String) -> String {
    Files.realPath(path)
  }
}
