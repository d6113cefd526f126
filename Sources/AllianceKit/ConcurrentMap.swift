import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Applies a function to every element, up to `jobs` at a time; the results stand in the order of the elements.
  package func concurrentMap<Result: Sendable>(
    jobs: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let workers = Swift.min(jobs, count)
    guard workers > 1 else { return map(transform) }
    let next = Atomic(0)
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = transform(self[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.map { $0! } }
  }
}
