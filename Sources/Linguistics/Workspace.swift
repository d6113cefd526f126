/// The buffers that the batches of one document use one after the other, so that memory is asked for once.
package final class Workspace {
  enum Slot: Int, CaseIterable {
    case input, current, outputs, gates, states, sides, tags, queries, pairs, labels
  }

  private var buffers = [FloatBuffer?](repeating: nil, count: Slot.allCases.count)

  package init() {}

  /// A buffer of at least `count` floats, with whatever its last use left in it.
  func buffer(_ slot: Slot, _ count: Int) -> FloatBuffer {
    if let buffer = buffers[slot.rawValue], buffer.count >= count { return buffer }
    let buffer = FloatBuffer(count: count)
    buffers[slot.rawValue] = buffer
    return buffer
  }
}
