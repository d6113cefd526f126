import Testing

@testable import Linguistics
@testable import LinguisticsTraining

@Suite struct RecurrentUnitTests {
  /// What a processor can do changes the time, not the result.
  @Test func everyKernelGivesTheSameBits() {
    let (count, size) = (7, 24)
    func outputs(_ kernel: RecurrentUnit.Kernel?) -> [UInt32] {
      var random = RandomNumbers(seed: 5)
      func buffer(_ count: Int, _ bound: Float) -> FloatBuffer {
        let buffer = FloatBuffer(count: count)
        for i in 0..<count { buffer[i] = (random.unit() * 2 - 1) * bound }
        return buffer
      }
      let gates = buffer(count * 6 * size, 90)
      let inputs = buffer(count * 2 * size, 2)
      let peephole = buffer(4 * size, 1)
      let bias = buffer(4 * size, 1)
      let states = FloatBuffer(count: count * 2 * size)
      let outputs = FloatBuffer(count: count * 2 * size)
      withExtendedLifetime([peephole, bias]) {
        RecurrentUnit.run(
          count: count, size: size, gates: gates.base, inputs: inputs.base, peephole: peephole.base,
          bias: bias.base, states: states.base, outputs: outputs.base, kernel: kernel)
      }
      return [gates, states, outputs].flatMap { buffer in (0..<buffer.count).map { buffer[$0].bitPattern } }
    }
    #expect(outputs(RecurrentUnit.fastestKernel) == outputs(nil))
  }
}
