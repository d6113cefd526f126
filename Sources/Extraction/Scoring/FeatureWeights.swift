/// The weights by feature: an open hash table, since the keys are hashes already.
struct FeatureWeights: Sendable {
  private var keys: [UInt32]
  private var values: [Float]
  private let mask: Int
  /// The weight of the feature 0, which marks free places.
  private var zero: Float = 0

  init(_ weights: [UInt32: Float]) {
    var size = 16
    while size < weights.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: size)
    values = [Float](repeating: 0, count: size)
    for (key, weight) in weights.sorted(by: { $0.key < $1.key }) {
      guard key != 0 else {
        zero = weight
        continue
      }
      var place = Int(key) & mask
      while keys[place] != 0 { place = (place + 1) & mask }
      keys[place] = key
      values[place] = weight
    }
  }

  /// 0 for features that are not known.
  subscript(key: UInt32) -> Float {
    guard key != 0 else { return zero }
    var place = Int(key) & mask
    while true {
      let found = keys[place]
      if found == key { return values[place] }
      if found == 0 { return 0 }
      place = (place + 1) & mask
    }
  }

  /// All features with their weights, in ascending order.
  var entries: [(key: UInt32, weight: Float)] {
    var result = keys.indices.filter { keys[$0] != 0 }.map { (key: keys[$0], weight: values[$0]) }
    if zero != 0 { result.append((0, zero)) }
    return result.sorted { $0.key < $1.key }
  }
}
