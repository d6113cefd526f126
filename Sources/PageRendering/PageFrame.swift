import CPage

/// The parts of the page that are the same for every graph.
enum PageFrame {
  static let style = text(alliance_page_style)

  static func script(isLive: Bool) -> String { isLive ? liveScript : plainScript }

  private static let plainScript = wrapped(text(alliance_page_script))
  private static let liveScript = wrapped(text(alliance_page_live_script) + text(alliance_page_script))

  private static func wrapped(_ script: String) -> String { "(() => {\n\"use strict\";\n\(script)})();\n" }

  /// Nothing runs and nothing is loaded but the script and the style with these digests; a live page talks to its own
  /// server alone.
  static func policy(isLive: Bool) -> String { isLive ? livePolicy : plainPolicy }

  private static let plainPolicy = policy(script: plainScript, connections: "'none'")
  private static let livePolicy = policy(script: liveScript, connections: "'self'")

  private static func policy(script: String, connections: String) -> String {
    """
    default-src 'none'; script-src \(digest(script)); style-src \(digest(style)); img-src data:; \
    connect-src \(connections); base-uri 'none'; form-action 'none'
    """
  }

  private static func digest(_ text: String) -> String {
    "'sha256-\(SHA256.digest(Array(text.utf8)).base64)'"
  }

  /// The frame with its places filled; what is filled in is not looked at again.
  static func filled(_ parts: [String: String]) -> String {
    var result = ""
    var rest = text(alliance_page_frame)[...]
    while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
      result += rest[..<start.lowerBound]
      result += parts[String(rest[start.upperBound..<end.lowerBound])] ?? ""
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func text(_ blob: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var length = 0
    let start = blob(&length)
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
