import AllianceGraphs
import ArticleFormats
import Dispatch
import Documents
import GraphExport
import JSONReading
import Linguistics
import LoopbackServer
import PageRendering

extension PageAPI {
  /// Takes articles to read: `text`, and as known `name` (of the file it comes from), `id`, `title`, `date`, `publisher`
  /// and `url`. The format follows from the name, as with files.
  func read(_ request: ServerRequest) throws -> ServerResponse {
    let body = try object(request)
    func string(_ key: String) throws -> String? {
      guard let value = body[key] else { return nil }
      switch value.content {
      case .null: return nil
      case .string(let string): return string.isEmpty ? nil : string
      default: throw Problem(422, "Unprocessable Content", "\"\(key)\" must be a string")
      }
    }
    guard let text = try string("text"), !text.allSatisfy(\.isWhitespace) else {
      throw Problem(422, "Unprocessable Content", "\"text\" is missing or empty; send the article there")
    }
    let date = try string("date")
    if let date, !ArticleOptions.isDate(date) {
      throw Problem(
        422, "Unprocessable Content", "'\(date)' is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY")
    }
    let name = try string("name") ?? "pasted.txt"
    var articles: [Article]
    var faults: [String] = []
    do {
      guard
        case .articles(let format) = try TextContent.classify(Array(text.utf8), path: Files.name(of: name))
      else {
        throw Problem(422, "Unprocessable Content", "a graph, not articles; give it to serve when it starts")
      }
      let base = Files.name(of: name)
      let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
      let file = try ArticleFile(
        Array(text.utf8), format: format, id: try string("id") ?? (stem.isEmpty ? "pasted" : stem))
      articles = file.articles
      faults = file.faults.map { FileFault($0, in: base).description }
    } catch let fault as FileFault {
      throw Problem(422, "Unprocessable Content", fault.description)
    } catch let fault as ArticleFault {
      throw Problem(422, "Unprocessable Content", FileFault(fault, in: Files.name(of: name)).description)
    }
    for index in articles.indices {
      articles[index].date = date ?? articles[index].date
      articles[index].publisher = try string("publisher") ?? articles[index].publisher
      articles[index].url = try string("url") ?? articles[index].url
      if articles.count == 1 { articles[index].title = try string("title") ?? articles[index].title }
    }
    let foreign = articles.filter { ForeignText($0.text) != nil }
    faults += foreign.map { "'\($0.id)' does not look like English and is left out" }
    articles.removeAll { article in foreign.contains { $0.id == article.id && $0.text == article.text } }
    if articles.isEmpty {
      throw Problem(
        422, "Unprocessable Content", faults.isEmpty ? "no article in it" : faults.joined(separator: "; "))
    }
    guard let reading = service.begin(articles) else {
      throw Problem(503, "Service Unavailable", "other articles are still being read; try again in a moment")
    }
    let service = service
    DispatchQueue.global(qos: .utility).async { service.finish(reading) }
    var response = status(of: reading, faults: faults, code: 202)
    response.headers.append(("Location", "/api/v1/readings/\(reading.id)"))
    return response
  }

  func reading(_ request: ServerRequest) throws -> ServerResponse {
    status(of: try found(request), faults: [])
  }

  private func found(_ request: ServerRequest) throws -> GraphService.Reading {
    guard let reading = Int(request.path[3]).flatMap(service.reading) else {
      throw Problem(404, "Not Found", "no such reading, or not any more")
    }
    return reading
  }

  /// How far reading has come, and once it is done what it adds to the graph.
  private func status(of reading: GraphService.Reading, faults: [String], code: Int = 200) -> ServerResponse {
    var text = JSONText()
    text.object { text in
      text.member("id", reading.id)
      text.member("status", reading.isKept ? "kept" : reading.result == nil ? "reading" : "done")
      text.member("articles", reading.articles.count)
      text.member("done", reading.done)
      text.key("faults")
      text.array(faults) { $0.string($1) }
      guard let result = reading.result else { return }
      let before = service.current.graph
      let after = service.preview(result)
      let diff = GraphDiff(from: before, to: after)
      text.key("added")
      text.array(diff.added) { $0.string(after.sentence($1)) }
      text.key("changed")
      text.array(diff.changed) { $0.string("\(after.sentence($1.after)): \($1.summary)") }
      text.key("confirmed")
      text.array(diff.reworded) { $0.string(after.sentence($1.after)) }
      text.key("actors")
      text.array(diff.newActors) { $0.string($1.name) }
      text.member("text", diff.text(from: before, to: after))
    }
    text.newline()
    return ServerResponse(status: code, contentType: "application/json", body: text.bytes)
  }

  /// What was handed in adds to the graph, as a page.
  func readingPage(_ request: ServerRequest) throws -> ServerResponse {
    let reading = try found(request)
    guard let result = reading.result else { throw Problem(409, "Conflict", "it is still being read") }
    var texts = service.current.texts
    for article in reading.articles { texts[article.id] = article.text }
    let before = service.current.graph
    let after = service.preview(result)
    guard !after.relations.isEmpty else { throw Problem(409, "Conflict", "there is no relation to draw") }
    let page = Page(from: before, to: after, texts: texts, title: "What the articles add")
    return ServerResponse(
      contentType: "text/html; charset=utf-8",
      headers: [("Content-Security-Policy", Page.policyHeader(isLive: false))], body: try page.html())
  }

  func keep(_ request: ServerRequest) throws -> ServerResponse {
    let reading = try found(request)
    guard reading.result != nil else { throw Problem(409, "Conflict", "it is still being read") }
    try service.keep(reading.id)
    return status(of: try found(request), faults: [])
  }
}
