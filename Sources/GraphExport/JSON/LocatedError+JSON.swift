import Documents
import JSONReading

extension LocatedError {
  init(_ fault: JSONFault, in bytes: [UInt8], file: String) {
    let line = 1 + bytes.prefix(fault.offset).count { $0 == UInt8(ascii: "\n") }
    self.init(file: file, line: line, reason: fault.message)
  }
}
