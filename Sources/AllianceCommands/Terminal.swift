import Glibc

/// Where a command reads and writes: the standard streams of the process, or those of a test.
public struct Terminal {
  /// Writes data.
  var write: ([UInt8]) throws -> Void
  /// Says something about the work, on a line of its own.
  var say: (String) -> Void
  /// Reads all of the standard input.
  var readInput: () throws -> [UInt8]
  /// Whether a person reads what is written, on a screen that shows colours.
  var showsColors: Bool
  /// This program, to be run again for a part of the work; nil where all is done in this process.
  var program: String?

  public init(
    write: @escaping ([UInt8]) throws -> Void, say: @escaping (String) -> Void,
    readInput: @escaping () throws -> [UInt8], showsColors: Bool = false, program: String? = nil
  ) {
    self.program = program
    self.showsColors = showsColors
    self.write = write
    self.say = say
    self.readInput = readInput
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// The streams of this process.
  public static var standard: Terminal {
    Terminal(
      write: { try FileDescriptor(1).write($0, path: "standard output") },
      // Nobody is left to be told that standard error is closed.
      say: { try? FileDescriptor(2).write(Array("\($0)\n".utf8), path: "standard error") },
      readInput: { try FileDescriptor(0).readToEnd(path: "standard input") },
      showsColors: isatty(1) == 1 && getenv("NO_COLOR") == nil,
      program: ownProgram)
  }

  /// The file of this program.
  private static var ownProgram: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
