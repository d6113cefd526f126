import Foundation
import PageRendering
import Testing

extension BrowserTests {
  /// All with the keyboard, nothing with the pointer.
  @Suite struct KeyboardTests {
    @Test func everyControlIsReachedByTabulator() throws {
      let page = try OpenPage(html: Page(PageSamples.graph, texts: PageSamples.texts).html())
      defer { page.close() }
      var reached: Set<String> = []
      let identity = """
        (() => {
          const e = document.activeElement;
          return e.id || e.dataset.filter || e.getAttribute("aria-label") || e.tagName;
        })()
        """
      for _ in 0..<60 {
        try page.press("Tab")
        reached.insert(try page.text(identity))
      }
      let wanted = [
        "search", "theme", "show-diagram", "show-relations", "show-actors", "show-articles", "since", "until",
        "play", "least", "reset", "zoom-in", "zoom-out", "zoom-fit", "backs", "fighting", "ended", "state",
        "Norte",
      ]
      for control in wanted {
        #expect(reached.contains(control), "the tabulator key does not reach \(control)")
      }
    }

    @Test func arrowsReachEveryActorAndLineAndEnterShowsThem() throws {
      let page = try OpenPage(html: Page(PageSamples.graph, texts: PageSamples.texts).html())
      defer { page.close() }
      for _ in 0..<60 {
        try page.press("Tab")
        if try page.isTrue("document.activeElement.matches('.drawing .node')") { break }
      }
      let name = "document.activeElement.getAttribute('aria-label')"
      var reached: Set<String> = [try page.text(name)]
      for _ in 0..<4 {
        for _ in 0..<4 {
          try page.press("ArrowDown")
          reached.insert(try page.text(name))
        }
        try page.press("ArrowRight")
        reached.insert(try page.text(name))
      }
      #expect(
        reached == [
          "Arland", "Cor Liberation Front", "Éstria", "Fen", "Arland backs Cor Liberation Front",
          "Éstria backs Cor Liberation Front", "Cor Liberation Front is fighting Fen",
        ])

      while try page.text(name) != "Arland" { try page.press("ArrowRight") }
      try page.press("ArrowDown")
      try page.press("Enter")
      #expect(try page.text("document.activeElement.id") == "panel-title")
      #expect(try page.text("document.querySelector('#panel mark').textContent") == "Arland pays the Front.")
      try page.press("Escape")
      #expect(try page.isTrue("document.getElementById('panel').hidden"))
      #expect(try page.text(name) == "Arland backs Cor Liberation Front")
    }

    @Test func everythingHasAName() throws {
      let page = try OpenPage(html: Page(PageSamples.graph).html())
      defer { page.close() }
      try page.send("Accessibility.enable")
      let nodes = try page.send("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
      let roles = ["button", "checkbox", "combobox", "slider", "searchbox", "link"]
      var count = 0
      for node in nodes where node["ignored"] as? Bool != true {
        let role = (node["role"] as? [String: Any])?["value"] as? String ?? ""
        guard roles.contains(role) else { continue }
        count += 1
        let name = (node["name"] as? [String: Any])?["value"] as? String ?? ""
        #expect(!name.isEmpty, "a \(role) without a name: \(node["properties"] ?? "")")
      }
      #expect(count > 25)
    }
  }
}
