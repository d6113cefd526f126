/// Bytes that are only ever added to. A class, so that adding one costs a store and no check of who else holds it.
final class ByteBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// A copy of all of them. Linear.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// All of them as UTF-8. Linear.
  var text: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

  func append(_ other: ByteBuffer) { append(UnsafeBufferPointer(start: other.base, count: other.count)) }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if capacity - count < bytes.count { grow(bytes.count) }
    if let start = bytes.baseAddress { (base + count).update(from: start, count: bytes.count) }
    count += bytes.count
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Makes room for so many more, and as many again as there are.
  private func grow(_ needed: Int) {
    let larger = max(2 * capacity, count + needed)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (new, larger)
  }
}
