/// What a client asks, once it has passed all checks.
public struct ServerRequest: Sendable {
  /// In capitals; `HEAD` is told as `GET`.
  public var method: String
  /// The parts of the path, decoded; none of them is empty, `.` or `..`, or holds a slash.
  public var path: [String]
  /// The fields after `?`, decoded; the last of a name counts.
  public var query: [String: String]
  /// Without parameters, in small letters; empty where none is given.
  public var contentType: String
  public var body: [UInt8]

  public init(
    method: String, path: [String], query: [String: String] = [:], contentType: String = "",
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.contentType = contentType
    self.body = body
  }
}

public struct ServerResponse: Sendable {
  public var status: Int
  public var contentType: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(
    status: Int = 200, contentType: String, headers: [(name: String, value: String)] = [], body: [UInt8]
  ) {
    self.status = status
    self.contentType = contentType
    self.headers = headers
    self.body = body
  }
}

/// What went wrong with a request, as problem details (RFC 9457).
public struct Problem: Error, Hashable, Sendable {
  public var status: Int
  /// The same for every problem of the kind.
  public var title: String
  /// What is wrong with this request, with the way out.
  public var detail: String

  public init(_ status: Int, _ title: String, _ detail: String) {
    self.status = status
    self.title = title
    self.detail = detail
  }

  public var response: ServerResponse {
    let json = """
      {"type": "about:blank", "title": \(Self.quoted(title)), "status": \(status), "detail": \(Self.quoted(detail))}

      """
    return ServerResponse(status: status, contentType: "application/problem+json", body: Array(json.utf8))
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// How much a client may ask for.
public struct ServerLimits: Sendable {
  /// The bytes of a body.
  public var body = 8 << 20
  /// The bytes of all header fields.
  public var headers = 16 << 10
  /// The seconds within which the head of a request has to be there.
  public var headSeconds: Double = 10
  /// The seconds within which its body has to be there, after the head.
  public var bodySeconds: Double = 30
  /// The seconds after which a client is told that its answer takes too long.
  public var answerSeconds: Double = 120
  /// The seconds within which a client has to take its answer, and those that a connection may rest between requests.
  public var idleSeconds: Double = 60
  /// How many clients are served at a time.
  public var connections = 64

  public init() {}
}
