import AllianceGraphs
import JSONReading

/// A member of a JSON object, or of a file's structure, as the reader expects it.
extension JSONValue {
  func fault(_ message: String) -> JSONFault { JSONFault(offset: offset, message: message) }

  func object(_ what: String) throws(JSONFault) -> [String: JSONValue] {
    guard case .object(let members) = content else {
      throw fault("expected \(what) as an object, found \(content.description)")
    }
    return members
  }

  func string(_ what: String) throws(JSONFault) -> String {
    guard case .string(let string) = content else {
      throw fault("expected \(what) as a string, found \(content.description)")
    }
    return string
  }

  /// The member of that key; nil where it is missing or null.
  func optional(_ key: String) -> JSONValue? {
    guard case .object(let members) = content, let value = members[key] else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  func required(_ key: String) throws(JSONFault) -> JSONValue {
    guard let value = optional(key) else { throw fault("\"\(key)\" is missing") }
    return value
  }

  func string(at key: String) throws(JSONFault) -> String {
    try required(key).string("\"\(key)\"")
  }

  func optionalString(at key: String) throws(JSONFault) -> String? {
    guard let value = optional(key) else { return nil }
    return try value.string("\"\(key)\"")
  }

  /// A name that is not empty.
  func identifier(at key: String) throws(JSONFault) -> String {
    let value = try required(key)
    let string = try value.string("\"\(key)\"")
    if string.isEmpty { throw value.fault("\"\(key)\" is empty") }
    return string
  }

  func array(at key: String) throws(JSONFault) -> [JSONValue] {
    let value = try required(key)
    guard case .array(let elements) = value.content else {
      throw value.fault("expected \"\(key)\" as an array, found \(value.content.description)")
    }
    return elements
  }

  func strings(at key: String) throws(JSONFault) -> [String]? {
    guard optional(key) != nil else { return nil }
    var result: [String] = []
    for element in try array(at: key) {
      result.append(try element.string("an entry of \"\(key)\""))
    }
    return result
  }

  func flag(at key: String) throws(JSONFault) -> Bool {
    guard let value = optional(key) else { return false }
    guard case .bool(let flag) = value.content else {
      throw value.fault("expected \"\(key)\" as true or false, found \(value.content.description)")
    }
    return flag
  }

  func confidence(at key: String) throws(JSONFault) -> Double? {
    guard let value = optional(key) else { return nil }
    guard case .number(let number) = value.content else {
      throw value.fault("expected \"\(key)\" as a number, found \(value.content.description)")
    }
    guard (0...1).contains(number) else {
      throw value.fault("\"\(key)\" is \(number); it lies between 0 and 1")
    }
    return number
  }

  /// The UTF-8 range from the member `start` to the member `end`.
  func range(of what: String) throws(JSONFault) -> Range<Int> {
    let start = try offset(at: "start")
    let end = try offset(at: "end")
    guard start <= end else { throw fault("\(what) starts at \(start) but ends at \(end)") }
    return start..<end
  }

  private func offset(at key: String) throws(JSONFault) -> Int {
    let value = try required(key)
    guard case .number(let number) = value.content, let offset = Int(exactly: number), offset >= 0 else {
      throw value.fault("\"\(key)\" is not a whole number from 0")
    }
    return offset
  }

  /// A word of a closed vocabulary; nil where it is missing.
  func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, _ what: String, at key: String
  ) throws(JSONFault) -> Word? where Word.RawValue == String {
    guard let value = optional(key) else { return nil }
    let string = try value.string("\"\(key)\"")
    if let word = Word(rawValue: string) { return word }
    let words = Word.allCases.map(\.rawValue)
    if let near = likelySpelling(of: string, among: words) {
      throw value.fault("unknown \(what) '\(string)'; did you mean '\(near)'?")
    }
    throw value.fault("unknown \(what) '\(string)'; known are \(words.joined(separator: ", "))")
  }
}
