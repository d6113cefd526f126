import Foundation

/// A page in the browser: what one does to it, and what it shows.
final class OpenPage {
  private let browser: Browser
  private let session: String
  private let target: String
  private var seen: [[String: Any]] = []

  /// Opens an address and waits until the page says that it is ready.
  init(_ address: String, dark: Bool = false, width: Int = 1400, height: Int = 900) throws {
    browser = try Browser.shared()
    target = try browser.send("Target.createTarget", ["url": "about:blank"])["targetId"] as! String
    session =
      try browser.send("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]
      as! String
    for domain in ["Page", "Runtime", "Log", "Network"] { try send("\(domain).enable") }
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    try send("Page.navigate", ["url": address])
    try wait("document.documentElement.dataset.ready === 'true'")
  }

  /// Writes a page to a file and opens it.
  convenience init(html: [UInt8], dark: Bool = false) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString).html")
    try Data(html).write(to: file)
    try self.init(file.absoluteString, dark: dark)
  }

  func close() { _ = try? browser.send("Target.closeTarget", ["targetId": target]) }

  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    let result = try browser.send(method, parameters, session: session)
    seen += browser.takeEvents(session: session)
    return result
  }

  /// What the page's console, uncaught errors and the Content Security Policy complain of.
  func complaints() throws -> [String] {
    _ = try evaluate("0")
    return seen.compactMap { event in
      let parameters = event["params"] as? [String: Any] ?? [:]
      switch event["method"] as? String {
      case "Runtime.exceptionThrown":
        let details = parameters["exceptionDetails"] as? [String: Any]
        let exception = details?["exception"] as? [String: Any]
        return "exception: \(exception?["description"] ?? details?["text"] ?? "")"
      case "Runtime.consoleAPICalled": return "console: \(parameters["args"] ?? "")"
      case "Log.entryAdded":
        let entry = parameters["entry"] as? [String: Any]
        return "log: \(entry?["text"] ?? "")"
      default: return nil
      }
    }
  }

  /// The addresses that the page has asked for beyond its own.
  func requests() throws -> [String] {
    _ = try evaluate("0")
    return seen.compactMap { event in
      guard event["method"] as? String == "Network.requestWillBeSent" else { return nil }
      let request = (event["params"] as? [String: Any])?["request"] as? [String: Any]
      return request?["url"] as? String
    }.filter { !$0.hasPrefix("data:") }
  }

  /// The value of an expression of JavaScript.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let result = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = result["exceptionDetails"] as? [String: Any] {
      let exception = details["exception"] as? [String: Any]
      throw Browser.Failure(description: "\(expression): \(exception?["description"] ?? details)")
    }
    return (result["result"] as? [String: Any])?["value"]
  }

  func text(_ expression: String) throws -> String { try evaluate(expression) as? String ?? "" }
  func number(_ expression: String) throws -> Double {
    (try evaluate(expression) as? NSNumber)?.doubleValue ?? .nan
  }
  func isTrue(_ expression: String) throws -> Bool { try evaluate(expression) as? Bool ?? false }

  func wait(_ condition: String, seconds: Double = 30) throws {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      if (try? isTrue(condition)) == true { return }
      usleep(30_000)
    }
    throw Browser.Failure(description: "it does not come about that \(condition); \(try complaints())")
  }

  /// How many seconds the thread of the page has worked so far, whatever other processes had of the machine meanwhile.
  func secondsOfWork() throws -> Double {
    try send("Performance.enable", ["timeDomain": "threadTicks"])
    let metrics = try send("Performance.getMetrics")["metrics"] as? [[String: Any]] ?? []
    let work = metrics.first { $0["name"] as? String == "TaskDuration" }
    return (work?["value"] as? NSNumber)?.doubleValue ?? .nan
  }

  /// Presses the pointer in the middle of an element; of a line, in the middle of its course.
  func click(_ selector: String) throws {
    let find = """
      (() => {
        const element = document.querySelector(\(quoted(selector)));
        const path = element.matches(".edge") ? element.querySelector("path:not(.hit)") : null;
        if (path) {
          const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
          return [point.x, point.y];
        }
        element.scrollIntoView({ block: "nearest" });
        const box = element.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      })()
      """
    guard let point = try evaluate(find) as? [NSNumber] else {
      throw Browser.Failure(description: "nothing to press at \(selector)")
    }
    for type in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        [
          "type": type, "x": point[0].doubleValue, "y": point[1].doubleValue, "button": "left",
          "clickCount": 1,
        ])
    }
  }

  /// Presses a key, as a reader would.
  func press(_ key: String, code: Int = 0, text: String? = nil) throws {
    let codes = [
      "Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
      " ": 32,
    ]
    var parameters: [String: Any] = ["key": key, "windowsVirtualKeyCode": codes[key] ?? code]
    if let text = text ?? (key == "Enter" ? "\r" : key.count == 1 ? key : nil) { parameters["text"] = text }
    try send("Input.dispatchKeyEvent", parameters.merging(["type": "keyDown"]) { a, _ in a })
    parameters["text"] = nil
    try send("Input.dispatchKeyEvent", parameters.merging(["type": "keyUp"]) { a, _ in a })
  }

  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }

  /// Keeps a picture where `ALLIANCE_SCREENSHOTS` names a folder, for people to look at.
  func photograph(_ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["ALLIANCE_SCREENSHOTS"] else { return }
    let data = try send("Page.captureScreenshot")["data"] as? String ?? ""
    try Data(base64Encoded: data)?.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
  }

  func quoted(_ text: String) -> String {
    String(decoding: try! JSONSerialization.data(withJSONObject: [text]), as: UTF8.self).dropFirst()
      .dropLast()
      .description
  }
}
