import AllianceGraphs
import ArticleFormats
import CPage
import Corrections
import Documents
import GraphExport
import GraphvizRendering
import JSONReading
import LoopbackServer
import PageRendering

/// The interface over HTTP: the page, and what it and programs ask. `graphs/openapi.json` describes it.
struct PageAPI: Sendable {
  let service: GraphService

  /// A kind of request that is answered.
  private struct Route: Sendable {
    var method: String
    /// Parts of the path; one that begins with a colon stands for any.
    var path: [String]
    var answer: @Sendable (PageAPI, ServerRequest) throws -> ServerResponse
  }

  private static let prefix = ["api", "v1"]

  private static let routes: [Route] = [
    Route(method: "GET", path: []) { try $0.page($1) },
    Route(method: "GET", path: prefix + ["openapi.json"]) { api, _ in api.json(api.description) },
    Route(method: "GET", path: prefix + ["graph"]) { api, _ in api.json(api.service.current.graph.json()) },
    Route(method: "GET", path: prefix + ["download", ":format"]) { try $0.download($1) },
    Route(method: "GET", path: prefix + ["ask", ":command"]) { try $0.ask($1) },
    Route(method: "GET", path: prefix + ["corrections"]) { api, _ in api.corrections() },
    Route(method: "POST", path: prefix + ["corrections"]) { try $0.correct($1) },
    Route(method: "DELETE", path: prefix + ["corrections", ":number"]) { try $0.takeBack($1) },
    Route(method: "POST", path: prefix + ["readings"]) { try $0.read($1) },
    Route(method: "GET", path: prefix + ["readings", ":id"]) { try $0.reading($1) },
    Route(method: "GET", path: prefix + ["readings", ":id", "page"]) { try $0.readingPage($1) },
    Route(method: "POST", path: prefix + ["readings", ":id", "keep"]) { try $0.keep($1) },
  ]

  /// The requests that are answered, as the description names them: "get /api/v1/graph".
  static var operations: [String] {
    routes.map { route in
      let path = route.path.map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : $0 }
      return "\(route.method.lowercased()) /\(path.joined(separator: "/"))"
    }
  }

  @Sendable func answer(_ request: ServerRequest) -> ServerResponse {
    let matching = Self.routes.filter { route in
      route.path.count == request.path.count
        && zip(route.path, request.path).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
    guard !matching.isEmpty else {
      return Problem(404, "Not Found", "there is nothing at this path").response
    }
    guard let route = matching.first(where: { $0.method == request.method }) else {
      let allowed = matching.map(\.method).joined(separator: ", ")
      var response = Problem(405, "Method Not Allowed", "this path takes \(allowed)").response
      response.headers.append(("Allow", allowed))
      return response
    }
    do {
      return try route.answer(self, request)
    } catch let problem as Problem {
      return problem.response
    } catch GraphService.Refusal.noStore {
      return Problem(
        409, "Conflict", "no file of corrections: serve was told --no-corrections or standard input"
      ).response
    } catch GraphService.Refusal.noEffect(let correction) {
      return Problem(422, "Unprocessable Content", "nothing in the graph is meant by '\(correction)'")
        .response
    } catch GraphService.Refusal.unknown {
      return Problem(404, "Not Found", "it is not there, or not any more; look again").response
    } catch {
      return Problem(500, "Internal Server Error", "\(error)").response
    }
  }

  private func json(_ bytes: [UInt8], status: Int = 200) -> ServerResponse {
    ServerResponse(status: status, contentType: "application/json", body: bytes)
  }

  private func page(_ request: ServerRequest) throws -> ServerResponse {
    html(try service.page(), isLive: true)
  }

  private func html(_ bytes: [UInt8], isLive: Bool) -> ServerResponse {
    ServerResponse(
      contentType: "text/html; charset=utf-8",
      headers: [("Content-Security-Policy", Page.policyHeader(isLive: isLive))], body: bytes)
  }

  private var description: [UInt8] {
    var length = 0
    let start = alliance_page_description(&length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }

  // MARK: Corrections

  private func corrections() -> ServerResponse {
    let seen = service.current
    var text = JSONText()
    text.object { text in
      text.key("corrections")
      text.array(seen.corrections.indices) { text, index in
        text.object { text in
          text.member("number", index + 1)
          text.member("text", seen.corrections[index].description)
          text.member("note", seen.corrections[index].note)
          text.key("hadEffect")
          text.bare(seen.corrected.hadEffect[index] ? "true" : "false")
        }
      }
    }
    text.newline()
    return json(text.bytes)
  }

  private func correct(_ request: ServerRequest) throws -> ServerResponse {
    let body = try object(request)
    try service.add(try Correction(json: body))
    return corrections()
  }

  private func takeBack(_ request: ServerRequest) throws -> ServerResponse {
    guard let number = Int(request.path[3]) else {
      throw Problem(400, "Bad Request", "the number of a correction is a number")
    }
    _ = try service.removeCorrection(number - 1)
    return corrections()
  }

  /// The JSON object that a request carries.
  func object(_ request: ServerRequest) throws -> [String: JSONValue] {
    guard request.contentType == "application/json" else {
      throw Problem(415, "Unsupported Media Type", "send application/json")
    }
    do throws(JSONFault) {
      guard case .object(let members) = try JSONParser.parse(request.body).content else {
        throw JSONFault(offset: 0, message: "expected an object")
      }
      return members
    } catch {
      throw Problem(400, "Bad Request", "byte \(error.offset): \(error.message)")
    }
  }
}
