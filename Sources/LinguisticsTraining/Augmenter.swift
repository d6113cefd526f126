import Documents

/// Varies sentences so that the model learns to read news, its headlines, and names it has never seen.
struct Augmenter: Sendable {
  private let pools: [NameKind: [String]]
  private let news = NewsStyle()

  /// Collects the words that stand in the names of `named`.
  init(named: [Example]) {
    var pools: [NameKind: [String]] = [:]
    for example in named {
      for name in example.names ?? [] {
        for i in name.tokens where Self.isReplaceable(example.forms[i]) {
          pools[name.kind, default: []].append(example.forms[i])
        }
      }
    }
    self.pools = pools
  }

  private static func isReplaceable(_ form: String) -> Bool {
    form.count > 2 && form.first!.isUppercase && form.allSatisfy(\.isLetter)
      && form.contains(where: \.isLowercase)
  }

  func vary(_ example: Example, using random: inout RandomNumbers) -> Example {
    guard !example.tokens.isEmpty else { return example }
    var example = news.rewrite(example, using: &random)
    for name in example.names ?? [] where name.kind == .person || name.kind == .location {
      guard random.unit() < 0.25, let pool = pools[name.kind] else { continue }
      for i in name.tokens where Self.isReplaceable(example.forms[i]) && example.tokens[i].tag == "NNP" {
        example.forms[i] = pool[random.below(pool.count)]
      }
    }
    let last = example.forms.count - 1
    let chance = random.unit()
    if chance < 0.08 {
      let isStop = example.forms[last] == "." && !example.tokens.contains { $0.head == last }
      if isStop && last > 0 { example = example.prefix(last) }
    } else if chance < 0.10 {
      example.forms = example.forms.map { $0.lowercased() }
    } else if chance < 0.12 {
      example.forms = example.forms.map { $0.uppercased() }
    } else if chance < 0.15 {
      example.forms = example.forms.map { $0.count > 3 ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }
    }
    return example
  }
}

extension Example {
  fileprivate func prefix(_ count: Int) -> Example {
    Example(
      forms: Array(forms.prefix(count)), tokens: Array(tokens.prefix(count)),
      names: names?.filter { $0.tokens.upperBound <= count })
  }
}
