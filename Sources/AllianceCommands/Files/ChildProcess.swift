import Glibc

/// A program that is given its input and has so much time for its output.
struct ChildProcess {
  enum Outcome: Equatable {
    /// With its exit status, -1 where a signal ended it.
    case ended(Int32, [UInt8])
    case outOfTime
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let program: String

  /// Starts the program; it shares standard error with this process.
  init(_ program: String, _ arguments: [String]) throws(FileFault) {
    self.program = program
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0 else { throw FileFault(path: program) }
    guard pipe(&fromChild) == 0 else {
      let fault = FileFault(path: program)
      for end in toChild { close(end) }
      throw fault
    }
    // The child has the ends that are meant for it, as 0 and 1, and no others.
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var strings = ([program] + arguments).map { strdup($0) } + [nil]
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, nil, &strings, environ)
    posix_spawn_file_actions_destroy(&actions)
    for string in strings { free(string) }
    close(toChild[0])
    close(fromChild[1])
    (self.process, input, output) = (process, toChild[1], fromChild[0])
    if failure != 0 {
      close(input)
      close(output)
      throw FileFault(path: program, errno: failure)
    }
  }

  /// Writes its input, reads its output to the end and waits for it; ends it when the time is up. To be called once, in a
  /// process that ignores SIGPIPE: the child may end before it has read everything.
  func output(from bytes: [UInt8], within limit: Duration) throws(FileFault) -> Outcome {
    let deadline = ContinuousClock.now + limit
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    var written = 0
    var isInputOpen = true
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    defer {
      if isInputOpen { close(input) }
      close(output)
    }
    while true {
      let rest = deadline - ContinuousClock.now
      let milliseconds = rest / .milliseconds(1)
      if milliseconds <= 0 {
        kill(process, SIGKILL)
        _ = status()
        return .outOfTime
      }
      var ends = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      if isInputOpen { ends.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      if poll(&ends, nfds_t(ends.count), Int32(min(milliseconds, 60_000)) + 1) < 0, errno != EINTR {
        throw FileFault(path: program)
      }
      if isInputOpen, ends[1].revents != 0 {
        let count = bytes[written...].withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
        if count > 0 { written += count }
        // A child that reads no further needs no more.
        let isGone = count < 0 && errno != EAGAIN && errno != EINTR
        if written == bytes.count || isGone {
          close(input)
          isInputOpen = false
        }
      }
      if ends[0].revents != 0 {
        let count = buffer.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
        if count == 0 { return .ended(status(), result) }
        if count > 0 { result += buffer[..<count] }
      }
    }
  }

  private func status() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
