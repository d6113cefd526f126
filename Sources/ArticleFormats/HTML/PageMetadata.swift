/// What a page says of its article apart from the text: JSON-LD first, then OpenGraph and other `<meta>`, then what
/// readers see.
struct PageMetadata {
  var title: String
  var date: String?
  var publisher: String?
  var url: String?
  /// The text, where JSON-LD has it.
  var body: String?

  init(_ outline: PageOutline, _ linked: LinkedData?) {
    let properties = outline.properties
    func property(_ keys: String...) -> String? { keys.lazy.compactMap { properties[$0] }.first }
    let headings = outline.blocks.filter { $0.kind == .heading && $0.level == 1 }.map(\.text)

    publisher =
      given(linked?.publisher)
      ?? property(
        "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title",
        "application-name")
    if publisher.map({ webAddress($0) != nil }) == true { publisher = nil }
    let shown = given(linked?.title) ?? property("og:title", "dc.title", "twitter:title", "title")
    let announced = shown ?? given(outline.title)
    let site = publisher
    title =
      announced.map { Self.withoutSite($0, publisher: site, heading: headings.first) } ?? headings.first ?? ""
    date =
      PublicationDate.day(linked?.date)
      ?? [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time",
        "datepublished",
        "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate",
        "publish-date",
        "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
        "date",
        "last-modified",
      ].lazy.compactMap { PublicationDate.day(properties[$0]) }.first
      ?? outline.times.lazy.compactMap { PublicationDate.day($0) }.first
    url = webAddress(outline.canonicalURL) ?? webAddress(property("og:url")) ?? webAddress(linked?.url)
    body = linked?.body
  }

  /// "Rebels take town | Coastal Wire" without the name of the site.
  ///
  /// What follows a bar or dash is the site where it is the publisher or the page's heading lacks it, and after the
  /// last bar anyway.
  private static func withoutSite(_ title: String, publisher: String?, heading: String?) -> String {
    let site = publisher.map(comparable) ?? ""
    for separator in [" | ", " - ", " – ", " — ", " :: ", " « ", " · "] {
      guard let range = title.ranges(of: separator).last else { continue }
      let (head, tail) = (String(title[..<range.lowerBound]), comparable(String(title[range.upperBound...])))
      let isSite = !site.isEmpty && (tail.hasPrefix(site) || site.hasPrefix(tail) && tail.utf8.count > 2)
      let isHeading = heading.map { comparable($0) == comparable(head) } ?? false
      if isSite || isHeading || separator == " | " && head.utf8.count > tail.utf8.count {
        return isSite || isHeading ? withoutSite(head, publisher: publisher, heading: heading) : head
      }
    }
    return title
  }
}
