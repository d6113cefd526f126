import Glibc
import Testing

@testable import AllianceCommands

@Suite struct ChildProcessTests {
  /// As the program itself does.
  init() { signal(SIGPIPE, SIG_IGN) }

  @Test func largeInputsAndOutputsPass() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let child = try ChildProcess("/bin/cat", [])
    #expect(try child.output(from: bytes, within: .seconds(60)) == .ended(0, bytes))
  }

  @Test func theExitStatusIsToldAndInputThatIsNotReadIsNoError() throws {
    let child = try ChildProcess("/bin/sh", ["-c", "exit 3"])
    #expect(
      try child.output(from: Array(repeating: 0, count: 300_000), within: .seconds(60)) == .ended(3, []))
  }

  @Test func whoTakesTooLongIsEnded() throws {
    let start = ContinuousClock.now
    let child = try ChildProcess("/bin/sleep", ["600"])
    #expect(try child.output(from: [], within: .milliseconds(200)) == .outOfTime)
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test func aProgramThatIsNotThereIsAnError() {
    #expect(throws: FileFault.self) { _ = try ChildProcess("/no/such/program", []) }
  }
}
