import Documents
import JSONReading

/// Articles written in JSON: one object a line (JSON Lines), or one value.
enum JSONArticles {
  /// Of JSON that is no graph: one value, or a value a line; nil where neither holds articles.
  static func format(of text: ArraySlice<UInt8>) -> ArticleFormat? {
    let line = text.prefix { $0 != UInt8(ascii: "\n") }
    if let value = try? JSONParser.parse(Array(line)), JSONArticle.isArticle(value) { return .jsonLines }
    // Cheaper than parsing what is a graph nearly always.
    let head = String(decoding: text.prefix(2000), as: UTF8.self)
    if head.contains("\"alliance-graph\"") { return nil }
    guard let value = try? JSONParser.parse(Array(text)) else { return nil }
    switch value.content {
    case .array: return .json
    case .object: return JSONArticle.isArticle(value) ? .json : nil
    default: return nil
    }
  }

  /// An article a line; blank lines are passed over. A line that cannot be used is named by its number.
  static func lines(_ bytes: [UInt8], id: String) -> ([Article], [ArticleFault]) {
    var articles: [Article] = []
    var faults: [ArticleFault] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where !line.allSatisfy(isBlank) {
      do throws(JSONFault) {
        let record = try JSONArticle(JSONParser.parse(Array(line)))
        articles.append(record.draft.article(id: record.id ?? "\(id)-\(index + 1)"))
        faults += record.remarks.map { ArticleFault(.line(index + 1), $0) }
      } catch {
        faults.append(ArticleFault(.line(index + 1), error.message))
      }
    }
    return (articles, faults)
  }

  /// An article, or an array of them.
  static func value(_ bytes: [UInt8], id: String) throws(ArticleFault) -> ([Article], [ArticleFault]) {
    let whole: JSONValue
    do throws(JSONFault) { whole = try JSONParser.parse(bytes) } catch {
      throw ArticleFault(.line(line(of: error.offset, in: bytes)), error.message)
    }
    var values = [whole]
    if case .array(let elements) = whole.content { values = elements }
    var articles: [Article] = []
    var faults: [ArticleFault] = []
    for (index, value) in values.enumerated() {
      do throws(JSONFault) {
        let record = try JSONArticle(value)
        articles.append(record.draft.article(id: record.id ?? (values.count > 1 ? "\(id)-\(index + 1)" : id)))
        faults += record.remarks.map { ArticleFault(.entry(index + 1), $0) }
      } catch {
        faults.append(ArticleFault(.entry(index + 1), error.message))
      }
    }
    return (articles, faults)
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }
}

/// An article as one JSON object.
///
/// Keys are compared without case, hyphens and underscores: `published_at` is `publishedAt`.
private struct JSONArticle {
  private(set) var id: String?
  private(set) var draft = ArticleDraft()
  /// What was passed over.
  private(set) var remarks: [String] = []

  private static let idKeys = ["id", "uid", "guid", "uuid"]
  private static let titleKeys = ["title", "headline", "name"]
  private static let textKeys = [
    "text", "body", "content", "fulltext", "articlebody", "articletext", "maintext", "article",
  ]
  private static let dateKeys = [
    "date", "published", "publishedat", "datepublished", "publishdate", "publisheddate", "publicationdate",
    "datepublish",
    "pubdate", "timestamp", "createdat",
  ]
  private static let publisherKeys = [
    "publisher", "source", "outlet", "site", "sitename", "sourcename", "newspaper",
  ]
  private static let urlKeys = ["url", "link", "weburl", "canonicalurl"]

  /// Whether a value looks like an article rather than a graph or something else.
  static func isArticle(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value.content, members["format"] == nil else { return false }
    let keys = Set(members.keys.map(plain))
    return (textKeys + ["headline", "title"]).contains(where: keys.contains)
  }

  init(_ value: JSONValue) throws(JSONFault) {
    guard case .object(let members) = value.content else {
      throw JSONFault(
        offset: value.offset, message: "expected an article as an object, found \(value.content.description)")
    }
    var fields: [String: JSONValue] = [:]
    // Of keys that differ in case alone the first in order counts.
    for key in members.keys.sorted() {
      if case .null = members[key]!.content { continue }
      fields[Self.plain(key)] = fields[Self.plain(key)] ?? members[key]
    }
    func first(_ keys: [String]) -> JSONValue? { keys.lazy.compactMap { fields[$0] }.first }

    draft.title = MarkupText.plain(Self.text(first(Self.titleKeys)) ?? "")
    draft.paragraphs = Self.textKeys.lazy.map { Self.paragraphs(fields[$0]) }.first { !$0.isEmpty } ?? []
    if draft.paragraphs.isEmpty, draft.title.isEmpty {
      throw JSONFault(offset: value.offset, message: #"no text; expected "text" and "title""#)
    }
    draft.publisher = Self.publisherKeys.lazy.compactMap { given(Self.text(fields[$0])) }.first
    draft.url = Self.urlKeys.lazy.compactMap { webAddress(Self.text(fields[$0])) }.first
    id = first(Self.idKeys).flatMap(Self.text).flatMap { SafeID.safe($0) }
    if let date = first(Self.dateKeys) { readDate(date) }
  }

  private mutating func readDate(_ value: JSONValue) {
    switch value.content {
    case .string(let text):
      draft.date = PublicationDate.day(text)
      if draft.date == nil, let text = given(text) {
        remarks.append("'\(text.prefix(40))' is not a date and left out; write it as YYYY-MM-DD")
      }
    case .number(let number):
      // 2024 and 20240903 are dates as people write them, anything else is a moment.
      let digits = Int(exactly: number).map(String.init) ?? ""
      let isWritten = [4, 8].contains(digits.count)
      draft.date = isWritten ? PublicationDate.day(digits) : PublicationDate.day(epoch: number)
    default: remarks.append("a date as \(value.content.description), left out; write it as YYYY-MM-DD")
    }
  }

  private static func plain(_ key: String) -> String { key.lowercased().filter { $0 != "_" && $0 != "-" } }

  /// A string, a whole number, or the name of an object.
  private static func text(_ value: JSONValue?) -> String? {
    switch value?.content {
    case .string(let text): text
    case .number(let number): Int(exactly: number).map(String.init)
    case .object(let members): text(members["name"] ?? members["title"])
    default: nil
    }
  }

  /// A text or a list of paragraphs.
  private static func paragraphs(_ value: JSONValue?) -> [String] {
    switch value?.content {
    case .string(let text): MarkupText.paragraphs(text)
    case .array(let elements): elements.flatMap { paragraphs($0) }
    default: []
    }
  }
}
