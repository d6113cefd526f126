import CResources
import Extraction
import Linguistics

/// The data embedded in the binary: the language model, the gazetteer and the lexicons.
enum Resources {
  static func bytes(_ blob: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> UnsafeRawBufferPointer {
    var length = 0
    let start = blob(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  static func text(_ blob: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    String(decoding: bytes(blob), as: UTF8.self)
  }
}
