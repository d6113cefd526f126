/// A paragraph, heading or list item of a page as it is seen.
struct TextBlock {
  enum Kind { case paragraph, heading, item }

  var text: String
  var kind: Kind
  /// 1 to 6 for headings.
  var level = 0
  var words: Int
  /// How many of the words are links.
  var linkedWords: Int
  /// The index of the innermost element that makes the block.
  var element: Int
  /// The article's text rather than furniture, by the block and its neighbours.
  var isContent = false

  var linkDensity: Double { words == 0 ? 1 : Double(linkedWords) / Double(words) }
}

/// A block-level element of a page.
struct PageElement {
  var name: String
  /// Its classes and id, and the words they are made of.
  var labels: Labels
  var role: String
  var property: String
  var parent: Int
  /// The blocks inside.
  var blocks: Range<Int>
}

/// A page as its block-level elements, in the order of the document, and the blocks of text in them; and what it says
/// of itself.
struct PageOutline {
  private(set) var elements: [PageElement] = []
  private(set) var blocks: [TextBlock] = []
  /// The contents of `<meta>` by name or property, the first of each.
  private(set) var properties: [String: String] = [:]
  private(set) var title = ""
  private(set) var canonicalURL: String?
  /// The machine-readable times in the page, in order.
  private(set) var times: [String] = []

  private var open: [Int] = []
  private var text = TextAccumulator()
  private var linkDepth = 0
  private var headingLevel = 0
  private var breaks = 0

  /// Linear in the size of the page.
  init(_ root: MarkupNode) {
    root.walk(
      enter: { node in enter(node) },
      leave: { node in leave(node) })
    flush()
  }

  /// What holds no text of an article, or another one than the text around it.
  private static let left: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "frame", "object", "embed", "applet",
    "canvas",
    "video", "audio", "map", "button", "select", "textarea", "input", "option", "datalist", "dialog",
    "figure",
    "figcaption", "picture", "img", "pre",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var",
    "wbr",
  ]

  private mutating func enter(_ node: MarkupNode) -> Bool {
    if node.isText {
      breaks = 0
      node.withText { text.append($0, isLinked: linkDepth > 0) }
      return false
    }
    guard node.isElement else { return false }
    let name = node.name
    switch name {
    case "head":
      readHead(node)
      return false
    case "meta":
      readProperty(node)
      return false
    case "br", "hr":
      breaks += 1
      if breaks > 1 || name == "hr" { flush() } else { text.space() }
      return false
    case _ where Self.left.contains(name) || isHidden(node): return false
    case "a": linkDepth += 1
    case "time": if let time = node.attribute("datetime") { times.append(time) }
    default: break
    }
    if Self.inline.contains(name) {
      if breaks > 0, name != "br" { breaks = 0 }
      return true
    }
    flush()
    elements.append(
      PageElement(
        name: name, labels: Labels(node), role: node.attribute("role")?.lowercased() ?? "",
        property: node.attribute("itemprop")?.lowercased() ?? "", parent: open.last ?? -1,
        blocks: blocks.count..<blocks.count))
    open.append(elements.count - 1)
    if let level = Self.headingLevel(name) { headingLevel = level }
    return true
  }

  private mutating func leave(_ node: MarkupNode) {
    let name = node.name
    if name == "a" { linkDepth -= 1 }
    guard !Self.inline.contains(name), let element = open.last else { return }
    flush()
    if Self.headingLevel(name) != nil { headingLevel = 0 }
    elements[element].blocks = elements[element].blocks.lowerBound..<blocks.count
    open.removeLast()
  }

  /// Ends the block that has been gathered, if there is any text in it.
  private mutating func flush() {
    breaks = 0
    guard let gathered = text.take() else { return }
    let isItem = open.last.map { ["li", "dd", "dt"].contains(elements[$0].name) } ?? false
    blocks.append(
      TextBlock(
        text: gathered.text, kind: headingLevel > 0 ? .heading : isItem ? .item : .paragraph,
        level: headingLevel,
        words: gathered.words, linkedWords: gathered.linkedWords, element: open.last ?? -1))
  }

  private static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue else {
      return nil
    }
    return (1...6).contains(level) ? level : nil
  }

  private func isHidden(_ node: MarkupNode) -> Bool {
    if node.attribute("hidden") != nil || node.attribute("aria-hidden")?.lowercased() == "true" {
      return true
    }
    guard let style = node.attribute("style") else { return false }
    let rules = style.lowercased().filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }

  private mutating func readHead(_ head: MarkupNode) {
    head.walk(enter: { node in
      guard node.isElement else { return false }
      switch node.name {
      case "head": return true
      case "meta": readProperty(node)
      case "title": if title.isEmpty { title = collapsed(node.text) }
      case "link":
        if node.attribute("rel")?.lowercased() == "canonical" { canonicalURL = node.attribute("href") }
      default: break
      }
      return false
    })
  }

  private mutating func readProperty(_ meta: MarkupNode) {
    guard let content = given(meta.attribute("content")) else { return }
    for key in [meta.attribute("property"), meta.attribute("name"), meta.attribute("itemprop")] {
      guard let key = given(key)?.lowercased(), properties[key] == nil else { continue }
      properties[key] = content
    }
  }
}
