extension ModelShape {
  private static var sizes: [(String, WritableKeyPath<ModelShape, Int>)] {
    [
      ("vector", \.vector), ("flags", \.flags), ("word", \.word), ("affix", \.affix), ("hidden", \.hidden),
      ("layers", \.layers), ("arc", \.arc), ("sum", \.sum), ("product", \.product), ("words", \.words),
      ("affixes", \.affixes), ("relations", \.relations),
    ]
  }

  /// The sizes as text, one a line.
  package var lines: [String] {
    Self.sizes.map { "\($0.0) \(self[keyPath: $0.1])" }
      + TagKind.allCases.map { "classes.\($0.rawValue) \(classes[$0] ?? 0)" }
  }

  package init(lines: [String]) throws {
    var values: [String: Int] = [:]
    for line in lines {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let value = Int(parts[1]), (0...(1 << 24)).contains(value) else {
        throw ModelError("'\(line)' is no size")
      }
      values[String(parts[0])] = value
    }
    func value(_ name: String) throws -> Int {
      guard let value = values[name] else { throw ModelError("the size '\(name)' is missing") }
      return value
    }
    self.init()
    for (name, path) in Self.sizes { self[keyPath: path] = try value(name) }
    for kind in TagKind.allCases { classes[kind] = try value("classes.\(kind.rawValue)") }
    let vectorized = [hidden, arc, sum, product, word, affix]
    guard vectorized.allSatisfy({ $0 > 0 && $0 % 8 == 0 }), width % 16 == 0, attachment % 16 == 0,
      affixes > 0,
      affixes & (affixes - 1) == 0, words > 0, relations > 0, layers <= 16, flags == 14,
      classes.values.allSatisfy({ $0 > 0 })
    else { throw ModelError("the sizes do not fit together") }
  }
}
