import ArticleFormats
import Glibc

/// What went wrong with a file, in one line that begins with its path.
struct FileFault: Error, Hashable, CustomStringConvertible {
  var path: String
  var message: String
  /// The reader of standard output has gone: no fault of ours.
  var isClosedPipe = false

  var description: String { "\(path): \(message)" }

  init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  init(_ fault: ArticleFault, in file: String) {
    switch fault.place {
    case .file: self.init(path: file, message: fault.message)
    case .line(let line): self.init(path: "\(file):\(line)", message: fault.message)
    case .entry(let number): self.init(path: file, message: "entry \(number): \(fault.message)")
    }
  }

  /// The error that the last system call left.
  init(path: String, errno number: Int32 = errno) {
    self.path = path
    let text = String(cString: strerror(number))
    message = text.prefix(1).lowercased() + text.dropFirst()
    isClosedPipe = number == EPIPE
  }
}
