import AllianceGraphs
import AllianceKit
import Documents
import Foundation
import GraphExport
import LoopbackServer
import Testing

@testable import AllianceCommands

/// A server on a graph of two lines, in a folder of its own.
final class LiveServer {
  let server: LoopbackServer
  let folder: String
  let service: GraphService

  var address: String { "http://127.0.0.1:\(server.port)" }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let article = Article(id: "first", title: "First", text: "Arland backs Borland.\nCor fighting Arland.\n")
    let graph = AllianceGraph(readings: [PlainPipeline().read(article)])
    service = GraphService(
      original: graph, texts: ["first": article.text], title: "Live",
      store: CorrectionStore(path: "\(folder)/corrections.yaml"),
      otherFiles: [], save: "\(folder)/saved.json", pipeline: PlainPipeline())
    try service.renew()
    server = try LoopbackServer(port: 0, answer: PageAPI(service: service).answer)
  }

  deinit {
    try? server.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func text(_ name: String) -> String {
    (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
  }
}

extension BrowserTests {
  /// The page that a server answers.
  @Suite struct LiveTests {
    @Test func aCorrectionIsMadeKeptAndTakenBack() throws {
      let live = try LiveServer()
      let page = try OpenPage(live.address + "/")
      defer { page.close() }
      #expect(try page.complaints() == [])
      try page.click(".edge[aria-label='Arland backs Borland']")
      try page.click("#panel > section > details > summary")
      try page.click("#reject")
      try page.wait(
        "document.querySelectorAll('.edge').length === 1 && document.documentElement.dataset.ready === 'true'"
      )
      #expect(live.text("corrections.yaml").contains("- reject: arland backs borland"))
      try page.click("#show-corrections")
      try page.photograph("corrections")
      #expect(
        try page.text("document.querySelector('.corrections code').textContent")
          == "reject arland backs borland")
      try page.click(".undo")
      try page.wait(
        "document.querySelectorAll('.edge').length === 2 && document.documentElement.dataset.ready === 'true'"
      )
      #expect(!live.text("corrections.yaml").contains("reject:"))
      #expect(try page.complaints() == [])
    }

    @Test func aPastedArticleShowsWhatItAdds() throws {
      let live = try LiveServer()
      let page = try OpenPage(live.address + "/")
      defer { page.close() }
      try page.click("#show-live")
      try page.click("#article-text")
      try page.type("Dorland backs Cor.\nArland backs Borland.\n")
      try page.click("#read")
      try page.wait("document.getElementById('added') !== null")
      let added = try page.text("document.getElementById('added').textContent")
      #expect(added.contains("+ Dorland backs Cor") && added.contains("1 relation new"))
      #expect(live.service.current.graph.relations.count == 2, "nothing is kept before one says so")
      try page.photograph("live")
      try page.click("#keep")
      try page.wait(
        "document.querySelectorAll('.edge').length === 3 && document.documentElement.dataset.ready === 'true'"
      )
      #expect(live.text("saved.json").contains("\"dorland\""))
      let drawn = try OpenPage(live.address + "/api/v1/readings/1/page")
      defer { drawn.close() }
      #expect(try drawn.complaints() == [])
      #expect(try page.complaints() == [])
    }

    @Test func questionsAreAnswered() throws {
      let live = try LiveServer()
      let page = try OpenPage(live.address + "/")
      defer { page.close() }
      try page.click("#show-live")
      try page.click("#asked")
      try page.type("Borland")
      try page.click("#ask")
      try page.wait("document.getElementById('answer') !== null")
      #expect(
        try page.text("document.getElementById('answer').textContent").hasPrefix(
          "Arland backs Borland (asserted)"))
    }

    /// A page of another site can neither read from the server nor steer it.
    @Test func anotherSiteGetsNothing() throws {
      let live = try LiveServer()
      let other = try LoopbackServer(port: 0) { _ in
        ServerResponse(
          contentType: "text/html", headers: [("Content-Security-Policy", "default-src * 'unsafe-inline'")],
          body: Array(
            "<!doctype html><link rel=icon href=data:,><title>other</title><script>document.documentElement.dataset.ready = 'true'</script>"
              .utf8))
      }
      defer { try? other.stop() }
      let page = try OpenPage("http://127.0.0.1:\(other.port)/")
      defer { page.close() }
      let attempts = [
        "fetch('\(live.address)/api/v1/graph')",
        "fetch('\(live.address)/api/v1/graph', { mode: 'no-cors' }).then((r) => { if (r.status !== 0) throw 1; return new Promise((d, f) => { const i = new Image(); i.onload = d; i.onerror = f; i.src = '\(live.address)/api/v1/download/png'; }) })",
        "fetch('\(live.address)/api/v1/corrections', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })",
      ]
      for attempt in attempts {
        #expect(
          try page.text("\(attempt).then(() => 'came through', () => 'refused')") == "refused", "\(attempt)")
      }
      // A plain form is sent without asking first; the server refuses it, and the browser keeps the answer from the page.
      let form = "{ method: 'POST', mode: 'no-cors', body: '{\"reject\": \"arland backs borland\"}' }"
      _ = try page.evaluate(
        "fetch('\(live.address)/api/v1/corrections', \(form)).catch(() => 0).then(() => 0)")
      #expect(live.text("corrections.yaml") == "")
    }
  }
}
