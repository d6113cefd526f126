/// A fixed run of floats on the heap, zeroed, aligned for vector loads, freed with its owner.
///
/// Not synchronised: whoever shares one between threads sees to it that writes do not overlap.
@usableFromInline
package final class FloatBuffer: @unchecked Sendable {
  @usableFromInline package let base: UnsafeMutablePointer<Float>
  package let count: Int

  package init(count: Int) {
    self.count = count
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 16) * 4, alignment: 64)
    base = raw.bindMemory(to: Float.self, capacity: max(count, 16))
    base.initialize(repeating: 0, count: max(count, 16))
  }

  package func clear() {
    base.update(repeating: 0, count: max(count, 16))
  }

  @inlinable package subscript(index: Int) -> Float {
    get { base[index] }
    set { base[index] = newValue }
  }

  deinit {
    UnsafeMutableRawPointer(base).deallocate()
  }
}
