import Glibc

/// Says any bytes to a server on this machine, and hears what it answers.
struct RawClient {
  let socket: Int32

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    struct NotConnected: Error {}
    guard connected == 0 else { throw NotConnected() }
  }

  /// - Returns: whether all could be sent; a server that has had enough may have closed.
  @discardableResult
  func say(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(socket, $0.baseAddress! + offset, $0.count - offset, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      offset += count
    }
    return true
  }

  @discardableResult
  func say(_ text: String) -> Bool { say(Array(text.utf8)) }

  /// Everything until the server closes or is silent for so long.
  func hear(milliseconds: Int32 = 5_000) -> String {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var poller = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&poller, 1, milliseconds) > 0 else { break }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      result += buffer[..<count]
      if isWhole(result) { break }
    }
    return String(decoding: result, as: UTF8.self)
  }

  func close() { Glibc.close(socket) }

  /// Whether an answer with the length it announces is there.
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let head = text.firstRange(of: "\r\n\r\n"),
      let field = text[..<head.lowerBound].firstRange(of: "Content-Length: ")
    else { return false }
    let digits = text[field.upperBound...].prefix { $0.isASCII && $0.isNumber }
    return text[head.upperBound...].utf8.count >= Int(digits) ?? 0
  }
}

/// The status of an answer; 0 where there is none.
func status(_ answer: String) -> Int {
  guard answer.hasPrefix("HTTP/1.1 ") else { return 0 }
  return Int(answer.dropFirst(9).prefix(3)) ?? 0
}
