import Documents
import Extraction
import Yams

/// A value in a YAML file, which knows where it stands and says so when it is not what is needed.
package struct YAMLValue {
  package let node: Node
  package let file: String
  package let line: Int

  private init(_ node: Node, file: String, fallback: Int) {
    self.node = node
    self.file = file
    line = node.mark?.line ?? fallback
  }

  /// Reads a file with one document.
  package init(parsing file: DictionaryFile) throws(LocatedError) {
    func failure(_ line: Int, _ reason: String) -> LocatedError {
      LocatedError(file: file.name, line: line, reason: reason)
    }
    do {
      guard let root = try Yams.compose(yaml: file.text) else { throw failure(1, "empty; expected YAML") }
      self.init(root, file: file.name, fallback: 1)
    } catch let error as LocatedError {
      throw error
    } catch let error as YamlError {
      let (line, problem) = Self.place(of: error, in: file.text)
      throw failure(line, "not YAML: \(problem)")
    } catch {
      throw failure(1, "not YAML: \(error)")
    }
  }

  private static func place(of error: YamlError, in text: String) -> (line: Int, problem: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return (mark.line, problem)
    case .duplicatedKeysInMapping(let keys, let context):
      return (context.mark.line, "the key '\(keys.first ?? "")' is given twice; join the two")
    case .reader(let problem, let offset, _, _):
      let before = text.unicodeScalars.prefix(offset ?? 0)
      return (1 + before.count { $0 == "\n" }, problem)
    default: return (1, "\(error)")
    }
  }

  package func failure(_ reason: String) -> LocatedError {
    LocatedError(file: file, line: line, reason: reason)
  }

  // MARK: Of what form it is

  /// The text of a scalar, as it is written: `no` and `2011` are texts like others.
  ///
  /// - Parameter name: what it is, for errors: "the 'name'".
  package func text(_ name: String) throws(LocatedError) -> String {
    guard let scalar = node.scalar else { throw failure("\(name) must be one text, not a list or a mapping") }
    let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { throw failure("\(name) is empty; give it or leave it out") }
    return text
  }

  package func flag(_ name: String) throws(LocatedError) -> Bool {
    switch try text(name) {
    case "true", "yes": return true
    case "false", "no": return false
    case let other: throw failure("\(name) must be true or false, not '\(other)'")
    }
  }

  package func number(_ name: String, in range: ClosedRange<Double>) throws(LocatedError) -> Double {
    let text = try text(name)
    guard let number = Double(text), range.contains(number) else {
      throw failure(
        "\(name) must be a number between \(Int(range.lowerBound)) and \(Int(range.upperBound)), not '\(text)'"
      )
    }
    return number
  }

  package func year(_ name: String) throws(LocatedError) -> Int {
    let text = try text(name)
    guard text.utf8.count == 4, let year = Int(text), year > 0 else {
      throw failure("\(name) must be a year such as 2014, not '\(text)'")
    }
    return year
  }

  /// The elements of a list; what is no list counts as a list of one.
  package func list(_ name: String) throws(LocatedError) -> [YAMLValue] {
    guard let sequence = node.sequence else {
      if let scalar = node.scalar, scalar.string.isEmpty {
        throw failure("\(name) is empty; give it or leave it out")
      }
      return [self]
    }
    guard !sequence.isEmpty else { throw failure("\(name) is empty; give it or leave it out") }
    return sequence.map { YAMLValue($0, file: file, fallback: line) }
  }

  /// A mapping that has some of these keys and no others.
  package func mapping(_ name: String, keys: [String]) throws(LocatedError) -> YAMLMapping {
    guard let mapping = node.mapping else {
      throw failure("\(name) must be a mapping with \(Self.list(keys))")
    }
    var values: [String: YAMLValue] = [:]
    for (key, value) in mapping {
      let place = YAMLValue(key, file: file, fallback: line)
      let text = key.scalar?.string ?? ""
      guard keys.contains(text) else {
        let hint = Spelling.hint(for: text, among: keys)
        let known = hint.isEmpty ? "; known are \(Self.list(keys))" : hint
        throw place.failure("unknown key '\(text)' in \(name)\(known)")
      }
      // A value without text of its own stands where its key does.
      values[text] = YAMLValue(value, file: file, fallback: place.line)
    }
    return YAMLMapping(name: name, values: values, place: self)
  }

  private static func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }
}

/// A mapping whose keys are known ones.
package struct YAMLMapping {
  /// What it is, for errors.
  package let name: String
  fileprivate let values: [String: YAMLValue]
  package let place: YAMLValue

  package subscript(key: String) -> YAMLValue? { values[key] }

  package func failure(_ reason: String) -> LocatedError { place.failure(reason) }

  package func text(_ key: String) throws(LocatedError) -> String? { try values[key]?.text("'\(key)'") }

  package func flag(_ key: String) throws(LocatedError) -> Bool { try values[key]?.flag("'\(key)'") ?? false }

  package func year(_ key: String) throws(LocatedError) -> Int? { try values[key]?.year("'\(key)'") }

  package func list(_ key: String) throws(LocatedError) -> [YAMLValue] {
    try values[key]?.list("'\(key)'") ?? []
  }

  /// The texts of a list, or the one given instead.
  package func texts(_ key: String) throws(LocatedError) -> [String] {
    var result: [String] = []
    for value in try list(key) { result.append(try value.text("an item of '\(key)'")) }
    return result
  }

  /// A text that has to be there.
  package func required(_ key: String) throws(LocatedError) -> String {
    guard let text = try text(key) else { throw failure("\(name) has no '\(key)'; give it one") }
    return text
  }

  /// The years between which something holds.
  package func years() throws(LocatedError) -> (from: Int?, until: Int?) {
    let (from, until) = (try year("from"), try year("until"))
    if let from, let until, from > until {
      throw values["until"]!.failure("the years \(from) to \(until) run backwards")
    }
    return (from, until)
  }
}
