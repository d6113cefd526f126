import Glibc
import GraphSamples
import LoopbackServer
import Testing

@Suite(.serialized) struct ServerTests {
  /// A server that tells what it was asked.
  private func server(_ change: (inout ServerLimits) -> Void = { _ in }) throws -> LoopbackServer {
    var limits = ServerLimits()
    limits.body = 1_000
    limits.headers = 2_000
    change(&limits)
    return try LoopbackServer(port: 0, limits: limits) { request in
      if request.path == ["slow"] { sleep(2) }
      let text =
        "\(request.method) \(request.path) \(request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) \(request.body.count)"
      return ServerResponse(contentType: "text/plain", body: Array(text.utf8))
    }
  }

  private func ask(_ server: LoopbackServer, _ bytes: String) throws -> String {
    let client = try RawClient(port: server.port)
    defer { client.close() }
    client.say(bytes)
    return client.hear()
  }

  private func get(
    _ server: LoopbackServer, _ target: String = "/", method: String = "GET", with fields: [String] = [],
    host: String? = nil
  ) throws -> String {
    let head = ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(server.port)")"] + fields
    return try ask(server, head.joined(separator: "\r\n") + "\r\n\r\n")
  }

  @Test func asksAreAnswered() throws {
    let server = try server()
    defer { try? server.stop() }
    let answer = try get(server, "/a/b%20c?x=1+2&y=%C3%A9")
    #expect(status(answer) == 200)
    #expect(answer.hasSuffix(#"GET ["a", "b c"] ["x=1 2", "y=é"] 0"#))
    for field in [
      "X-Content-Type-Options: nosniff",
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", "Cache-Control: no-store",
      "Cross-Origin-Resource-Policy: same-origin",
    ] {
      #expect(answer.contains("\(field)\r\n"))
    }
    #expect(!answer.lowercased().contains("access-control-allow"))
    let posted = try get(server, method: "POST", with: ["Content-Length: 3"])
    #expect(posted.isEmpty || status(posted) == 408, "the body did not come")
  }

  @Test func severalRequestsShareAConnection() throws {
    let server = try server()
    defer { try? server.stop() }
    let client = try RawClient(port: server.port)
    defer { client.close() }
    for number in 0..<5 {
      client.say(
        "POST /\(number) HTTP/1.1\r\nHost: localhost:\(server.port)\r\nContent-Length: 4\r\n\r\nabcd")
      #expect(client.hear().hasSuffix("POST [\"\(number)\"] [] 4"))
    }
    client.say("HEAD /x HTTP/1.1\r\nHost: localhost:\(server.port)\r\n\r\n")
    let head = client.hear(milliseconds: 500)
    #expect(status(head) == 200 && head.hasSuffix("\r\n\r\n"))
  }

  @Test func otherNamesForThisMachineAreNotAnswered() throws {
    let server = try server()
    defer { try? server.stop() }
    for host in [
      "evil.example", "evil.example:\(server.port)", "127.0.0.1", "127.0.0.1:1",
      "localhost.evil.example:\(server.port)", "", "127.0.0.1:\(server.port)@evil.example",
    ] {
      #expect(status(try get(server, host: host)) == 421, "\(host)")
    }
    #expect(status(try ask(server, "GET / HTTP/1.1\r\n\r\n")) == 421)
    #expect(
      status(
        try ask(server, "GET / HTTP/1.1\r\nHost: localhost:\(server.port)\r\nHost: evil.example\r\n\r\n"))
        >= 400)
    for host in ["localhost:\(server.port)", "LOCALHOST:\(server.port)", "[::1]:\(server.port)"] {
      #expect(status(try get(server, host: host)) == 200)
    }
  }

  @Test func otherSitesAreNotAnswered() throws {
    let server = try server()
    defer { try? server.stop() }
    let own = "http://127.0.0.1:\(server.port)"
    for origin in [
      "http://evil.example", "null", "https://127.0.0.1:\(server.port)", "http://127.0.0.1:1",
      "\(own).evil.example", "file://",
    ] {
      #expect(status(try get(server, method: "POST", with: ["Origin: \(origin)"])) == 403, "\(origin)")
      #expect(status(try get(server, with: ["Origin: \(origin)"])) == 403, "\(origin)")
    }
    #expect(status(try get(server, with: ["Origin: \(own)"])) == 200)
    #expect(status(try get(server, "/api", with: ["Sec-Fetch-Site: cross-site"])) == 403)
    #expect(
      status(try get(server, "/api", with: ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate"])) == 403)
    #expect(
      status(
        try get(server, method: "POST", with: ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"]))
        == 403)
    #expect(
      status(try get(server, "/", with: ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"])) == 200)
    #expect(status(try get(server, "/api", with: ["Sec-Fetch-Site: same-origin"])) == 200)
    #expect(
      status(
        try get(server, method: "OPTIONS", with: ["Origin: \(own)", "Access-Control-Request-Method: POST"]))
        == 405)
  }

  @Test(arguments: [
    "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/%2E./b", "/a%2fb", "/a%5cb", "/..%5c..", "//etc/passwd",
    "/a//b", "/%00", "/%0d%0aX:1",
    "/%ff", "/%", "/%zz", "http://evil.example/", "*", "/a/../b", "/a/./b",
  ]) func pathsLeadNowhereElse(_ target: String) throws {
    let server = try server()
    defer { try? server.stop() }
    let answer = try get(server, target)
    #expect([400, 404].contains(status(answer)), "\(answer)")
    #expect(answer.contains("application/problem+json"))
  }

  @Test func whatIsTooLargeIsRefused() throws {
    let server = try server()
    defer { try? server.stop() }
    #expect(status(try get(server, method: "POST", with: ["Content-Length: 1001"])) == 413)
    #expect(status(try get(server, method: "POST", with: ["Content-Length: 99999999999999999999"])) == 400)
    let chunk = "190\r\n" + String(repeating: "x", count: 400) + "\r\n"
    let host = "Host: localhost:\(server.port)"
    #expect(
      status(
        try ask(
          server,
          "POST / HTTP/1.1\r\n\(host)\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)\(chunk)\(chunk)0\r\n\r\n")
      ) == 413)
    #expect(
      try ask(server, "POST / HTTP/1.1\r\n\(host)\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)0\r\n\r\n")
        .hasSuffix(" 400"))
    #expect(status(try get(server, with: ["X: " + String(repeating: "x", count: 3_000)])) == 431)
    #expect(status(try get(server, with: (0..<150).map { "X\($0): y" })) == 431)
    #expect([400, 431].contains(status(try get(server, "/" + String(repeating: "x", count: 9_000)))))
    #expect(
      status(try get(server, method: "POST", with: ["Content-Encoding: gzip", "Content-Length: 0"])) == 415)
  }

  @Test(arguments: [
    "GARBAGE\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{0}\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
  ]) func whatIsMalformedIsRefused(_ bytes: String) throws {
    let server = try server()
    defer { try? server.stop() }
    let answer = try ask(server, bytes)
    #expect([400, 421, 505].contains(status(answer)), "\(answer)")
    #expect(answer.contains("Connection: close"))
    #expect(status(try get(server)) == 200, "the server goes on")
  }

  @Test func whoIsSlowIsNotWaitedFor() throws {
    let server = try server {
      $0.headSeconds = 0.3
      $0.bodySeconds = 0.3
      $0.answerSeconds = 0.3
      $0.idleSeconds = 0.5
    }
    defer { try? server.stop() }
    let host = "Host: localhost:\(server.port)"
    #expect(status(try ask(server, "GET / HT")) == 408)
    #expect(status(try ask(server, "")) == 408)
    #expect(status(try ask(server, "POST / HTTP/1.1\r\n\(host)\r\nContent-Length: 10\r\n\r\nabc")) == 408)
    #expect(status(try get(server, "/slow")) == 503)

    // A drop now and then does not put the end off.
    let client = try RawClient(port: server.port)
    defer { client.close() }
    client.say("POST / HTTP/1.1\r\n\(host)\r\nContent-Length: 100\r\n\r\n")
    for _ in 0..<8 {
      usleep(80_000)
      client.say("x")
    }
    #expect(status(client.hear()) == 408)

    // Nor is a connection kept for nothing.
    let idle = try RawClient(port: server.port)
    defer { idle.close() }
    idle.say("GET / HTTP/1.1\r\n\(host)\r\n\r\n")
    #expect(status(idle.hear()) == 200)
    #expect(idle.hear(milliseconds: 4_000) == "")
    #expect(status(try get(server)) == 200)
  }

  @Test func connectionsAreCounted() throws {
    let server = try server { $0.connections = 4 }
    defer { try? server.stop() }
    var clients: [RawClient] = []
    for _ in 0..<12 { clients.append(try RawClient(port: server.port)) }
    usleep(200_000)
    for client in clients { client.close() }
    usleep(200_000)
    #expect(status(try get(server)) == 200)
  }

  @Test func itIsNotSeenFromOutside() throws {
    let server = try server()
    defer { try? server.stop() }
    // All of 127/8 is this machine, but only one address of it is listened to.
    let other = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(other) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(server.port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.2")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(other, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    #expect(connected != 0)
  }

  @Test func aPortInUseIsSaid() throws {
    let server = try server()
    defer { try? server.stop() }
    let error = #expect(throws: LoopbackServer.Failure.self) {
      _ = try LoopbackServer(port: server.port) { _ in Problem(500, "", "").response }
    }
    #expect(error?.description == "port \(server.port): address already in use; choose another with --port")
  }

  /// Whatever the bytes: an answer of a client's or the server's fault, or none; and the server goes on. Nothing but a request
  /// to its own name is served.
  @Test(arguments: 1...4) func randomBytesDoNoHarm(_ seed: UInt64) throws {
    let server = try server { limits in
      limits.headSeconds = 0.05
      limits.bodySeconds = 0.05
      limits.idleSeconds = 0.05
    }
    defer { try? server.stop() }
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "GET ", "POST ", "/", "..", "%2e", "%00", " HTTP/1.1", " HTTP/1.0", "\r\n", "\n", "\r", "Host: ",
      "localhost", "127.0.0.1", ":", "evil.example",
      "Content-Length: ", "4", "-1", "Transfer-Encoding: chunked", "Origin: ", "http://", "\u{0}", "é",
      "\r\n\r\n", "0\r\n\r\n", "Expect: 100-continue", "Connection: close", "a", "?", "&", "=", "#",
    ]
    for _ in 0..<60 {
      var bytes: [UInt8]
      if Bool.random(using: &generator) {
        let count = Int.random(in: 1...25, using: &generator)
        bytes = (0..<count).flatMap { _ in Array(pieces.pick(&generator).utf8) }
      } else {
        bytes = Array("POST /a?b=c HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 4\r\n\r\nabcd".utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
      }
      let client = try RawClient(port: server.port)
      client.say(bytes)
      let answer = client.hear(milliseconds: 1_000)
      client.close()
      #expect(answer.isEmpty || (400...505).contains(status(answer)), "\(bytes) gives \(answer)")
    }
    #expect(status(try get(server)) == 200)
  }
}
