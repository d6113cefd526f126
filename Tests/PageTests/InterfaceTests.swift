import AllianceGraphs
import Foundation
import GraphExport
import GraphSamples
import LoopbackServer
import Testing

@testable import AllianceCommands

/// The interface for programs, without a browser.
@Suite(.serialized) struct InterfaceTests {
  private func ask(
    _ live: LiveServer, _ method: String, _ path: String, _ body: String? = nil,
    type: String = "application/json"
  ) -> (status: Int, json: [String: Any]) {
    let parts = path.split(separator: "?", maxSplits: 1)
    var query: [String: String] = [:]
    for field in parts.dropFirst().first?.split(separator: "&") ?? [] {
      let pair = field.split(separator: "=", maxSplits: 1).map(String.init)
      query[pair[0]] = pair.count > 1 ? pair[1] : ""
    }
    let request = ServerRequest(
      method: method, path: parts[0].split(separator: "/").map(String.init), query: query,
      contentType: body == nil ? "" : type, body: Array((body ?? "").utf8))
    let response = PageAPI(service: live.service).answer(request)
    let json = try? JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
    return (response.status, json ?? [:])
  }

  @Test func theDescriptionListsWhatIsAnswered() throws {
    let live = try LiveServer()
    let description = ask(live, "GET", "/api/v1/openapi.json").json
    let paths = try #require(description["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } }
    #expect(described.sorted() == PageAPI.operations.sorted())
    let ask = try #require(paths["/api/v1/ask/{command}"]?["get"] as? [String: Any])
    let parameters = try #require(ask["parameters"] as? [[String: Any]])
    let commands = (parameters[0]["schema"] as? [String: Any])?["enum"] as? [String]
    #expect(commands == PageAPI.questions.keys.sorted())
  }

  @Test func correctionsAreMadeAndTakenBack() throws {
    let live = try LiveServer()
    let made = ask(
      live, "POST", "/api/v1/corrections",
      #"{"rename": "cor", "name": "Cor 😀 \"Front\"", "note": "so they say"}"#)
    #expect(made.status == 200)
    #expect(live.service.current.graph.actor("cor")?.name == "Cor 😀 \"Front\"")
    let list = made.json["corrections"] as? [[String: Any]]
    #expect(list?.first?["note"] as? String == "so they say")
    #expect(ask(live, "DELETE", "/api/v1/corrections/2").status == 404)
    #expect(ask(live, "DELETE", "/api/v1/corrections/1").status == 200)
    #expect(live.service.current.graph.actor("cor")?.name == "Cor")
  }

  @Test(arguments: [
    (#"{"reject": "arland bakcs borland"}"#, 422, "no relation"),
    (#"{"reject": "borland backs arland"}"#, 422, "nothing in the graph"),
    (#"{"rename": "cor"}"#, 422, "has no 'name'"), (#"{"rename": 1}"#, 422, "must be a text"),
    ("[]", 400, "expected an object"),
    (#"{"rename": "cor", "#, 400, "byte"), (#"{"kind": "cor", "is": "sate"}"#, 422, "did you mean 'state'?"),
    (#"{"kind": "cor", "is": "state", "rename": "cor"}"#, 422, "one thing"),
  ]) func badCorrectionsAreRefused(_ body: String, _ status: Int, _ reason: String) throws {
    let live = try LiveServer()
    let answer = ask(live, "POST", "/api/v1/corrections", body)
    #expect(answer.status == status)
    #expect((answer.json["detail"] as? String)?.contains(reason) == true, "\(answer.json)")
    #expect(live.text("corrections.yaml") == "")
  }

  @Test(arguments: [
    (#"{}"#, "missing or empty"), (#"{"text": "  "}"#, "missing or empty"),
    (#"{"text": 7}"#, "must be a string"),
    (#"{"text": "A backs B.", "date": "soon"}"#, "not a date"),
    (#"{"text": "{", "name": "x.json"}"#, ""),
    (#"{"text": "{\"format\": \"alliance-graph\"}", "name": "g.json"}"#, "a graph"),
    (
      #"{"text": "Le gouvernement a annoncé hier que les troupes seraient retirées de la région dans les prochains jours, selon le ministre."}"#,
      "English"
    ),
  ]) func badArticlesAreRefused(_ body: String, _ reason: String) throws {
    let live = try LiveServer()
    let answer = ask(live, "POST", "/api/v1/readings", body)
    #expect(answer.status == 422)
    #expect((answer.json["detail"] as? String)?.contains(reason) == true || reason.isEmpty, "\(answer.json)")
  }

  @Test func articlesAreReadThenKept() throws {
    let live = try LiveServer()
    let begun = ask(
      live, "POST", "/api/v1/readings",
      #"{"text": "Dorland backs Cor.", "name": "../../first.txt", "publisher": "P"}"#)
    #expect(begun.status == 202)
    var state = begun
    while state.json["status"] as? String == "reading" {
      usleep(10_000)
      state = ask(live, "GET", "/api/v1/readings/1")
    }
    #expect(state.json["added"] as? [String] == ["Dorland backs Cor"])
    #expect(ask(live, "POST", "/api/v1/readings/1/keep").json["status"] as? String == "kept")
    // The name of a file is a name only, and one that another text has gets a number.
    #expect(live.service.current.graph.articles.map(\.id) == ["first", "first-2"])
    let saved = try AllianceGraph(json: Array(live.text("saved.json").utf8), file: "saved.json")
    #expect(saved == live.service.current.original)
    #expect(ask(live, "GET", "/api/v1/readings/7").status == 404)
  }

  @Test func questionsTakeOnlyWhatTheyKnow() throws {
    let live = try LiveServer()
    let answer = ask(live, "GET", "/api/v1/ask/backers?actor=Borland&min-confidence=0.5")
    #expect((answer.json["text"] as? String)?.hasPrefix("Arland backs Borland") == true)
    #expect(ask(live, "GET", "/api/v1/ask/backers?actor=--version").json["status"] as? Int == 1)
    #expect(ask(live, "GET", "/api/v1/ask/backers?actor=x&output=/tmp/x").status == 400)
    #expect(ask(live, "GET", "/api/v1/ask/backers?actor=x&min-confidence=7").status == 400)
    #expect(ask(live, "GET", "/api/v1/ask/backers").status == 400)
    #expect(ask(live, "GET", "/api/v1/ask/extract?actor=x").status == 404)
    #expect(ask(live, "GET", "/api/v1/nothing").status == 404)
    #expect(ask(live, "POST", "/api/v1/graph", "{}").status == 405)
    #expect(ask(live, "POST", "/api/v1/corrections", "{}", type: "text/plain").status == 415)
    for format in ["json", "dot", "svg", "png", "pdf"] {
      #expect(ask(live, "GET", "/api/v1/download/\(format)").status == 200)
    }
    #expect(ask(live, "GET", "/api/v1/download/exe").status == 404)
  }

  /// Whatever is sent, the answer is JSON with a status that says whose fault it is, never the server's own.
  @Test(arguments: 1...3) func randomBodiesAreTheClientsFault(_ seed: UInt64) throws {
    let live = try LiveServer()
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "\"reject\"", "\"merge\"", "\"split\"", "\"text\"",
      "\"arland backs borland\"", "null", "1e9", "\u{0}", "é", "\"*a\"", "\"&a\"", "\"!!x\"", "- ", "# ",
      "\n", "<", "😀",
    ]
    for _ in 0..<150 {
      var body = (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.pick(&generator) }.joined()
      if Bool.random(using: &generator) {
        func string() -> String {
          ["arland", "cor", "a b", "*x", "&y", "!!z", "{a: b}", "- q", "\\u0000", "\\n# ", "é\\ud83d\\ude00"]
            .pick(&generator)
        }
        body =
          "{\"\(["reject", "accept", "rename", "merge", "split", "kind", "text", "note"].pick(&generator))\": \"\(string())\", \"\(["name", "into", "is", "aliases", "article"].pick(&generator))\": \"\(string())\"}"
      }
      for path in ["/api/v1/corrections", "/api/v1/readings"] {
        let answer = ask(live, "POST", path, body)
        #expect([200, 202, 400, 422, 503].contains(answer.status), "\(body) gives \(answer)")
        #expect(!answer.json.isEmpty)
      }
    }
  }
}
