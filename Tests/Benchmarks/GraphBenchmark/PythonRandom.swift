/// Python's `random.Random`, so that this benchmark and that of the peers work on the same graph: the Mersenne Twister
/// MT19937 (Matsumoto and Nishimura 1998) as CPython seeds and uses it.
struct PythonRandom {
  private var state = [UInt32](repeating: 0, count: 624)
  private var position = 624

  init(seed: UInt32) {
    state[0] = 19_650_218
    for i in 1..<624 { state[i] = 1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i) }
    var i = 1
    for _ in 0..<624 {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_664_525)) &+ seed
      i += 1
      if i == 624 { (state[0], i) = (state[623], 1) }
    }
    for _ in 0..<623 {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i += 1
      if i == 624 { (state[0], i) = (state[623], 1) }
    }
    state[0] = 0x8000_0000
  }

  private mutating func next() -> UInt32 {
    if position == 624 {
      for i in 0..<624 {
        let y = (state[i] & 0x8000_0000) | (state[(i + 1) % 624] & 0x7FFF_FFFF)
        state[i] = state[(i + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
      }
      position = 0
    }
    var y = state[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// `random()`: a number from 0 up to 1.
  mutating func unit() -> Double {
    let a = next() >> 5
    let b = next() >> 6
    return (Double(a) * 67_108_864 + Double(b)) / 9_007_199_254_740_992
  }

  /// `randrange(n)`.
  mutating func below(_ n: Int) -> Int {
    let bits = Int.bitWidth - n.leadingZeroBitCount
    while true {
      let number = Int(next() >> UInt32(32 - bits))
      if number < n { return number }
    }
  }

  /// `choices(…, weights)` of one: the index.
  mutating func choice(cumulative: [Double]) -> Int {
    let x = unit() * cumulative.last!
    return min(cumulative.firstIndex { x < $0 } ?? cumulative.count, cumulative.count - 1)
  }

  /// `sample(range(n), k)` for a k that is small beside n.
  mutating func sample(_ n: Int, _ k: Int) -> [Int] {
    var chosen: Set<Int> = []
    var result: [Int] = []
    while result.count < k {
      let number = below(n)
      if chosen.insert(number).inserted { result.append(number) }
    }
    return result
  }
}
