import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small server for pages and programs on this machine alone: bound to 127.0.0.1, it answers to that address, refuses
/// what other sites send, and ends what is slow, large or malformed with problem details.
public final class LoopbackServer: Sendable {
  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup

  /// The port that it listens at.
  public var port: Int { channel.localAddress?.port ?? 0 }

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - port: 0 takes one that is free.
  ///   - answer: called for every request that passes all checks, from any thread.
  /// - Throws: `Failure` where the port cannot be had.
  public init(
    port: Int, limits: ServerLimits = ServerLimits(),
    answer: @escaping @Sendable (ServerRequest) -> ServerResponse
  ) throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let counter = Counter()
    do {
      channel = try ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 64)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.maxMessagesPerRead, value: 4)
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .childChannelInitializer { channel in
          guard counter.enter(limits.connections) else {
            return channel.eventLoop.makeFailedFuture(Failure(description: "too many connections"))
          }
          channel.closeFuture.whenComplete { _ in counter.leave() }
          return channel.eventLoop.makeCompletedFuture(withResultOf: {
            let local = channel.localAddress?.port ?? 0
            let pipeline = channel.pipeline.syncOperations
            var decoding = NIOHTTPDecoderLimitConfiguration()
            decoding.maxHeaderFieldSize = limits.headers
            decoding.maxHeaderListSize = limits.headers
            decoding.maxHeaderFieldCount = 100
            try pipeline.configureHTTPServerPipeline(
              withPipeliningAssistance: false, withErrorHandling: false, withEncoderConfiguration: .init(),
              withDecoderLimitConfiguration: decoding)
            try pipeline.addHandler(
              RequestHandler(check: RequestCheck(port: local, limits: limits), answer: answer))
          })
        }
        .bind(host: "127.0.0.1", port: port).wait()
    } catch {
      try? group.syncShutdownGracefully()
      let reason =
        (error as? IOError).map { String(cString: strerror($0.errnoCode)).lowercased() } ?? "\(error)"
      throw Failure(description: "port \(port): \(reason); choose another with --port")
    }
    self.group = group
  }

  /// Why it cannot listen.
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  /// Returns once it has been stopped.
  public func wait() throws { try channel.closeFuture.wait() }

  public func stop() throws {
    try channel.close().wait()
    try group.syncShutdownGracefully()
  }

  /// How many connections are open.
  private final class Counter: Sendable {
    private let count = Atomic(0)

    func enter(_ limit: Int) -> Bool {
      if count.add(1, ordering: .relaxed).newValue <= limit { return true }
      leave()
      return false
    }

    func leave() { count.subtract(1, ordering: .relaxed) }
  }
}
