import Dispatch
import NIOCore
import NIOHTTP1

/// Takes the requests of one connection, one after the other, and answers them; ends what is too slow or too large.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum State {
    /// Waits for the head of a request.
    case resting
    case reading(ServerRequest, isHead: Bool, keepAlive: Bool)
    case answering
    /// Has said its last; whatever comes is passed over.
    case finished
  }

  private let check: RequestCheck
  private let answer: @Sendable (ServerRequest) -> ServerResponse
  private var state = State.resting
  private var deadline: Scheduled<Void>?
  /// What came before the answer to what was asked earlier had gone; no more is read meanwhile.
  private var waiting: [HTTPServerRequestPart] = []

  init(check: RequestCheck, answer: @escaping @Sendable (ServerRequest) -> ServerResponse) {
    self.check = check
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) {
    expect(within: check.limits.headSeconds, context) {
      Problem(408, "Request Timeout", "the request did not come in time")
    }
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    state = .finished
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .answering = state {
      waiting.append(unwrapInboundIn(data))
    } else {
      take(unwrapInboundIn(data), context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent {
      // Who has nothing more to say may still wait for an answer.
      if case .answering = state { return }
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head): begin(head, context)
    case .body(let buffer):
      guard case .reading(var request, let isHead, let keepAlive) = state else { return }
      request.body += Array(buffer.readableBytesView)
      state = .reading(request, isHead: isHead, keepAlive: keepAlive)
      if request.body.count > check.limits.body { refuse(check.tooLarge, context) }
    case .end:
      guard case .reading(let request, let isHead, let keepAlive) = state else { return }
      state = .answering
      context.channel.setOption(.autoRead, value: false).assumeIsolated().whenComplete { _ in }
      work(on: request, isHead: isHead, keepAlive: keepAlive, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? HTTPParserError, error == .headerOverflow {
      refuse(Problem(431, "Request Header Fields Too Large", "the head of the request is too large"), context)
    } else if error is HTTPParserError {
      refuse(Problem(400, "Bad Request", "this is not HTTP as it should be"), context)
    } else {
      deadline?.cancel()
      state = .finished
      context.close(promise: nil)
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard case .resting = state else { return }
    deadline?.cancel()
    do throws(Problem) {
      let request = try check.request(
        RequestCheck.Head(method: head.method.rawValue, target: head.uri) { head.headers[$0] })
      state = .reading(request, isHead: head.method == .HEAD, keepAlive: head.isKeepAlive)
      expect(within: check.limits.bodySeconds, context) {
        Problem(408, "Request Timeout", "the body of the request did not come in time")
      }
      if head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) {
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      }
    } catch {
      refuse(error, context)
    }
  }

  private func work(
    on request: ServerRequest, isHead: Bool, keepAlive: Bool, _ context: ChannelHandlerContext
  ) {
    expect(within: check.limits.answerSeconds, context) {
      Problem(503, "Service Unavailable", "the answer takes too long; ask for less")
    }
    let promise = context.eventLoop.makePromise(of: ServerResponse.self)
    let answer = answer
    // Not on the threads of Swift's tasks, which others may need to get on.
    DispatchQueue.global(qos: .userInitiated).async { promise.succeed(answer(request)) }
    promise.futureResult.assumeIsolated().whenSuccess { response in
      guard case .answering = self.state, context.channel.isActive else { return }
      self.send(response, isHead: isHead, keepAlive: keepAlive, context)
    }
  }

  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    if case .finished = state { return }
    send(problem.response, isHead: false, keepAlive: false, context)
  }

  private func send(
    _ response: ServerResponse, isHead: Bool, keepAlive: Bool, _ context: ChannelHandlerContext
  ) {
    deadline?.cancel()
    state = keepAlive ? .answering : .finished
    var headers = HTTPHeaders([
      ("Content-Type", response.contentType), ("Content-Length", String(response.body.count)),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ])
    for (name, value) in response.headers { headers.replaceOrAdd(name: name, value: value) }
    if !keepAlive { headers.add(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !isHead {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
    }
    // Who does not take the answer is not waited for, nor who leaves the connection open for nothing.
    let loop = context.eventLoop.assumeIsolated()
    deadline = loop.scheduleTask(in: Self.time(check.limits.idleSeconds)) { context.close(promise: nil) }
    let written = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    written.futureResult.assumeIsolated().whenComplete { result in
      guard case .success = result, keepAlive else { return self.finish(context) }
      self.goOn(context)
    }
  }

  /// Takes what has come meanwhile, and what comes from now on.
  private func goOn(_ context: ChannelHandlerContext) {
    state = .resting
    let parts = waiting
    waiting = []
    for part in parts {
      if case .answering = state { waiting.append(part) } else { take(part, context) }
    }
    if case .answering = state { return }
    context.channel.setOption(.autoRead, value: true).assumeIsolated().whenComplete { _ in }
  }

  /// Ends a connection so that its last answer arrives: what is still being sent is read for a moment, since closing
  /// upon unread bytes would take the answer away from the client.
  private func finish(_ context: ChannelHandlerContext) {
    context.close(mode: .output, promise: nil)
    context.channel.setOption(.autoRead, value: true).assumeIsolated().whenComplete { _ in }
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
      context.close(promise: nil)
    }
  }

  private func expect(
    within seconds: Double, _ context: ChannelHandlerContext, otherwise problem: @escaping () -> Problem
  ) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: Self.time(seconds)) {
      self.refuse(problem(), context)
    }
  }

  private static func time(_ seconds: Double) -> TimeAmount { .milliseconds(Int64(seconds * 1_000)) }
}
