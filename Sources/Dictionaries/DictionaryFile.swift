/// A dictionary of an analyst's own, in YAML.
public struct DictionaryFile: Hashable, Sendable {
  /// What errors are to call the file.
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
