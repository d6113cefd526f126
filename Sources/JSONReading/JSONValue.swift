/// A JSON value that remembers where it stands, so that what is wrong with it can be located.
package struct JSONValue {
  package enum Content {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// What a reader of an error message calls it.
    package var description: String {
      switch self {
      case .null: "null"
      case .bool: "a truth value"
      case .number: "a number"
      case .string: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    }
  }

  package var content: Content
  /// The UTF-8 offset at which it begins.
  package var offset: Int
}

/// What is wrong with a text, and at which UTF-8 offset.
package struct JSONFault: Error {
  package var offset: Int
  package var message: String

  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
