import Glibc

/// Reading of files and folders.
enum Files {
  enum Kind {
    case file, folder
  }

  static func kind(of path: String) throws(FileFault) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileFault(path: path) }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  static func read(_ path: String) throws(FileFault) -> [UInt8] {
    let number = open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileFault(path: path) }
    defer { close(number) }
    return try FileDescriptor(number).readToEnd(path: path)
  }

  /// The names in a folder, sorted; without hidden ones.
  static func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else { throw FileFault(path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(entry.pointee.d_reclen)) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw FileFault(path: folder) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those it lies in, where they are missing.
  static func makeFolder(_ path: String) throws(FileFault) {
    if mkdir(path, 0o777) == 0 { return }
    let reason = errno
    if reason == EEXIST, try kind(of: path) == .folder { return }
    guard reason == ENOENT, let parent = parent(of: path) else { throw FileFault(path: path, errno: reason) }
    try makeFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FileFault(path: path) }
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The path without links; itself where there is no such file.
  static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    return String(path[..<slash])
  }
}
