import Foundation
import Glibc

/// A headless Chromium, driven over the DevTools protocol by a pair of pipes.
final class Browser {
  /// The one of this process; it ends with it, because its pipe does.
  nonisolated(unsafe) private static var running: Browser?

  static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { (path: String) in access(path, X_OK) == 0 }

  /// Tests of the page are left out without it, but for where `ALLIANCE_REQUIRE_CHROMIUM` says that it must be there.
  static var isWanted: Bool {
    program != nil || ProcessInfo.processInfo.environment["ALLIANCE_REQUIRE_CHROMIUM"] != nil
  }

  static let absence = "chromium is not installed: THE PAGE IS NOT TESTED; apt-get install chromium"

  static func shared() throws -> Browser {
    if let running { return running }
    let made = try Browser()
    running = made
    return made
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let process = Process()
  private let input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var number = 0
  private var events: [[String: Any]] = []

  private init() throws {
    guard let program = Self.program else { throw Failure(description: Self.absence) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    mkfifo("\(folder)/in", 0o600)
    mkfifo("\(folder)/out", 0o600)
    // Both ways, so that opening does not wait; the browser has one end of each.
    input = open("\(folder)/in", O_RDWR | O_CLOEXEC)
    output = open("\(folder)/out", O_RDWR | O_CLOEXEC)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      exec "$0" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --mute-audio \
      --disable-background-networking --disable-component-update --user-data-dir="$1/profile" \
      --remote-debugging-pipe --window-size=1400,900 3<"$1/in" 4>"$1/out" >/dev/null 2>&1 </dev/null
      """, program, folder,
    ]
    try process.run()
    guard input >= 0, output >= 0 else { throw Failure(description: "no pipes to the browser") }
  }

  /// Sends a command and waits for its answer; what the browser tells meanwhile is kept.
  @discardableResult
  func send(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil, seconds: Double = 60
  ) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    message["sessionId"] = session
    try write(Array(JSONSerialization.data(withJSONObject: message)) + [0])
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      guard let answer = try receive(until: deadline) else { break }
      guard answer["id"] as? Int == number else {
        if answer["method"] != nil { events.append(answer) }
        continue
      }
      if let error = answer["error"] as? [String: Any] {
        throw Failure(description: "\(method): \(error["message"] ?? error)")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
    throw Failure(description: "\(method): no answer within \(seconds) s")
  }

  /// The events of a session so far, each once.
  func takeEvents(session: String) -> [[String: Any]] {
    let own = events.filter { $0["sessionId"] as? String == session }
    events.removeAll { $0["sessionId"] as? String == session }
    return own
  }

  private func write(_ bytes: [UInt8]) throws {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress! + offset, $0.count - offset) }
      if count < 0 { throw Failure(description: "the browser does not listen") }
      offset += count
    }
  }

  private func receive(until deadline: Date) throws -> [String: Any]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = pending.firstIndex(of: 0) {
        let message = pending[..<end]
        pending.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: Data(message)) as? [String: Any]
      }
      var poller = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let left = Int32(max(0, deadline.timeIntervalSinceNow * 1_000))
      guard poll(&poller, 1, left) > 0 else { return nil }
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }
}
