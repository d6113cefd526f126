/// What the command tells the shell.
public enum ExitStatus: Int32, Sendable {
  /// Done; of a query: found; of a difference: equal.
  case done = 0
  /// Nothing found, or the graphs differ.
  case nothing = 1
  /// Something was wrong with an input or output; what could be done was done.
  case failed = 2
  /// The command line was not understood.
  case usage = 64
}
