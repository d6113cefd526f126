import AllianceGraphs
import Foundation
import PageRendering
import Testing

/// Everything that needs a browser runs one after the other in one of them.
@Suite(.serialized, .enabled(if: Browser.isWanted, Comment(rawValue: Browser.absence)))
struct BrowserTests {}

extension BrowserTests {
  /// The page in a real browser, as a reader uses it.
  @Suite struct ReadingThePageTests {
    private func open(_ page: Page = Page(PageSamples.graph, texts: PageSamples.texts), dark: Bool = false)
      throws -> OpenPage
    {
      try OpenPage(html: page.html(), dark: dark)
    }

    @Test func loadsWithoutComplaintsAndAsksForNothing() throws {
      let page = try open()
      defer { page.close() }
      #expect(try page.complaints() == [])
      #expect(try page.requests().allSatisfy { $0.hasPrefix("file://") })
      #expect(try page.requests().count == 1)
      #expect(try page.text("document.getElementById('count').textContent") == "3 relations between 4 actors")
      #expect(try page.number("document.querySelectorAll('.drawing .node').length") == 4)
      #expect(try page.number("document.querySelectorAll('.drawing .edge').length") == 3)
      try page.photograph("light")
    }

    @Test func aLineShowsItsQuoteInItsParagraph() throws {
      let page = try open()
      defer { page.close() }
      try page.click(".edge[aria-label='Éstria backs Cor Liberation Front']")
      try page.wait("!document.getElementById('panel').hidden")
      #expect(
        try page.text("document.querySelector('#panel mark').textContent")
          == "Éstria has armed the Cor Liberation Front since May, “Fen” said.")
      #expect(try page.text("document.querySelector('#panel mark strong').textContent") == "armed")
      #expect(
        try page.text("document.querySelector('#panel blockquote').textContent").hasPrefix(
          "Éstria’s ministry 😀 met. "))
      let panel = try page.text("document.getElementById('panel').innerText")
      for part in [
        "alleged; military", "According to", "Fen", "backs.arm", "The Gazette", "2019-03-05", "0.80",
      ] {
        #expect(panel.contains(part), "the panel lacks \(part)")
      }
      #expect(
        try page.text("document.querySelector('#panel .article a').href")
          == "https://gazette.example/a?b=1&c=2")
      let view = "document.getElementById('view-diagram')"
      #expect(
        try page.isTrue("\(view).scrollWidth <= \(view).clientWidth"),
        "the diagram does not give way to the panel")
      try page.photograph("panel")
    }

    @Test func onlyAddressesOfTheWebBecomeLinks() throws {
      let page = try open()
      defer { page.close() }
      try page.click(".edge[aria-label='Arland backs Cor Liberation Front']")
      #expect(
        try page.text("document.querySelector('#panel .article').textContent").contains("Report of april"))
      #expect(try page.isTrue("document.querySelector('#panel .article a') === null"))
    }

    @Test(arguments: ["the front", "nandu", "CLF", "liberation"])
    func searchFindsAnActorByAnyName(_ name: String) throws {
      let page = try open()
      defer { page.close() }
      try page.press("/")
      try page.type(name)
      try page.press("Enter")
      #expect(try page.text("document.getElementById('panel-title').textContent") == "Cor Liberation Front")
      #expect(
        try page.isTrue(
          "document.querySelector('.node.selected').getAttribute('aria-label') === 'Cor Liberation Front'"))
    }

    @Test func filtersHideLinesAndActors() throws {
      let page = try open()
      defer { page.close() }
      try page.click("[data-filter='backs']")
      #expect(
        try page.text("document.getElementById('count').textContent") == "1 of 3 relations between 2 actors")
      #expect(try page.number("document.querySelectorAll('.edge.hidden').length") == 2)
      #expect(
        try page.isTrue("getComputedStyle(document.querySelector('.edge.hidden')).visibility === 'hidden'"))
      #expect(
        try page.isTrue("document.querySelector('.node[aria-label=Arland]').classList.contains('hidden')"))
      try page.click("#reset")
      #expect(try page.text("document.getElementById('count').textContent") == "3 relations between 4 actors")
      try page.click("[data-filter='The Gazette']")
      #expect(
        try page.text("document.getElementById('count').textContent") == "2 of 3 relations between 3 actors")
    }

    @Test func timeFoldsAnew() throws {
      let page = try open()
      defer { page.close() }
      let line = "document.querySelector(\".edge[aria-label='Cor Liberation Front is fighting Fen']\")"
      #expect(try page.isTrue("\(line).classList.contains('s-ended')"))
      try page.evaluate(
        "(() => { const s = document.getElementById('until'); s.value = 0; s.dispatchEvent(new Event('input')); })()"
      )
      #expect(try page.isTrue("\(line).classList.contains('s-asserted')"))
      #expect(
        try page.text("document.getElementById('count').textContent") == "2 of 3 relations between 3 actors")
    }

    @Test func focusLeavesTheNeighbourhood() throws {
      let page = try open()
      defer { page.close() }
      try page.click(".node[aria-label='Fen']")
      try page.click("#focus")
      #expect(
        try page.text("document.getElementById('count').textContent") == "1 of 3 relations between 2 actors")
      #expect(try page.text("document.getElementById('focus-note').textContent") == "around Fen")
      try page.click("#focus")
      #expect(try page.text("document.getElementById('count').textContent") == "3 relations between 4 actors")
    }

    @Test func aDifferenceShowsWhatChanged() throws {
      let page = try open(Page(from: PageSamples.before, to: PageSamples.after, texts: PageSamples.texts))
      defer { page.close() }
      #expect(try page.complaints() == [])
      #expect(try page.number("document.querySelectorAll('.edge.c-added').length") == 1)
      #expect(try page.number("document.querySelectorAll('.edge.c-gone').length") == 1)
      #expect(try page.number("document.querySelectorAll('.edge.c-changed').length") == 1)
      try page.click(".edge.c-changed")
      let panel = try page.text("document.getElementById('panel').innerText")
      #expect(panel.contains("changed: asserted → ended"))
      #expect(
        try page.text("document.querySelector('.evidence.lost mark').textContent")
          == "Fen shelled the Front on Monday.")
      #expect(
        try page.text("document.querySelector('.evidence.gained mark').textContent")
          == "Fen and the Front ended their war.")
      try page.photograph("diff")
      try page.click("[data-filter='gone']")
      #expect(try page.isTrue("document.querySelector('.edge.c-gone').classList.contains('hidden')"))
    }

    @Test func itIsDarkForThoseWhoWishSo() throws {
      let page = try open(dark: true)
      defer { page.close() }
      let paper = "getComputedStyle(document.body).backgroundColor"
      #expect(try page.text(paper) == "rgb(22, 24, 27)")
      try page.click(".edge[aria-label='Arland backs Cor Liberation Front']")
      try page.photograph("dark")
      try page.click("#theme")
      #expect(try page.text(paper) == "rgb(255, 255, 255)")
    }

    @Test func tablesTellTheSameAndSort() throws {
      let page = try open()
      defer { page.close() }
      try page.click("#show-relations")
      #expect(try page.number("document.querySelectorAll('#view-relations tbody tr').length") == 3)
      #expect(try page.text("document.querySelector('#view-relations tbody th').innerText") == "Arland")
      try page.click("#view-relations thead th button")
      #expect(
        try page.text("document.querySelector('#view-relations thead th').getAttribute('aria-sort')")
          == "descending")
      #expect(try page.text("document.querySelector('#view-relations tbody th').innerText") == "Éstria")
      try page.photograph("table")
      try page.click("#show-actors")
      #expect(
        try page.text("document.querySelector('#view-actors tbody').innerText").contains("Frente Ñandú"))
      try page.click("#show-articles")
      #expect(try page.number("document.querySelectorAll('#view-articles tbody a').length") == 1)
    }

    @Test func paperHasTheLegendAndAllQuotes() throws {
      let page = try open()
      defer { page.close() }
      try page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
      try page.send("Emulation.setEmulatedMedia", ["media": "print"])
      let paper = try page.text("document.body.innerText")
      for quote in [
        "Fen and the Front ended their war.", "Arland pays the Front.", "Fen shelled the Front on Monday.",
      ] {
        #expect(paper.contains(quote), "paper lacks “\(quote)”")
      }
      #expect(!paper.contains("Show everything"))
      #expect(paper.contains("allied with") == false && paper.contains("fighting"))
      try page.photograph("print")
    }
  }
}
