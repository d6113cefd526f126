import Glibc

/// Turns text in other encodings into UTF-8.
public enum TextDecoding {
  /// The text in UTF-8 where a byte order mark says that it is UTF-16; nil where there is none. What is no valid
  /// UTF-16 becomes U+FFFD.
  public static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// A page in UTF-8. What is valid UTF-8 is taken for that, whatever the page declares; otherwise the charset that
  /// it declares holds and, where it declares none or an unknown one, windows-1252, as in browsers (WHATWG Encoding).
  static func page(_ bytes: [UInt8]) -> [UInt8] {
    if let text = fromUTF16(bytes) { return text }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    let label = declaredCharset(bytes) ?? ""
    if label == "utf-8" || label == "utf8" { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    // Browsers read these labels as the larger set that pages mean by them.
    let isWestern = ["", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252"]
      .contains(label)
    return (isWestern ? nil : converted(bytes, from: label)) ?? westernEuropean(bytes)
  }

  /// The charset of `<meta charset="…">`, `<meta … content="text/html; charset=…">` or an XML declaration.
  private static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let match = head.firstMatch(of: /(?:charset|<\?xml[^>]*encoding)\s*=\s*["']?\s*([a-z0-9_.:-]+)/)
    else {
      return nil
    }
    return String(match.1)
  }

  /// By the C library's tables; what is not valid becomes U+FFFD. Nil where it doesn't know the charset.
  private static func converted(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let (isDone, reason) = buffer.withUnsafeMutableBufferPointer { buffer in
          var out = buffer.baseAddress
          var room = buffer.count
          let status = iconv(converter, &next, &left, &out, &room)
          let reason = errno
          result += buffer[..<(buffer.count - room)].lazy.map { UInt8(bitPattern: $0) }
          return (status != -1, reason)
        }
        if isDone || reason == E2BIG { continue }
        result += [0xEF, 0xBF, 0xBD]
        next! += 1
        left -= 1
      }
    }
    return result
  }

  /// windows-1252; its five unassigned bytes are the controls of that number.
  private static func westernEuropean(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? specials[Int(byte) - 0x80] : UInt16(byte)
      text.append(Unicode.Scalar(value)!)
    }
    return Array(String(text).utf8)
  }

  private static let specials: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
