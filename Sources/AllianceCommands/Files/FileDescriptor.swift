import Glibc

/// An open file, by its number.
struct FileDescriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: [UInt8], path: String) throws(FileFault) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress! + offset, $0.count - offset) }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileFault(path: path)
      }
      offset += written
    }
  }

  func readToEnd(path: String) throws(FileFault) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(path: path)
      }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}
