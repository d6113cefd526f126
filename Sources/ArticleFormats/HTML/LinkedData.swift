import JSONReading

/// What JSON-LD (schema.org) on a page says of its article.
struct LinkedData {
  var title: String?
  var date: String?
  var publisher: String?
  var url: String?
  var body: String?

  /// The first thing in the scripts of a page that is an article and has a headline. What is no valid JSON is passed
  /// over: pages that spoil it still have their text.
  init?(_ scripts: [[UInt8]]) {
    for script in scripts {
      // Line breaks inside strings are common and meant as spaces.
      let bytes = script.map { $0 < 0x20 ? 0x20 : $0 }
      guard let value = try? JSONParser.parse(bytes) else { continue }
      var waiting = [value]
      var visited = 0
      while let next = waiting.popLast(), visited < 10_000 {
        visited += 1
        switch next.content {
        case .array(let elements): waiting += elements.reversed()
        case .object(let members):
          if Self.isArticle(members), let title = Self.text(members["headline"] ?? members["name"]) {
            self.title = decoded(title)
            date = Self.text(members["datePublished"] ?? members["dateCreated"] ?? members["dateModified"])
            publisher = Self.name(members["publisher"] ?? members["sourceOrganization"]).map(decoded)
            url = Self.text(members["url"]) ?? Self.text(members["mainEntityOfPage"])
            body = Self.text(members["articleBody"]).map { $0.contains("<") ? $0 : decoded($0) }
            return
          }
          // In the order of their keys: dictionaries have none of their own.
          for key in ["mainEntity", "hasPart", "@graph"] {
            if let part = members[key] { waiting.append(part) }
          }
        default: break
        }
      }
    }
    return nil
  }

  private static func isArticle(_ members: [String: JSONValue]) -> Bool {
    let types: [String]
    switch members["@type"]?.content {
    case .string(let type): types = [type]
    case .array(let elements): types = elements.compactMap(text)
    default: return false
    }
    return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard case .string(let text) = value?.content else { return nil }
    return text
  }

  /// A name, or that of an object or the first of several.
  private static func name(_ value: JSONValue?) -> String? {
    switch value?.content {
    case .string(let name): name
    case .object(let members): text(members["name"])
    case .array(let elements): name(elements.first)
    default: nil
    }
  }

  /// Scripts are no markup, yet many pages write `&amp;` in them.
  private func decoded(_ text: String) -> String {
    text.contains("&") ? MarkupText.plain(text) : text
  }
}
