/// Decides by the head of a request whether it is for this server and from one of its own pages, or from a program.
///
/// A page of another site must neither read from a server on loopback nor steer it: not by requests of its own (`Origin`
/// and `Sec-Fetch-Site` tell them), nor by a name of its own that it has resolved to this address (`Host` tells that).
struct RequestCheck {
  let port: Int
  let limits: ServerLimits

  struct Head {
    var method: String
    var target: String
    /// The values of a header field, by its name in small letters.
    var values: (String) -> [String]
  }

  private var hosts: [String] {
    ["127.0.0.1", "localhost", "[::1]"].flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }
  }

  /// - Throws: `Problem` for what must not be answered.
  func request(_ head: Head) throws(Problem) -> ServerRequest {
    let host = head.values("host")
    guard host.count == 1, hosts.contains(host[0].lowercased()) else {
      throw Problem(421, "Misdirected Request", "this server answers to \(hosts[0]) and \(hosts[1]) alone")
    }
    let origins = head.values("origin")
    if let origin = origins.first {
      guard origins.count == 1, hosts.contains(where: { origin.lowercased() == "http://\($0)" }) else {
        throw Problem(403, "Forbidden", "requests from other sites are not answered")
      }
    }
    if let site = head.values("sec-fetch-site").first, site != "same-origin", site != "none" {
      // Following a link to the page is no harm: nothing of it can be read from outside.
      let isLink =
        head.method == "GET" && head.values("sec-fetch-mode").first == "navigate" && head.target == "/"
      if !isLink { throw Problem(403, "Forbidden", "requests from other sites are not answered") }
    }
    guard ["GET", "HEAD", "POST", "DELETE"].contains(head.method) else {
      throw Problem(405, "Method Not Allowed", "\(head.method) is not among GET, HEAD, POST and DELETE")
    }
    let lengths = head.values("content-length")
    if let length = lengths.first {
      guard lengths.count == 1, let bytes = Int(length), bytes >= 0 else {
        throw Problem(400, "Bad Request", "Content-Length is not one number")
      }
      if bytes > limits.body { throw tooLarge }
    }
    if head.values("content-encoding").contains(where: { $0.lowercased() != "identity" }) {
      throw Problem(415, "Unsupported Media Type", "bodies must not be compressed")
    }
    let type = head.values("content-type").first ?? ""
    let (path, query) = try Self.parts(of: head.target)
    return ServerRequest(
      method: head.method == "HEAD" ? "GET" : head.method, path: path, query: query,
      contentType: type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased())
  }

  var tooLarge: Problem {
    Problem(413, "Content Too Large", "a body may have \(limits.body) bytes at most")
  }

  /// The path and the fields of a target such as `/a/b?c=d`.
  static func parts(of target: String) throws(Problem) -> (path: [String], query: [String: String]) {
    guard target.hasPrefix("/"), target.utf8.count <= 8_192 else {
      throw Problem(400, "Bad Request", "the target of a request is a path of at most 8192 bytes")
    }
    let target = target.prefix { $0 != "#" }
    let end = target.firstIndex(of: "?") ?? target.endIndex
    var path: [String] = []
    for part in target[..<end].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      let decoded = try decoded(part)
      let isTraversal = decoded == "." || decoded == ".." || decoded.contains { $0 == "/" || $0 == "\\" }
      if isTraversal { throw Problem(400, "Bad Request", "the path must not lead elsewhere") }
      path.append(decoded)
    }
    if path == [""] { path = [] }
    if path.contains("") { throw Problem(404, "Not Found", "there is nothing here") }
    var query: [String: String] = [:]
    if end < target.endIndex {
      for field in target[target.index(after: end)...].split(separator: "&") {
        let name = field.prefix { $0 != "=" }
        let value = field.dropFirst(name.count + 1)
        query[try decoded(name.replacing("+", with: " "))] = try decoded(value.replacing("+", with: " "))
      }
    }
    return (path, query)
  }

  /// Text with `%` escapes, which must be UTF-8 without control characters.
  private static func decoded(_ text: some StringProtocol) throws(Problem) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      guard digits.count == 2 else { throw Problem(400, "Bad Request", "a % without two hexadecimal digits") }
      bytes.append(UInt8(digits[0] * 16 + digits[1]))
      rest = rest.dropFirst(2)
    }
    guard let result = String(validating: bytes, as: UTF8.self),
      result.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { throw Problem(400, "Bad Request", "the target is not plain UTF-8") }
    return result
  }
}
